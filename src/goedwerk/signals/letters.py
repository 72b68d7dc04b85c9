"""What a facilitator sends to the owner: words to copy, an e-mail that is ready to send, a code to scan."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goedwerk.accounts.address import public_address
from goedwerk.dialogues.letter import Letter
from goedwerk.signals.links import link_of
from goedwerk.signals.models import Signal


def address_of(request: HttpRequest, signal: Signal) -> str:
    """Where the owner answers, as it can be reached from elsewhere."""
    return public_address(request) + reverse("signals:answer", args=[link_of(signal)])


def request_letter(signal: Signal, address: str) -> Letter:
    return Letter(
        subject=_("A request of a group of %s") % signal.organisation.name,
        text=_(
            "To: %(owner)s\n\n"
            "A group of %(organisation)s talked about its work (%(title)s) and agreed on this request together:\n\n"
            "%(text)s\n\n"
            "They ask for an answer by %(day)s. It can be: we do this; we do not, because; or later, on this date. "
            "You need no account:\n\n%(address)s\n\n"
            "This link works until %(until)s. Whoever has it can answer: give it only to who answers with you. "
            "Those who took part read the answer. No names of theirs stand here, and none are asked of you."
        )
        % words_of(signal, address),
    )


def reminder(signal: Signal, address: str) -> Letter:
    return Letter(
        subject=_("Reminder: a request of a group of %s") % signal.organisation.name,
        text=_(
            "To: %(owner)s\n\n"
            "A group of %(organisation)s asked you this, and would like to read your answer by %(day)s:\n\n"
            "%(text)s\n\n"
            "“We do not, because” is an answer too, and so is “later, on this date”. You need no account:\n\n"
            "%(address)s\n\n"
            "This link works until %(until)s."
        )
        % words_of(signal, address),
    )


def words_of(signal: Signal, address: str) -> dict[str, str]:
    return {
        "owner": signal.wording.owner,
        "organisation": signal.organisation.name,
        "title": signal.dialogue.title,
        "text": signal.wording.text,
        "day": date_format(signal.due or signal.wording.answer_by, "j F Y"),
        "address": address,
        "until": date_format(signal.link_until, "j F Y"),
    }
