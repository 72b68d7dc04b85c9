"""The value sort as it ships, run as far as its steps exist."""

from __future__ import annotations

from random import Random

import pytest

from cast import Cast
from goedwerk.approaches import registry
from goedwerk.approaches.models import Approach
from goedwerk.approaches.queries import find_approach
from goedwerk.dialogues.actions import preparing

DECKS = {"short": "publieke-waarden-36:short", "full": "publieke-waarden-36:full"}


@pytest.fixture
def waardensortering(pack, membership):
    """Prepare the approach, without steps of kinds that are not there."""

    def prepare(deck="short", *, optional=(), mode="live", keep=None):
        shelve("waardensortering", keep)
        preparation = preparing.Preparation(
            title="Waarden sorteren", mode=mode, inputs={"cards": DECKS[deck]}, optional_steps=optional
        )
        return preparing.prepare_dialogue(
            organisation=membership.organisation,
            user=membership.user,
            listed=find_approach("waardensortering"),
            preparation=preparation,
        )

    return prepare


def shelve(key, keep):
    approach, known = Approach.objects.get(key=key), {kind.key for kind in registry.all_kinds()}
    steps = [step for step in approach.document["steps"] if step["kind"] in known and (not keep or step["id"] in keep)]
    approach.document = {**approach.document, "steps": steps}
    approach.save()


def laid(step, order):
    """A form as a phone sends it, with the cards in this order, heaviest first."""
    places = [rung.value for rung in step.behaviour.shape(step).rungs for _place in range(rung.size)]
    return {f"card-{card}": str(place) for card, place in zip(order, places, strict=True)}


def deck_of(step):
    return [card for card, _name in step.behaviour.points(step)]


def sort_alike(cast: Cast, *, first=(), last=(), seed=1) -> None:
    """Everybody puts the same cards at both ends, and the rest in an order of their own."""
    random, deck = Random(seed), deck_of(cast.step)
    for person in cast.people:
        rest = [card for card in deck if card not in (*first, *last)]
        random.shuffle(rest)
        cast.answer(person, laid(cast.step, [*first, *rest, *last]))
