"""Every way in which a group can hold two hands of cards, and what is certain to one participant: by enumeration.

A world is a row of numbers: for each card how many hold it in one hand, and then how many in the other. Nobody holds a
card in both. Any such numbers can be dealt over the people, so every world is a row and every row a world.
"""

from functools import cache
from itertools import combinations, product

import numpy as np

from goedwerk_analysis.counts import PickCounts, SortCounts
from goedwerk_analysis.disclosure import release_picks, release_sort

NAMES = tuple("abcdefgh")


@cache
def sort_worlds(people, cards, zones):
    """Some skip, and whoever sorts fills both zones."""
    return np.vstack([full_hands(sorted_by, cards, zones) for sorted_by in range(people + 1)])


def full_hands(people, cards, zones):
    tops, bottoms = (rows_of(people, cards, [picks * people]) for picks in zones)
    return beside(tops, bottoms, people)


@cache
def pick_worlds(people, cards, most):
    """Everybody may hold fewer cards, or none; who gives something up also picks something."""
    picked, given_up = (rows_of(people, cards, range(picks * people + 1)) for picks in most)
    rows = beside(picked, given_up, people)
    return rows[rows[:, :cards].sum(axis=1) >= rows[:, cards:].sum(axis=1)]


def rows_of(people, cards, sums):
    grid = np.indices((people + 1,) * cards).reshape(cards, -1).T
    return grid[np.isin(grid.sum(axis=1), list(sums))]


def beside(ones, others, people):
    pairs = [np.hstack([np.repeat(row[None], len(others), 0), others])[(row + others <= people).all(1)] for row in ones]
    return np.vstack(pairs)


def draw_sort(row, people, zones):
    cards = len(row) // 2
    tops, bottoms = (
        PickCounts(NAMES[:cards], counts, people, picks)
        for counts, picks in zip((row[:cards], row[cards:]), zones, strict=True)
    )
    return release_sort(SortCounts(tops, bottoms))


def draw_picks(row, people, most):
    cards = len(row) // 2
    first = release_picks(PickCounts(NAMES[:cards], row[:cards], people, most[0]))
    return first, release_picks(PickCounts(NAMES[:cards], row[cards:], people, most[1]), beside=[first])


def own_hands(cards, sizes):
    """Of whoever takes part: `sizes` are the numbers of cards that each hand may hold."""
    for one, two in product(*sizes):
        for held in combinations(range(cards), one):
            for given in combinations([card for card in range(cards) if card not in held], two):
                yield np.isin(np.arange(2 * cards), [*held, *(cards + card for card in given)]).astype(int)


def exposing(draw, worlds, hands, people, cards, zones):
    """The pictures that make an outsider or a participant certain of everybody else, and all pictures there are."""
    drawn, numbers, found = {}, {}, set()
    nothing = np.zeros(2 * cards, dtype=int)
    views = [(0, nothing), (1, nothing), *((1, hand) for hand in hands)]
    for insiders, own in views:
        others = worlds(people - insiders, cards, zones)
        looks = []
        for row in map(tuple, (others + own).tolist()):
            if row not in drawn:
                drawn[row] = numbers.setdefault(draw(row, people, zones), len(numbers))
            looks.append(drawn[row])
        found |= certain(others, np.array(looks), people - insiders)
    return {picture for picture, number in numbers.items() if number in found}, set(numbers)


def certain(others, looks, people):
    """The looks at which all others held a card in a hand, or in one of both, or none of them did."""
    order = np.argsort(looks, kind="stable")
    looks, rows = looks[order], others[order]
    starts = np.flatnonzero(np.r_[True, looks[1:] != looks[:-1]])
    cards = rows.shape[1] // 2
    facts = np.hstack([rows, rows[:, :cards] + rows[:, cards:]])
    least, most = np.minimum.reduceat(facts, starts), np.maximum.reduceat(facts, starts)
    return {int(look) for look in looks[starts][((most == 0) | (least == people)).any(axis=1)]}
