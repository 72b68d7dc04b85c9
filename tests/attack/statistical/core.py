"""The core: what more than half put in the top zone or the bottom zone of a sort.

Nobody is exposed for certain by it; but what more than half hold is information about everybody. So its advantage is
told, and not held under the bound in small groups (`docs/method/attack.md`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from attack.membership import Crowd, StatisticalPicture
from goedwerk_analysis.counts import SortCounts
from goedwerk_analysis.disclosure import release_sort
from goedwerk_analysis.released import PicksPicture, SortPicture, Withheld
from goedwerk_analysis.simulation import draw_camps

HIGH = 2  # from this column on a card is in the top zone; mirrored for the bottom zone
POPULATION = 1_000  # people beside the group and the others, from whom the adversary knows what to expect
Numbers = NDArray[np.float64]


def draw(people: int, seed: int) -> Crowd:
    positions = draw_camps(2 * people + POPULATION, 2, seed).sorts.positions
    return Crowd(positions[:people], positions[people : 2 * people], expected(positions[2 * people :]))


def expected(positions: Numbers) -> Numbers:
    """For each card, whether more than half of the population put it on top (1) or at the bottom (-1)."""
    return ((positions >= HIGH).mean(axis=0) > 0.5) * 1.0 - ((positions <= -HIGH).mean(axis=0) > 0.5)


def release(positions: Numbers) -> SortPicture | Withheld:
    return release_sort(counts_of(positions))


def counts_of(positions: Numbers) -> SortCounts:
    cards = tuple(str(card) for card in range(positions.shape[1]))
    zones = int((positions[0] >= HIGH).sum()), int((positions[0] <= -HIGH).sum())
    hands = [
        ([cards[at] for at in np.flatnonzero(row >= HIGH)], [cards[at] for at in np.flatnonzero(row <= -HIGH)])
        for row in positions
    ]
    return SortCounts.of(cards, hands, len(positions), zones)


def score(picture: SortPicture, positions: Numbers, usual: Numbers) -> Numbers:
    return positions @ (listed(picture.top, len(usual)) - listed(picture.bottom, len(usual)) - usual)


def listed(picture: PicksPicture | Withheld, cards: int) -> Numbers:
    told = set(picture.listed) if isinstance(picture, PicksPicture) else set()
    return np.array([float(str(card) in told) for card in range(cards)])


PICTURE = StatisticalPicture("core and bottom list", draw, release, score, is_bound=False)
