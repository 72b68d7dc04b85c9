"""What of a dialogue somebody may want in their diary: the meeting, the last day to answer, the next round."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from goedwerk.dialogues import parts, queries
from goedwerk.dialogues.hosting import JoinAddress
from goedwerk.dialogues.models import Dialogue, Round
from goedwerk.ui.calendar import Event


def of_round(round: Round, join: JoinAddress) -> Event | None:
    """The meeting; or the last day of a round that is open for some days."""
    title, key = round.dialogue.title, f"{round.pk}@goedwerk"
    if round.is_live and round.starts_at:
        return Event(key, title, round.starts_at, minutes=minutes_of(round), text=way_in(join), url=join.url)
    if not round.is_live and round.closes_at:
        last = timezone.localdate(round.closes_at)
        return Event(key, _("Last day: %s") % title, last, text=way_in(join), url=join.url)
    return None


def of_next(dialogue: Dialogue, join: JoinAddress) -> Event | None:
    """The day on which the group looks again, as it agreed."""
    if dialogue.next_round_on is None:
        return None
    text = " ".join([_("With your return code you come back to your place."), way_in(join)])
    title = _("Look again: %s") % dialogue.title
    return Event(f"{dialogue.pk}-next@goedwerk", title, dialogue.next_round_on, text=text, url=join.url)


def way_in(join: JoinAddress) -> str:
    return _("Join at %(address)s with code %(code)s.") % {"address": join.words, "code": join.code}


def minutes_of(round: Round) -> int:
    """What it asks of one person; of an open round without what is left for a meeting."""
    steps = round.steps.all() if round.is_live else parts.before_meeting(round)
    return queries.minutes_of(list(steps))
