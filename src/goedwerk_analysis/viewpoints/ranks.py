"""The crib sheet: what stands out in each viewpoint beside the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class RelativeRanks:
    """Cards of one viewpoint, by number: at the ends, and against all other viewpoints."""

    highest: tuple[int, ...]
    lowest: tuple[int, ...]
    higher_than_all_others: tuple[int, ...]
    lower_than_all_others: tuple[int, ...]


def relative_ranks(arrays: NDArray[np.float64]) -> tuple[RelativeRanks | None, ...]:
    """Make the crib sheet of each viewpoint.

    Parameters
    ----------
    arrays : ndarray, shape (n_cards, n_viewpoints)
        Columns from `factor_arrays`; a viewpoint with NaN gets None.
    """
    return tuple(_ranks_of(arrays, view) for view in range(arrays.shape[1]))


def _ranks_of(arrays: NDArray[np.float64], view: int) -> RelativeRanks | None:
    own = arrays[:, view]
    if np.isnan(own).any():
        return None
    others = np.delete(arrays, view, axis=1)
    others = others[:, ~np.isnan(others).any(axis=0)]
    alone = others.shape[1] == 0
    higher = np.zeros(len(own), bool) if alone else own > others.max(axis=1)
    lower = np.zeros(len(own), bool) if alone else own < others.min(axis=1)
    return RelativeRanks(_cards(own == own.max()), _cards(own == own.min()), _cards(higher), _cards(lower))


def _cards(chosen: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(card) for card in np.flatnonzero(chosen))
