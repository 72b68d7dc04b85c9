"""Was this sort among them? The attack on pictures that follow from everybody's answers together.

The adversary holds the whole sort of one person, knows the population that the group was drawn from, and asks whether
the person was in the group. The statistic is how much better the sort agrees with the picture than with what the
population alone would have given: the first order of the likelihood ratio. The advantage is the share of members called
members minus the share of others called members, at the threshold that was best in another half of the groups.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.counts import GroupsFound, SortCounts
from goedwerk_analysis.disclosure import release_groups, release_sort
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP
from goedwerk_analysis.released import GroupsPicture, PicksPicture, SortPicture
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import Camps, draw_camps
from goedwerk_analysis.viewpoints import Viewpoints, analyse

HIGH = 2  # from this column on a card is in the top zone; mirrored for the bottom zone
POPULATION = 1_000  # people beside the group and the others, from whom the adversary knows what to expect
WORDS = {"high": 1, "middle": 0, "low": -1}
Levels = NDArray[np.int64]


@dataclass(frozen=True)
class Scores:
    """The statistic for people who were in the group and for others of the same population."""

    members: NDArray[np.float64]
    others: NDArray[np.float64]


def found_of(viewpoints: Viewpoints) -> GroupsFound:
    """What the analysis hands to the gate: who defines which viewpoint, and how the cards stand in it."""
    scores = np.nan_to_num(viewpoints.scores.T)
    sizes = tuple(int(size) for size in viewpoints.flags.marked.sum(axis=0))
    return GroupsFound(names(scores.shape[1]), sizes, orders_of(scores), viewpoints.n_sorts)


def names(cards: int) -> tuple[str, ...]:
    return tuple(str(card) for card in range(cards))


def orders_of(scores: NDArray[np.float64]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(card) for card in row) for row in (-scores).argsort(axis=1, kind="stable"))


def levels_shown(picture: GroupsPicture) -> Levels:
    return np.array([[WORDS[level] for level in group.levels] for group in picture.groups])


def by_viewpoints(camps: Camps, people: int) -> Scores | None:
    """Attack the viewpoints of the first `people`; None when the gate shows none."""
    found = found_of(analyse(Sorts.of(camps.sorts.positions[:people]), len(camps.ideal)))
    picture = release_groups(found)
    if not isinstance(picture, GroupsPicture):
        return None
    # What the gate would have shown of the viewpoints that the population really holds.
    ideal = GroupsFound(found.items, (SMALLEST_GROUP,) * len(camps.ideal), orders_of(camps.ideal), people)
    shown, expected = levels_shown(picture), levels_shown(release_groups(ideal))
    return scored(camps, people, shown - expected[(shown @ expected.T).argmax(axis=1)])


def by_core(camps: Camps, people: int) -> Scores | None:
    """Attack the lists of what more than half put on top and at the bottom."""
    positions = camps.sorts.positions
    picture = release_sort(counts_of(positions[:people]))
    if not isinstance(picture, SortPicture):
        return None
    population = positions[2 * people :]
    expected = ((population >= HIGH).mean(axis=0) > 0.5).astype(int) - (population <= -HIGH).mean(axis=0).round()
    top, bottom = listed(picture.top, positions.shape[1]), listed(picture.bottom, positions.shape[1])
    return scored(camps, people, (top - bottom - expected)[None])


def counts_of(positions: NDArray[np.float64]) -> SortCounts:
    cards = names(positions.shape[1])
    zones = int((positions[0] >= HIGH).sum()), int((positions[0] <= -HIGH).sum())
    hands = [
        ([cards[at] for at in np.flatnonzero(row >= HIGH)], [cards[at] for at in np.flatnonzero(row <= -HIGH)])
        for row in positions
    ]
    return SortCounts.of(cards, hands, len(positions), zones)


def listed(picture: PicksPicture | object, cards: int) -> Levels:
    told = set(picture.listed) if isinstance(picture, PicksPicture) else set()
    return np.array([int(card in told) for card in names(cards)])


def scored(camps: Camps, people: int, surprise: Levels) -> Scores:
    statistic = (camps.sorts.positions @ surprise.T).max(axis=1)
    return Scores(statistic[:people], statistic[people : 2 * people])


ATTACKS = {"viewpoints": by_viewpoints, "core": by_core}


def series(what: str, *, groups: int, people: int, viewpoints: int, seed: int) -> list[Scores]:
    return list(shown_scores(what, groups, people, viewpoints, seed))


def shown_scores(what: str, groups: int, people: int, viewpoints: int, seed: int) -> Iterator[Scores]:
    for number in range(groups):
        camps = draw_camps(2 * people + POPULATION, viewpoints, seed * 100_000 + number)
        scores = ATTACKS[what](camps, people)
        if scores is not None:
            yield scores


def advantage(scores: list[Scores]) -> float:
    """Learned on one half of the groups, measured on the other."""
    learn, measure = scores[::2], scores[1::2]
    values = np.unique(np.concatenate([np.r_[each.members, each.others] for each in learn]))
    best = max(values, key=lambda threshold: gap(learn, threshold))
    return float(gap(measure, best))


def gap(scores: list[Scores], threshold: float) -> float:
    members = np.concatenate([each.members for each in scores])
    others = np.concatenate([each.others for each in scores])
    return (members >= threshold).mean() - (others >= threshold).mean()
