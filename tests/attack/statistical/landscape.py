"""A landscape of opinions: which statements are named, at which ends, and where many people stand.

The adversary holds all votes of one person and those of thousands of others of the same population, so knows what to
expect. Each statistic is the first order of a likelihood ratio: how much better the votes agree with what is shown than
with what the population alone would have given.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from attack.membership import Crowd, StatisticalPicture
from goedwerk.conversations.landscape import SEED, find_landscape, told
from goedwerk_analysis.counts import LandscapeFound
from goedwerk_analysis.disclosure.landscape import common_at_most, dividing_at_most, release_landscape
from goedwerk_analysis.opinions.goedwerk import explore
from goedwerk_analysis.opinions.simulation import Template, without_groups
from goedwerk_analysis.places import LineShown
from goedwerk_analysis.released import ChoicePicture, LandscapePicture, Withheld
from goedwerk_analysis.responses.votes import Votes

POPULATION, GROUPS_PER_WORLD, SPREAD_OF = 3_000, 10, 500
STATEMENTS, OBSERVED = 60, 0.6
KINDS = ("plane normal", "line uniform", "plane skewed")
WEIGHTS = {"common": 0.5, "dividing": 1.0, "ends": 1.0, "spread": 0.5, "places": 1.0}
WORDS = {1.0: "agree", 0.0: None, -1.0: "disagree"}
Column = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class World:
    """What the adversary knows of a population, and people to draw groups from. Without a vote there is NaN."""

    known: NDArray[np.float64]
    people: NDArray[np.float64]
    expected: LandscapeFound
    loadings: NDArray[np.float64]  # of the lines in the population
    center: Column

    @classmethod
    def of(cls, people: int, kind: str, seed: int) -> World:
        rng = np.random.default_rng(seed)
        size = POPULATION + people
        template = Template.made_up(n_people=size, n_statements=STATEMENTS, observed=OBSERVED, rng=rng)
        votes = without_groups(kind, template, size, rng).matrix()
        known = votes[:POPULATION]
        finding = explore(Votes.from_matrix(known), seed=SEED).finding()
        loadings = np.array([[line.loadings[str(at)] for at in range(STATEMENTS)] for line in finding.lines]).T
        found = told(names(), Votes.from_matrix(known), finding, people=POPULATION)
        return cls(known, votes[POPULATION:], found, loadings, np.nanmean(known, axis=0))


def names() -> list[str]:
    return [str(at) for at in range(STATEMENTS)]


def sheet_of(row: Column) -> dict[str, str | None]:
    return {str(at): WORDS[row[at]] for at in np.flatnonzero(~np.isnan(row))}


def numbers_of(row: Column) -> dict[str, int]:
    return {str(at): int(row[at]) for at in np.flatnonzero(~np.isnan(row))}


# Statistics: one number per person


def statistics(world: World, picture: LandscapePicture, rows: NDArray) -> dict[str, Column]:
    apart = np.nan_to_num(rows - world.center)
    return {
        "common": apart @ surprise_in_common(world, picture),
        "dividing": (apart * surprise_in_dividing(world, picture) * along_own_line(world, apart)).sum(axis=1),
        "ends": by_ends(world, picture, apart),
        "spread": sum((np.square(apart @ levels(line)) for line in picture.lines), np.zeros(len(rows))),
        "places": by_places(world, picture, rows),
    }


def surprise_in_common(world: World, picture: LandscapePicture) -> Column:
    expected = dict(world.expected.common[: common_at_most(picture.people)])
    side = {"agree": 1.0, "disagree": -1.0}
    shown = signed(picture.agreed) - signed(picture.rejected)
    return shown - np.array([side.get(expected.get(key, ""), 0.0) for key in names()])


def surprise_in_dividing(world: World, picture: LandscapePicture) -> Column:
    return signed(picture.dividing) - signed(world.expected.dividing[: dividing_at_most(picture.people)])


def along_own_line(world: World, apart: NDArray) -> NDArray:
    """For each statement: the place on the line to which it belongs most, with the sign of the statement."""
    own = np.abs(world.loadings).argmax(axis=1)
    places = apart @ world.loadings
    return places[:, own] * np.sign(world.loadings[np.arange(STATEMENTS), own])


def by_ends(world: World, picture: LandscapePicture, apart: NDArray) -> Column:
    found = np.zeros(len(apart))
    for line in picture.lines:
        fits = levels(line) @ world.loadings
        best = np.abs(fits).argmax()
        direction = world.loadings[:, best] * np.sign(fits[best])
        expected = np.zeros(STATEMENTS)
        expected[np.argsort(-direction)[: len(line.first)]] = 1
        expected[np.argsort(direction)[: len(line.second)]] = -1
        found += (apart @ (levels(line) - expected)) * (apart @ direction)
    return found


def by_places(world: World, picture: LandscapePicture, rows: NDArray) -> Column:
    if not isinstance(picture.places, ChoicePicture):
        return np.zeros(len(rows))
    return by_choice(
        picture.places, *(np.array([picture.place(numbers_of(row)) for row in at]) for at in (world.known, rows))
    )


def by_choice(picture: ChoicePicture, known: NDArray, given: NDArray) -> Column:
    """How much more of the group gave this answer than the population would."""
    found = np.zeros(len(given))
    for option, label in zip(picture.options, picture.labels, strict=True):
        option = None if option == "no-answer" else option
        expected = max((known == option).mean(), 1 / len(known))
        shown = (label.range.low + label.range.high) / 2 / picture.people
        found += (given == option) * (shown / expected - 1)
    return found


def signed(keys: tuple[str, ...]) -> Column:
    return np.isin(names(), list(keys)).astype(float)


def levels(line: LineShown) -> Column:
    return signed(line.first) - signed(line.second)


# What the registry of pictures asks for


def draw(people: int, seed: int) -> Crowd:
    """Some groups share a population, for it takes long to get to know one."""
    world, group = divmod(seed, GROUPS_PER_WORLD)
    known = world_of(people, world)
    rows = known.people[2 * people * group : 2 * people * (group + 1)]
    return Crowd(rows[:people], rows[people:], known)


@lru_cache(maxsize=2)
def world_of(people: int, seed: int) -> World:
    return World.of(2 * people * GROUPS_PER_WORLD, KINDS[seed % len(KINDS)], seed)


def release(rows: NDArray) -> LandscapePicture | Withheld:
    return release_landscape(found_in(rows.tobytes(), len(rows)))


@lru_cache(maxsize=64)
def found_in(votes: bytes, people: int) -> LandscapeFound:
    """What the platform finds; the other pictures of the same group need it too."""
    rows = np.frombuffer(votes).reshape(people, STATEMENTS)
    return find_landscape(names(), [sheet_of(row) for row in rows])


def score(picture: LandscapePicture, rows: NDArray, world: World) -> Column:
    """All statistics together, each by how it spreads in the population, with weights that did well in other groups."""
    given, known = statistics(world, picture, rows), statistics(world, picture, world.known[:SPREAD_OF])
    spread = {name: max(float(column.std()), 1e-9) for name, column in known.items()}
    return sum((weight * given[name] / spread[name] for name, weight in WEIGHTS.items()), np.zeros(len(rows)))


PICTURE = StatisticalPicture("landscape", draw, release, score, sizes=(60, 100, 200, 400, 1_000), groups=60)
