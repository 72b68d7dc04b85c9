"""The last word: an integer programme over all worlds that the ranges allow, or every world tried on the real gate.

The programme (SciPy, HiGHS) allows more worlds than fit, since it knows the ranges of a picture but not why the picture
is no finer. So when it finds no other world, somebody is exposed for certain; when it finds one, the gate is asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
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
    size = rows.shape[1]
    least, most = np.zeros(size), np.r_[np.full(len(cells), np.inf), np.ones(size - len(cells))]
    least[: len(cells)] = [own[cell] for cell in cells]
    aim = np.zeros(size, dtype=bool)
    aim[: len(cells)] = [cell[0] == group and not puzzle.holds(cell[1], fact) for cell in cells]
    random = np.random.default_rng(0)
    for attempt in range(TRIES):
        noise = np.zeros(size) if attempt == 0 else random.normal(0, 0.05, size)
        found = milp(
            noise - aim,
            constraints=LinearConstraint(rows, lows, highs),
            bounds=Bounds(least, most),
            integrality=np.ones(size),
            options={"time_limit": 10.0},
        )
        if found.status != 0:
            return "unsettled"
        world = np.rint(found.x - least).astype(int)
        if attempt == 0 and world[aim].sum() == 0:
            return "proved"
        if world[aim].sum() and puzzle.fits(puzzle.changes_to(placed(puzzle, by_group(cells, world), coalition))):
            return ""
    return "unsettled"


def by_group(cells: Sequence[Cell], world: Sequence[int]) -> dict[Group, list[Answer]]:
    answers: dict[Group, list[Answer]] = defaultdict(list)
    for (group, answer), people in zip(cells, world[: len(cells)], strict=True):
        answers[group] += [answer] * int(people)
    return answers


def rows_of(puzzle: Puzzle, cells: Sequence[Cell]) -> tuple[np.ndarray, list[float], list[float]]:
    """Sizes of groups and what pictures tell; behind the cells, 0/1 unknowns: does an option reach the bar?"""
    sizes = Counter(puzzle.groups)
    rows = [([float(cell[0] == group) for cell in cells], [], people, people) for group, people in sizes.items()]
    for run, released in enumerate(puzzle.shown):
        rows += [(row, [], low, high) for row, low, high in told(dict(released), run, cells)]
        for bar, number, options in spread(dict(released), run, cells):
            first = max((switch for _, switches, _, _ in rows for switch, _ in switches), default=-1) + 1
            rows += [(row, [(first + at, -float(bar))], 0, np.inf) for at, row in enumerate(options)]
            rows.append(([0.0] * len(cells), [(first + at, 1.0) for at in range(len(options))], number, np.inf))
    more = max((switch for _, switches, _, _ in rows for switch, _ in switches), default=-1) + 1
    matrix = np.zeros((len(rows), len(cells) + more))
    for at, (row, switches, _, _) in enumerate(rows):
        matrix[at, : len(cells)] = row
        for switch, weight in switches:
            matrix[at, len(cells) + switch] = weight
    return matrix, [low for *_, low, _ in rows], [high for *_, high in rows]


def told(released: dict[str, Any], run: int, cells: Sequence[Cell]) -> Iterator[tuple[list[float], float, float]]:
    for classes, picture in pictures_of(released.get("choice")):
        for row, label in zip(options_of(picture, classes, run, cells), picture.labels, strict=True):
            yield row, label.range.low, label.range.high
    shift = released.get("shift")
    if isinstance(shift, ShiftPicture):
        half = shift.people // 2 + 1
        low, high = (half, shift.people) if shift.more_than_half else (0, half - 1)
        yield [float(has_changed(answer, run)) for _, answer in cells], low, high


def spread(released: dict[str, Any], run: int, cells: Sequence[Cell]) -> Iterator[tuple[int, int, list[list[float]]]]:
    """ "Widely spread" tells that so many options reached the bar that a list of them would have been too long."""
    for classes, picture in pictures_of(released.get("choice")):
        if picture.form == "spread":
            bar, free = (3, 2) if picture.people < 12 else (4, 3)
            yield bar, (picture.people - free) // bar + 1, options_of(picture, classes, run, cells)


def options_of(picture: ChoicePicture, classes: Any, run: int, cells: Sequence[Cell]) -> list[list[float]]:
    return [
        [float(answer[run] == option and (classes is None or group[0] in classes)) for group, answer in cells]
        for option in (*picture.options[:-1], None)
    ]


def has_changed(answer: Answer, run: int) -> bool:
    return ABSENT not in answer[run - 1 : run + 1] and answer[run - 1] != answer[run]


def pictures_of(released: Any) -> list[tuple[Any, ChoicePicture]]:
    if isinstance(released, ChoicePicture):
        return [(None, released)]
    if isinstance(released, SplitPicture):
        return [(group.classes, group.picture) for group in released.shown]
    return []
