"""The 20 columns from -6 to +13 in which PQMethod and KADE count cards."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.formats.study import FormatError

LOWEST, HIGHEST = -6, 13


def columns_from_counts(counts: Sequence[int], n_cards: int) -> NDArray[np.float64] | None:
    """Columns to be filled; None when the counts do not add up to the number of cards."""
    if sum(counts) != n_cards or min(counts, default=0) < 0:
        return None
    return np.repeat(np.arange(LOWEST, LOWEST + len(counts), dtype=float), counts)


def counts_from_columns(columns: NDArray[np.float64]) -> list[int]:
    """Number of cards in each column from -6 to +13."""
    if (columns != np.rint(columns)).any() or columns.min() < LOWEST or columns.max() > HIGHEST:
        raise FormatError(f"this format only has whole columns from {LOWEST} to {HIGHEST}")
    return [int((columns == column).sum()) for column in range(LOWEST, HIGHEST + 1)]


def whole(positions: NDArray[np.float64]) -> NDArray[np.int64]:
    """Positions as whole numbers, or say that this format has no others."""
    if (positions != np.rint(positions)).any():
        raise FormatError("this format only has whole columns")
    return positions.astype(np.int64)
