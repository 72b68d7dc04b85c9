"""Populations whose core, differences and viewpoints are known, for tests and for teaching.

Two generators. In ``"normal"`` populations people differ from their group by
normal liking of equal spread. In ``"skewed"`` populations that liking is skewed,
and roles and organisations differ in how much their people agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.sorts import Sorts

DECKS = {
    36: np.repeat(np.arange(-4.0, 5.0), [2, 3, 4, 5, 8, 5, 4, 3, 2]),
    16: np.repeat(np.arange(-3.0, 4.0), [1, 2, 3, 4, 3, 2, 1]),
}
ROLES = ("executive", "manager", "employee")
WORK = ("policy", "service", "supervision", "advice", "support")
TYPES = ("ministry", "agency", "municipality", "province")
ROLE_SHARE = np.array([0.08, 0.22, 0.70])
TYPE_SHARE = np.array([0.2, 0.3, 0.35, 0.15])
WORK_BY_TYPE = np.array(
    [
        [0.45, 0.10, 0.10, 0.20, 0.15],
        [0.05, 0.60, 0.10, 0.20, 0.05],
        [0.15, 0.35, 0.10, 0.25, 0.15],
        [0.30, 0.10, 0.30, 0.20, 0.10],
    ]
)
ROLE_SPREAD = np.array([0.7, 0.9, 1.15])
Kind = Literal["normal", "skewed"]


@dataclass(frozen=True)
class Strength:
    """Variance of liking that goes with each source, beside a personal variance of 1."""

    common: float = 1.0
    role: float = 0.0
    work: float = 0.0
    type: float = 0.0
    organisation: float = 0.0


NONE = Strength()
SMALL = Strength(role=0.04, work=0.08, type=0.06, organisation=0.06)
LARGE = Strength(role=0.20, work=0.35, type=0.25, organisation=0.25)


@dataclass(frozen=True)
class Draw:
    """People drawn from a population.

    `liking` (n_people, n_cards) is what role, work, type and organisation make
    of each person's liking, before the personal part; `spread` (n_people,) the
    size of that part.
    """

    sorts: Sorts
    liking: NDArray[np.float64]
    spread: NDArray[np.float64]
    kind: Kind


class Population:
    """A population of public servants with known effects on how they value cards.

    Parameters
    ----------
    n_cards : {16, 36}
    strength : Strength
    seed : int
        Fixes the effects; people are drawn with their own seed.
    kind : {"normal", "skewed"}
    """

    def __init__(self, n_cards: int, strength: Strength, seed: int, kind: Kind = "normal") -> None:
        random = np.random.default_rng(seed)
        self.n_cards, self.strength, self.kind = n_cards, strength, kind
        common = random.normal(size=n_cards)
        self.common = (common - common.mean()) / common.std() * np.sqrt(strength.common)
        self.role = _effects(random, ROLE_SHARE, n_cards, strength.role)
        self.work = _effects(random, TYPE_SHARE @ WORK_BY_TYPE, n_cards, strength.work)
        self.type = _effects(random, TYPE_SHARE, n_cards, strength.type)
        self.viewpoints = random.normal(size=(4, n_cards))
        reached = (random.random(n_cards) < 0.5).astype(float)
        self.reached = reached / np.sqrt(max((reached**2).mean(), 1e-9))

    def draw(self, n_people: int, n_organisations: int, seed: int | np.random.Generator) -> Draw:
        """Draw people from organisations of unequal size, with roles and kinds of work that depend on them."""
        random = np.random.default_rng(seed)
        types = _types(random, n_organisations)
        organisation = _organisation_of_each(random, types, n_people)
        own_type = types[organisation]
        role = random.choice(len(ROLES), n_people, p=ROLE_SHARE)
        work = (random.random(n_people)[:, None] > WORK_BY_TYPE.cumsum(axis=1)[own_type]).sum(axis=1).clip(0, 4)
        shifts = random.normal(size=(n_organisations, self.n_cards)) * self.reached
        shifts *= np.sqrt(self.strength.organisation)
        liking = self.common + self.role[role] + self.work[work] + self.type[own_type] + shifts[organisation]
        spread = self._spread(random, role, organisation, n_organisations)
        positions = self.lay(liking + self.personal(random, spread))
        attributes = {
            "role": np.array(ROLES)[role],
            "work": np.array(WORK)[work],
            "type": np.array(TYPES)[own_type],
            "organisation": np.array([f"org{number:04d}" for number in range(n_organisations)])[organisation],
        }
        return Draw(Sorts.of(positions, attributes=attributes), liking, spread, self.kind)

    def personal(self, random: np.random.Generator, spread: NDArray[np.float64]) -> NDArray[np.float64]:
        """Personal liking: four hidden viewpoints and something of one's own."""
        n_people = len(spread)
        held = np.sqrt(0.1) * random.normal(size=(n_people, 4)) @ self.viewpoints
        if self.kind == "normal":
            own = random.normal(size=(n_people, self.n_cards))
        else:
            own = (random.gamma(1.5, size=(n_people, self.n_cards)) - 1.5) / np.sqrt(1.5)
        return spread[:, None] * (held + np.sqrt(0.6) * own)

    def lay(self, liking: NDArray[np.float64]) -> NDArray[np.float64]:
        """Lay cards by liking in the columns of the deck."""
        positions = np.empty_like(liking)
        np.put_along_axis(positions, liking.argsort(axis=-1), DECKS[self.n_cards], axis=-1)
        return positions

    def expected(self, draw: Draw, *, times: int, seed: int) -> NDArray[np.float64]:
        """Mean position of each card for people like each one drawn, over many personal likings."""
        random = np.random.default_rng(seed)
        total = np.zeros_like(draw.liking)
        for _ in range(times):
            total += self.lay(draw.liking + self.personal(random, draw.spread))
        return total / times

    def high_shares(self, attribute: str, *, n_people: int = 60_000, seed: int = 0) -> NDArray[np.float64]:
        """Share of each group of the population that gives a card a high place, (n_groups, n_cards)."""
        sorts = self.draw(n_people, 400, seed).sorts
        values = sorts.attribute(attribute)
        high = sorts.positions >= 1
        return np.stack([high[values == level].mean(axis=0) for level in np.unique(values)])

    def _spread(
        self, random: np.random.Generator, role: NDArray[np.int64], organisation: NDArray[np.int64], count: int
    ) -> NDArray[np.float64]:
        if self.kind == "normal":
            return np.ones(len(role))
        return ROLE_SPREAD[role] * random.uniform(0.8, 1.2, size=count)[organisation]


