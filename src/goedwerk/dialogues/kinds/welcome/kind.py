"""Purpose, roles and rules of the conversation. Nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches.step_kind import StepKind
from goedwerk.dialogues.models import Step


@dataclass(frozen=True)
class Body:
    purpose: str
    rules: Sequence[str]
    facts: Sequence[str]


class Welcome(StepKind):
    key = "welcome"
    label = gettext_lazy("Welcome")
    icon = "users"

    def body(self, step: Step) -> Body:
        dialogue = step.round.dialogue
        return Body(dialogue.approach.text("purpose"), rules(), facts(dialogue.retention_days))

    def reminders(self, step: Step) -> Sequence[str]:
        return rules()


def rules() -> list[str]:
    return [
        _("Everybody may take part, listen along or stop. You need not say why."),
        _("We do not repeat outside this group who said what."),
        _("You need not agree. Ask before you judge."),
        _("Whoever leads others speaks last."),
    ]


def facts(retention_days: int) -> list[str]:
    return [
        _("No account, no name, no e-mail address."),
        _("Nobody sees what you answer by yourself, the facilitator neither."),
        _("Answers are erased when the dialogue ends.")
        if retention_days == 0
        else _("Answers are erased %(days)d days after the end.") % {"days": retention_days},
    ]


KIND = Welcome()
