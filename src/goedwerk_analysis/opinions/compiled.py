"""Compiled loops over people; imported only when Numba is installed, with the same results as without."""

from __future__ import annotations

import numpy as np
from numba import njit, prange


@njit(cache=True, parallel=True)
def sums_of(starts, columns, values, table):
    """As `components.sums_per_person`: add up ``table[vote + 1, statement]`` in the order of the votes."""
    people, axes = len(starts) - 1, table.shape[2]
    sums = np.empty((people, axes))
    for person in prange(people):
        for axis in range(axes):
            total = 0.0
            for cell in range(starts[person], starts[person + 1]):
                total += table[values[cell] + 1, columns[cell], axis]
            sums[person, axis] = total
    return sums
