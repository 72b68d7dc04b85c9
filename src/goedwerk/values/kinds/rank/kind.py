"""Put a short list in order, in private: a sort with one place on every rung."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.dialogues.lists import points_of
from goedwerk.dialogues.models import Step
from goedwerk.values import pictures
from goedwerk.values.kinds.ladder_form import Card, LadderForm
from goedwerk.values.kinds.laying import Body, LayingKind
from goedwerk.values.models import Ranking
from goedwerk.values.shapes import Rung, Shape

# How much of the list counts as high, and as low.
ZONE = 1 / 3


@dataclass(frozen=True)
class Params(step_kind.Params):
    items: Sequence[Mapping[str, str]] = ()
    of: Sequence[str] = ()
    repeat_of: str = ""


class Rank(LayingKind):
    key = "rank"
    waits_for = ("of",)
    label = gettext_lazy("Put in order")
    Params = Params
    Record = Ranking

    def cards(self, step: Step) -> list[Card]:
        return [Card(key, text) for key, text in points_of(step)]

    def shape(self, step: Step) -> Shape:
        return Shape.of_ranks(len(self.cards(step)))

    def form(self, step: Step, data: Any = None, answer: Any = None) -> LadderForm | None:
        """Without anything to put in order there is nothing to fill in."""
        return super().form(step, data, answer) if self.cards(step) else None

    def body(self, step: Step) -> Body:
        body = super().body(step)
        order = {
            "top": _("comes first"),
            "bottom": _("comes last"),
            "rung": _("Place"),
            "ladder": _("The list, in your order"),
        }
        return replace(body, words={**body.words, **order})

    def fields_of(self, step: Step, form: LadderForm) -> Mapping[str, Any]:
        return {"order": sorted(form.placements, key=form.placements.__getitem__)}

    def answer_of(self, record: Ranking) -> dict[str, int]:
        return {key: rank for rank, key in enumerate(record.order, start=1)}

    def zones(self, step: Step) -> tuple[list[Rung], list[Rung]]:
        rungs = self.shape(step).rungs
        size = max(1, round(ZONE * len(rungs)))
        return list(rungs[:size]), list(rungs[len(rungs) - size :])

    def summarise(self, step: Step, answers: Sequence[Any]) -> Mapping[str, Any]:
        """With a single thing, or none, there is no order."""
        return super().summarise(step, answers) if len(self.cards(step)) > 1 else {}

    def pictures(self, step: Step, released: Mapping[str, Any], **earlier: Any) -> Sequence[Any]:
        return pictures.of_sort(step.title, dict(self.points(step)), released)


KIND = Rank()
