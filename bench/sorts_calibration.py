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
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import LARGE, NONE, SMALL, Draw, Population, Strength
from goedwerk_analysis.summaries.sorts import SortSummary

STRENGTHS = {"none": NONE, "small": SMALL, "large": LARGE}
ROUNDS = {200: 20, 1500: 60}
OF_ROUND, OF_POPULATION = ("role", "work"), ("type", "organisation", "common", "person")
COVERS = {"means": (0.93, 0.97), **dict.fromkeys(OF_ROUND, (0.93, 0.975)), **dict.fromkeys(OF_POPULATION, (0.92, 1.0))}
MOST_BIAS = 0.3  # points
SURE = 2.6  # standard errors; some hundred conditions are looked at
ATTRIBUTES = ["role", "work", "organisation", "type"]
# Below 40 people everybody comes from another organisation: one organisation says nothing about the others.
ORGANISATIONS = {8: 400, 12: 400, 20: 400, 40: 4, 200: 20, 1500: 60}


@dataclass
class Size:
    """How much work the run does."""

    draws: dict[int, int]
    more: int
    expected: int
    large: tuple[int, int]
    pieces: int
    null_draws: int
    core_populations: int
    core_draws: int


FULL = Size({200: 1000, 1500: 240}, 2, 15, (120_000, 24_000), 3, 5000, 8, 40)
QUICK = Size({200: 4, 1500: 2}, 1, 10, (20_000, 2_000), 2, 20, 2, 3)


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


def truth_of_population(population: Population, size: Size) -> tuple[dict[str, float], dict[str, float], np.ndarray]:
    """Shares in the limit of very many organisations, their sampling error, and the mean of every role."""
    pieces = [population.draw(*size.large, 12 + piece).sorts for piece in range(size.pieces)]
    found = [_shares_of_many(population, sorts) for sorts in pieces]
    shares = {name: np.array([piece[name] for piece in found]) for name in OF_POPULATION}
    error = {name: float(own.std(ddof=1) / np.sqrt(len(own))) for name, own in shares.items()}
    means = np.mean([groups_of(sorts, "role").positions.mean for sorts in pieces], axis=0)
    return {name: float(own.mean()) for name, own in shares.items()}, error, means


def _shares_of_many(population: Population, sorts: Sorts) -> dict[str, float]:
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
    known = Known(*truth_of_population(population, size))
    about = {"kind": kind, "cards": cards, "strength": strength}
    first = 100_000 * TASKS[shares_and_means].index(condition)
    return [about | {"people": people} | _repeated(population, people, size, known, first) for people in ROUNDS]


@dataclass
class Known:
    """What is true of a whole population, and how precisely that was measured."""

    shares: dict[str, float]
    error: dict[str, float]
    means: np.ndarray


def _repeated(population: Population, people: int, size: Size, known: Known, first: int) -> dict:
    """Draw rounds, and go on for the figures that lie outside what was asked but may do so by chance."""
    rounds: list[dict] = []
    asked = set(COVERS)
    for _ in range(size.more):
        seeds = range(first + len(rounds), first + len(rounds) + size.draws[people])
        rounds += [_held_against_truth(population, people, size, known, seed, asked) for seed in seeds]
        found = _summary(rounds, known)
        asked = _open(found)
        if not asked:
            break
    return found


def _held_against_truth(
    population: Population, people: int, size: Size, known: Known, seed: int, asked: set[str]
) -> dict:
    draw = population.draw(people, ROUNDS[people], seed)
    truth = dict(known.shares)
    if asked & set(OF_ROUND):
        truth |= truth_of_round(population, draw, size.expected, 50_000_000 + seed)
    shares = {name: own for name, own in bar(draw.sorts).items() if name in truth}
    covered = {name: low <= truth[name] <= high for name, (_, low, high) in shares.items()}
    means = groups_of(draw.sorts, "role", organisation="organisation", organisation_type="type").positions
    if means.mean.shape == known.means.shape:
        reach = t.ppf(0.975, means.free) * np.sqrt(means.variance)
        covered["means"] = (np.abs(means.mean - known.means) <= reach).mean()
    return {"off": {name: own[0] - truth[name] for name, own in shares.items()}, "covered": covered}


def _summary(rounds: list[dict], known: Known) -> dict:
    off = {name: _all(rounds, "off", name) for name in (*OF_ROUND, *OF_POPULATION)}
    covered = {name: _all(rounds, "covered", name) for name in COVERS}
    error = {name: np.hypot(own.std() / np.sqrt(len(own)), known.error.get(name, 0.0)) for name, own in off.items()}
    return {
        "draws": {name: len(own) for name, own in covered.items()},
        "bias": {name: 100 * float(own.mean()) for name, own in off.items()},
        "bias_error": {name: 100 * float(own) for name, own in error.items()},
        "cover": {name: float(own.mean()) for name, own in covered.items()},
    }


def _all(rounds: list[dict], what: str, name: str) -> np.ndarray:
    return np.array([one[what][name] for one in rounds if name in one[what]])


