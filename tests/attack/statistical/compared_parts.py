"""The bar: how much is common, and how much goes with role and kind of work, in steps of 5 or 10 per cent.

A part is a number, so the adversary learns by how much it grows when a class agrees more with what it is made of.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from attack.likelihood import LEARNED_FROM, Group
from attack.membership import Crowd, Numbers, StatisticalPicture
from attack.publics import LISTS, POPULATIONS, by_role, drawn, persons, population
from goedwerk.values.comparing import find_parts
from goedwerk_analysis.disclosure import release_parts
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import ROLES, WORK
from goedwerk_analysis.sorts_shown import PartsPicture


def group_of(number: int, people: int, seed: int) -> Group:
    sorts = drawn(number, people, seed)
    return by_role(sorts, agreements(number, sorts))


def agreements(number: int, sorts: Sorts) -> Numbers:
    """How much everybody agrees with what is common, with what sets their role apart, and their kind of work."""
    known = population(number)
    role = known.role[[ROLES.index(name) for name in sorts.attribute("role")]]
    work = known.work[[WORK.index(name) for name in sorts.attribute("work")]]
    return np.stack([(sorts.positions * along).sum(axis=1) for along in (known.common, role, work)], axis=1)


def release(group: Group) -> PartsPicture | Withheld:
    return released(group.answers)


def released(sorts: Sorts) -> PartsPicture | Withheld:
    return release_parts(find_parts(sorts.cards, persons(sorts), LISTS))


def numbers_of(shown: PartsPicture) -> Numbers:
    """The parts and their limits; what is not told is as it usually is."""
    told = {part.name: (part.percent, part.low, part.high) for part in shown.told}
    row = [told.get(name, (None,) * 3) for name in ("common", *LISTS, "person")]
    return np.array([np.nan if number is None else float(number) for three in row for number in three])


@dataclass(frozen=True)
class Slopes:
    """What is usual of people and of the bar, and how they go together: (parts, agreements)."""

    people: Numbers
    spread: Numbers
    bar: Numbers
    slopes: Numbers

    def score(self, shown: PartsPicture, group: Group) -> Numbers:
        surprise = np.nan_to_num(numbers_of(shown) - self.bar)
        return ((group.numbers - self.people) / self.spread**2) @ (surprise @ self.slopes)


@cache
def learned(number: int, people: int) -> Slopes:
    groups = [group_of(number, people, 10_000 + at) for at in range(LEARNED_FROM)]
    told = [(group, shown) for group in groups if isinstance(shown := release(group), PartsPicture)]
    everybody = np.concatenate([group.numbers for group, _ in told])
    bars = np.stack([numbers_of(shown) for _, shown in told])
    there = ~np.isnan(bars)
    usual = np.nan_to_num(bars).sum(axis=0) / np.maximum(there.sum(axis=0), 1)
    apart = np.nan_to_num(bars - usual)
    means = np.stack([group.numbers.mean(axis=0) for group, _ in told])
    together = apart.T @ (means - means.mean(axis=0))
    slopes = together / np.maximum((apart**2).sum(axis=0), 1e-9)[:, None]
    return Slopes(everybody.mean(axis=0), everybody.std(axis=0) + 1e-9, usual, slopes)


def draw(people: int, seed: int) -> Crowd:
    number = seed % POPULATIONS
    return Crowd(group_of(number, people, 2 * seed), group_of(number, people, 2 * seed + 1), learned(number, people))


def score(shown: PartsPicture, group: Group, known: Slopes) -> Numbers:
    return known.score(shown, group)


PICTURE = StatisticalPicture("bar of parts", draw, release, score, sizes=(40, 60, 100, 200), groups=120)
