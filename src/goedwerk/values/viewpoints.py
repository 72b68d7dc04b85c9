"""Viewpoints in sorts: people who lay the cards alike. The engine finds them, and only where they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import numpy as np

from goedwerk_analysis.counts import GroupsFound
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.viewpoints import analyse
from goedwerk_analysis.viewpoints.extract import DidNotConverge
from goedwerk_analysis.viewpoints.number import argue_number

VIEWPOINTS = "viewpoints"
FEWEST_SORTS = 20
# How many viewpoints there are is argued from at most so many sorts: the whole group waits while a step closes.
MOST_ARGUED = 300
# And of how many there are, in so many repetitions: half of what the engine takes when nobody waits.
REPETITIONS = 100


def find_viewpoints(cards: Sequence[str], answers: Sequence[Mapping[str, int] | None]) -> GroupsFound:
    """The viewpoints of everybody who sorted; none when they are few, or when no viewpoint holds."""
    laid = [[answer[card] for card in cards] for answer in answers if answer and set(cards) <= set(answer)]
    found = analysed(cards, laid) if len(laid) >= FEWEST_SORTS else []
    sizes, orders = zip(*found, strict=True) if found else ((), ())
    return GroupsFound(tuple(cards), tuple(sizes), tuple(orders), len(answers))


def analysed(cards: Sequence[str], laid: Sequence[Sequence[int]]) -> list[tuple[int, tuple[str, ...]]]:
    """Of each viewpoint how many sorts define it, and its cards, the heaviest first."""
    number = argue_number(Sorts.of(some_of(laid)), n_steps=REPETITIONS).chosen
    if number < 2:
        return []
    try:
        found = analyse(Sorts.of(laid, cards=cards), number)
    except DidNotConverge:
        # It settled for those of whom the number was argued, and not for everybody.
        return []
    sizes = found.flags.marked.sum(axis=0)
    orders = np.argsort(-found.scores, axis=0, kind="stable")
    return [(int(size), tuple(cards[card] for card in order)) for size, order in zip(sizes, orders.T, strict=True)]


def some_of(laid: Sequence[Sequence[int]]) -> list[Sequence[int]]:
    return list(laid) if len(laid) <= MOST_ARGUED else Random(1).sample(list(laid), MOST_ARGUED)
