"""What moved between two sorts of the same people: the adversary holds both sorts of one of them."""

from __future__ import annotations

from functools import cache

import numpy as np

from attack.likelihood import Group, Learned, Words, learn
from attack.membership import Crowd, Numbers, StatisticalPicture
from attack.publics import POPULATIONS, population
from goedwerk.values.moving import find_moves
from goedwerk_analysis.disclosure import release_moves
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.sorts_shown import MovesPicture

CARDS = 36
MOOD = 0.3
# How far the liking of how large a part of the cards moves.
SHIFTS = ((0.5, 0.5), (0.5, 0.2), (0.25, 0.5), (0.25, 0.2))
Twice = tuple[Numbers, Numbers]


@cache
def shift(number: int) -> Numbers:
    random = np.random.default_rng(number)
    size, part = SHIFTS[number]
    cards = population(number).n_cards
    moved, count = np.zeros(cards), round(part * cards)
    moved[random.choice(cards, count, replace=False)] = size * random.choice([-1.0, 1.0], count)
    return moved


def group_of(number: int, people: int, seed: int) -> Group:
    known, random = population(number), np.random.default_rng((number, people, seed))
    lasting = known.common + known.personal(random, np.ones(people))
    moods = MOOD * random.normal(size=(2, *lasting.shape))
    first, second = known.lay(lasting + moods[0]), known.lay(lasting + shift(number) + moods[1])
    return Group((first, second), np.full(people, "everybody"), second - first)


def release(group: Group) -> MovesPicture | Withheld:
    return released(group.answers)


def released(twice: Twice) -> MovesPicture | Withheld:
    first, second = map(answers, twice)
    return release_moves(find_moves(cards(twice), first, second))


def cards(twice: Twice) -> tuple[str, ...]:
    return tuple(f"c{at}" for at in range(twice[0].shape[1]))


def answers(positions: Numbers) -> dict[int, dict[str, int]]:
    names = tuple(f"c{at}" for at in range(positions.shape[1]))
    return {person: dict(zip(names, row, strict=True)) for person, row in enumerate(positions.astype(int).tolist())}


def words_of(twice: Twice) -> Words | None:
    shown = released(twice)
    return None if isinstance(shown, Withheld) else words(shown, cards(twice))


def words(shown: MovesPicture, names: tuple[str, ...]) -> Words:
    told = {each.card: each.direction for each in shown.told}
    return [told.get(card) for card in names]


@cache
def learned(number: int, people: int) -> Learned:
    return learn(lambda at: group_of(number, people, 10_000 + at), words_of, np.eye(CARDS))


def draw(people: int, seed: int) -> Crowd:
    number = seed % POPULATIONS
    return Crowd(group_of(number, people, 2 * seed), group_of(number, people, 2 * seed + 1), learned(number, people))


def score(shown: MovesPicture, group: Group, known: Learned) -> Numbers:
    return known.score(words(shown, cards(group.answers)), group)


PICTURE = StatisticalPicture("cards that moved", draw, release, score, sizes=(200, 400), groups=120)
