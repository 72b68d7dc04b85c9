"""How fast the engine for value sorts is, in ratios and in limits that a machine must meet.

Usage: python bench/sorts.py

Prints one line per measure and fails when a limit is not met. Use one thread
(OMP_NUM_THREADS=1) to compare like with like. Limits are in seconds of a clock
on the wall; processor time stands beside them for a machine that is not idle.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np

from goedwerk_analysis.choices.reason import deliberative_reason
from goedwerk_analysis.comparison.core import core
from goedwerk_analysis.comparison.partition import partition
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import DECKS, ROLES, TYPES, WORK
from goedwerk_analysis.summaries.sorts import summarise
from goedwerk_analysis.viewpoints.analysis import analyse
from goedwerk_analysis.viewpoints.bootstrap import balanced_resamples, bootstrap
from goedwerk_analysis.viewpoints.flag import flag_sorts
from goedwerk_analysis.viewpoints.many import viewpoints_of_many
from goedwerk_analysis.viewpoints.rotate import varimax

STEPS, NAIVE_STEPS = 1000, 100
MILLION = 1_000_000
CHUNK = 100_000


def bootstrap_against_a_plain_loop() -> bool:
    """1,000 steps on 300 sorts of 60 cards, four viewpoints."""
    sorts = sorts_of_60_cards(300)
    loadings = analyse(sorts, 4).loadings
    draws = balanced_resamples(300, NAIVE_STEPS, seed=1)
    plain = timed(lambda: [plain_step(sorts.positions[rows]) for rows in draws]) / NAIVE_STEPS * STEPS
    ours = min(timed(lambda: bootstrap(sorts, loadings, n_steps=STEPS)) for _ in range(3))
    ratio = plain / ours
    return told("bootstrap, plain loop / ours", f"{plain:.1f} s / {ours:.2f} s = {ratio:.0f} x", ratio >= 10)


def plain_step(positions: np.ndarray) -> np.ndarray:
    """What a direct translation of the textbook does in each step (no alignment, no arrays)."""
    values, vectors = np.linalg.eigh(np.corrcoef(positions))
    loadings = varimax(vectors[:, ::-1][:, :4] * np.sqrt(values[::-1][:4]))
    marked = flag_sorts(loadings, positions.shape[1])
    raw = positions.T @ np.where(marked, loadings / (1 - loadings**2), 0)
    return (raw - raw.mean(axis=0)) / raw.std(axis=0, ddof=1)


def a_million_sorts() -> bool:
    """1,000,000 sorts of 36 cards with four attributes: summary, bar, core and viewpoints."""
    positions, attributes = million()
    start, used = time.perf_counter(), time.process_time()
    summary = summarise(chunks(positions, attributes), DECKS[36], tuple(attributes))
    bar = partition(summary, ["role", "work"], organisation="organisation", organisation_type="type")
    shared = core(summary, "role", organisation="organisation")
    views = viewpoints_of_many(summary, lambda: (part for part, _ in chunks(positions, attributes)), 4)
    seconds, used = time.perf_counter() - start, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    assert summary.n_sorts == views.n_sorts == bar.n_people == sum(shared.n_people) == MILLION
    measured = f"{seconds:.1f} s ({used:.1f} s of processor time), {memory:.2f} GB"
    return told("a million sorts", measured, seconds <= 20 and memory <= 2)


def reason_of_63_people() -> bool:
    """Deliberative reason index with 10,000 permutations."""
    random = np.random.default_rng(1)
    views, wishes = random.random((63, 40)), random.random((63, 7))
    used = time.process_time()
    seconds = timed(lambda: deliberative_reason(views, wishes, permutations=10_000))
    measured = f"{seconds:.2f} s ({time.process_time() - used:.2f} s of processor time)"
    return told("reason index, 63 people, 10,000 permutations", measured, seconds <= 5)


def sorts_of_60_cards(n_people: int) -> Sorts:
    random = np.random.default_rng(2)
    columns = np.sort(np.rint(np.linspace(-5, 5, 60)))
    ideal = random.normal(size=(4, 60))
    liking = ideal[random.integers(0, 4, n_people)] + random.normal(size=(n_people, 60))
    return Sorts.of(columns[liking.argsort(axis=1).argsort(axis=1)])


def million() -> tuple[np.ndarray, dict[str, np.ndarray]]:
    random = np.random.default_rng(3)
    ideal = random.normal(size=(4, 36)).astype(np.float32)
    positions = np.empty((MILLION, 36), dtype=np.int8)
    for start in range(0, MILLION, CHUNK):
        liking = ideal[random.integers(0, 4, CHUNK)] + random.standard_normal((CHUNK, 36), dtype=np.float32)
        positions[start : start + CHUNK] = DECKS[36][liking.argsort(axis=1).argsort(axis=1)]
    organisation = random.integers(0, 400, MILLION)
    return positions, {
        "role": np.array(ROLES)[random.choice(3, MILLION, p=[0.08, 0.22, 0.70])],
        "work": np.array(WORK)[random.integers(0, 5, MILLION)],
        "organisation": organisation,
        "type": np.array(TYPES)[organisation % 4],
    }


def chunks(positions: np.ndarray, attributes: dict[str, np.ndarray]) -> Iterator[tuple[np.ndarray, dict]]:
    for start in range(0, len(positions), CHUNK):
        rows = slice(start, start + CHUNK)
        yield positions[rows], {name: values[rows] for name, values in attributes.items()}


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def told(what: str, measured: str, met: bool) -> bool:
    print(f"{'ok  ' if met else 'FAIL'} {what}: {measured}")
    return met


def main() -> None:
    met = [bootstrap_against_a_plain_loop(), reason_of_63_people(), a_million_sorts()]
    sys.exit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
