"""Hold core and shares against populations in which the truth is known.

Usage: python bench/sorts_calibration.py [--quick] [--jobs 2] [--out docs/method/sorts-measured.md]

Writes one page with every figure that `docs/method/sorts.md` relies on. The
full run takes about twenty minutes on one core; `--quick` a minute, and proves
only that it runs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import numpy as np
from scipy.stats import t

from goedwerk_analysis.comparison.cells import cell_of_each_person, cells_of
from goedwerk_analysis.comparison.core import core
from goedwerk_analysis.comparison.design import fit_additive
from goedwerk_analysis.comparison.groups import groups_of
from goedwerk_analysis.comparison.partition import partition
from goedwerk_analysis.simulation import LARGE, NONE, SMALL, Draw, Population, Strength
from goedwerk_analysis.summaries.sorts import SortSummary

STRENGTHS = {"none": NONE, "small": SMALL, "large": LARGE}
ROUNDS = {200: 20, 1500: 60}
OF_ROUND, OF_POPULATION = ("role", "work"), ("type", "organisation", "common", "person")
COVERS = {"means": (0.93, 0.97), **dict.fromkeys(OF_ROUND, (0.93, 0.975)), **dict.fromkeys(OF_POPULATION, (0.92, 1.0))}
SURE = 2.6  # standard errors; some hundred conditions are looked at
ATTRIBUTES = ["role", "work", "organisation", "type"]
# Below 40 people everybody comes from another organisation: one organisation says nothing about the others.
ORGANISATIONS = {8: 400, 12: 400, 20: 400, 40: 4, 200: 20, 1500: 60}


@dataclass
class Size:
    """How much work the run does."""

    draws: dict[int, int]
    expected: int
    large: tuple[int, int]
    null_draws: int
    core_populations: int
    core_draws: int


FULL = Size({200: 300, 1500: 120}, 15, (120_000, 6_000), 5000, 8, 40)
QUICK = Size({200: 4, 1500: 2}, 10, (20_000, 2_000), 20, 2, 3)


def bar(data) -> dict[str, tuple[float, float, float]]:
    found = partition(data, ["role", "work"], organisation="organisation", organisation_type="type")
    return {share.name: (share.estimate, share.low, share.high) for share in found.shares}


def truth_of_round(population: Population, draw: Draw, times: int, seed: int) -> dict[str, float]:
    """Shares of role and work in what these people would lay on average."""
    cells = cells_of(SortSummary.of(draw.sorts, ATTRIBUTES), ATTRIBUTES)
    fit = fit_additive(cells, ["role", "work", "organisation"])
    rows = cell_of_each_person(draw.sorts, ATTRIBUTES, cells)
    sums = np.zeros_like(cells.sums)
    np.add.at(sums, rows, population.expected(draw, times=times, seed=seed))
    effects = fit.inverse @ (fit.design.T @ sums)
    return {name: _share_of_block(fit, fit.block(name), effects, times) for name in OF_ROUND}


def _share_of_block(fit, block, effects, times: float) -> float:
    own = np.vstack([np.zeros(effects.shape[1]), effects[block.columns]])
    weights = np.diag(block.share) - np.outer(block.share, block.share)
    chance = fit.spread / times * np.trace(weights @ fit.level_inverse(block))
    return max(0.0, float(((own * (weights @ own)).sum() - chance) / fit.cells.squared_length))


def truth_of_population(population: Population, size: Size) -> dict[str, float]:
    """Shares in the limit of very many organisations."""
    sorts = population.draw(*size.large, 12).sorts
    names = ["role", "work", "type"]
    cells = cells_of(SortSummary.of(sorts, names), names)
    fit = fit_additive(cells, names)
    total = cells.sums.sum(axis=0) / cells.n_people
    rest = sorts.positions - (fit.design @ fit.effects)[cell_of_each_person(sorts, names, cells)]
    between = _between_organisations(rest, sorts.attribute("organisation"))
    alike = population.strength.organisation == 0 and population.kind == "normal"
    return {
        "common": float(total @ total / cells.squared_length),
        "type": 0.0 if population.strength.type == 0 else _share_of_block(fit, fit.block("type"), fit.effects, np.inf),
        "organisation": 0.0 if alike else between / cells.squared_length,
        "person": (fit.spread - between) / cells.squared_length,
    }


def _between_organisations(rest: np.ndarray, organisation: np.ndarray) -> float:
    """Mean product of what is left of two people of one organisation."""
    names, place = np.unique(organisation, return_inverse=True)
    sums = np.zeros((len(names), rest.shape[1]))
    np.add.at(sums, place, rest)
    sizes = np.bincount(place)
    return float(((sums**2).sum() - (rest**2).sum()) / ((sizes**2).sum() - sizes.sum()))


def shares_and_means(condition: tuple[str, int, str], size: Size) -> list[dict]:
    """Bias and coverage of every share, and coverage of the means of roles."""
    kind, cards, strength = condition
    population = Population(cards, STRENGTHS[strength], seed=11, kind=kind)
    of_population = truth_of_population(population, size)
    mean_truth = groups_of(population.draw(*size.large, 13).sorts, "role").positions.mean
    about = {"kind": kind, "cards": cards, "strength": strength}
    return [
        about | {"people": people} | _repeated(population, people, size, of_population, mean_truth) for people in ROUNDS
    ]


def _repeated(population: Population, people: int, size: Size, of_population: dict, mean_truth) -> dict:
    names = [*OF_ROUND, *OF_POPULATION]
    errors, hits = {name: [] for name in names}, {name: [] for name in [*names, "means"]}
    for seed in range(size.draws[people]):
        draw = population.draw(people, ROUNDS[people], 1000 + seed)
        truth = of_population | truth_of_round(population, draw, size.expected, 5000 + seed)
        for name, (estimate, low, high) in bar(draw.sorts).items():
            if name in truth:
                errors[name].append(estimate - truth[name])
                hits[name].append(low <= truth[name] <= high)
        means = groups_of(draw.sorts, "role", organisation="organisation", organisation_type="type").positions
        if means.mean.shape == mean_truth.shape:
            reach = t.ppf(0.975, means.free) * np.sqrt(means.variance)
            hits["means"].append((np.abs(means.mean - mean_truth) <= reach).mean())
    return {
        "bias": {name: 100 * float(np.mean(errors[name])) for name in names},
        "bias_error": {name: 100 * float(np.std(errors[name]) / np.sqrt(len(errors[name]))) for name in names},
        "cover": {name: float(np.mean(hits[name])) for name in hits},
        "cover_error": float(np.sqrt(0.95 * 0.05 / size.draws[people])),
    }


def false_alarms(condition: tuple[str, int], size: Size) -> list[dict]:
    """How often any attribute is significant after Holm when nothing differs."""
    kind, cards = condition
    nothing = NONE if kind == "normal" else Strength(common=0.0)
    population = Population(cards, nothing, seed=21, kind=kind)
    found = [_significant(population, 200, 20, seed) for seed in range(size.null_draws)]
    return [{"kind": kind, "cards": cards, "draws": len(found), "any": float(np.mean(found))}]


def _significant(population: Population, people: int, organisations: int, seed: int) -> bool:
    sorts = population.draw(people, organisations, seed).sorts
    found = partition(sorts, ["role", "work"], organisation="organisation", organisation_type="type")
    return any(
        share.test is not None and share.test.p_holm is not None and share.test.p_holm < 0.05 for share in found.shares
    )


def core_precision(condition: tuple[str, int, int], size: Size) -> list[dict]:
    """Of the cards called core, the share with a true majority in every group compared; and how many were found."""
    kind, cards, people = condition
    claimed = right = possible = 0
    for number in range(size.core_populations):
        population = Population(cards, (SMALL, LARGE)[number % 2], seed=100 + number, kind=kind)
        majorities = _majorities(population)
        for seed in range(size.core_draws):
            sorts = population.draw(people, ORGANISATIONS[people], seed).sorts
            found = core(sorts, "role", organisation="organisation", organisation_type="type")
            majority = np.all([majorities[group] for group in found.groups], axis=0)
            called = [card.card for card in found.cards if card.verdict == "core"]
            claimed, right = claimed + len(called), right + int(majority[called].sum())
            possible += int(majority.sum())
    about = {"kind": kind, "cards": cards, "people": people, "claimed": claimed}
    return [about | {"precision": right / max(claimed, 1), "recall": right / max(possible, 1)}]


def _majorities(population: Population) -> dict[str, np.ndarray]:
    """Cards to which a majority gives a high place: in each role, and in all people together."""
    sorts = population.draw(60_000, 400, 0).sorts
    role, high = sorts.attribute("role"), sorts.positions >= 1
    own = {str(level): high[role == level].mean(axis=0) > 0.5 for level in np.unique(role)}
    return own | {"all": high.mean(axis=0) > 0.5}


def page(shares: list[dict], alarms: list[dict], cores: list[dict], size: Size, options: str) -> str:
    errors = {people: np.sqrt(0.95 * 0.05 / count) for people, count in size.draws.items()}
    told = "; ".join(f"{people} people {errors[people]:.3f} ({count} draws)" for people, count in size.draws.items())
    parts = [HEAD.format(options=options, errors=told), verdicts(shares, alarms, cores)]
    parts += ["\n## Bias, in points of a percent (estimate minus truth)\n", _table(shares, "bias", "{:+.2f}")]
    parts += ["\n## Coverage of 95 % intervals\n", _table(shares, "cover", "{:.3f}")]
    parts.append("\n## False alarms after Holm, 200 people, nothing differs\n")
    parts.append("| population | cards | draws | any attribute significant |\n|---|---|---|---|")
    parts += [f"| {row['kind']} | {row['cards']} | {row['draws']} | {100 * row['any']:.1f} % |" for row in alarms]
    parts.append("\n## Core\n\n| population | cards | people | precision | recall | cards called core |")
    parts.append("|---|---|---|---|---|---|")
    parts += [_core_line(row) for row in cores]
    return "\n".join(parts) + "\n"


def _core_line(row: dict) -> str:
    head = f"| {row['kind']} | {row['cards']} | {row['people']} |"
    return f"{head} {row['precision']:.3f} | {row['recall']:.2f} | {row['claimed']} |"


def verdicts(shares: list[dict], alarms: list[dict], cores: list[dict]) -> str:
    """What was asked, what came out; a condition counts as outside when its sampling error cannot explain it."""
    lines = ["| asked | measured | met |", "|---|---|---|", _bias_line(shares)]
    lines += [_cover_line(shares, name, *limits) for name, limits in COVERS.items()]
    worst = max(row["any"] for row in alarms)
    lines.append(_line("any attribute significant in at most 6 %", f"at most {100 * worst:.1f} %", worst <= 0.06))
    least = min(row["precision"] for row in cores)
    lines.append(_line("core precision at least .9 from 8 people", f"at least {least:.3f}", least >= 0.9))
    return "\n".join(lines)


def _bias_line(shares: list[dict]) -> str:
    found = [(value, row["bias_error"][name]) for row in shares for name, value in row["bias"].items()]
    size, error = np.abs(np.array(found)).T
    outside = int((size - SURE * error > 0.3).sum())
    measured = f"mean size {size.mean():.2f}, largest {size.max():.2f}; surely outside {outside} of {len(size)}"
    return _line("shares unbiased within 0.3 points", measured, outside == 0)


def _cover_line(shares: list[dict], name: str, low: float, high: float) -> str:
    covers = np.array([row["cover"][name] for row in shares])
    error = np.array([row["cover_error"] for row in shares])
    outside = int(((covers + SURE * error < low) | (covers - SURE * error > high)).sum())
    mean = covers.mean()
    measured = (
        f"mean {mean:.3f}, from {covers.min():.3f} to {covers.max():.3f}; surely outside {outside} of {len(covers)}"
    )
    asked = f"{name}: intervals cover {100 * low:g} to {100 * high:g} %"
    return _line(asked, measured, low <= mean <= high and outside == 0)


def _line(asked: str, measured: str, met: bool) -> str:
    return f"| {asked} | {measured} | {'yes' if met else 'no'} |"


def _table(rows: list[dict], what: str, form: str) -> str:
    names = list(rows[0][what])
    lines = [f"| population | cards | differences | people | {' | '.join(names)} |", "|---" * (4 + len(names)) + "|"]
    for row in rows:
        cells = " | ".join(form.format(row[what][name]) for name in names)
        lines.append(f"| {row['kind']} | {row['cards']} | {row['strength']} | {row['people']} | {cells} |")
    return "\n".join(lines)


HEAD = """# Value sorts: measured

