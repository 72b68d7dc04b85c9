"""The group agrees to do steps again on a day: the same dialogue, a next round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import StepKind
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.next_time import proposed_day


@dataclass(frozen=True)
class Params(step_kind.Params):
    of: Sequence[str] = ()
    days: int = 0


@dataclass(frozen=True)
class Body:
    """The day that was agreed on; or, until then, the one that the approach proposes."""

    day: date
    is_agreed: bool
    steps: Sequence[str]


class Repeat(StepKind):
    key = "repeat"
    label = _("Plan a next time")
    icon = "calendar"
    Params = Params
    plans_round = True
    writing_label = _("Write down the day you agreed on")

    def body(self, step: Step) -> Body:
        dialogue, params = step.round.dialogue, self.params(step)
        coming = [recipe.title for recipe in dialogue.approach.steps if recipe.key in params.of]
        agreed = dialogue.next_round_on
        return Body(agreed or proposed_day(step.round, params.days), agreed is not None, coming)

    def reminders(self, step: Step) -> Sequence[str]:
        body = self.body(step)
        return [date_format(body.day, "l j F Y"), *body.steps] if body.is_agreed else body.steps

    def writing_url(self, step: Step) -> str:
        # After closing the page of the dialogue leads there, with the next round itself.
        return "" if step.round.is_closed else reverse("dialogues:next-day", args=[step.round.dialogue_id])


KIND = Repeat()
