"""Cards that a majority of every group gives a high place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta, norm, t

from goedwerk_analysis.comparison import sizes
from goedwerk_analysis.comparison.groups import Groups, Means, groups_of
from goedwerk_analysis.responses.sorts import Sorts, TooFewSorts
from goedwerk_analysis.summaries.sorts import SortSummary

METHOD_VERSION = "core 1"
CLAIM, PROBABLE, DOUBTFUL, NOT = 0.9, 0.75, 0.25, 0.1
DRAWS = 4000
NODES, NODE_WEIGHTS = np.polynomial.hermite_e.hermegauss(24)


@dataclass(frozen=True)
class CoreCard:
    """What may be said of one card.

    Attributes
    ----------
    card : int
    probability : float
        That in every group a majority gives the card a high place.
    verdict : str
        "core", "probably_core", "not_known", "probably_not_core" or "not_core".
    high_share : tuple of float
        Share of people with a high place, per group.
    mean, low, high : tuple of float
        Mean position per group with its 95 % interval, in columns.
    equal_probability : float
        That every group mean is within one column of their mean.
    equally_strong : bool
        That probability is at least .9, and there are several groups.
    against : tuple of int
        Groups without a majority for it in the sample.
    """

    card: int
    probability: float
    verdict: str
    high_share: tuple[float, ...]
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    equal_probability: float
    equally_strong: bool
    against: tuple[int, ...]


@dataclass(frozen=True)
class Core:
    """The common core over the groups of one attribute.

    `groups` were compared; `left_out` were too small; when groups could not be
    compared at all, everybody is one group named "all" and `why_one_group`
    says why.
    """

    by: str | None
    groups: tuple[str, ...]
    n_people: tuple[int, ...]
    left_out: tuple[str, ...]
    why_one_group: str
    cards: tuple[CoreCard, ...]
    method: str = METHOD_VERSION

    def with_verdict(self, *verdicts: str) -> tuple[CoreCard, ...]:
        """Cards with one of the verdicts, surest first."""
        found = [card for card in self.cards if card.verdict in verdicts]
        return tuple(sorted(found, key=lambda card: (-card.probability, card.card)))


def core(
    data: Sorts | SortSummary,
    by: str | None = None,
    *,
    organisation: str | None = None,
    organisation_type: str | None = None,
) -> Core:
    """Find the cards that everybody's group gives a high place.

    A card is core when in every group a majority of people puts it at least one
    column above the middle, with probability .9 or more. Groups count equally,
    whatever their size. Claiming a card that some group does not share is
    thereby held to be nine times as bad as missing one.

    Parameters
    ----------
    data : Sorts or SortSummary
    by : str, optional
        Attribute whose levels are the groups.
    organisation, organisation_type : str, optional
        Attribute whose members resemble each other, and the types within which
        organisations were drawn.

    Raises
    ------
    TooFewSorts
        Below 8 people: then the core is something to talk about, not to infer.

    References
    ----------
    docs/method/sorts.md; Gelman, A. & Hill, J. (2007), chapter 12, for pooling.
    """
    drawn = {"organisation": organisation, "organisation_type": organisation_type}
    everybody = groups_of(data, None, **drawn)
    total = int(everybody.n_people.sum())
    if total < sizes.AGREEMENT:
        raise TooFewSorts(f"the core of a group needs at least {sizes.AGREEMENT} sorts, got {total}")
    names, left_out, reason = _usable(data, by, total)
    if reason:
        found, chance = everybody, one_group_probability(everybody)
    else:
        found = groups_of(data, by, **drawn, keep=names)
        chance = every_group_probability(found.highs)
    people = tuple(int(count) for count in found.n_people)
    return Core(by, found.names, people, left_out, reason, _cards(found, chance))


def every_group_probability(highs: Means, threshold: float = 0.5) -> NDArray[np.float64]:
    """Probability that every group's true share exceeds `threshold`, shape (n_cards,).

    Group shares are pooled towards each other as far as the groups differ: by
    the card itself or the deck, whichever differs more, so that one deviating
    group stays visible.
    """
    pooled = _pooled(highs, own=True)
    width = np.sqrt(pooled.keep * highs.variance * _widened(highs.free))
    total = np.zeros(highs.mean.shape[1])
    for node, weight in zip(NODES, NODE_WEIGHTS / NODE_WEIGHTS.sum(), strict=True):
        middle = pooled.centre + node * np.sqrt(pooled.centre_variance)
        share = pooled.keep * highs.mean + (1 - pooled.keep) * middle
        total += weight * norm.sf(threshold, share, width).prod(axis=0)
    return total


def one_group_probability(group: Groups) -> NDArray[np.float64]:
    """Probability of a majority in one group, with a prior learned from the whole deck.

    People of one organisation who resemble each other count for fewer.
    """
    n, base = float(group.n_people[0] / group.highs.effect[0]), group.base_rate
    share = group.highs.mean[0]
    between = (share.var(ddof=1) - base * (1 - base) / n) * n / (n - 1)
    between = np.clip(between, 0.002, 0.8 * base * (1 - base))
    strength = max(1.0, base * (1 - base) / between - 1)
    return beta.sf(0.5, base * strength + n * share, (1 - base) * strength + n * (1 - share))


def equal_probability(positions: Means, reach: float = 1.0, seed: int = 1) -> NDArray[np.float64]:
    """Probability that every group mean lies within `reach` columns of their mean."""
    pooled = _pooled(positions, own=True)
    random = np.random.default_rng(seed)
    n_groups, n_cards = positions.mean.shape
    middle = pooled.centre + random.normal(size=(DRAWS, 1, n_cards)) * np.sqrt(pooled.centre_variance)
    width = np.sqrt(pooled.keep * positions.variance * _widened(positions.free))
    means = pooled.keep * positions.mean + (1 - pooled.keep) * middle
    means = means + random.normal(size=(DRAWS, n_groups, n_cards)) * width
    apart = np.abs(means - means.mean(axis=1, keepdims=True)).max(axis=1)
    return (apart <= reach).mean(axis=0)


@dataclass(frozen=True)
class Pooled:
    """Means of groups drawn towards each other: `keep` is how much of its own a group keeps."""

    centre: NDArray[np.float64]
    centre_variance: NDArray[np.float64]
    keep: NDArray[np.float64]


def _pooled(means: Means, *, own: bool) -> Pooled:
    """Pool by the deck's spread between groups, or (`own`) by the larger of that and the card's."""
    apart = means.mean.var(axis=0, ddof=1) - means.variance.mean(axis=0)
    deck = max(float(apart.mean()), 0.0)
    between = (np.maximum(apart, deck) if own else np.full_like(apart, deck)) + 1e-9
    weight = 1 / (means.variance + between)
    centre = (weight * means.mean).sum(axis=0) / weight.sum(axis=0)
    return Pooled(centre, 1 / weight.sum(axis=0), between / (between + means.variance))


def pooled_means(means: Means) -> NDArray[np.float64]:
    """Group means drawn towards each other as far as the deck's groups are alike."""
    pooled = _pooled(means, own=False)
    return pooled.keep * means.mean + (1 - pooled.keep) * pooled.centre


