"""What the pictures of one sort tell of one person beside each other: `PYTHONPATH=src:tests python -m attack.together`.

Each picture gives somebody's sort a score; the adversary adds them up, each in units of its own spread.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import numpy as np

from attack.likelihood import Group
from attack.membership import Numbers, Scores, best_threshold, gaps
from attack.publics import POPULATIONS, drawn
from attack.statistical import compared_core, compared_parts, core
from goedwerk_analysis.released import Withheld

KNOWN = 3_000
PICTURES = ("core over classes", "bar of parts", "core and bottom list")
Pair = tuple[Numbers, Numbers]


def scores_of(people: int, seed: int) -> Iterator[Pair]:
    """Of each picture the scores of members and of others; zero where nothing is shown."""
    number = seed % POPULATIONS
    for module in (compared_core, compared_parts):
        groups = [module.group_of(number, people, 2 * seed + other) for other in (0, 1)]
        yield scored(module, groups, module.learned(number, people))
    positions = [drawn(number, people, 2 * seed + other).positions for other in (0, 1)]
    yield scored(core, positions, usual(number))


def scored(module, groups: list[Group] | list[Numbers], known) -> Pair:
    shown = module.release(groups[0])
    size = len(groups[0].numbers) if isinstance(groups[0], Group) else len(groups[0])
    if isinstance(shown, Withheld):
        return np.zeros(size), np.zeros(size)
    return module.score(shown, groups[0], known), module.score(shown, groups[1], known)


@cache
def usual(number: int) -> Numbers:
    return core.expected(drawn(number, KNOWN, 77).positions)


def measure(people: int, groups: int) -> Iterator[tuple[tuple[str, ...], float, float]]:
    rows = [list(scores_of(people, seed)) for seed in range(groups)]
    spread = [np.std(np.concatenate([np.r_[row[at]] for row in rows])) + 1e-9 for at in range(len(PICTURES))]
    for count in range(1, len(PICTURES) + 1):
        for chosen in combinations(range(len(PICTURES)), count):
            sums = [Scores(*(sum(row[at][side] / spread[at] for at in chosen) for side in (0, 1))) for row in rows]
            each = 100 * gaps(sums[1::2], best_threshold(sums[::2]))
            yield tuple(PICTURES[at] for at in chosen), each.mean(), each.std(ddof=1) / np.sqrt(len(each))


if __name__ == "__main__":
    for people in (60, 100, 200):
        for names, points, error in measure(people, 120):
            print(people, " + ".join(names), f"{points:.1f} ± {error:.1f}")
