"""Steps in which every card gets a place on a ladder: the form, the page, and one's own order to read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.recorded import RecordedKind
from goedwerk.values import summaries
from goedwerk.values.kinds.ladder_form import Card, LadderForm
from goedwerk.values.kinds.ladder_words import ladder_words
from goedwerk.values.shapes import SORT, Rung, Shape


@dataclass(frozen=True)
class Body:
    """What the page needs besides the form."""

    condition: str
    shape: Shape
    cards: Sequence[Card]
    has_piles: bool
    words: Mapping[str, Any]

    @property
    def ladder(self) -> dict[str, Any]:
        """What the view on the list has to know: the rungs, heaviest first, and every word it says."""
        rungs = [
            {"value": str(rung.value), "label": rung.label, "size": rung.size, "shade": rung.shade}
            for rung in self.shape.rungs
        ]
        return {"rungs": rungs, "words": self.words}


class LayingKind(RecordedKind):
    """A kind whose answer is {card: rung}."""

    icon = "list"
    modules = ("values/value-sort.js",)

    def reader(self, step: Step) -> Reader:
        return Reader.PICTURE

    # What differs between kinds

    def cards(self, step: Step) -> list[Card]:
        raise NotImplementedError

    def shape(self, step: Step) -> Shape:
        raise NotImplementedError

    def condition(self, step: Step) -> str:
        return ""

    # One answer

    def form(self, step: Step, data: Any = None, answer: Any = None) -> LadderForm:
        return LadderForm(data, cards=self.cards(step), shape=self.shape(step), initial=answer)

    def body(self, step: Step) -> Body:
        return Body(self.condition(step), self.shape(step), self.cards(step), False, ladder_words())

    def reminders(self, step: Step) -> Sequence[str]:
        return [self.condition(step)] if self.condition(step) else []

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        rungs = self.shape(step).rungs if answer else ()
        lying = [
            (rung, [card.name for card in self.cards(step) if answer.get(card.key) == rung.value]) for rung in rungs
        ]
        return [(rung.label, ", ".join(names)) for rung, names in lying if names]

    def own_order(self, step: Step, answer: Any) -> list[str]:
        rank = {rung.value: at for at, rung in enumerate(self.shape(step).rungs)}
        laid = [card.key for card in self.cards(step) if card.key in (answer or {})]
        return sorted(laid, key=lambda key: rank.get(answer[key], len(rank)))

    def points(self, step: Step) -> list[tuple[str, str]]:
        return [(card.key, card.name) for card in self.cards(step)]

    # All answers together

    def zones(self, step: Step) -> tuple[list[Rung], list[Rung]]:
        """The rungs that count as high, and those that count as low."""
        raise NotImplementedError

    def summarise(self, step: Step, answers: Sequence[Any]) -> Mapping[str, Any]:
        cards = [card.key for card in self.cards(step)]
        return {SORT: summaries.count_zones(cards, answers, *self.zones(step))}

    def simulate(self, step: Step, random: Random) -> dict[str, int]:
        """Colleagues agree more than chance: cards that stand early in the deck tend to lie high."""
        cards = [card.key for card in self.cards(step)]
        pull = {key: random.gauss(at, len(cards) / 3) for at, key in enumerate(cards)}
        laid = sorted(cards, key=lambda key: pull[key])
        places = [rung.value for rung in self.shape(step).rungs for _ in range(rung.size)]
        return dict(zip(laid, places, strict=True))
