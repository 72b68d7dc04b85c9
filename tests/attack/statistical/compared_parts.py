"""The bar: how much is common, and how much goes with role and kind of work, in steps of 5 per cent."""

from __future__ import annotations

from functools import cache

import numpy as np

from attack.likelihood import Group, Learned, Words, learn
from attack.membership import Crowd, Numbers, StatisticalPicture
from attack.publics import LISTS, POPULATIONS, by_role, drawn, persons, population
from goedwerk.values.comparing import find_parts
from goedwerk_analysis.disclosure import release_parts
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import ROLES, WORK
from goedwerk_analysis.sorts_shown import PartsPicture

# Everybody's agreement with what is common, with what sets their role apart, and their kind of work.
AGREEMENTS = 3
PLACES = 4


def group_of(number: int, people: int, seed: int) -> Group:
    sorts = drawn(number, people, seed)
    return by_role(sorts, agreements(number, sorts))


def agreements(number: int, sorts: Sorts) -> Numbers:
    """A part grows when people agree more with what it is made of: all that the bar says of one person."""
    known = population(number)
    role = known.role[[ROLES.index(name) for name in sorts.attribute("role")]]
    work = known.work[[WORK.index(name) for name in sorts.attribute("work")]]
    return np.stack([(sorts.positions * along).sum(axis=1) for along in (known.common, role, work)], axis=1)


def release(group: Group) -> PartsPicture | Withheld:
    return released(group.answers)


def released(sorts: Sorts) -> PartsPicture | Withheld:
    return release_parts(find_parts(sorts.cards, persons(sorts), LISTS))


def words_of(sorts: Sorts) -> Words | None:
    shown = released(sorts)
    return None if isinstance(shown, Withheld) else words(shown)


def words(shown: PartsPicture) -> Words:
    told = {part.name: (part.percent, part.low, part.high) for part in shown.parts}
    rest = told.get("person", told.get("rest"))
    return [told.get("common"), told.get("role"), told.get("work"), rest]


@cache
def learned(number: int, people: int) -> Learned:
    about = np.ones((PLACES, AGREEMENTS))
    return learn(lambda at: group_of(number, people, 10_000 + at), words_of, about)


def draw(people: int, seed: int) -> Crowd:
    number = seed % POPULATIONS
    return Crowd(group_of(number, people, 2 * seed), group_of(number, people, 2 * seed + 1), learned(number, people))


def score(shown: PartsPicture, group: Group, known: Learned) -> Numbers:
    return known.score(words(shown), group)


PICTURE = StatisticalPicture("bar of parts", draw, release, score, sizes=(40, 60, 100, 200), groups=120)
