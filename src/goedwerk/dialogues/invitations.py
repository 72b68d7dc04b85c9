"""Texts to send to everybody: an invitation, and one reminder. Nobody knows who took part, so all get the same."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goedwerk.dialogues.diary import minutes_of
from goedwerk.dialogues.hosting import JoinAddress
from goedwerk.dialogues.letter import Letter
from goedwerk.dialogues.models import Round


def invitation(round: Round, join: JoinAddress) -> Letter:
    title = round.dialogue.title
    subject = _("Invitation: %s") if round.is_first else _("We look again: %s")
    parts = [opening(round), when(round), way_in(round, join), promise()]
    return Letter(subject % title, "\n\n".join(parts))


def opening(round: Round) -> str:
    dialogue = round.dialogue
    words = _("You are invited to a dialogue: %s.") if round.is_first else _("We put the same questions again: %s.")
    return " ".join([words % dialogue.title, dialogue.approach.text("purpose")])


def when(round: Round) -> str:
    takes = takes_about(round)
    if not round.is_live:
        return " ".join([_("Answer at a moment of your own, until %s.") % last_day(round), takes])
    bring = _("Bring your phone. Without one you can take part in the talk.")
    return " ".join([meeting(round), takes, bring]) if round.starts_at else " ".join([takes, bring])


def takes_about(round: Round) -> str:
    minutes = minutes_of(round)
    return ngettext("It takes about %d minute.", "It takes about %d minutes.", minutes) % minutes


def meeting(round: Round) -> str:
    starts = localtime(round.starts_at)
    return _("We meet on %(day)s at %(time)s.") % {
        "day": date_format(starts, "l j F Y"),
        "time": date_format(starts, "H:i"),
    }


def last_day(round: Round) -> str:
    return date_format(localtime(round.closes_at), "l j F Y")


def way_in(round: Round, join: JoinAddress) -> str:
    or_else = _("Or go to %(address)s and type the code %(code)s.") % {"address": join.words, "code": join.code}
    lines = [join.url, or_else]
    if not round.is_first:
        lines.append(
            _(
                "Were you there before? Take your return code along: with it you come back to your place. "
                "Lost it? Then join as somebody new."
            )
        )
    return "\n".join(lines)


def promise() -> str:
    return _("You join without a name and without an account. It is up to you: nobody keeps a list of who takes part.")


def reminder(round: Round, join: JoinAddress) -> Letter:
    """For an open round: one text for everybody."""
    day = last_day(round)
    parts = [
        _("This goes to everybody, because nobody knows who took part. If you took part already: thank you."),
        " ".join([_("If you did not, you still can, until %s.") % day, takes_about(round)]),
        join.url,
        _("You may also leave it. Nobody sees the difference."),
    ]
    return Letter(_("Open until %(day)s: %(title)s") % {"day": day, "title": round.dialogue.title}, "\n\n".join(parts))
