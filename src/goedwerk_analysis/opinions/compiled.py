"""Compiled loops over people; imported only when Numba is installed, with the same results as without."""

from __future__ import annotations

import numpy as np
from numba import njit, prange


@njit(cache=True, parallel=True)
def nearest_of(points, centers):
    """As `clusters.nearest`, for points on two axes: same sums, same ties."""
    labels = np.empty(len(points), dtype=np.int64)
    for i in prange(len(points)):
        x, y = points[i, 0], points[i, 1]
        best, label = np.inf, 0
        for k in range(len(centers) - 1, -1, -1):
            across, upward = x - centers[k, 0], y - centers[k, 1]
            distance = across * across + upward * upward
            if distance < best:
                best, label = distance, k
        labels[i] = label
    return labels


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
