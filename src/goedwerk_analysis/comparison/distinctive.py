"""Cards that make one group different from the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import t

from goedwerk_analysis.comparison import sizes
from goedwerk_analysis.comparison.core import pooled_means
from goedwerk_analysis.comparison.groups import groups_of
from goedwerk_analysis.comparison.significance import benjamini_hochberg
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.summaries.sorts import SortSummary

SMALLEST_COLUMN = 0.5


@dataclass(frozen=True)
class DistinctiveCard:
    """One group's mean minus the mean of the other groups, in columns, with its 95 % interval.

    `claimed` holds when false claims are kept at 5 %, the pooled difference is
    at least half a column, and there are enough people to say so.
    """

    group: int
    card: int
    difference: float
    low: float
    high: float
    pooled: float
    p: float
    claimed: bool


@dataclass(frozen=True)
class Distinctive:
    """All differences of groups, largest first; `may_be_claimed` says whether there were enough people."""

    by: str
    groups: tuple[str, ...]
    left_out: tuple[str, ...]
    may_be_claimed: bool
    why_not: str
    cards: tuple[DistinctiveCard, ...]

    def claimed(self) -> tuple[DistinctiveCard, ...]:
        return tuple(card for card in self.cards if card.claimed)


def distinctive(
    data: Sorts | SortSummary, by: str, *, organisation: str | None = None, organisation_type: str | None = None
) -> Distinctive:
    """Find the cards that a group places clearly higher or lower than the others.

    Groups below 5 people are left out and named. Nothing is claimed below 200
    people or with a group below 15: then the differences are only shown.
    """
    everybody = groups_of(data, by)
    kept = everybody.n_people >= sizes.CORE_GROUP
    names = [name for name, keep in zip(everybody.names, kept, strict=True) if keep]
    left_out = tuple(name for name, keep in zip(everybody.names, kept, strict=True) if not keep)
    if len(names) < 2:
        reason = "one_level" if len(everybody.names) < 2 else "small_groups"
        return Distinctive(by, tuple(names), left_out, False, reason, ())
    groups = groups_of(data, by, organisation=organisation, organisation_type=organisation_type, keep=names)
    enough = groups.n_people.sum() >= sizes.DISTINCTIVE and groups.n_people.min() >= sizes.DISTINCTIVE_GROUP
    return Distinctive(by, groups.names, left_out, bool(enough), "" if enough else "few_people", _cards(groups, enough))


def _cards(groups, enough: bool) -> tuple[DistinctiveCard, ...]:
    means, count = groups.positions, len(groups.names)
    difference = _against_others(means.mean)
    variance = means.variance + (means.variance.sum(axis=0) - means.variance) / (count - 1) ** 2
    error = np.sqrt(variance)
    p = 2 * t.sf(np.abs(difference) / error, means.free)
    reach = t.ppf(0.975, means.free) * error
    pooled = _against_others(pooled_means(means))
    claimed = benjamini_hochberg(p) & (np.abs(pooled) >= SMALLEST_COLUMN) & enough
    order = np.argsort(-np.abs(difference), axis=None)
    return tuple(
        DistinctiveCard(
            group=int(group),
            card=int(card),
            difference=float(difference[group, card]),
            low=float(difference[group, card] - reach[group, card]),
            high=float(difference[group, card] + reach[group, card]),
            pooled=float(pooled[group, card]),
            p=float(p[group, card]),
            claimed=bool(claimed[group, card]),
        )
        for group, card in zip(*np.unravel_index(order, difference.shape), strict=True)
    )


def _against_others(values):
    """Each group minus the mean of the other groups; groups count equally."""
    count = len(values)
    return values - (values.sum(axis=0) - values) / (count - 1)
