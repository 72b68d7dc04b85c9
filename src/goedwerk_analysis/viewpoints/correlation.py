"""How alike two sorts are."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import rankdata

from goedwerk_analysis.responses.sorts import FlatSort

Method = Literal["pearson", "spearman"]


def correlate(positions: ArrayLike, method: Method = "pearson") -> NDArray[np.float64]:
    """Correlate people by how they placed the cards.

    Parameters
    ----------
    positions : array_like, shape (n_sorts, n_cards)
    method : {"pearson", "spearman"}
        Spearman uses ranks; ties share their mean rank.

    Returns
    -------
    ndarray, shape (n_sorts, n_sorts)

    Raises
    ------
    FlatSort
        If a sort has no variance.

    Examples
    --------
    >>> correlate([[1, 0, -1], [-1, 0, 1]]).round(3).tolist()
    [[1.0, -1.0], [-1.0, 1.0]]
    """
    unit = unit_sorts(positions, method)
    correlation = np.clip(unit @ unit.T, -1, 1)
    np.fill_diagonal(correlation, 1.0)
    return correlation


def unit_sorts(positions: ArrayLike, method: Method = "pearson") -> NDArray[np.float64]:
    """Centre each sort and give it length 1, so that products are correlations."""
    grid = np.asarray(_ranked(positions) if method == "spearman" else positions, dtype=float)
    centred = grid - grid.mean(axis=1, keepdims=True)
    length = np.linalg.norm(centred, axis=1, keepdims=True)
    if not (length > 0).all():
        flat = np.flatnonzero(length.ravel() == 0)[:5].tolist()
        raise FlatSort(f"sorts without variance cannot be correlated: rows {flat}")
    return centred / length


def _ranked(positions: ArrayLike) -> NDArray[np.float64]:
    return rankdata(np.asarray(positions, dtype=float), axis=1)
