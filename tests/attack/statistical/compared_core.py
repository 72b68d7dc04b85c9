"""The core over classes: the cards that a majority of every class places high."""

from __future__ import annotations

from functools import cache

import numpy as np

from attack.likelihood import Group, Learned, Words, learn
from attack.membership import Crowd, Numbers, StatisticalPicture
from attack.publics import POPULATIONS, by_role, drawn, persons
from goedwerk.values.comparing import classes_by, find_core
from goedwerk_analysis.disclosure import release_core
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.sorts_shown import CorePicture

CARDS = 36


def group_of(number: int, people: int, seed: int) -> Group:
    sorts = drawn(number, people, seed)
    return by_role(sorts, (sorts.positions >= 1) * 1.0)


def release(group: Group) -> CorePicture | Withheld:
    return released(group.answers)


def released(sorts: Sorts) -> CorePicture | Withheld:
    people = persons(sorts)
    classes = classes_by(people)("role")
    return release_core(find_core(sorts.cards, people, classes)) if len(classes.names) > 1 else Withheld("few")


def words_of(sorts: Sorts) -> Words | None:
    shown = released(sorts)
    return None if isinstance(shown, Withheld) else words(shown, sorts.cards)


def words(shown: CorePicture, cards: tuple[str, ...]) -> Words:
    return [card in shown.cards for card in cards]


@cache
def learned(number: int, people: int) -> Learned:
    return learn(lambda at: group_of(number, people, 10_000 + at), words_of, np.eye(CARDS))


def draw(people: int, seed: int) -> Crowd:
    number = seed % POPULATIONS
    return Crowd(group_of(number, people, 2 * seed), group_of(number, people, 2 * seed + 1), learned(number, people))


def score(shown: CorePicture, group: Group, known: Learned) -> Numbers:
    return known.score(words(shown, group.answers.cards), group)


PICTURE = StatisticalPicture("core over classes", draw, release, score, sizes=(45, 60, 100, 200), groups=120)
