"""The last word: an integer programme over all worlds that the ranges allow, or every world tried on the real gate.

The programme (SciPy, HiGHS) allows more worlds than fit, since it knows the ranges of a picture but not why the picture
is no finer. So when it finds no other world, somebody is exposed for certain; when it finds one, the gate is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations_with_replacement, product
from math import comb, prod
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from attack.facts import ABSENT, Answer, Fact
from attack.puzzle import Group, Puzzle, World
from goedwerk_analysis.released import ChoicePicture, ShiftPicture, SplitPicture

MOST_WORLDS, MOST_CELLS, TRIES = 30_000, 3_000, 12
Cell = tuple[Group, Answer]


def verdict(puzzle: Puzzle, group: Group, fact: Fact, coalition: Collection[int]) -> str:
    """Empty: another world fits. "proved": none does. "unsettled": none was found."""
    if puzzle.question.kind != "choice":
        return "unsettled"
    cells = cells_of(puzzle)
    if number_of_worlds(puzzle, cells) <= MOST_WORLDS:
        return by_enumeration(puzzle, cells, group, fact, coalition)
    if len(cells) <= MOST_CELLS:
        return by_programme(puzzle, cells, group, fact, coalition)
    return "unsettled"


def cells_of(puzzle: Puzzle) -> list[Cell]:
    return [(group, answer) for group in sorted(set(puzzle.groups), key=repr) for answer in answers_of(puzzle, group)]


def answers_of(puzzle: Puzzle, group: Group) -> Iterator[Answer]:
    options, there = (*puzzle.question.options, None), group[1]
    if puzzle.question.steady:
        yield from (tuple(option if present else ABSENT for present in there) for option in options)
    else:
        yield from product(*(options if present else (ABSENT,) for present in there))


def number_of_worlds(puzzle: Puzzle, cells: Sequence[Cell]) -> int:
    sizes, kinds = Counter(puzzle.groups), Counter(group for group, _ in cells)
    return prod(comb(people + kinds[group] - 1, people) for group, people in sizes.items())


def by_enumeration(puzzle: Puzzle, cells: Sequence[Cell], group: Group, fact: Fact, coalition: Collection[int]) -> str:
    outside = Counter(each for person, each in enumerate(puzzle.groups) if person not in coalition)
    parts = [
        [(each, hand) for hand in combinations_with_replacement([a for g, a in cells if g == each], people)]
        for each, people in sorted(outside.items(), key=repr)
    ]
    for world in product(*parts):
        answers = dict(world)
        avoids = any(not puzzle.holds(answer, fact) for answer in answers.get(group, ()))
        if avoids and puzzle.fits(puzzle.changes_to(placed(puzzle, answers, coalition))):
            return ""
    return "proved"


def placed(puzzle: Puzzle, answers: dict[Group, Sequence[Answer]], coalition: Collection[int]) -> World:
    """Give the people outside the coalition these answers; within a group it does not matter who gets which."""
    left = {group: list(hand) for group, hand in answers.items()}
    return tuple(
        puzzle.truth[person] if person in coalition else left[group].pop() for person, group in enumerate(puzzle.groups)
    )


def by_programme(puzzle: Puzzle, cells: Sequence[Cell], group: Group, fact: Fact, coalition: Collection[int]) -> str:
    rows, lows, highs = rows_of(puzzle, cells)
    own = Counter((puzzle.groups[person], puzzle.truth[person]) for person in coalition)
    least = np.array([own[cell] for cell in cells], dtype=float)
    aim = np.array([cell[0] == group and not puzzle.holds(cell[1], fact) for cell in cells])
    random = np.random.default_rng(0)
    for attempt in range(TRIES):
        noise = 0 if attempt == 0 else random.normal(0, 0.05, len(cells))
        cost = noise - aim.astype(float)
        found = milp(
            cost,
            constraints=LinearConstraint(np.array(rows), lows, highs),
            bounds=Bounds(least, np.full(len(cells), np.inf)),
            integrality=np.ones(len(cells)),
            options={"time_limit": 10.0},
        )
        if found.status != 0:
            return "unsettled"
        world = np.rint(found.x).astype(int) - least.astype(int)
        if world[aim].sum() == 0:
            if attempt == 0:
                return "proved"
            continue
        answers: dict[Group, list[Answer]] = {each: [] for each in set(puzzle.groups)}
        for (each, answer), people in zip(cells, world, strict=True):
            answers[each] += [answer] * int(people)
        if puzzle.fits(puzzle.changes_to(placed(puzzle, answers, coalition))):
            return ""
    return "unsettled"


def rows_of(puzzle: Puzzle, cells: Sequence[Cell]) -> tuple[list[Any], list[float], list[float]]:
    sizes = Counter(puzzle.groups)
    rows = [np.array([float(cell[0] == group) for cell in cells]) for group in sizes]
    lows, highs = [float(people) for people in sizes.values()], [float(people) for people in sizes.values()]
    for run, released in enumerate(puzzle.shown):
        for row, low, high in told(dict(released), run, cells):
            rows.append(row)
            lows.append(low)
            highs.append(high)
    return rows, lows, highs


def told(released: dict[str, Any], run: int, cells: Sequence[Cell]) -> Iterator[tuple[Any, float, float]]:
    for classes, picture in pictures_of(released.get("choice")):
        for option, label in zip((*picture.options[:-1], None), picture.labels, strict=True):
            inside = [
                float(answer[run] == option and (classes is None or group[0] in classes)) for group, answer in cells
            ]
            yield np.array(inside), label.range.low, label.range.high
    shift = released.get("shift")
    if isinstance(shift, ShiftPicture):
        half = shift.people // 2 + 1
        changed = np.array(
            [float(ABSENT not in answer[run - 1 : run + 1] and answer[run - 1] != answer[run]) for _, answer in cells]
        )
        yield changed, half if shift.more_than_half else 0, shift.people if shift.more_than_half else half - 1


def pictures_of(released: Any) -> list[tuple[Any, ChoicePicture]]:
    if isinstance(released, ChoicePicture):
        return [(None, released)]
    if isinstance(released, SplitPicture):
        return [(group.classes, group.picture) for group in released.shown]
    return []
