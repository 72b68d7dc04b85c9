"""The link by which an owner answers: signed for this purpose alone, until a day, and useless once a new one is made.

The server keeps nothing of who follows it: what opens the page is the signature, not a visitor.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.core.signing import BadSignature, Signer
from django.utils import timezone

from goedwerk.signals.models import Signal
from goedwerk.signals.queries import with_answers

SALT = "goedwerk.signals.answer"
# From the day on which it is made; and in any case for some weeks after the answer is due.
LASTS = timedelta(days=90)
AFTER_DUE = timedelta(days=30)


def until(*, made: date, answer_by: date) -> date:
    return max(made + LASTS, answer_by + AFTER_DUE)


def link_of(signal: Signal) -> str:
    return Signer(salt=SALT).sign_object([signal.pk.hex, signal.link])


def signal_behind(link: str) -> Signal | None:
    """The signal that a link opens; none when it was not made here, has been replaced, or has had its last day."""
    try:
        key, number = Signer(salt=SALT).unsign_object(link)
    except BadSignature:
        return None
    signal = with_answers().filter(pk=key, link=number, wording__isnull=False).first()
    return signal if signal and timezone.localdate() <= signal.link_until else None
