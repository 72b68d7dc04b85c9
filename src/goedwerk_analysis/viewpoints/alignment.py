"""Recognise the same viewpoints when they come back in another order or turned round."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

MOST_TRIED = 6


def align(steps: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.float64]:
    """Reorder and turn the viewpoints of each step to match `target` as well as possible.

    The assignment maximises the sum of absolute Tucker congruences, so each
    viewpoint gets exactly one match and no step is lost.

    Parameters
    ----------
    steps : ndarray, shape (n_steps, n_sorts, n_viewpoints)
    target : ndarray, shape (n_sorts, n_viewpoints)
    """
    alike = _all_congruences(steps, target)
    order = _best_order(np.abs(alike))
    chosen = np.take_along_axis(alike, order[:, :, None], axis=2)[:, :, 0]
    signs = np.where(chosen < 0, -1.0, 1.0)
    return np.take_along_axis(steps, order[:, None, :], axis=2) * signs[:, None, :]


def congruence(steps: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.float64]:
    """Tucker's congruence of each viewpoint with its target, shape (n_steps, n_viewpoints)."""
    lengths = np.linalg.norm(steps, axis=1) * np.linalg.norm(target, axis=0)
    return (steps * target).sum(axis=1) / np.where(lengths > 0, lengths, 1.0)


def _all_congruences(steps: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shape (n_steps, target viewpoint, step viewpoint)."""
    products = target.T @ steps
    lengths = np.linalg.norm(target, axis=0)[:, None] * np.linalg.norm(steps, axis=1)[:, None, :]
    return products / np.where(lengths > 0, lengths, 1.0)


def _best_order(alike: NDArray[np.float64]) -> NDArray[np.int64]:
    n_views = alike.shape[1]
    if n_views > MOST_TRIED:
        return np.stack([linear_sum_assignment(-step)[1] for step in alike])
    orders = np.array(list(permutations(range(n_views))))
    totals = alike[:, np.arange(n_views), orders].sum(axis=2)
    return orders[totals.argmax(axis=1)]