def _widened(free: int) -> float:
    return free / (free - 2) if free > 2 else 3.0


def _usable(data: Sorts | SortSummary, by: str | None, total: int) -> tuple[list[str], tuple[str, ...], str]:
    if by is None:
        return [], (), "no_attribute"
    groups = groups_of(data, by)
    large = groups.n_people >= sizes.CORE_GROUP
    names = [name for name, enough in zip(groups.names, large, strict=True) if enough]
    left_out = tuple(name for name, enough in zip(groups.names, large, strict=True) if not enough)
    if len(groups.names) < 2:
        return names, (), "one_level"
    if total < sizes.CORE_OVER_GROUPS:
        return names, (), "few_people"
    if len(names) < 2 or groups.n_people[large].sum() < sizes.CORE_OVER_GROUPS:
        return names, (), "small_groups"
    return names, left_out, ""


def _cards(groups: Groups, chance: NDArray[np.float64]) -> tuple[CoreCard, ...]:
    several = len(groups.names) > 1
    equal = equal_probability(groups.positions) if several else np.full(len(chance), np.nan)
    reach = t.ppf(0.975, groups.positions.free) * np.sqrt(groups.positions.variance)
    low, high = groups.positions.mean - reach, groups.positions.mean + reach
    return tuple(
        CoreCard(
            card=card,
            probability=float(chance[card]),
            verdict=verdict(float(chance[card])),
            high_share=_row(groups.highs.mean[:, card]),
            mean=_row(groups.positions.mean[:, card]),
            low=_row(low[:, card]),
            high=_row(high[:, card]),
            equal_probability=float(equal[card]),
            equally_strong=bool(several and equal[card] >= CLAIM),
            against=tuple(int(group) for group in np.flatnonzero(groups.highs.mean[:, card] <= 0.5)),
        )
        for card in range(len(chance))
    )


def verdict(probability: float) -> str:
    """The words for a probability of being core."""
    steps = ((CLAIM, "core"), (PROBABLE, "probably_core"), (DOUBTFUL, "not_known"), (NOT, "probably_not_core"))
    return next((word for limit, word in steps if probability >= limit), "not_core")


def _row(values: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
