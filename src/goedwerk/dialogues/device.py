"""What a device of a participant holds: one cookie with the token of its place, per dialogue."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goedwerk.dialogues.models import Round

PLACE = "goedwerk-place"
TABLET = "goedwerk-tablet"
YES = "yes"
OPEN_ROUND = timedelta(days=30)


def token_on(request: HttpRequest) -> str:
    return request.COOKIES.get(PLACE, "")


def is_tablet(request: HttpRequest) -> bool:
    """Whether this device goes round: it forgets after each person."""
    return request.COOKIES.get(TABLET) == YES


def keep_token(response: HttpResponse, round: Round, token: str) -> None:
    """Keep a place on this device: while the browser is open, or for the days that an open round may last."""
    set_cookie(response, PLACE, token, round, max_age=None if round.is_live else OPEN_ROUND)


def forget_token(response: HttpResponse, round: Round) -> None:
    response.delete_cookie(PLACE, path=path_of(round), samesite="Lax")


def make_tablet(response: HttpResponse, round: Round) -> None:
    set_cookie(response, TABLET, YES, round, max_age=None)


def make_phone(response: HttpResponse, round: Round) -> None:
    response.delete_cookie(TABLET, path=path_of(round), samesite="Lax")


def set_cookie(response: HttpResponse, name: str, value: str, round: Round, *, max_age: timedelta | None) -> None:
    response.set_cookie(
        name,
        value,
        max_age=max_age,
        path=path_of(round),
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )


def path_of(round: Round) -> str:
    """Only pages of this dialogue get its cookies."""
    return reverse("dialogues:now", args=[round.dialogue.code])


def return_code(token: str) -> str:
    """A token as a person writes it down: 4-4-4-4."""
    return "-".join(token[start : start + 4] for start in range(0, len(token), 4))
