"""Sorts, lighter ways of putting things in order, and what a large group sees of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random

from django.utils import timezone

from cast import Cast
from goedwerk.dialogues.actions.taking_part import join
from goedwerk.dialogues.models import Step
from pages.shapes import Page, Stage, by_host, everywhere, inside


def sort_pages(stage: Stage) -> Iterator[Page]:
    """A sort under two conditions and what a card means; the lightest sort; a scale, and lists in order."""
    cast = stage.open("waardensortering", people=1, optional_steps=("ought",))
    for key in ("now", "meaning", "ought"):
        step = cast.go_to(key)
        yield from everywhere(stage, cast, f"sorting: {key}")
        if step.kind == "sort":
            cast.answer_all(in_order(step))
    cast.close()
    lightest = stage.prepare("waardensortering")
    step = lightest.round.steps.get(key="now")
    step.document["params"] |= {"shape": [3, 10, 3], "piles": False}
    step.save(update_fields=["document"])
    most_and_least = Cast.open(lightest, stage.host, people=1)
    most_and_least.go_to("now")
    yield inside(most_and_least.people[0], "phone: most and least", "dialogues:now", lightest.code)
    mirror = stage.open("goed-werk-spiegel", people=1)
    for key in ("three", "felt", "wanted"):
        mirror.go_to(key)
        yield inside(mirror.people[0], f"phone: in order, {key}", "dialogues:now", mirror.dialogue.code)


def in_order(step: Step, order: Sequence[str] = ()) -> dict[str, str]:
    """A whole sort, with the cards of `order` (or of the deck) from heaviest to lightest."""
    cards = order or [card for card, _name in step.behaviour.points(step)]
    places = [rung.value for rung in step.behaviour.shape(step).rungs for _place in range(rung.size)]
    return {f"card-{card}": str(place) for card, place in zip(cards, places, strict=True)}


def compared_pages(stage: Stage) -> Iterator[Page]:
    """Enough people to see what they share, what differences go with, and ways of looking."""
    closes_at = timezone.now() + timedelta(days=3)
    cast = stage.open("waardensortering", people=0, mode="open", closes_at=closes_at, described_by=("role", "work"))
    step, random = cast.round.steps.get(key="now"), Random(1)
    deck = [card for card, _name in step.behaviour.points(step)]
    ways = (deck, [*deck[:3], *random.sample(deck[3:], len(deck) - 3)])
    for number in range(44):
        said = {"role": ("manager", "employee")[number % 2], "work": ("policy", "delivery")[number // 2 % 2]}
        joined = join(dialogue=cast.dialogue, described=said)
        cast.people.append(joined)
        pull = {card: random.gauss(at, 2) for at, card in enumerate(ways[number % 2])}
        cast.answer(joined, in_order(step, sorted(deck, key=pull.__getitem__)), step)
    cast.close()
    yield by_host(stage, "report on a large group", "reports:report", cast.dialogue.pk)
    yield inside(cast.people[0], "report on a large group, for who took part", "reports:shared", cast.dialogue.code)
