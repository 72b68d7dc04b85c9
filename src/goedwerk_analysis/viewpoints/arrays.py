"""The sort that somebody who holds a viewpoint fully would lay."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

MOST_EXPLAINED = 1 - 1e-6


def sort_weights(loadings: ArrayLike, marked: ArrayLike) -> NDArray[np.float64]:
    """Weigh each defining sort by ``loading / (1 - loading**2)``; others get 0.

    A loading of 1 would weigh without end; explained variance is kept at most
    1 - 1e-6.
    """
    loadings = np.asarray(loadings, dtype=float)
    explained = np.minimum(loadings**2, MOST_EXPLAINED)
    return np.where(marked, loadings / (1 - explained), 0.0)


def shown_weights(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scale weights for a table: the heaviest sort of *each* viewpoint gets 10."""
    heaviest = np.abs(weights).max(axis=0)
    return 10 * weights / np.where(heaviest > 0, heaviest, 1.0)


def z_scores(positions: ArrayLike, weights: NDArray[np.float64], *, standardise: bool = True) -> NDArray[np.float64]:
    """Score each card for each viewpoint: mean 0 and standard deviation 1 over the cards.

    Parameters
    ----------
    positions : array_like, shape (n_sorts, n_cards)
    weights : ndarray, shape (n_sorts, n_viewpoints)
    standardise : bool
        Bring every sort to the same mean and spread first, so that nobody
        weighs more by using wider columns (KADE). Makes no difference to
        forced sorts. False follows qmethod.

    Returns
    -------
    ndarray, shape (n_cards, n_viewpoints)
        NaN where no sort defines the viewpoint.
    """
    grid = np.asarray(positions, dtype=float)
    if standardise:
        grid = (grid - grid.mean(axis=1, keepdims=True)) / grid.std(axis=1, ddof=1, keepdims=True)
    raw = grid.T @ weights
    spread = raw.std(axis=0, ddof=1)
    empty = ~(weights != 0).any(axis=0) | (spread == 0)
    scores = (raw - raw.mean(axis=0)) / np.where(empty, 1.0, spread)
    scores[:, empty] = np.nan
    return scores


def factor_arrays(
    scores: NDArray[np.float64], distribution: NDArray[np.float64], *, decimals: int = 9
) -> NDArray[np.float64]:
    """Lay the cards of each viewpoint in the given columns, by their scores.

    The columns are always filled exactly. Cards that tie (equal to `decimals`)
    go in the order of the deck, the earlier card in the heavier column, as in
    KADE (which compares 3 decimals).

    Returns
    -------
    ndarray, shape (n_cards, n_viewpoints)
        NaN where the viewpoint has no scores.
    """
    columns = np.sort(np.asarray(distribution, dtype=float))
    later_first = np.round(scores, decimals)[::-1]
    order = len(columns) - 1 - np.argsort(later_first, axis=0, kind="stable")
    arrays = np.empty_like(scores, dtype=float)
    np.put_along_axis(arrays, order, np.broadcast_to(columns[:, None], scores.shape), axis=0)
    arrays[:, np.isnan(scores).any(axis=0)] = np.nan
    return arrays
