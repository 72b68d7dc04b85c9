"""Every way in which a group can answer, and who is exposed in it: the attack by enumeration.

A world is a row of whole numbers, the people in each cell (a cell is an answer, or a first and a second answer).
Worlds with the same pictures look alike from outside. Somebody is exposed when in all worlds that look like this one,
and that hold the coalition's own answers, everybody of a class outside the coalition gave the same answer.
"""

from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement

import numpy as np

from goedwerk_analysis.counts import NO_ANSWER, ChoiceCounts
from goedwerk_analysis.disclosure import choice


@cache
def worlds(people, cells):
    """All rows of `cells` whole numbers that add up to `people`."""
    if cells == 1:
        return np.array([[people]], dtype=np.int8)
    parts = [worlds(people - first, cells - 1) for first in range(people + 1)]
    firsts = np.repeat(np.arange(people + 1, dtype=np.int8), [len(part) for part in parts])
    return np.column_stack([firsts, np.concatenate(parts)])


def counts_of(row):
    row = tuple(int(count) for count in row)
    return ChoiceCounts((*"abcdefgh"[: len(row) - 1], NO_ANSWER), row, sum(row))


def pictures_of(rows, release=None):
    """A number for each row; equal numbers stand for equal pictures. The real gate draws each different row once."""
    different, back = np.unique(rows, axis=0, return_inverse=True)
    draw, seen = release or choice.release_choice, {}
    numbers = [seen.setdefault(draw(counts_of(row)), len(seen)) for row in different]
    return np.array(numbers)[back.ravel()]


def alike(*columns):
    """A number for each world; worlds that look alike in all columns share it."""
    _, numbers = np.unique(np.column_stack(columns), axis=0, return_inverse=True)
    return numbers.ravel()


@dataclass(frozen=True)
class Aim:
    """What somebody wants to know of a class: do all its people sit in the cells of this answer?"""

    members: np.ndarray
    answer: np.ndarray


def choice_aims(options):
    everybody = np.ones(options, dtype=bool)
    return [Aim(everybody, np.arange(options) == answer) for answer in range(options)]


def two_choice_aims(options):
    first, second = np.divmod(np.arange(options * options), options)
    everybody, changed = first >= 0, first != second
    answers = [part == answer for part in (first, second) for answer in range(options)]
    return [Aim(everybody, answer) for answer in (*answers, changed, ~changed)]


def coalitions(cells, insiders):
    for who in combinations_with_replacement(range(cells), insiders):
        yield np.bincount(np.array(who, dtype=int), minlength=cells)


def exposed(rows, looks, aims, insiders):
    """Which worlds have a coalition of `insiders` people that is certain of somebody else's answer."""
    order = np.argsort(looks, kind="stable")
    rows, looks = rows[order], looks[order]
    hit = np.zeros(len(rows), dtype=bool)
    for own in coalitions(rows.shape[1], insiders):
        present = (rows >= own).all(axis=1) if insiders else np.ones(len(rows), dtype=bool)
        if present.any():
            hit[present] |= _certain(rows[present], looks[present], aims, own)
    back = np.empty_like(hit)
    back[order] = hit
    return back


def _certain(rows, looks, aims, own):
    starts = np.flatnonzero(np.r_[True, looks[1:] != looks[:-1]])
    sizes = np.diff(np.r_[starts, len(rows)])
    certain = np.zeros(len(starts), dtype=bool)
    for aim in aims:
        outside = rows[:, aim.members].sum(axis=1, dtype=np.int16) - own[aim.members].sum()
        others = outside - (rows[:, aim.answer].sum(axis=1, dtype=np.int16) - own[aim.answer].sum())
        alternative = np.maximum.reduceat(np.where(outside > 0, others, 1), starts)
        certain |= alternative == 0
    return np.repeat(certain, sizes)
