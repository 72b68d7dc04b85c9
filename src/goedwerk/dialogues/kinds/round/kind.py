"""Everybody has a turn of equal length; to pass is fine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import StepKind
from goedwerk.dialogues.models import Step


@dataclass(frozen=True)
class Params(step_kind.Params):
    of: Sequence[str] = ()
    seconds: int = 0


@dataclass(frozen=True)
class Body:
    """How long a turn is, 0 for no fixed length; and the steps that people read from."""

    seconds: int
    read_from: Sequence[str]


class Round(StepKind):
    key = "round"
    label = _("A round")
    icon = "repeat"
    Params = Params
    is_away = True

    def body(self, step: Step) -> Body:
        params = self.params(step)
        return Body(params.seconds, [other.title for key in params.of if (other := step.sibling(key)) is not None])


KIND = Round()
