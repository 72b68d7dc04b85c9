"""How fast conversations are counted, read and explored; ratios within one run.

    python bench/opinions_speed.py

Compares with red-dwarf when it is installed (it is a dependency of this
benchmark alone) and uses Numba when it is. Times are the best of a few rounds.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import cycle

import numpy as np

from goedwerk_analysis.opinions.components import components, project_people, refreshed
from goedwerk_analysis.opinions.goedwerk import explore
from goedwerk_analysis.opinions.polis import polis
from goedwerk_analysis.opinions.routing import Route, weights
from goedwerk_analysis.responses.votes import Votes
from goedwerk_analysis.summaries.votes import VoteCounts

BLOCK = 20_000


def simulated(n_people: int, n_statements: int, observed: float, seed: int = 1) -> Votes:
    """Votes of people on three lines, made block by block to keep memory low."""
    rng = np.random.default_rng(seed)
    loadings, base = rng.normal(size=(n_statements, 3)) * 0.7, rng.normal(0.3, 0.7, n_statements)
    lengths, columns, values = [], [], []
    for first in range(0, n_people, BLOCK):
        n = min(BLOCK, n_people - first)
        there = rng.random((n, n_statements), dtype=np.float32) < observed
        rows, at = np.nonzero(there)
        places = rng.normal(size=(n, 3))
        opinion = np.einsum("nq,nq->n", places[rows], loadings[at]) + base[at] + rng.normal(size=len(at))
        lengths.append(there.sum(axis=1))
        columns.append(at.astype(np.int32))
        values.append(np.where(opinion > 0.2, 1, np.where(opinion < -0.3, -1, 0)).astype(np.int8))
    starts = np.concatenate([[0], np.cumsum(np.concatenate(lengths))])
    return Votes(np.arange(n_people), np.arange(n_statements), starts, np.concatenate(columns), np.concatenate(values))


@dataclass(frozen=True)
class Times:
    """Best of a few rounds, in milliseconds: by the clock, and of the processors (which a busy machine spares)."""

    clock: float
    processor: float


def best(work: Callable[[], object], rounds: int) -> Times:
    times = []
    for _ in range(rounds):
        clock, processor = time.perf_counter(), time.process_time()
        work()
        times.append((1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)))
    return Times(*(min(side) for side in zip(*times, strict=True)))


def against_red_dwarf(n_people: int, n_statements: int, observed: float, *, least: float, rounds: int) -> None:
    votes = simulated(n_people, n_statements, observed)
    polis(votes)  # compile
    ours = best(lambda: polis(votes), 10 * rounds)
    label = f"polis {n_people:,} x {n_statements:,}, {observed:.0%} observed: {ours.clock:,.1f} ms"
    if not find_spec("reddwarf"):
        print(f"{label} (red-dwarf is not installed)")
        return
    theirs = best(red_dwarf(votes), rounds)
    clock, processor = theirs.clock / ours.clock, theirs.processor / ours.processor
    print(
        f"{label}; red-dwarf {theirs.clock:,.0f} ms; ratio {clock:.1f} by the clock, {processor:.1f} of processor time"
    )
    print(f"  (asked: {least:g})")


def red_dwarf(votes: Votes) -> Callable[[], object]:
    from reddwarf.implementations.polis import run_pipeline

    listed = [
        {"participant_id": int(person), "statement_id": int(statement), "vote": int(vote)}
        for person, statement, vote in zip(votes.rows, votes.columns, votes.values, strict=True)
    ]
    return lambda: run_pipeline(votes=listed)


def exploring(n_people: int, n_statements: int, observed: float, *, most: float) -> None:
    votes = simulated(n_people, n_statements, observed)
    taken = best(lambda: explore(votes).finding(), 1)
    told = f"{taken.clock / 1000:.1f} s by the clock, {taken.processor / 1000:.1f} s of processor time"
    print(f"goedwerk {n_people:,} x {n_statements:,}, {observed:.0%}: {told} (asked: {most:g})")


def refreshing(n_people: int, n_statements: int, observed: float) -> None:
    votes = simulated(n_people, n_statements, observed)
    counts = VoteCounts.of(votes)
    earlier = components(counts)
    whole = best(lambda: polis(votes), 3)
    new = [(row_of(votes, person), free(votes, person)) for person in range(200)]
    turns = cycle([add_all, withdraw_all])

    def refresh() -> None:
        next(turns)(counts, new)
        refreshed(counts, earlier)

    part = best(refresh, 10)
    print(
        f"refresh after 200 votes, {n_people:,} x {n_statements:,}: {part.clock:.0f} ms; whole {whole.clock:.0f} ms; "
        f"ratio {part.clock / whole.clock:.2f} by the clock, {part.processor / whole.processor:.2f} of processor time "
        "(asked: 0.2)"
    )


def add_all(counts: VoteCounts, new: list[tuple[dict[int, int], int]]) -> None:
    for row, statement in new:
        counts.add(row, statement, 1)


def withdraw_all(counts: VoteCounts, new: list[tuple[dict[int, int], int]]) -> None:
    for row, statement in new:
        counts.withdraw({**row, statement: 1}, statement)


def row_of(votes: Votes, person: int) -> dict[int, int]:
    cells = slice(votes.starts[person], votes.starts[person + 1])
    return dict(zip(votes.columns[cells].tolist(), votes.values[cells].tolist(), strict=True))


def free(votes: Votes, person: int) -> int:
    return next(at for at in range(votes.n_statements) if at not in row_of(votes, person))


def counting(n_people: int) -> None:
    """Counts, components and projections at 5 % observed of 1,000 statements."""
    counting_small()
    votes = simulated(n_people, 1000, 0.05)

    def work() -> None:
        found = components(VoteCounts.of(votes))
        project_people(votes, found)

    taken = best(work, 3)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    told = f"{taken.clock:,.0f} ms by the clock, {taken.processor:,.0f} ms of processor time"
    print(f"counts, components, projections {n_people:,} x 1,000, 5 %: {told}; peak {peak:.2f} GB")


def counting_small() -> None:
    """Compile before anything is timed."""
    votes = simulated(4000, 50, 0.1)
    project_people(votes, components(VoteCounts.of(votes)))


def million() -> None:
    """Each size in a process of its own, so that memory is its own too."""
    for n_people in (100_000, 1_000_000):
        subprocess.run([sys.executable, __file__, "--count", str(n_people)], check=True)
    print("asked: the second at most 8 times the first, under 1.2 GB")


def routing() -> None:
    votes = simulated(2000, 1000, 0.1)
    route = Route.of(weights(votes.tallies()))
    voted = set(votes.columns[: votes.starts[1]].tolist())
    taken = best(lambda: [route.next(voted, seed=seed) for seed in range(10_000)], 3)
    print(f"routing, 1,000 statements: {taken.clock / 10:.2f} microseconds a draw")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, help="Only count so many people, for their memory in this process.")
    asked = parser.parse_args()
    if asked.count:
        counting(asked.count)
        return
    print(f"Numba: {'yes' if find_spec('numba') else 'no'}")
    million()  # first: a process begins with the peak of the one that started it
    routing()
    against_red_dwarf(1000, 100, 0.3, least=8, rounds=5)
    against_red_dwarf(10_000, 500, 0.1, least=60, rounds=2)
    refreshing(10_000, 500, 0.1)
    exploring(2000, 1000, 0.1, most=10)
    exploring(33_000, 800, 0.1, most=60)


if __name__ == "__main__":
    main()
