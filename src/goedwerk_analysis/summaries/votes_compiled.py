"""Compiled loops over votes; imported only when Numba is installed."""

from __future__ import annotations

import numpy as np
from numba import njit, prange

LANE = 21  # bits of a lane: a block of people must be smaller than 2 ** LANE
MASK = (1 << LANE) - 1


@njit(cache=True, parallel=True)
def count_pairs(starts, columns, values, block, both, signed, product):
    """Fill `signed`, and the upper triangles of `both` and `product`, block by block of people."""
    people, size = len(starts) - 1, len(both)
    for first in range(0, people, block):
        last = min(first + block, people)
        codes = coded(columns, values, starts[first], starts[last])
        begins, cells, ends = by_statement(starts, columns, first, last, size)
        for pair in prange((size + 1) // 2):  # a long row and a short one, so that all have equal work
            row, mirror = np.int64(pair), np.int64(size - 1 - pair)
            count_row(row, codes, begins, cells, ends, both, signed, product)
            if mirror != row:
                count_row(mirror, codes, begins, cells, ends, both, signed, product)


@njit(cache=True)
def coded(columns, values, begin, end):
    """Statement and vote of each cell as one number: three times the statement, plus 0, 1 or 2."""
    codes = np.empty(end - begin, dtype=np.uint32)
    for cell in range(begin, end):
        codes[cell - begin] = 3 * columns[cell] + values[cell] + 1
    return codes


@njit(cache=True)
def by_statement(starts, columns, first, last, size):
    """Cells of each statement (those of `row` start at ``begins[row]``), and where the cells of their voters end."""
    offset = starts[first]
    begins = np.zeros(size + 1, dtype=np.int64)
    for cell in range(offset, starts[last]):
        begins[columns[cell] + 1] += 1
    begins = np.cumsum(begins)
    free = begins[:-1].copy()
    cells, ends = np.empty((2, begins[-1]), dtype=np.int64)
    for person in range(first, last):
        for cell in range(starts[person], starts[person + 1]):
            place = free[columns[cell]]
            cells[place], ends[place] = cell - offset, starts[person + 1] - offset
            free[columns[cell]] += 1
    return begins, cells, ends


@njit(cache=True)
def count_row(row, codes, begins, cells, ends, both, signed, product):
    """Count every vote next to a vote on statement `row`, in a lane of a word for each of the three votes on it."""
    line = np.zeros(3 * len(both), dtype=np.int64)
    for place in range(begins[row], begins[row + 1]):
        one = np.int64(1) << (LANE * np.int64(codes[cells[place]] % 3))
        for other in range(cells[place], ends[place]):
            line[codes[other]] += one
    for other in range(row, len(both)):
        disagree, neutral, agree = line[3 * other], line[3 * other + 1], line[3 * other + 2]
        voters = disagree + neutral + agree
        both[row, other] += people(voters)
        product[row, other] += balance(agree) - balance(disagree)
        signed[row, other] += balance(voters)
        if other != row:
            signed[other, row] += people(agree) - people(disagree)


@njit(cache=True)
def people(lanes):
    return (lanes & MASK) + ((lanes >> LANE) & MASK) + (lanes >> (2 * LANE))


@njit(cache=True)
def balance(lanes):
    """Those who agreed with the statement of the row, minus those who disagreed."""
    return (lanes >> (2 * LANE)) - (lanes & MASK)
