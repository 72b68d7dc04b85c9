"""How much all people share."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison.cells import Cells
from goedwerk_analysis.comparison.intervals import t_limits

FEWEST_ORGANISATIONS = 4


def common_share(cells: Cells, organisation: str | None) -> tuple[float, tuple[float, float]]:
    """Mean correlation between people of different organisations, with its interval.

    With fewer than four organisations all pairs count. The interval is a
    jackknife over organisations, else over people.
    """
    whole = cells.squared_length
    if organisation is not None and len(cells.levels[organisation]) >= FEWEST_ORGANISATIONS:
        share, error, free = _between(cells, organisation)
    else:
        share, error, free = _all_pairs(cells)
    low, high = t_limits(share, error, free)
    return share / whole, (max(0.0, low / whole), min(1.0, high / whole))


def agreement(sums: NDArray[np.float64], n_people: float, squared_length: float) -> float:
    """Mean correlation over all pairs of people: 1 all the same, 0 unrelated."""
    if n_people < 2:
        return float("nan")
    return float((sums @ sums - n_people * squared_length) / (n_people * (n_people - 1) * squared_length))


def _between(cells: Cells, organisation: str) -> tuple[float, float, int]:
    members = cells.dummies(organisation)
    sums, sizes = members.T @ cells.sums, members.T @ cells.counts
    total, n = sums.sum(axis=0), sizes.sum()
    own, squares = (sums**2).sum(axis=1), sizes**2
    estimate = (total @ total - own.sum()) / (n**2 - squares.sum())
    without = total - sums
    pairs = (n - sizes) ** 2 - (squares.sum() - squares)
    left = ((without**2).sum(axis=1) - (own.sum() - own)) / pairs
    count = len(sizes)
    error = np.sqrt((count - 1) / count * ((left - left.mean()) ** 2).sum())
    return float(estimate), float(error), count - 1


def _all_pairs(cells: Cells) -> tuple[float, float, int]:
    n, total = cells.n_people, cells.sums.sum(axis=0)
    if n < 3:
        return float("nan"), float("nan"), 1
    pairs = total @ total - n * cells.squared_length
    # Leaving one person out takes 2 (y.total - K) off; y.total has mean |total|^2 / n over people.
    towards = total @ cells.products @ total - (total @ total) ** 2 / n
    variance = 4 * max(towards, 0.0) / ((n - 1) * (n - 2)) ** 2
    return float(pairs / (n * (n - 1))), float(np.sqrt((n - 1) / n * variance)), n - 1
