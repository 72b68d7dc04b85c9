"""Varimax for many loadings at once, from sums that do not grow with the number of people."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.viewpoints.rotate import finish_in_pairs


def varimax_turns(
    loadings: NDArray[np.float64], counts: NDArray[np.float64], *, tolerance: float = 1e-10, rounds: int = 200
) -> NDArray[np.float64]:
    """Find the varimax rotation of each of many sets of loadings.

    A person drawn twice counts twice. The criterion needs only second and
    fourth order sums of the normalised loadings, so each round costs the same
    for ten people as for ten thousand.

    Parameters
    ----------
    loadings : ndarray, shape (n_steps, n_sorts, n_viewpoints)
    counts : ndarray, shape (n_steps, n_sorts)
        How often each sort counts.
    tolerance : float
        As in `varimax`.

    Returns
    -------
    ndarray, shape (n_steps, n_viewpoints, n_viewpoints)
    """
    n_steps, _, n_views = loadings.shape
    turns = np.tile(np.eye(n_views), (n_steps, 1, 1))
    if n_views < 2:
        return turns
    second, fourth = _moments(loadings, counts)
    total = counts.sum(axis=1)
    open_steps, previous = np.arange(n_steps), np.zeros(n_steps)
    for _ in range(rounds):
        turned, criterion = _round(second[open_steps], fourth[open_steps], total[open_steps], turns[open_steps])
        turns[open_steps] = turned
        moving = criterion >= previous[open_steps] * (1 + tolerance)
        previous[open_steps] = criterion
        open_steps = open_steps[moving]
        if not len(open_steps):
            return turns
    for step in open_steps:
        turns[step] = finish_in_pairs(_normalised(loadings[step]), turns[step], counts[step])
    return turns


def _normalised(loadings: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.linalg.norm(loadings, axis=-1, keepdims=True)
    return loadings / np.where(lengths > 0, lengths, 1.0)


def _moments(
    loadings: NDArray[np.float64], counts: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    normalised = _normalised(loadings)
    n_views = loadings.shape[2]
    first, other = np.triu_indices(n_views)
    pairs = normalised[:, :, first] * normalised[:, :, other]
    weighted = pairs * counts[:, :, None]
    fourth = np.swapaxes(weighted, 1, 2) @ pairs
    where = np.zeros((n_views, n_views), dtype=int)
    where[first, other] = where[other, first] = np.arange(len(first))
    spread = where.ravel()
    second = weighted.sum(axis=1)[:, where]
    return second, fourth[:, spread][:, :, spread]


def _round(
    second: NDArray[np.float64], fourth: NDArray[np.float64], total: NDArray[np.float64], turns: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    n_steps, n_views, _ = turns.shape
    squares = (turns[:, :, None, :] * turns[:, None, :, :]).reshape(n_steps, n_views**2, n_views)
    cubes = (fourth @ squares).reshape(n_steps, n_views, n_views, n_views)
    cubic = (cubes * turns[:, None, :, :]).sum(axis=2)
    linear = second @ turns
    lengths = (turns * linear).sum(axis=1) / total[:, None]
    left, sizes, right = np.linalg.svd(cubic - linear * lengths[:, None, :])
    return left @ right, sizes.sum(axis=1)
