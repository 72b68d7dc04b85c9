"""Scores with the roundings of KADE, so that its third decimal can be reproduced."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def kade_z_scores(
    positions: ArrayLike, loadings: NDArray[np.float64], marked: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Score cards as KADE does: 3 decimals, rounded at every step.

    KADE scales all weights by the largest of the first viewpoint. That is wrong
    in its weights table (see `shown_weights`) and harmless here, but it decides
    where the roundings fall.

    Returns
    -------
    ndarray, shape (n_cards, n_viewpoints)
        NaN where no sort defines the viewpoint.
    """
    grid = np.asarray(positions, dtype=float)
    standard = half_away((grid - grid.mean(axis=1, keepdims=True)) / grid.std(axis=1, ddof=1, keepdims=True), 3)
    weights = _kade_weights(loadings, marked)
    columns = [_one_viewpoint(standard, weights[:, view], marked[:, view]) for view in range(weights.shape[1])]
    return np.column_stack(columns)


def half_away(values: ArrayLike, decimals: int) -> NDArray[np.float64]:
    """Round halves away from zero, as KADE's ``evenRound`` does in spite of its name."""
    scaled = np.asarray(values, dtype=float) * 10**decimals
    return np.sign(scaled) * np.floor(np.abs(scaled) + 0.5 + 1e-9) / 10**decimals


def _kade_weights(loadings: NDArray[np.float64], marked: NDArray[np.bool_]) -> NDArray[np.float64]:
    explained = half_away(loadings**2, 5)
    left = np.where(explained >= 1, 1.0, half_away(1 - explained, 5))
    weights = np.where(marked, half_away(loadings / left, 5), 0.0)
    used = np.flatnonzero(marked.any(axis=0))
    if not len(used):
        return weights
    scale = half_away(1 / np.abs(weights[:, used[0]]).max(), 8)
    return half_away(weights * scale * 10, 5)


def _one_viewpoint(
    standard: NDArray[np.float64], weights: NDArray[np.float64], flagged: NDArray[np.bool_]
) -> NDArray[np.float64]:
    total = np.zeros(standard.shape[1])
    for row in np.flatnonzero(flagged):
        total = half_away(total + half_away(standard[row] * weights[row], 5), 3)
    spread = total.std(ddof=1)
    if spread == 0:
        return np.full(len(total), np.nan)
    return half_away((total - total.mean()) / spread, 3)
