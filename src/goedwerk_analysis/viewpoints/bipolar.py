"""Two people who are each other's mirror image do not share a viewpoint."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Split:
    """Loadings and flags after splitting, and which viewpoint each column was.

    `labels` are "1", "2a", "2b": the number before the split, with a letter
    where a viewpoint was split.
    """

    loadings: NDArray[np.float64]
    marked: NDArray[np.bool_]
    labels: tuple[str, ...]


def is_bipolar(loadings: NDArray[np.float64], marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Say for each viewpoint whether sorts define it from both ends."""
    return (marked & (loadings > 0)).any(axis=0) & (marked & (loadings < 0)).any(axis=0)


def split_bipolar(loadings: NDArray[np.float64], marked: NDArray[np.bool_]) -> Split:
    """Give each end of a bipolar viewpoint its own column.

    The first keeps the loadings and the positive flags; the second carries the
    negated loadings and the flags that were negative. A viewpoint defined only
    from its negative end is turned round.
    """
    columns, flags, labels = [], [], []
    for number, both in enumerate(is_bipolar(loadings, marked)):
        loading, flag = loadings[:, number], marked[:, number]
        ends = _ends(loading, flag, bool(both))
        columns += [end[0] for end in ends]
        flags += [end[1] for end in ends]
        labels += [f"{number + 1}{letter}" for letter in ("ab" if both else [""])]
    return Split(np.column_stack(columns), np.column_stack(flags), tuple(labels))


def _ends(
    loading: NDArray[np.float64], flag: NDArray[np.bool_], both: bool
) -> list[tuple[NDArray[np.float64], NDArray[np.bool_]]]:
    if both:
        return [(loading, flag & (loading > 0)), (-loading, flag & (loading < 0))]
    only_negative = bool((flag & (loading < 0)).any())
    return [(-loading if only_negative else loading, flag)]
