"""Two people who are each other's mirror image do not share a viewpoint."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Ends:
    """Which viewpoint each column was, whether it was turned round (-1), and whether it is one of two ends."""

    columns: NDArray[np.int64]
    signs: NDArray[np.float64]
    halves: NDArray[np.bool_]

    def of(self, loadings: NDArray[np.float64]) -> NDArray[np.float64]:
        """The loadings of the ends; the last axis holds the viewpoints."""
        return loadings[..., self.columns] * self.signs

    def marked(self, own: NDArray[np.float64], marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """The flags of the ends, from their `own` loadings and the flags before: each half keeps its own side."""
        return marked[..., self.columns] & ((own > 0) | ~self.halves)

    def whole(self, own: NDArray[np.float64]) -> NDArray[np.float64]:
        """The loadings from before the split."""
        first = np.unique(self.columns, return_index=True)[1]
        return own[..., first] * self.signs[first]

    def column_of(self, viewpoint: int, loading: float) -> int:
        """The column where a sort with this loading on a viewpoint belongs."""
        own = np.flatnonzero(self.columns == viewpoint)
        return int(own[np.argmax(self.signs[own] * loading)])


@dataclass(frozen=True)
class Split:
    """Loadings and flags after splitting, and which viewpoint each column was.

    `labels` are "1", "2a", "2b": the number before the split, with a letter
    where a viewpoint was split.
    """

    loadings: NDArray[np.float64]
    marked: NDArray[np.bool_]
    labels: tuple[str, ...]
    ends: Ends


def is_bipolar(loadings: NDArray[np.float64], marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Say for each viewpoint whether sorts define it from both ends."""
    return (marked & (loadings > 0)).any(axis=0) & (marked & (loadings < 0)).any(axis=0)


def split_bipolar(loadings: NDArray[np.float64], marked: NDArray[np.bool_]) -> Split:
    """Give each end of a bipolar viewpoint its own column.

    The first keeps the loadings and the positive flags; the second carries the
    negated loadings and the flags that were negative. A viewpoint defined only
    from its negative end is turned round.
    """
    both = is_bipolar(loadings, marked)
    only_negative = ~both & (marked & (loadings < 0)).any(axis=0)
    times = np.where(both, 2, 1)
    columns = np.repeat(np.arange(len(both)), times)
    second = np.diff(columns, prepend=-1) == 0
    ends = Ends(columns, np.where(second | only_negative[columns], -1.0, 1.0), both[columns])
    own = ends.of(loadings)
    letters = np.where(both[columns], np.where(second, "b", "a"), "")
    labels = tuple(f"{column + 1}{letter}" for column, letter in zip(columns, letters, strict=True))
    return Split(own, ends.marked(own, marked), labels, ends)


def unsplit(loadings: NDArray[np.float64], marked: NDArray[np.bool_]) -> Split:
    """Leave every viewpoint as it is."""
    count = loadings.shape[1]
    ends = Ends(np.arange(count), np.ones(count), np.zeros(count, dtype=bool))
    return Split(loadings, marked, tuple(str(number + 1) for number in range(count)), ends)
