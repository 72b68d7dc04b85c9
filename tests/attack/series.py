"""A series of workshops attacked, and what came of it per size of group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from attack.posterior import largest
from attack.puzzle import Puzzle
from attack.search import Exposure, exposures
from attack.usefulness import worth
from attack.workshops import KINDS, simulate

SIZES = {"under 5": (3, 4), "5-7": (5, 7), "8-11": (8, 11), "12-40": (12, 40)}
# Coalitions are many: two and three together are tried in every tenth workshop.
EVERY = 10


@dataclass
class Outcome:
    """Sums that add up, for the workshops of one size."""

    counts: Counter[str] = field(default_factory=Counter)
    outsiders: list[float] = field(default_factory=list)
    insiders: list[float] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        self.counts.update(other.counts)
        self.outsiders += other.outsiders
        self.insiders += other.insiders
        self.found += other.found


Series = dict[str, Outcome]


def attack_all(seed: int, numbers: Iterable[int], kinds: Collection[str] = KINDS) -> Series:
    series: Series = defaultdict(Outcome)
    for number in numbers:
        size, outcome = attack_one(seed, number, kinds)
        series[size].add(outcome)
    return dict(series)


def attack_one(seed: int, number: int, kinds: Collection[str]) -> tuple[str, Outcome]:
    workshop = simulate(seed, number)
    outcome = Outcome(Counter(workshops=1))
    puzzles = [Puzzle(question, workshop.classes) for question in workshop.questions if question.kind in kinds]
    together = (0, 1, 2, 3) if number % EVERY == 0 else (0, 1)
    for insiders in together:
        every = [each for puzzle in puzzles for each in exposures(puzzle, insiders, seed=number)]
        found = [each for each in every if not each.is_of_presence]
        outcome.counts[f"presence {insiders}"] += len(every) > len(found)
        outcome.counts[f"tried {insiders}"] += 1
        outcome.counts[f"exposed {insiders}"] += bool(found)
        outcome.counts[f"unsettled {insiders}"] += any(each.how == "unsettled" for each in found)
        if insiders < 2:
            outcome.found += [in_words(number, insiders, each) for each in found]
    for puzzle in puzzles:
        outcome.counts.update(worth(puzzle))
        outsiders, insiders = largest(puzzle)
        outcome.outsiders += outsiders
        outcome.insiders += insiders
    return size_of(workshop.size), outcome


def size_of(people: int) -> str:
    return next(name for name, (low, high) in SIZES.items() if low <= people <= high)


def in_words(number: int, insiders: int, each: Exposure) -> str:
    return (
        f"workshop {number}, {each.kind}: {each.fact} of {each.group}, {insiders} insiders {each.coalition}, {each.how}"
    )


def joined(parts: Iterable[Series]) -> Series:
    series: Series = {}
    for part in parts:
        for size, outcome in part.items():
            series.setdefault(size, Outcome()).add(outcome)
    return {size: series[size] for size in SIZES if size in series}


def figures(outcome: Outcome) -> dict[str, Any]:
    counts = outcome.counts
    return {
        "workshops": counts["workshops"],
        "exposed to an outsider": counts["exposed 0"],
        "exposed to one participant": counts["exposed 1"],
        "exposed to two who conspire": share(counts, "exposed 2", "tried 2"),
        "exposed to three who conspire": share(counts, "exposed 3", "tried 3"),
        "one participant knows that all took part, or none": counts["presence 1"],
        "posterior, outsider": spread_of(outcome.outsiders),
        "posterior, participant": spread_of(outcome.insiders),
        "pictures shown": share(counts, "shown", "pictures"),
        "top answer told and right": share(counts, "top told", "with a top"),
        "majority right": share(counts, "majority right", "choices"),
        "pairs in order": share(counts, "pairs in order", "pairs"),
        "misled": share(counts, "misled", "choices"),
    }


def share(counts: Counter[str], part: str, whole: str) -> float | None:
    return round(counts[part] / counts[whole], 3) if counts[whole] else None


def spread_of(sure: list[float]) -> dict[str, float] | None:
    if not sure:
        return None
    values = np.array(sure)
    return {
        "median": round(float(np.median(values)), 2),
        "90th percentile": round(float(np.quantile(values, 0.9)), 2),
        "share above 0.9": round(float((values > 0.9).mean()), 3),
        "largest": round(float(values.max()), 3),
    }
