"""People grouped by what is known about them, as the comparison needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.sorts import AttributesDoNotFit, Sorts
from goedwerk_analysis.summaries.sorts import SortSummary


@dataclass(frozen=True)
class Cells:
    """Centred sums per combination of attribute values.

    Attributes
    ----------
    counts : ndarray, shape (n_cells,)
    sums : ndarray, shape (n_cells, n_cards)
        Sum of positions from the middle of the grid, in columns.
    highs : ndarray, shape (n_cells, n_cards)
        Number of people with the card at least one column above the middle.
    products : ndarray, shape (n_cards, n_cards)
        Sum of products over all people.
    squared_length : float
        K, the squared length of every sort.
    base_rate : float
        Share of cards that lie at least one column above the middle.
    levels, codes : dict of str
        Names of the levels of each attribute, and the level of each cell.
    """

    counts: NDArray[np.float64]
    sums: NDArray[np.float64]
    highs: NDArray[np.float64]
    products: NDArray[np.float64]
    squared_length: float
    base_rate: float
    levels: dict[str, tuple[str, ...]]
    codes: dict[str, NDArray[np.int64]]

    @property
    def n_people(self) -> int:
        return int(self.counts.sum())

    @property
    def n_cards(self) -> int:
        return self.sums.shape[1]

    def dummies(self, name: str) -> NDArray[np.float64]:
        """Membership of each cell in each level, shape (n_cells, n_levels)."""
        return np.eye(len(self.levels[name]))[self.codes[name]]

    def people_per_level(self, name: str) -> NDArray[np.float64]:
        return self.counts @ self.dummies(name)


def cells_of(data: Sorts | SortSummary, attributes: Sequence[str]) -> Cells:
    """Group sorts, or a summary of sorts, by the given attributes."""
    summary = data if isinstance(data, SortSummary) else SortSummary.of(data, attributes)
    summary = summary.by(attributes)
    columns = np.array(summary.distribution)
    middle = columns.mean() if summary.scale == 1 else 0.0
    counts = summary.counts.astype(float)
    raw = summary.sums / summary.scale
    total = raw.sum(axis=0)
    shift = middle * (total[:, None] + total[None, :]) - counts.sum() * middle**2
    levels = {name: _levels(summary, place) for place, name in enumerate(attributes)}
    return Cells(
        counts=counts,
        sums=raw - counts[:, None] * middle,
        highs=summary.highs.astype(float),
        products=summary.products / summary.scale**2 - shift,
        squared_length=summary.squared_length,
        base_rate=float((columns >= np.median(columns) + 1).mean()),
        levels=levels,
        codes={name: _codes(summary, place, levels[name]) for place, name in enumerate(attributes)},
    )


def cell_of_each_person(sorts: Sorts, attributes: Sequence[str], cells: Cells) -> NDArray[np.int64]:
    """Row in `cells` of each sort."""
    sizes = [len(cells.levels[name]) for name in attributes]
    own = [np.searchsorted(cells.levels[name], sorts.attribute(name)) for name in attributes]
    flat = np.ravel_multi_index(own, sizes) if attributes else np.zeros(sorts.n_sorts, dtype=int)
    known = [cells.codes[name] for name in attributes]
    of_cells = np.ravel_multi_index(known, sizes) if attributes else np.zeros(1, dtype=int)
    order = np.argsort(of_cells)
    return order[np.searchsorted(of_cells[order], flat)]


def centred_positions(sorts: Sorts) -> NDArray[np.float64]:
    """Positions from the middle of the grid, every sort with squared length K."""
    columns = sorts.needed_distribution()
    if sorts.forced:
        return sorts.positions - columns.mean()
    centred = sorts.positions - sorts.positions.mean(axis=1, keepdims=True)
    length = np.linalg.norm(columns - columns.mean())
    return centred / np.linalg.norm(centred, axis=1, keepdims=True) * length


def level_within(cells: Cells, inner: str, outer: str) -> NDArray[np.int64]:
    """For each level of `inner` the one level of `outer` it belongs to."""
    own = np.full(len(cells.levels[inner]), -1)
    for level, group in zip(cells.codes[inner], cells.codes[outer], strict=True):
        if own[level] not in (-1, group):
            raise AttributesDoNotFit(f"{inner} {cells.levels[inner][level]!r} belongs to more than one {outer}")
        own[level] = group
    return own


def _levels(summary: SortSummary, place: int) -> tuple[str, ...]:
    return tuple(sorted({cell[place] for cell in summary.cells}))


def _codes(summary: SortSummary, place: int, levels: tuple[str, ...]) -> NDArray[np.int64]:
    where = {level: code for code, level in enumerate(levels)}
    return np.array([where[cell[place]] for cell in summary.cells], dtype=np.int64)
