"""Asking what a card means to somebody: their own highest and lowest cards of an earlier sort."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from goedwerk.approaches.step_kind import PassageDraft
from goedwerk.dialogues.models import Participation, Step


def asks_about_cards(step: Step) -> bool:
    return sorted_before(step) is not None


def sorted_before(step: Step) -> Step | None:
    """The sort that the cards come from, when this dialogue has it."""
    cards = step.params.get("cards") or {}
    return step.sibling(cards["of"]) if cards else None


def card_names(step: Step) -> list[tuple[str, str]]:
    source = sorted_before(step)
    return list(source.behaviour.points(source))


def cards_to_ask(step: Step, participation: Participation | None) -> list[str]:
    """The highest and lowest cards of this person; of who did not sort, the first and last of the deck."""
    cards = step.params["cards"]
    top, bottom = cards.get("top", 0), cards.get("bottom", 0)
    order = own_order(step, participation) or [key for key, _name in card_names(step)]
    return [*order[:top], *order[max(top, len(order) - bottom) :]]


def own_order(step: Step, participation: Participation | None) -> Sequence[str]:
    if participation is None:
        return ()
    source = sorted_before(step)
    answer = source.behaviour.answers(source, participation).get(participation.pk)
    return source.behaviour.own_order(source, answer)


def by_card(step: Step, answers: Sequence[Mapping[str, str] | None]) -> list[PassageDraft]:
    """Each text by itself, under its card: never with high or low, nor beside another card of the same person."""
    names = dict(card_names(step))
    texts = [text for answer in answers for text in (answer or {}).items()]
    return [PassageDraft(names[key], (("", text),)) for key, text in texts if key in names]
