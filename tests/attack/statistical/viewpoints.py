"""Viewpoints of sorts: does this sort agree better with the picture than with what the population would have given?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from attack.membership import Crowd, StatisticalPicture
from goedwerk_analysis.counts import GroupsFound
from goedwerk_analysis.disclosure import release_groups
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP
from goedwerk_analysis.released import GroupsPicture, Withheld
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import draw_camps
from goedwerk_analysis.viewpoints import Viewpoints, analyse

VIEWPOINTS = 2
WORDS = {"high": 1, "middle": 0, "low": -1}
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Held:
    """The viewpoints that the population really holds, and how many people of it were in the room."""

    ideal: Numbers
    people: int


def draw(people: int, seed: int) -> Crowd:
    camps = draw_camps(2 * people, VIEWPOINTS, seed)
    positions = camps.sorts.positions
    return Crowd(positions[:people], positions[people:], Held(camps.ideal, people))


def release(positions: Numbers) -> GroupsPicture | Withheld:
    return release_groups(found_of(analyse(Sorts.of(positions), VIEWPOINTS)))


def found_of(viewpoints: Viewpoints) -> GroupsFound:
    """What the analysis hands to the gate: who defines which viewpoint, and how the cards stand in it."""
    scores = np.nan_to_num(viewpoints.scores.T)
    sizes = tuple(int(size) for size in viewpoints.flags.marked.sum(axis=0))
    return GroupsFound(names(scores.shape[1]), sizes, orders_of(scores), viewpoints.n_sorts)


def names(cards: int) -> tuple[str, ...]:
    return tuple(str(card) for card in range(cards))


def orders_of(scores: Numbers) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(card) for card in row) for row in (-scores).argsort(axis=1, kind="stable"))


def score(picture: GroupsPicture, positions: Numbers, held: Held) -> Numbers:
    """The first order of the likelihood ratio: agreement with what the picture tells beyond the population."""
    ideal = GroupsFound(picture.items, (SMALLEST_GROUP,) * len(held.ideal), orders_of(held.ideal), held.people)
    shown, expected = levels_of(picture), levels_of(release_groups(ideal))
    surprise = shown - expected[(shown @ expected.T).argmax(axis=1)]
    return (positions @ surprise.T).max(axis=1)


def levels_of(picture: GroupsPicture) -> NDArray[np.int64]:
    return np.array([[WORDS[level] for level in group.levels] for group in picture.groups])


PICTURE = StatisticalPicture("viewpoints", draw, release, score)
