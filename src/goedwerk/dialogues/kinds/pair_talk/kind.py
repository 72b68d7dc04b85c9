"""Talk in pairs, screens down. Nothing is kept, and nobody is matched by what they answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import StepKind
from goedwerk.dialogues.models import Step


@dataclass(frozen=True)
class Params(step_kind.Params):
    turns: int = 2


@dataclass(frozen=True)
class Body:
    turns: int
    seconds: int

    @property
    def minutes(self) -> float:
        return self.seconds / 60


class PairTalk(StepKind):
    key = "pair_talk"
    label = _("Talk in pairs")
    icon = "messages"
    Params = Params
    is_away = True

    def body(self, step: Step) -> Body:
        turns = self.params(step).turns
        return Body(turns, step.minutes * 60 // turns)


KIND = PairTalk()
