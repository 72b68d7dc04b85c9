"""Sums of sorts that add up: over people, over machines, over time."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goedwerk_analysis.responses.sorts import Sorts, SortsError

MAGIC = b"GWS1"
FINE = 2**16
Cell = tuple[str, ...]


class SummariesDiffer(SortsError):
    """Two summaries are of other cards, columns or attributes and cannot be added."""


class UnreadableSummary(SortsError):
    """These bytes are not a summary of sorts."""


@dataclass(frozen=True, eq=False)
class SortSummary:
    """Everything that core, differences and eigenvalues need to know about many sorts.

    All sums are whole numbers, so any order and any partition gives the same
    bits, and taking a person out leaves no trace. Forced sorts count in
    columns; unforced sorts are first centred, brought to the length of the
    reference distribution and counted in steps of ``1 / scale`` column.

    A summary of few people gives their sorts away: it stays inside until the
    disclosure gate has counted.

    Attributes
    ----------
    attributes : tuple of str
        Names of what the people are divided by; each cell is one combination.
    distribution : tuple of float
        Columns to be filled, ascending.
    scale : int
        1 for forced sorts in whole columns, else 65536.
    cells : tuple of tuple of str
        Combinations that occur, sorted.
    counts : ndarray of int64, shape (n_cells,)
    sums, highs : ndarray of int64, shape (n_cells, n_cards)
        Sum of positions times `scale`, and number of people who placed the card
        at least one column above the middle.
    products : ndarray of int64, shape (n_cards, n_cards)
        Sum of products of positions over all people, times ``scale**2``.

    Examples
    --------
    >>> part = SortSummary.of(Sorts.of([[1, 0, -1], [-1, 0, 1]]))
    >>> part.merge(part).n_sorts
    4
    """

    attributes: tuple[str, ...]
    distribution: tuple[float, ...]
    scale: int
    cells: tuple[Cell, ...]
    counts: NDArray[np.int64]
    sums: NDArray[np.int64]
    highs: NDArray[np.int64]
    products: NDArray[np.int64]

    @classmethod
    def empty(cls, distribution: ArrayLike, attributes: Sequence[str] = (), *, forced: bool = True) -> SortSummary:
        """Start a summary of nobody."""
        columns = tuple(float(column) for column in np.sort(np.asarray(distribution, dtype=float)))
        whole = forced and all(column.is_integer() for column in columns)
        n_cards, scale = len(columns), 1 if whole else FINE
        nobody = np.zeros((0, n_cards), dtype=np.int64)
        square = np.zeros((n_cards, n_cards), dtype=np.int64)
        return cls(tuple(attributes), columns, scale, (), np.zeros(0, dtype=np.int64), nobody, nobody, square)

    @classmethod
    def of(cls, sorts: Sorts, attributes: Sequence[str] | None = None) -> SortSummary:
        """Summarise sorts, divided by the given attributes (all when left out)."""
        names = tuple(sorts.attributes) if attributes is None else tuple(attributes)
        start = cls.empty(sorts.needed_distribution(), names, forced=sorts.forced)
        return start.with_rows(sorts.positions, {name: sorts.attribute(name) for name in names})

    @property
    def n_sorts(self) -> int:
        return int(self.counts.sum())

    @property
    def n_cards(self) -> int:
        return len(self.distribution)

    @property
    def squared_length(self) -> float:
        """Sum of squared positions of any one sort, from the mean column (K)."""
        columns = np.array(self.distribution)
        return float(((columns - columns.mean()) ** 2).sum())

    def with_rows(self, positions: ArrayLike, attributes: Mapping[str, ArrayLike] | None = None) -> SortSummary:
        """Add people: `positions` (n_sorts, n_cards) and one value per person of each attribute."""
        rows = np.asarray(positions)
        given = attributes or {}
        codes, cells = _coded(self.attributes, given, len(rows))
        units = _in_units(rows, np.array(self.distribution), self.scale)
        high = rows >= np.median(self.distribution) + 1
        part = replace(
            self,
            cells=cells,
            counts=np.bincount(codes, minlength=len(cells)).astype(np.int64),
            sums=_summed(units, codes, len(cells)),
            highs=_summed(high, codes, len(cells)),
            products=_products(units),
        )
        return self.merge(part)

    def merge(self, other: SortSummary) -> SortSummary:
        """Add two summaries of different people."""
        return self._combined(other, 1)

    def withdraw(self, other: SortSummary) -> SortSummary:
        """Take out people who were summarised before; nothing of them remains."""
        left = self._combined(other, -1)
        if (left.counts < 0).any() or (left.highs < 0).any():
            raise SummariesDiffer("cannot withdraw people who were never added")
        kept = left.counts > 0
        cells = tuple(cell for cell, keep in zip(left.cells, kept, strict=True) if keep)
        return replace(left, cells=cells, counts=left.counts[kept], sums=left.sums[kept], highs=left.highs[kept])

    def by(self, attributes: Sequence[str]) -> SortSummary:
        """Forget all attributes but these; cells that become equal are added."""
        keep = [self._place(name) for name in attributes]
        labels = [tuple(cell[place] for place in keep) for cell in self.cells]
        cells = tuple(sorted(set(labels)))
        where = {cell: row for row, cell in enumerate(cells)}
        rows = np.array([where[label] for label in labels], dtype=np.int64)
        return replace(
            self,
            attributes=tuple(attributes),
            cells=cells,
            counts=_added(self.counts, rows, len(cells)),
            sums=_added(self.sums, rows, len(cells)),
            highs=_added(self.highs, rows, len(cells)),
        )

    def to_bytes(self) -> bytes:
        """Write the summary; equal summaries give equal bytes."""
        head = {
            "attributes": self.attributes,
            "distribution": self.distribution,
            "scale": self.scale,
            "cells": self.cells,
        }
        text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
        arrays = (self.counts, self.sums, self.highs, self.products)
        body = b"".join(np.ascontiguousarray(array, dtype="<i8").tobytes() for array in arrays)
        return MAGIC + struct.pack("<I", len(text)) + text + body

    @classmethod
    def from_bytes(cls, data: bytes) -> SortSummary:
        """Read what `to_bytes` wrote."""
        if data[:4] != MAGIC or len(data) < 8:
            raise UnreadableSummary("these bytes are not a summary of sorts")
        end = 8 + struct.unpack("<I", data[4:8])[0]
        head = json.loads(data[8:end])
        cells = tuple(tuple(cell) for cell in head["cells"])
        shapes = _shapes(len(cells), len(head["distribution"]))
        sizes = [int(np.prod(shape)) for shape in shapes]
        if len(data) - end != 8 * sum(sizes):
            raise UnreadableSummary("this summary of sorts is cut short")
        numbers = np.frombuffer(data, dtype="<i8", offset=end).astype(np.int64)
        parts = np.split(numbers, np.cumsum(sizes)[:-1])
        arrays = [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]
        return cls(tuple(head["attributes"]), tuple(head["distribution"]), head["scale"], cells, *arrays)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SortSummary) and self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:
        return hash(self.to_bytes())

    def _place(self, name: str) -> int:
        if name not in self.attributes:
            raise SummariesDiffer(f"this summary is not divided by {name!r}, only by {', '.join(self.attributes)}")
        return self.attributes.index(name)

    def _combined(self, other: SortSummary, sign: int) -> SortSummary:
        self._refuse_other(other)
        cells = tuple(sorted(set(self.cells) | set(other.cells)))
        where = {cell: row for row, cell in enumerate(cells)}
        rows = np.array([where[cell] for cell in (*self.cells, *other.cells)], dtype=np.int64)

        def joined(name: str) -> NDArray[np.int64]:
            both = np.concatenate([getattr(self, name), sign * getattr(other, name)])
            return _added(both, rows, len(cells))

        products = self.products + sign * other.products
        return replace(
            self, cells=cells, counts=joined("counts"), sums=joined("sums"), highs=joined("highs"), products=products
        )

    def _refuse_other(self, other: SortSummary) -> None:
        for name in ("attributes", "distribution", "scale"):
            if getattr(self, name) != getattr(other, name):
                raise SummariesDiffer(f"{name} differ: {getattr(self, name)} and {getattr(other, name)}")


def summarise(
    chunks: Iterable[tuple[ArrayLike, Mapping[str, ArrayLike]]],
    distribution: ArrayLike,
    attributes: Sequence[str] = (),
    *,
    forced: bool = True,
) -> SortSummary:
    """Summarise sorts that come in chunks of (positions, attributes), in one pass."""
    summary = SortSummary.empty(distribution, attributes, forced=forced)
    for positions, values in chunks:
        summary = summary.with_rows(positions, values)
    return summary


def _coded(
    names: tuple[str, ...], given: Mapping[str, ArrayLike], n_rows: int
) -> tuple[NDArray[np.int64], tuple[Cell, ...]]:
    """Number the combinations of attribute values, in sorted order."""
    missing = [name for name in names if name not in given]
    if missing:
        raise SummariesDiffer(f"these people have no {missing[0]!r}")
    codes, levels = np.zeros(n_rows, dtype=np.int64), []
    for name in names:
        values, inverse = np.unique(np.asarray(given[name]), return_inverse=True)
        levels.append(values.astype(str))
        codes = codes * len(values) + inverse
    used, dense = np.unique(codes, return_inverse=True)
    places = np.unravel_index(used, [len(level) for level in levels]) if levels else ()
    if not levels:
        return dense, ((),) if n_rows else ()
    columns = [level[place].tolist() for level, place in zip(levels, places, strict=True)]
    return dense, tuple(zip(*columns, strict=True))


def _in_units(rows: NDArray, distribution: NDArray[np.float64], scale: int) -> NDArray:
    if scale == 1:
        return rows
    centred = rows - rows.mean(axis=1, keepdims=True)
    length = np.sqrt(((distribution - distribution.mean()) ** 2).sum())
    return np.rint(centred / np.linalg.norm(centred, axis=1, keepdims=True) * length * scale).astype(np.int64)


def _summed(values: NDArray, codes: NDArray[np.int64], n_cells: int) -> NDArray[np.int64]:
    """Add rows per cell; float64 is exact here, as every sum stays below 2**53."""
    columns = [np.bincount(codes, weights=column, minlength=n_cells) for column in values.T]
    return np.rint(np.column_stack(columns)).astype(np.int64)


def _products(units: NDArray) -> NDArray[np.int64]:
    """Sums of products, exact: whole numbers small enough for float64, in blocks."""
    largest = max(1, int(np.abs(units).max(initial=0)))
    block = max(1, 2**52 // largest**2)
    total = np.zeros((units.shape[1], units.shape[1]), dtype=np.int64)
    for start in range(0, len(units), min(block, 65536)):
        part = units[start : start + min(block, 65536)].astype(np.float64)
        total += np.rint(part.T @ part).astype(np.int64)
    return total


def _added(values: NDArray[np.int64], rows: NDArray[np.int64], n_cells: int) -> NDArray[np.int64]:
    total = np.zeros((n_cells, *values.shape[1:]), dtype=np.int64)
    np.add.at(total, rows, values)
    return total


def _shapes(n_cells: int, n_cards: int) -> list[tuple[int, ...]]:
    return [(n_cells,), (n_cells, n_cards), (n_cells, n_cards), (n_cards, n_cards)]
