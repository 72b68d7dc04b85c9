"""Compiled loops over votes; imported only when Numba is installed."""

from __future__ import annotations

import numpy as np
from numba import njit, prange


@njit(cache=True)
def tile_bounds(starts, columns, edges, first, last):
    """Where the votes of each person enter each tile of statements, shape (people, tiles + 1)."""
    bounds = np.empty((last - first, len(edges)), dtype=np.int64)
    for person in range(first, last):
        place = starts[person]
        for edge in range(len(edges)):
            while place < starts[person + 1] and columns[place] < edges[edge]:
                place += 1
            bounds[person - first, edge] = place
    return bounds


@njit(cache=True)
def add_tile(columns, values, bounds, left, right, edges, words, table):
    """Add the pairs (left tile, right tile) of a run of people to the packed counters."""
    row0, column0 = edges[left], edges[right]
    for person in range(len(bounds)):
        stop_i, stop_j = bounds[person, left + 1], bounds[person, right + 1]
        for i in range(bounds[person, left], stop_i):
            row = columns[i] - row0
            word = words[values[i] + 1]
            begin = i if left == right else bounds[person, right]
            for j in range(begin, stop_j):
                table[row, columns[j] - column0] += word[values[j] + 1]


@njit(cache=True)
def spill_tile(table, row0, column0, both, signed, product):
    """Empty the packed counters into the tables; each lane borrows from the next."""
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            word = table[i, j]
            if word == 0:
                continue
            table[i, j] = 0
            low = np.int64(np.int16(word & 0xFFFF))
            word = (word - low) >> 16
            row_sign = np.int64(np.int16(word & 0xFFFF))
            word = (word - row_sign) >> 16
            column_sign = np.int64(np.int16(word & 0xFFFF))
            both[row0 + i, column0 + j] += low
            signed[row0 + i, column0 + j] += row_sign
            if row0 + i != column0 + j:
                signed[column0 + j, row0 + i] += column_sign
            product[row0 + i, column0 + j] += (word - column_sign) >> 16


@njit(cache=True, nogil=True)
def count_run(starts, columns, values, edges, words, spill, first, last, both, signed, product):
    """Count a run of people serially."""
    tiles = len(edges) - 1
    widest = (edges[1:] - edges[:-1]).max()
    table = np.zeros((widest, widest), dtype=np.int64)
    for begin in range(first, last, spill):
        bounds = tile_bounds(starts, columns, edges, begin, min(begin + spill, last))
        for left in range(tiles):
            for right in range(left, tiles):
                add_tile(columns, values, bounds, left, right, edges, words, table)
                spill_tile(table, edges[left], edges[right], both, signed, product)


@njit(cache=True, parallel=True)
def count_pairs(starts, columns, values, edges, words, spill, runs, both, signed, product):
    """Fill the upper triangles of `both` and `product`, and `signed` as a whole."""
    people, size = len(starts) - 1, both.shape[0]
    parts = np.zeros((runs, 3, size, size), dtype=np.int64)
    for run in prange(runs):
        first, last = people * run // runs, people * (run + 1) // runs
        part = parts[run]
        count_run(starts, columns, values, edges, words, spill, first, last, part[0], part[1], part[2])
    for run in range(runs):
        both += parts[run, 0]
        signed += parts[run, 1]
        product += parts[run, 2]
