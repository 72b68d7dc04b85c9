"""Compiled loops over people; imported only when Numba is installed, with the same results as without."""

from __future__ import annotations

import numpy as np
from numba import njit, prange


@njit(cache=True, parallel=True)
def nearest_of(points, centers):
    """As `clusters.nearest`, for points on two axes: same distances, same ties.

    Centres are tried outward along the first axis, and no further than the second best distance found.
    """
    order = np.argsort(centers[:, 0])
    across = centers[:, 0][order]
    labels, apart = np.empty(len(points), dtype=np.int64), np.empty(len(points))
    for i in prange(len(points)):
        label, best, second = -1, np.inf, np.inf
        middle = np.searchsorted(across, points[i, 0])
        for step in (-1, 1):
            at = middle - 1 if step < 0 else middle
            while 0 <= at < len(order) and (points[i, 0] - across[at]) ** 2 <= second:
                k = order[at]
                distance = squared(points[i], centers[k])
                if distance < best or (distance == best and k > label):
                    label, best, second = k, distance, best
                elif distance < second:
                    second = distance
                at += step
        labels[i], apart[i] = label, np.sqrt(second)
    return labels, apart


@njit(cache=True)
def squared(first, second):
    across, upward = first[0] - second[0], first[1] - second[1]
    return across * across + upward * upward


@njit(cache=True, parallel=True)
def sums_of(starts, columns, values, table):
    """As `components.sums_per_person`: add up ``table[vote + 1, statement]`` in the order of the votes."""
    axes = table.shape[2]
    sums = np.zeros((len(starts) - 1, axes))
    for person in prange(len(starts) - 1):
        for cell in range(starts[person], starts[person + 1]):
            for axis in range(axes):
                sums[person, axis] += table[values[cell] + 1, columns[cell], axis]
    return sums
