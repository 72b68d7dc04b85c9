from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from goedwerk.accounts import tokens
from goedwerk.accounts.models import SignInLink, User

VALID = timedelta(minutes=30)


class LinkNotValid(Exception):
    """The link was used before, is too old, or never existed: these look the same on purpose."""


@transaction.atomic
def make_link(*, user: User) -> str:
    """A token that signs `user` in once, within 30 minutes."""
    SignInLink.objects.filter(expires_at__lte=timezone.now()).delete()
    token = tokens.new_link_token()
    SignInLink.objects.create(user=user, token_hash=tokens.hashed(token), expires_at=timezone.now() + VALID)
    return token


@transaction.atomic
def use_link(*, token: str) -> User:
    link = SignInLink.objects.select_related("user").filter(token_hash=tokens.hashed(token)).first()
    used, _ = SignInLink.objects.filter(pk=link.pk).delete() if link else (0, {})
    # Of two presses at once, only the one that deletes the link gets in.
    if not used or link.expires_at <= timezone.now() or not link.user.is_active:
        raise LinkNotValid
    return link.user


def sign_out_everywhere(*, user: User) -> None:
    """End every session: each holds a hash of this random, unusable password."""
    user.set_unusable_password()
    user.save(update_fields=["password"])
