"""Pick some value cards, in private."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import Reader
from goedwerk.approaches.texts import said
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.recorded import RecordedKind
from goedwerk.values import pictures, summaries
from goedwerk.values.kinds.values_pick.forms import ValuesPickForm
from goedwerk.values.models import ValuesPicked


@dataclass(frozen=True)
class Params(step_kind.Params):
    set: str = ""
    pick: int = 3
    give_up: int = 0


@dataclass(frozen=True)
class Body:
    """What the big screen shows: the names of the cards."""

    cards: Sequence[str]
    pick: int
    give_up: int


class ValuesPick(RecordedKind):
    key = "values_pick"
    label = gettext_lazy("Pick values")
    icon = "cards"
    Params = Params
    Record = ValuesPicked

    def reader(self, step: Step) -> Reader:
        return Reader.PICTURE

    def form(self, step: Step, data=None, answer: Any = None) -> ValuesPickForm:
        params = self.params(step)
        return ValuesPickForm(
            data,
            initial=answer,
            cards=cards_of(step),
            near=values_at_stake(step),
            pick=params.pick,
            give_up=params.give_up,
        )

    def body(self, step: Step) -> Body:
        params = self.params(step)
        return Body([said(card["name"]) for card in cards_of(step)], params.pick, params.give_up)

    def fields_of(self, step: Step, form: ValuesPickForm) -> Mapping[str, Any]:
        return {"picked": form.cleaned_data["picked"], "given_up": form.cleaned_data.get("given_up", [])}

    def answer_of(self, record: ValuesPicked) -> dict[str, Any]:
        return {"picked": record.picked, "given_up": record.given_up}

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        names = names_of(step)
        hands = [(_("What weighed most?"), "picked"), (_("What did you have to let go?"), "given_up")]
        return [
            (label, ", ".join(names[key] for key in answer[hand])) for label, hand in hands if (answer or {}).get(hand)
        ]

    def summarise(self, step: Step, answers: Sequence[Any]) -> Mapping[str, Any]:
        params, keys = self.params(step), [card["id"] for card in cards_of(step)]
        counts = {"picked": summaries.count_picks(keys, answers, name="picked", picks=params.pick)}
        if params.give_up:
            counts["given_up"] = summaries.count_picks(keys, answers, name="given_up", picks=params.give_up)
        return counts

    def pictures(self, step: Step, released: Mapping[str, Any], **earlier: Any) -> Sequence[Any]:
        return pictures.of_picks(names_of(step), released)

    def simulate(self, step: Step, random: Random) -> dict[str, Any]:
        # Colleagues agree more than chance: the cards of the dilemma itself weigh more often.
        keys = [card["id"] for card in cards_of(step)]
        near = values_at_stake(step) or keys[:4]
        likely = [*near * 4, *keys]
        picked: list[str] = []
        while len(picked) < self.params(step).pick:
            card = random.choice(likely)
            picked += [card] if card not in picked else []
        rest = [card for card in keys if card not in picked]
        return {"picked": picked, "given_up": random.sample(rest, self.params(step).give_up)}


def cards_of(step: Step) -> list[Mapping[str, Any]]:
    """The cards of the chosen deck; those that the dilemma itself is about come first."""
    cards = step.material(step.params["set"])["cards"]
    near = values_at_stake(step)
    return sorted(cards, key=lambda card: card["id"] not in near)


def names_of(step: Step) -> dict[str, str]:
    return {card["id"]: said(card["name"]) for card in cards_of(step)}


def values_at_stake(step: Step) -> list[str]:
    """The values that the material of this dialogue names, as far as the deck holds them."""
    named = [value for chosen in step.round.dialogue.material.values() for value in chosen.get("values", ())]
    held = {card["id"] for card in step.material(step.params["set"])["cards"]}
    return [value for value in named if value in held]


KIND = ValuesPick()
