"""The script of a step: what to say aloud, what to do, and what to watch for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues.models import Step

# "[Wait ten seconds.]" is done; all the rest is said.
PARTS = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True)
class Line:
    text: str
    is_act: bool


def lines_of(script: str) -> list[Line]:
    parts = enumerate(PARTS.split(script))
    return [Line(text.strip(), number % 2 == 1) for number, text in parts if text.strip()]


SILENT = (
    _("Be silent for a while. Silence belongs to this step."),
    _("Do not ask who still has to. Somebody may skip."),
    _("Do not say what you would choose."),
)
WRITING = (
    _("Give time to write. Silence belongs to this step."),
    _("Close the step when most are ready. You read the texts first, without names."),
    _("Is there something in a text that somebody can be known by? Retell it, or do not show it."),
)
TALKING = (
    _("Phones are away. Nothing of the talk is kept."),
    _("Whoever leads others speaks last."),
    _("The clock stops nobody. Give more time when the talk is good."),
)
# For who manages people in the group, and said so when preparing.
LEADS_THEM = _("You manage people here: do not begin, and take your own turn last.")
LOOKING = (
    _("Do not explain and do not judge. Ask what strikes people."),
    _("Do not ask who chose what."),
)
READING = (_("Let people read in silence."), _("Go on when most have looked up."))

WATCH = {
    Reader.PICTURE: SILENT,
    Reader.SELF: (*SILENT[:2], _("What people write stays on their own phone.")),
    Reader.FACILITATOR: WRITING[:2],
    Reader.GROUP: WRITING,
    Reader.OPEN: (_("Say that everybody will read this."), WRITING[0]),
}


def watch_for(step: Step) -> Sequence[Any]:
    behaviour = step.behaviour
    if behaviour.is_away:
        return (LEADS_THEM, *TALKING) if step.round.dialogue.facilitator_leads_group else TALKING
    if behaviour.is_of_group:
        return LOOKING
    return WATCH.get(behaviour.reader(step), READING)
