"""Secrets that open something: told once, kept as a hash under this installation's own key."""

import secrets

from django.utils.crypto import salted_hmac

# No 0/O, 1/I/L, 5/S, 2/Z, 8/B: a code is read aloud and typed over.
ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"


def new_link_token() -> str:
    return secrets.token_urlsafe(32)


def new_code(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def plain(code: str) -> str:
    """A code as somebody typed it, without spaces and signs, in capitals."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def hashed(token: str) -> str:
    return salted_hmac("goedwerk.tokens", token, algorithm="sha256").hexdigest()