def _open(found: dict) -> set[str]:
    """Figures outside their limits by less than their sampling error explains."""
    over = {name: (abs(bias) - MOST_BIAS, found["bias_error"][name]) for name, bias in found["bias"].items()}
    outside = {name for name, (beyond, error) in over.items() if 0 < beyond < SURE * error}
    for name in COVERS:
        below, above = _beyond(found["cover"][name], found["draws"][name], *COVERS[name])
        if 0 < max(below, above) < SURE:
            outside.add(name)
    return outside


def _beyond(cover: float, draws: int, low: float, high: float) -> tuple[float, float]:
    """How many standard errors a coverage lies below the lower limit, and above the upper one."""
    below = (low - cover) / np.sqrt(low * (1 - low) / draws)
    above = (cover - high) / np.sqrt(high * (1 - high) / draws) if high < 1 else 0.0
    return float(below), float(above)


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
    parts = [HEAD.format(options=options, errors=told, more=size.more), verdicts(shares, alarms, cores)]
    parts.append("\n## Bias, in points of a percent (estimate minus truth), with its standard error\n")
    parts.append(_table(shares, "bias", lambda row, name: f"{row['bias'][name]:+.2f} ({row['bias_error'][name]:.2f})"))
    parts.append("\n## Coverage of 95 % intervals, with the number of draws\n")
    parts.append(_table(shares, "cover", lambda row, name: f"{row['cover'][name]:.3f} ({row['draws'][name]})"))
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
    for name, limits in COVERS.items():
        lines += _cover_lines(shares, name, *limits)
    worst = max(row["any"] for row in alarms)
    lines.append(_line("any attribute significant in at most 6 %", f"at most {100 * worst:.1f} %", worst <= 0.06))
    least = min(row["precision"] for row in cores)
    lines.append(_line("core precision at least .9 from 8 people", f"at least {least:.3f}", least >= 0.9))
    return "\n".join(lines)


def _bias_line(shares: list[dict]) -> str:
    found = [(value, row["bias_error"][name]) for row in shares for name, value in row["bias"].items()]
    size, error = np.abs(np.array(found)).T
    outside = int((size - SURE * error > MOST_BIAS).sum())
    measured = f"mean size {size.mean():.2f}, largest {size.max():.2f}; surely outside {outside} of {len(size)}"
    return _line("shares unbiased within 0.3 points", measured, outside == 0)


def _cover_lines(shares: list[dict], name: str, low: float, high: float) -> list[str]:
    """One line; two for role and work, as an interval that may start at 0 cannot lie above a share of nothing."""
    if name not in OF_ROUND:
        return [_cover_line(shares, name, name, low, high)]
    differs = [row for row in shares if row["strength"] != "none"]
    alike = [row for row in shares if row["strength"] == "none"]
    return [
        _cover_line(differs, name, f"{name}, where groups differ", low, high),
        _cover_line(alike, name, f"{name}, where nothing differs", low, 1.0),
    ]


def _cover_line(shares: list[dict], name: str, told: str, low: float, high: float) -> str:
    covers = np.array([row["cover"][name] for row in shares])
    beyond = np.array([_beyond(row["cover"][name], row["draws"][name], low, high) for row in shares])
    below, above = (int(count) for count in (beyond > SURE).sum(axis=0))
    measured = (
        f"mean {covers.mean():.3f}, from {covers.min():.3f} to {covers.max():.3f}; "
        f"surely below {below}, surely above {above} of {len(covers)}"
    )
    met = "no" if below or covers.mean() < low else f"too wide in {above}" if above else "yes"
    return f"| {told}: intervals cover {100 * low:g} to {100 * high:g} % | {measured} | {met} |"


def _line(asked: str, measured: str, met: bool) -> str:
    return f"| {asked} | {measured} | {'yes' if met else 'no'} |"


def _table(rows: list[dict], what: str, cell: Callable[[dict, str], str]) -> str:
    names = list(rows[0][what])
    lines = [f"| population | cards | differences | people | {' | '.join(names)} |", "|---" * (4 + len(names)) + "|"]
    for row in rows:
        cells = " | ".join(cell(row, name) for name in names)
        lines.append(f"| {row['kind']} | {row['cards']} | {row['strength']} | {row['people']} | {cells} |")
    return "\n".join(lines)


HEAD = """# Value sorts: measured

Made by `python bench/sorts_calibration.py --out docs/method/sorts-measured.md`{options}.
Populations are those of `goedwerk_analysis.simulation`: *normal*, and *skewed* with skewed liking and roles and
organisations that agree to a different degree. Truth for role and work is that of the composition of each round;
for the other shares and for group means that of the population. Core is held against the population of the groups
that were compared; below 40 people those are all people together.

Every figure has a sampling error. That of a coverage of .95 is: {errors}.
A figure outside what was asked, but not surely, was measured again with {more} times as many draws or more; how many
stands beside each. *Surely* means by more than 2.6 standard errors. *Too wide*: the interval claims less than it
might, never more; `sorts.md` says why.
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
