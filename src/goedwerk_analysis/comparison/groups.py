"""Means of groups and how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison.cells import Cells, cells_of
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.summaries.sorts import SortSummary

FEWEST_CLUSTERS = 5


@dataclass(frozen=True)
class Means:
    """Group means of every card.

    Attributes
    ----------
    mean, variance : ndarray, shape (n_groups, n_cards)
        Means, and the variance of each; the variance within groups is taken
        halfway to that of the whole deck, and enlarged where people of one
        organisation resemble each other.
    effect : ndarray, shape (n_groups,)
        That enlargement, at least 1.
    free : int
    """

    mean: NDArray[np.float64]
    variance: NDArray[np.float64]
    effect: NDArray[np.float64]
    free: int


@dataclass(frozen=True)
class Groups:
    """People divided by one attribute, as core and distinctive cards need them."""

    names: tuple[str, ...]
    n_people: NDArray[np.int64]
    positions: Means
    highs: Means
    base_rate: float
    squared_length: float


def groups_of(
    data: Sorts | SortSummary,
    by: str | None,
    *,
    organisation: str | None = None,
    organisation_type: str | None = None,
    keep: Sequence[str] | None = None,
) -> Groups:
    """Compute means of positions and of high places per group of `by` (or of all).

    Parameters
    ----------
    by : str or None
        Attribute that makes the groups; None takes everybody as one group.
    organisation : str, optional
        Attribute whose members resemble each other.
    organisation_type : str, optional
        Types within which organisations were drawn: differences between types
        are then part of the round, not of chance.
    keep : sequence of str, optional
        Groups to use; others are left out.
    """
    names = [name for name in (by, organisation, organisation_type) if name]
    cells = cells_of(data, list(dict.fromkeys(names)))
    levels = cells.levels[by] if by else ("all",)
    chosen = [place for place, level in enumerate(levels) if keep is None or level in keep]
    everyone = cells.dummies(by) if by else np.ones((len(cells.counts), 1))
    members = everyone[:, chosen]
    clusters = _clusters(cells, organisation, organisation_type) if organisation and organisation != by else None
    n_people = members.T @ cells.counts
    return Groups(
        names=tuple(levels[place] for place in chosen),
        n_people=np.rint(n_people).astype(np.int64),
        positions=_means(cells, cells.sums, members, clusters, _position_within(cells, everyone, members)),
        highs=_means(cells, cells.highs, members, clusters, _high_within(cells, members)),
        base_rate=cells.base_rate,
        squared_length=cells.squared_length,
    )


@dataclass(frozen=True)
class _Clusters:
    """Organisation of each cell, and the type it was drawn from (0 for all when unknown)."""

    organisation: NDArray[np.int64]
    type: NDArray[np.int64]


def _clusters(cells: Cells, organisation: str, organisation_type: str | None) -> _Clusters:
    own = cells.codes[organisation]
    types = cells.codes[organisation_type] if organisation_type else np.zeros(len(own), dtype=np.int64)
    return _Clusters(own, types)


@dataclass(frozen=True)
class _Within:
    """Sum of squares around the group means: per card over the groups, and per group over the cards."""

    per_card: NDArray[np.float64]
    per_group: NDArray[np.float64]


def _means(
    cells: Cells,
    sums: NDArray[np.float64],
    members: NDArray[np.float64],
    clusters: _Clusters | None,
    within: _Within,
) -> Means:
    n_people = members.T @ cells.counts
    mean = members.T @ sums / n_people[:, None]
    free = int(n_people.sum()) - len(n_people)
    per_card = within.per_card / max(free, 1)
    spread = (per_card + per_card.mean()) / 2
    effect = _design_effect(cells, sums, members, mean, clusters, within.per_group)
    return Means(mean, spread * (effect / n_people)[:, None], effect, free)


def _position_within(cells: Cells, everyone: NDArray[np.float64], members: NDArray[np.float64]) -> _Within:
    """Every sort has squared length K, so a group's sum over the deck is known exactly.

    How it divides over the cards is known for all people together; where groups
    are left out, that division is taken over.
    """
    per_card = np.diag(cells.products) - (_explained(cells, everyone)).sum(axis=0)
    explained = _explained(cells, members)
    per_group = members.T @ cells.counts * cells.squared_length - explained.sum(axis=1)
    total = per_card.sum()
    return _Within(per_card * (per_group.sum() / total if total > 0 else 0.0), per_group)


def _explained(cells: Cells, members: NDArray[np.float64]) -> NDArray[np.float64]:
    """People times squared mean, per group and card."""
    sums = members.T @ cells.sums
    return sums**2 / (members.T @ cells.counts)[:, None]


def _high_within(cells: Cells, members: NDArray[np.float64]) -> _Within:
    highs, n_people = members.T @ cells.highs, (members.T @ cells.counts)[:, None]
    within = highs - highs**2 / n_people
    return _Within(within.sum(axis=0), within.sum(axis=1))


def _design_effect(
    cells: Cells,
    sums: NDArray[np.float64],
    members: NDArray[np.float64],
    mean: NDArray[np.float64],
    clusters: _Clusters | None,
    within: NDArray[np.float64],
) -> NDArray[np.float64]:
    """How much larger the variance of a mean is because organisations are drawn, not people; at least 1."""
    if clusters is None:
        return np.ones(members.shape[1])
    effects = np.array(
        [_effect_of(cells, sums, members[:, group], mean[group], clusters, within[group]) for group in range(len(mean))]
    )
    known = ~np.isnan(effects)
    return np.where(known, effects, effects[known].mean() if known.any() else 1.0)


def _effect_of(
    cells: Cells,
    sums: NDArray[np.float64],
    member: NDArray[np.float64],
    mean: NDArray[np.float64],
    clusters: _Clusters,
    within: float,
) -> float:
    rows = member > 0
    used, first, place = np.unique(clusters.organisation[rows], return_index=True, return_inverse=True)
    n, count = cells.counts[rows].sum(), len(used)
    if count < FEWEST_CLUSTERS or n < 2 or within <= 0:
        return np.nan
    per_cluster, sizes = np.zeros((count, len(mean))), np.zeros(count)
    np.add.at(per_cluster, place, sums[rows] - cells.counts[rows, None] * mean)
    np.add.at(sizes, place, cells.counts[rows])
    strata = np.unique(clusters.type[rows][first], return_inverse=True)[1]
    free = count - strata.max() - 1
    if free < FEWEST_CLUSTERS - 1:
        strata, free = np.zeros(count, dtype=np.int64), count - 1
    clustered = (_without_strata(per_cluster, sizes, strata) ** 2).sum() * count / free
    return max(1.0, clustered / (within * n / (n - 1)))


def _without_strata(
    sums: NDArray[np.float64], sizes: NDArray[np.float64], strata: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Sums per organisation, less what its type's mean would give."""
    members = np.eye(strata.max() + 1)[strata]
    means = members.T @ sums / (members.T @ sizes)[:, None]
    return sums - sizes[:, None] * means[strata]
