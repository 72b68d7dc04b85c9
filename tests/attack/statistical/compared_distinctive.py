"""What sets classes apart: of each class the cards that it places higher or lower than the others."""

from __future__ import annotations

from functools import cache

import numpy as np

from attack.likelihood import Group, Learned, Words, learn
from attack.membership import Crowd, Numbers, StatisticalPicture
from attack.publics import POPULATIONS, by_role, drawn, persons
from goedwerk.values.comparing import classes_by, find_distinctive
from goedwerk_analysis.disclosure import release_distinctive
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.sorts_shown import DistinctivePicture

CARDS = 36


def group_of(number: int, people: int, seed: int) -> Group:
    sorts = drawn(number, people, seed)
    return by_role(sorts, sorts.positions)


def release(group: Group) -> DistinctivePicture | Withheld:
    return released(group.answers)


def released(sorts: Sorts) -> DistinctivePicture | Withheld:
    people = persons(sorts)
    return release_distinctive(find_distinctive(sorts.cards, people, classes_by(people)("role")))


def words_of(sorts: Sorts) -> Words | None:
    shown = released(sorts)
    return None if isinstance(shown, Withheld) else words(shown, sorts.cards)


def words(shown: DistinctivePicture, cards: tuple[str, ...]) -> Words:
    """Of each card what is told of all classes together."""
    told = {(each.card, each.name): each.direction for each in shown.told}
    return [tuple(told.get((card, name)) for name in shown.classes) for card in cards]


@cache
def learned(number: int, people: int) -> Learned:
    return learn(lambda at: group_of(number, people, 10_000 + at), words_of, np.eye(CARDS))


def draw(people: int, seed: int) -> Crowd:
    number = seed % POPULATIONS
    return Crowd(group_of(number, people, 2 * seed), group_of(number, people, 2 * seed + 1), learned(number, people))


def score(shown: DistinctivePicture, group: Group, known: Learned) -> Numbers:
    return known.score(words(shown, group.answers.cards), group)


PICTURE = StatisticalPicture("distinctive cards", draw, release, score, sizes=(250, 400), groups=120)