@dataclass(frozen=True)
class Camps:
    """Sorts of people who each hold one of a few known viewpoints.

    `held` (n_people,) numbers the viewpoint of each person; `ideal`
    (n_viewpoints, n_cards) is how somebody would lay who holds it fully.
    """

    sorts: Sorts
    held: NDArray[np.int64]
    ideal: NDArray[np.float64]


def draw_camps(
    n_people: int,
    n_viewpoints: int,
    seed: int,
    *,
    n_cards: int = 36,
    noise: float = 0.6,
    shares: Sequence[float] | None = None,
) -> Camps:
    """Draw people who hold known viewpoints, with personal noise (0 none, 1 as large as the viewpoint)."""
    random = np.random.default_rng(seed)
    viewpoints = random.normal(size=(n_viewpoints, n_cards))
    held = random.choice(n_viewpoints, n_people, p=shares)
    liking = viewpoints[held] + noise * random.normal(size=(n_people, n_cards))
    columns = DECKS[n_cards]
    ideal = columns[viewpoints.argsort(axis=1).argsort(axis=1)]
    return Camps(Sorts.of(columns[liking.argsort(axis=1).argsort(axis=1)]), held, ideal)


def draw_retests(population: Population, n_people: int, seed: int, *, mood: float = 0.5) -> tuple[Sorts, Sorts]:
    """Draw people who lay twice under the same instruction; `mood` is the size of the moment."""
    random = np.random.default_rng(seed)
    lasting = population.common + population.personal(random, np.ones(n_people))
    twice = [population.lay(lasting + mood * random.normal(size=(n_people, population.n_cards))) for _ in range(2)]
    return Sorts.of(twice[0]), Sorts.of(twice[1])


def draw_two_conditions(
    population: Population, n_people: int, seed: int, *, shift: float, reached: float = 0.2, mood: float = 0.3
) -> tuple[Sorts, Sorts, NDArray[np.float64]]:
    """Draw people under two instructions, the second with a shared shift of some cards' liking.

    Returns
    -------
    first, second : Sorts
    moved : ndarray, shape (n_cards,)
        Shift of liking of each card.
    """
    random = np.random.default_rng(seed)
    moved = np.zeros(population.n_cards)
    count = max(1, round(reached * population.n_cards))
    moved[random.choice(population.n_cards, count, replace=False)] = shift * random.choice([-1.0, 1.0], count)
    lasting = population.common + population.personal(random, np.ones(n_people))
    size = (n_people, population.n_cards)
    first = population.lay(lasting + mood * random.normal(size=size))
    second = population.lay(lasting + moved + mood * random.normal(size=size))
    return Sorts.of(first), Sorts.of(second), moved


def _effects(
    random: np.random.Generator, shares: NDArray[np.float64], n_cards: int, variance: float
) -> NDArray[np.float64]:
    """Effects of levels, zero on average, on about half of the cards."""
    if variance == 0:
        return np.zeros((len(shares), n_cards))
    effects = random.normal(size=(len(shares), n_cards)) * (random.random((1, n_cards)) < 0.5)
    effects -= shares @ effects
    return effects / np.sqrt((shares @ effects**2).mean()) * np.sqrt(variance)


def _types(random: np.random.Generator, count: int) -> NDArray[np.int64]:
    if count < 8:
        return random.choice(len(TYPES), count, p=TYPE_SHARE)
    wanted = np.maximum(2, np.round(TYPE_SHARE * count)).astype(int)
    types = np.repeat(np.arange(len(TYPES)), wanted)[:count]
    return np.append(types, np.full(count - len(types), 2))


def _organisation_of_each(random: np.random.Generator, types: NDArray[np.int64], n_people: int) -> NDArray[np.int64]:
    """Log-normal sizes, types in their shares, and two people of each organisation where there are enough."""
    size = random.lognormal(0, 0.7, len(types))
    for number, share in enumerate(TYPE_SHARE):
        if (types == number).any():
            size[types == number] *= share / size[types == number].sum()
    organisation = random.choice(len(types), n_people, p=size / size.sum())
    if n_people >= 3 * len(types):
        organisation[: 2 * len(types)] = np.repeat(np.arange(len(types)), 2)
    return organisation
