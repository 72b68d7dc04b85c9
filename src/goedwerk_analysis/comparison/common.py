"""How much all people share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison.cells import Cells
from goedwerk_analysis.comparison.intervals import t_limits

FEWEST_ORGANISATIONS = 4
FEWEST_PER_TYPE = 3


def common_share(
    cells: Cells, organisation: str | None, types: NDArray[np.int64] | None = None
) -> tuple[float, tuple[float, float]]:
    """Mean correlation between people of different organisations, with its interval.

    Where types are known, with at least three organisations each, pairs are
    weighted to the composition of the round over types: leaving out pairs of
    one organisation would otherwise leave too few pairs of one type. With fewer
    than four organisations all pairs count. The interval is a jackknife over
    organisations, else over people.
    """
    whole = cells.squared_length
    if organisation is not None and len(cells.levels[organisation]) >= FEWEST_ORGANISATIONS:
        balanced = types is not None and np.bincount(types).min() >= FEWEST_PER_TYPE
        share, error, free = _between(cells, organisation, types if balanced else None)
    else:
        share, error, free = _all_pairs(cells)
    low, high = t_limits(share, error, free)
    return share / whole, (max(0.0, low / whole), min(1.0, high / whole))


def agreement(sums: NDArray[np.float64], n_people: float, squared_length: float) -> float:
    """Mean correlation over all pairs of people: 1 all the same, 0 unrelated."""
    if n_people < 2:
        return float("nan")
    return float((sums @ sums - n_people * squared_length) / (n_people * (n_people - 1) * squared_length))


def _between(cells: Cells, organisation: str, types: NDArray[np.int64] | None) -> tuple[float, float, int]:
    members = cells.dummies(organisation)
    sums, sizes = members.T @ cells.sums, members.T @ cells.counts
    count = len(sizes)
    kinds = np.zeros(count, dtype=np.int64) if types is None else types
    pairs = _Pairs.of(sums, sizes, kinds)
    left = np.array([pairs.without(sums[row], sizes[row], kinds[row]).mean() for row in range(count)])
    error = np.sqrt((count - 1) / count * ((left - left.mean()) ** 2).sum())
    return pairs.mean(), float(error), count - 1


@dataclass(frozen=True)
class _Pairs:
    """Sums of positions per type of organisation, and what pairs within one organisation take off."""

    sums: NDArray[np.float64]
    sizes: NDArray[np.float64]
    own_products: NDArray[np.float64]
    own_pairs: NDArray[np.float64]

    @classmethod
    def of(cls, sums: NDArray[np.float64], sizes: NDArray[np.float64], kinds: NDArray[np.int64]) -> _Pairs:
        members = np.eye(kinds.max() + 1)[kinds]
        return cls(members.T @ sums, members.T @ sizes, members.T @ (sums**2).sum(axis=1), members.T @ sizes**2)

    def without(self, own: NDArray[np.float64], size: float, kind: int) -> _Pairs:
        here = np.eye(len(self.sizes))[kind]
        return _Pairs(
            self.sums - np.outer(here, own),
            self.sizes - here * size,
            self.own_products - here * (own @ own),
            self.own_pairs - here * size**2,
        )

    def mean(self) -> float:
        """Mean product over pairs of different organisations, types weighted as in the round."""
        products = self.sums @ self.sums.T - np.diag(self.own_products)
        pairs = np.outer(self.sizes, self.sizes) - np.diag(self.own_pairs)
        share = self.sizes / self.sizes.sum()
        return float(share @ (products / pairs) @ share)


def _all_pairs(cells: Cells) -> tuple[float, float, int]:
    n, total = cells.n_people, cells.sums.sum(axis=0)
    if n < 3:
        return float("nan"), float("nan"), 1
    pairs = total @ total - n * cells.squared_length
    # Leaving one person out takes 2 (y.total - K) off; y.total has mean |total|^2 / n over people.
    towards = total @ cells.products @ total - (total @ total) ** 2 / n
    variance = 4 * max(towards, 0.0) / ((n - 1) * (n - 2)) ** 2
    return float(pairs / (n * (n - 1))), float(np.sqrt((n - 1) / n * variance)), n - 1
