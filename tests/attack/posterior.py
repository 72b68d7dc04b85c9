"""How sure somebody can be, who beforehand holds every division of the answers for equally likely (flat Dirichlet)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from attack.puzzle import Puzzle
from attack.usefulness import first_pictures
from goedwerk_analysis.counts import NO_ANSWER, ChoiceCounts
from goedwerk_analysis.disclosure import release_choice
from goedwerk_analysis.released import ChoicePicture

MOST_PEOPLE, MOST_OPTIONS = 11, 5


def largest(puzzle: Puzzle) -> tuple[list[float], list[float]]:
    """The largest posterior for a colleague, for an outsider and for each kind of participant, per first picture."""
    outsiders, insiders = [], []
    if puzzle.question.kind == "choice":
        for picture, counts in first_pictures(puzzle):
            if picture.people <= MOST_PEOPLE and len(counts) <= MOST_OPTIONS:
                fits = worlds_that_fit(picture)
                outsiders.append(sure(fits, None))
                insiders += [sure(fits, own) for own, count in enumerate(counts) if count]
    return outsiders, insiders


def sure(fits: NDArray[np.int64], own: int | None) -> float:
    people = int(fits[0].sum())
    if own is None:
        return float((fits.mean(axis=0) / people).max())
    # A world with more people who answered as I did is the more likely to hold me.
    weight = fits[:, own] / fits[:, own].sum()
    others = fits - (np.arange(fits.shape[1]) == own)
    return float((weight @ others / (people - 1)).max())


@cache
def worlds_that_fit(picture: ChoicePicture) -> NDArray[np.int64]:
    drawn = pictures(picture.people, len(picture.options))
    return np.array([row for row, each in drawn if each.labels == picture.labels and each.form == picture.form])


@cache
def pictures(people: int, options: int) -> list[tuple[tuple[int, ...], ChoicePicture]]:
    names = (*"abcdef"[: options - 1], NO_ANSWER)
    return [(row, release_choice(ChoiceCounts(names, row, people))) for row in divisions(people, options)]


def divisions(people: int, options: int) -> Iterator[tuple[int, ...]]:
    if options == 1:
        yield (people,)
        return
    for first in range(people + 1):
        yield from ((first, *rest) for rest in divisions(people - first, options - 1))
