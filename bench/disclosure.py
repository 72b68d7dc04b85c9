"""Attack the gate by enumeration, for coalitions of up to three people. Prints the table of docs/method/disclosure.md.

python bench/disclosure.py
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

import numpy as np  # noqa: E402

from analysis.disclosure.test_every_world import DOUBLE, exposed_in_one, exposed_in_two  # noqa: E402
from analysis.disclosure.test_rounds import ROUNDS, exposed_in_rounds, plain_second_picture  # noqa: E402
from analysis.disclosure.worlds import counts_of  # noqa: E402
from goedwerk_analysis.counts import ShiftCounts  # noqa: E402
from goedwerk_analysis.disclosure import audit, plan_split, release_shift, release_split  # noqa: E402

DIALOGUES = 500


def main() -> None:
    started = time.perf_counter()
    for insiders in range(4):
        found = exposed_in_one(insiders)
        sizes = [people for people, hits in found.items() if hits]
        print(f"one picture, {insiders} pooling: {sum(found.values())} of 15,242 count vectors, groups of {sizes}")
    for insiders in range(3):
        found = {(n, options): exposed_in_two(n, options, insiders) for n, options in DOUBLE}
        where = [pair for pair, hits in found.items() if hits]
        print(f"two pictures and the shift, {insiders} pooling: {sum(found.values())} of 918,276 worlds, {where}")
    for insiders in range(3):
        print_rounds(insiders)
    print(f"{time.perf_counter() - started:.0f} seconds")
    audit_dialogues()


def print_rounds(insiders: int) -> None:
    pairs = [exposed_in_rounds(options, sizes, insiders) for options, *sizes in ROUNDS]
    plain = [exposed_in_rounds(options, sizes, insiders, plain_second_picture) for options, *sizes in ROUNDS]
    for name, found in (("by the rule", pairs), ("plain second picture", plain)):
        exposing, shown = (sum(column) for column in zip(*found, strict=True))
        print(f"rounds {name}, {insiders} pooling: {exposing} of {shown} pairs of pictures")


def audit_dialogues() -> None:
    """First and second choice, split by up to three classes, and the shift, in made-up dialogues of 5 to 80 people."""
    outcomes = [audit_one(np.random.default_rng((5, number))) for number in range(DIALOGUES)]
    seconds = [spent for spent, _ in outcomes]
    exposing = sum(not verdict.is_safe for _, verdict in outcomes)
    median, late = np.quantile(seconds, (0.5, 0.95))
    print(f"audit: {exposing} of {DIALOGUES} exposing; median {median:.3f}, p95 {late:.3f}, max {max(seconds):.3f} s")


def audit_one(rng: np.random.Generator):
    people = int(np.clip(np.round(np.exp(rng.normal(np.log(11), 0.6))), 5, 80))
    options, classes = int(rng.integers(2, 6)), int(rng.integers(1, 4))
    shares = np.array([0.5, 0.3, 0.2])[:classes]
    of_class = rng.choice(classes, people, p=shares / shares.sum())
    likely = rng.dirichlet(np.full(options, rng.choice([0.05, 0.3, 1, 5])) + 1e-3)
    first = rng.choice(options, people, p=likely)
    moves = rng.random(people) < rng.choice([0.02, 0.3, 0.9])
    second = np.where(moves, rng.integers(0, options, people), first)
    plan = plan_split({str(name): int((of_class == name).sum()) for name in range(classes)})
    pictures = [release_split(plan, per_class(answers, of_class, classes, options)) for answers in (first, second)]
    shift = release_shift(ShiftCounts(int((first != second).sum()), people), same_people=True)
    started = time.perf_counter()
    verdict = audit(pictures[0], second=pictures[1], shift=shift)
    return time.perf_counter() - started, verdict


def per_class(answers, of_class, classes, options):
    members = {str(name): answers[of_class == name] for name in range(classes)}
    return {name: counts_of(np.bincount(own, minlength=options)) for name, own in members.items()}


if __name__ == "__main__":
    main()
