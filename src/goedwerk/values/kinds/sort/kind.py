"""Put all cards in a fixed shape, in private: a forced sort. With three columns it only asks for most and least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import Moment
from goedwerk.approaches.texts import said
from goedwerk.dialogues.attributes import described_by
from goedwerk.dialogues.models import Step
from goedwerk.values import comparing, move_pictures, moving, pictures, viewpoint_pictures
from goedwerk.values.comparison_pictures import Deck, of_comparison
from goedwerk.values.kinds.ladder_form import Card, LadderForm
from goedwerk.values.kinds.laying import Body, LayingKind
from goedwerk.values.kinds.sort.forms import BestWorstForm
from goedwerk.values.models import Sort
from goedwerk.values.shapes import Rung, Shape, shape_for
from goedwerk.values.viewpoints import VIEWPOINTS, find_viewpoints


@dataclass(frozen=True)
class Params(step_kind.Params):
    set: str = ""
    shape: Sequence[int] = ()
    other_shapes: Sequence[Sequence[int]] = ()
    condition: Mapping[str, str] = field(default_factory=dict)
    piles: bool = True
    repeat_of: str = ""
    # What the sort that is repeated has above this one is what makes this work special.
    special: bool = False


class SortKind(LayingKind):
    key = "sort"
    label = gettext_lazy("Sort value cards")
    icon = "cards"
    Params = Params
    Record = Sort
    words = {"special": gettext_lazy("What weighs more in the first sort is what makes this work special")}

    def cards(self, step: Step) -> list[Card]:
        deck = step.material(step.params["set"])["cards"]
        return [Card(card["id"], said(card["name"]), said(card["meaning"])) for card in deck]

    def shape(self, step: Step) -> Shape:
        params = self.params(step)
        return shape_for(len(self.cards(step)), [params.shape, *params.other_shapes])

    def condition(self, step: Step) -> str:
        return said(self.params(step).condition)

    def form(self, step: Step, data: Any = None, answer: Any = None) -> LadderForm | BestWorstForm:
        if self.shape(step).is_best_worst:
            return BestWorstForm(data, cards=self.cards(step), shape=self.shape(step), initial=answer)
        return super().form(step, data, answer)

    def body(self, step: Step) -> Body:
        return replace(super().body(step), has_piles=self.params(step).piles)

    def fields_of(self, step: Step, form: LadderForm | BestWorstForm) -> Mapping[str, Any]:
        return {"placements": form.placements}

    def answer_of(self, record: Sort) -> dict[str, int]:
        return record.placements

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        told = super().own_words(step, answer)
        shape = self.shape(step) if told else None
        ends = {shape.top.label: _("weighs most"), shape.bottom.label: _("weighs least")} if shape else {}
        return [(f"{label}, {ends[label]}" if label in ends else label, names) for label, names in told]

    def zones(self, step: Step) -> tuple[list[Rung], list[Rung]]:
        rungs = self.shape(step).rungs
        return [rung for rung in rungs if rung.value > 0], [rung for rung in rungs if rung.value < 0]

    def summarise(self, step: Step, answers: Sequence[Any]) -> Mapping[str, Any]:
        counts = super().summarise(step, answers)
        if self.shape(step).is_best_worst:
            return counts
        return {**counts, VIEWPOINTS: find_viewpoints([card.key for card in self.cards(step)], answers)}

    # What a large group shares, and where it differs

    def may_compare(self, step: Step) -> bool:
        return True

    def compare(self, step: Step, answers: Sequence[Any], described: Sequence[Mapping[str, str]]) -> Mapping[str, Any]:
        if self.shape(step).is_best_worst:
            return {}
        cards = [card.key for card in self.cards(step)]
        people, dialogue = comparing.people_of(cards, answers, described), step.round.dialogue
        return comparing.find_all(cards, people, dialogue.described_by, whole=dialogue.is_whole_group)

    def compare_with(self, step: Step, now: Moment, before: Moment) -> Mapping[str, Any]:
        """Of a whole group the two lists stand beside each other; that something certainly moved is an estimate."""
        if self.shape(step).is_best_worst or step.round.dialogue.is_whole_group:
            return {}
        cards = [card.key for card in self.cards(step)]
        if before.step.round_id == step.round_id:
            return {moving.MOVED: moving.find_moves(cards, before.answers, now.answers)}
        return {moving.DRIFTED: moving.find_drift(cards, before, now, step.round.dialogue.described_by)}

    # Pictures

    def pictures(self, step: Step, released: Mapping[str, Any], **earlier: Any) -> Sequence[Any]:
        """What is shared comes first, then where the difference lies, then what moved."""
        deck, groups = self.deck(step), released.get(VIEWPOINTS)
        lists = self.lists(step, deck, released, earlier.get("before", {}))
        if lists and viewpoint_pictures.is_too_few(groups):
            lists[-1] = replace(lists[-1], help=f"{lists[-1].help} {viewpoint_pictures.not_yet()}".strip())
        return [
            *lists,
            *of_comparison(deck, released),
            *viewpoint_pictures.of_viewpoints(deck.condition, deck.cards, self.shape(step), groups),
            *self.moves(step, deck, released),
        ]

    def lists(self, step: Step, deck: Deck, released: Mapping[str, Any], before: Mapping[str, Any]) -> list[Any]:
        condition_before = self.condition_before(step)
        return pictures.of_sort(deck.condition, deck.cards, released, before, condition_before=condition_before)

    def moves(self, step: Step, deck: Deck, released: Mapping[str, Any]) -> list[Any]:
        before, special = self.condition_before(step), self.params(step).special
        return [
            *move_pictures.of_moves(deck, before, released.get(moving.MOVED), special=special),
            *move_pictures.of_drift(deck, released.get(moving.DRIFTED)),
        ]

    def deck(self, step: Step) -> Deck:
        lists = {attribute.key: attribute for attribute in described_by(step.round.dialogue)}
        return Deck(self.condition(step), dict(self.points(step)), lists)

    def condition_before(self, step: Step) -> str:
        """Under which condition the sort was made that this one repeats."""
        before = step.sibling(self.params(step).repeat_of) if self.params(step).repeat_of else None
        return self.condition(before) if before else ""


KIND = SortKind()
