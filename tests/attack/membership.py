"""Was this answer among them? The attack on pictures that follow from everybody's answers together.

The adversary holds the whole answer of one person, knows the population that the group was drawn from, and asks whether
the person was in the group. The advantage is the share of members called members minus the share of others called
members, at the threshold that was best in another half of the groups.

Each picture that is attacked so is a module of `attack.statistical` that holds `PICTURE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import numpy as np
from numpy.typing import NDArray

from attack import statistical
from goedwerk_analysis.released import Withheld

BOUND = 0.05
"""The advantage that a picture may give, unless it says that it does not keep to this."""
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Crowd:
    """The answers of a group, those of as many others, and what the adversary knows of where they were drawn from."""

    group: Any
    others: Any
    known: Any


@dataclass(frozen=True)
class StatisticalPicture:
    """How to attack one kind of picture.

    `draw` makes a crowd of so many people from a seed. `release` asks the gate what is shown of a group's answers.
    `score` gives each answer a number, the higher the more it looks like that of a member: the likelihood ratio of
    "in the group" against "not in the group", or what grows with it.
    """

    name: str
    draw: Callable[[int, int], Crowd]
    release: Callable[[Any], Any]
    score: Callable[[Any, Any, Any], Numbers]
    sizes: tuple[int, ...] = (20, 30, 40, 60, 100)
    groups: int = 200
    is_bound: bool = True


@dataclass(frozen=True)
class Scores:
    """The statistic for people who were in the group and for others of the same population."""

    members: Numbers
    others: Numbers


@dataclass(frozen=True)
class Measured:
    """The advantage and its standard error, over the groups that were shown a picture."""

    advantage: float | None
    error: float | None
    shown: int

    @property
    def is_above(self) -> bool:
        """Whether the advantage is larger than is allowed, and not by chance alone."""
        return self.advantage is not None and self.advantage - 2 * self.error > BOUND


def registered() -> dict[str, StatisticalPicture]:
    modules = (import_module(f"attack.statistical.{each.name}") for each in iter_modules(statistical.__path__))
    return {module.PICTURE.name: module.PICTURE for module in modules}


def measured(picture: StatisticalPicture, *, people: int, groups: int, seed: int) -> Measured:
    scores = series(picture, people=people, groups=groups, seed=seed)
    if len(scores) < 4:
        return Measured(None, None, len(scores))
    each = gaps(scores[1::2], best_threshold(scores[::2]))
    return Measured(float(each.mean()), float(each.std(ddof=1) / np.sqrt(len(each))), len(scores))


def series(picture: StatisticalPicture, *, people: int, groups: int, seed: int) -> list[Scores]:
    return list(shown_scores(picture, people, groups, seed))


def shown_scores(picture: StatisticalPicture, people: int, groups: int, seed: int) -> Iterator[Scores]:
    for number in range(groups):
        crowd = picture.draw(people, seed * 100_000 + number)
        shown = picture.release(crowd.group)
        if not isinstance(shown, Withheld):
            yield Scores(*(picture.score(shown, answers, crowd.known) for answers in (crowd.group, crowd.others)))


def advantage(scores: list[Scores]) -> float:
    """Learned on one half of the groups, measured on the other."""
    return float(gaps(scores[1::2], best_threshold(scores[::2])).mean())


def best_threshold(scores: list[Scores]) -> float:
    members = np.sort(np.concatenate([each.members for each in scores]))
    others = np.sort(np.concatenate([each.others for each in scores]))
    values = np.unique(np.r_[members, others])
    # What is below a threshold, of the others less of the members: the gap, for every threshold at once.
    below = np.searchsorted(others, values) / len(others) - np.searchsorted(members, values) / len(members)
    return float(values[below.argmax()])


def gaps(scores: list[Scores], threshold: float) -> Numbers:
    """In each group: members called members less others called members."""
    return np.array([(each.members >= threshold).mean() - (each.others >= threshold).mean() for each in scores])
