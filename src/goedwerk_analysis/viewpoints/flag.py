"""Which sorts define a viewpoint, and who decided that."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goedwerk_analysis.viewpoints.bipolar import Split

KADE_THRESHOLDS = (1.28, 1.44, 1.645, 1.96, 2.575, 2.807, 3.291, 3.481, 3.891)


@dataclass(frozen=True)
class HandFlag:
    """A flag that somebody set or took away, against or beside the rule."""

    sort: int
    viewpoint: int
    flagged: bool
    who: str
    when: str
    reason: str = ""


@dataclass(frozen=True)
class Flags:
    """Flags, and where each came from.

    Attributes
    ----------
    marked : ndarray of bool, shape (n_sorts, n_viewpoints)
    rule : str
        The automatic rule, in words, with its threshold.
    by_hand : tuple of HandFlag
        Changes made by people, in order.
    """

    marked: NDArray[np.bool_]
    rule: str
    by_hand: tuple[HandFlag, ...] = field(default=())

    def with_hand(self, change: HandFlag) -> Flags:
        """Set or remove one flag and remember who did."""
        marked = self.marked.copy()
        marked[change.sort, change.viewpoint] = change.flagged
        return replace(self, marked=marked, by_hand=(*self.by_hand, change))

    def at_ends(self, split: Split, loadings: NDArray[np.float64]) -> Flags:
        """The same flags after a split; what somebody decided goes to the end on which the sort lies."""
        by_hand = (
            replace(change, viewpoint=split.ends.column_of(change.viewpoint, loadings[change.sort, change.viewpoint]))
            for change in self.by_hand
        )
        return Flags(split.marked, self.rule, tuple(by_hand))

    def origin(self) -> NDArray[np.str_]:
        """Say for each cell where it came from: the rule, a person, or neither."""
        origin = np.where(self.marked, "rule", "")
        for change in self.by_hand:
            origin[change.sort, change.viewpoint] = "hand"
        return origin


def flag_sorts(
    loadings: ArrayLike, n_items: int, z: float = 1.96, *, majority: bool = True, significance: bool = True
) -> NDArray[np.bool_]:
    """Mark the sorts that define each viewpoint.

    A sort defines a viewpoint when its loading there is larger than chance
    (`z` standard errors, the standard error being ``1 / sqrt(n_items)``) and
    when that viewpoint explains more of the sort than all others together.
    A sort can therefore define at most one viewpoint.

    Parameters
    ----------
    loadings : array_like, shape (n_sorts, n_viewpoints)
        Correlation of each sort with each viewpoint, dimensionless, -1 to 1.
    n_items : int
        Number of cards that were sorted.
    z : float, default 1.96
        Threshold in standard errors; 1.96 is p < .05, 2.58 is p < .01.
    majority, significance : bool, default True
        Switch either rule off, as KADE allows. Without the first a sort can
        define several viewpoints.

    Returns
    -------
    ndarray of bool, shape (n_sorts, n_viewpoints)

    Raises
    ------
    ValueError
        If `loadings` is not two-dimensional or `n_items` is below 1.

    References
    ----------
    Brown, S. R. (1980), Political Subjectivity. Same rule as ``qflag`` in the
    R package qmethod 1.8.

    Examples
    --------
    >>> flag_sorts([[0.8, 0.1], [0.6, 0.6], [0.2, 0.1]], n_items=33)
    array([[ True, False],
           [False, False],
           [False, False]])
    """
    loadings = _loadings(loadings, n_items)
    explained = loadings**2
    beyond_chance = (np.abs(loadings) > z / np.sqrt(n_items)) | (not significance)
    outweighs_others = explained > explained.sum(axis=1, keepdims=True) - explained
    return beyond_chance & (outweighs_others | (not majority))


def automatic_flags(loadings: ArrayLike, n_items: int, z: float = 1.96, *, majority: bool = True) -> Flags:
    """Flag by the rule, and write the rule beside the flags."""
    more_than_half = " and more than half of what is explained" if majority else ""
    rule = f"loading beyond {z:g} / sqrt({n_items}) = {z / np.sqrt(n_items):.3f}{more_than_half}"
    return Flags(flag_sorts(loadings, n_items, z, majority=majority), rule)


def borderline_sorts(
    loadings: ArrayLike, n_items: int, z: float = 1.96, *, margin: float = 0.02
) -> list[tuple[int, int]]:
    """List the (sort, viewpoint) pairs whose flag would turn if a loading moved by `margin`.

    The margin is in loading units. Such sorts decide little by themselves,
    but a different rounding or stopping rule flags them differently.
    """
    loadings = _loadings(loadings, n_items)
    size = np.abs(loadings)
    others = np.sqrt(np.maximum((loadings**2).sum(axis=1, keepdims=True) - loadings**2, 0))
    room = np.minimum(size - z / np.sqrt(n_items), size - others)
    return [(int(row), int(column)) for row, column in np.argwhere(np.abs(room) <= margin)]


def _loadings(loadings: ArrayLike, n_items: int) -> NDArray[np.float64]:
    matrix = np.asarray(loadings, dtype=float)
    if matrix.ndim != 2:
        raise ValueError(f"loadings must be (n_sorts, n_viewpoints), got shape {matrix.shape}")
    if n_items < 1:
        raise ValueError(f"n_items must be at least 1, got {n_items}")
    return matrix