Made by `python bench/sorts_calibration.py --out docs/method/sorts-measured.md`{options}.
Populations are those of `goedwerk_analysis.simulation`: *normal*, and *skewed* with skewed liking and roles and
organisations that agree to a different degree. Truth for role and work is that of the composition of each round;
for the other shares and for group means that of the population. Core is held against the population of the groups
that were compared; below 40 people those are all people together.

Every figure has a sampling error. That of a coverage of .95 is: {errors}.
*Surely outside* means by more than 2.6 standard errors.
"""


KINDS, DECKS = ("normal", "skewed"), (16, 36)
TASKS = {
    false_alarms: [("normal", 16), ("skewed", 36)],
    core_precision: [*product(KINDS, DECKS, ORGANISATIONS)],
    shares_and_means: [*product(KINDS, DECKS, STRENGTHS)],
}


def measured(size: Size, jobs: int, kept: Path | None) -> list[list[dict]]:
    """All conditions of all tasks, spread over so many processes; what `kept` already holds is not done again."""
    done = {} if kept is None or not kept.exists() else dict(map(json.loads, kept.read_text().splitlines()))
    with ProcessPoolExecutor(jobs) as pool:
        waiting = {}
        for task, conditions in TASKS.items():
            for condition in conditions:
                if _key(task, condition) not in done:
                    waiting[pool.submit(task, condition, size)] = _key(task, condition)
        for future in as_completed(waiting):
            done[waiting[future]] = future.result()
            if kept is not None:
                with kept.open("a") as lines:
                    lines.write(json.dumps([waiting[future], future.result()]) + "\n")
    return [[row for condition in TASKS[task] for row in done[_key(task, condition)]] for task in TASKS]


def _key(task: Callable, condition: tuple) -> str:
    return " ".join(map(str, (task.__name__, *condition)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument(
        "--share-draws", type=float, default=1.0, help="part of the draws for shares, for a slow machine"
    )
    parser.add_argument("--keep", type=Path, help="keep results here and go on from them")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    size = QUICK if options.quick else FULL
    size = replace(size, draws={people: round(count * options.share_draws) for people, count in size.draws.items()})
    alarms, cores, shares = measured(size, options.jobs, options.keep)
    less = "" if options.share_draws == 1 else f", with `--share-draws {options.share_draws:g}`"
    text = page(shares, alarms, cores, size, less)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
