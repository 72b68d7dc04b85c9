"""Populations of public servants with roles and kinds of work, as the attacks on comparisons draw from them."""

from __future__ import annotations

from functools import cache

import numpy as np

from attack.likelihood import Group
from goedwerk.values.comparing import Person, people_of
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import LARGE, SMALL, Population

POPULATIONS = 4
ORGANISATIONS = 20
LISTS = ("role", "work")


@cache
def population(number: int, cards: int = 36) -> Population:
    return Population(cards, (LARGE, SMALL)[number % 2], number)


def drawn(number: int, people: int, seed: int, cards: int = 36) -> Sorts:
    return population(number, cards).draw(people, ORGANISATIONS, seed).sorts


def cards_of(sorts: Sorts) -> tuple[str, ...]:
    return sorts.cards


def persons(sorts: Sorts) -> list[Person]:
    """The same people as the platform knows them."""
    answers = [dict(zip(sorts.cards, row, strict=True)) for row in sorts.positions.astype(int).tolist()]
    said = zip(*(sorts.attribute(name).tolist() for name in LISTS), strict=True)
    return people_of(sorts.cards, answers, [dict(zip(LISTS, row, strict=True)) for row in said])


def by_role(sorts: Sorts, numbers: np.ndarray) -> Group:
    return Group(sorts, sorts.attribute("role"), numbers)
