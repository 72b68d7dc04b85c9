"""Viewpoints of very many people: one matrix of cards, then streamed passes over the sorts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goedwerk_analysis.summaries.sorts import SortSummary
from goedwerk_analysis.viewpoints.arrays import factor_arrays, sort_weights
from goedwerk_analysis.viewpoints.characteristics import composite_reliability
from goedwerk_analysis.viewpoints.correlation import unit_sorts
from goedwerk_analysis.viewpoints.extract import TooManyViewpoints
from goedwerk_analysis.viewpoints.flag import flag_sorts
from goedwerk_analysis.viewpoints.moments import varimax_turns


@dataclass(frozen=True)
class ManyViewpoints:
    """Viewpoints without anything about single persons.

    `scores` and `arrays` are (n_cards, n_viewpoints); the other arrays
    (n_viewpoints,), and `eigenvalues` (n_cards,).
    """

    n_sorts: int
    eigenvalues: NDArray[np.float64]
    scores: NDArray[np.float64]
    arrays: NDArray[np.float64]
    n_defining: NDArray[np.int64]
    explained: NDArray[np.float64]
    reliability: NDArray[np.float64]


def viewpoints_of_many(
    summary: SortSummary,
    read: Callable[[], Iterable[ArrayLike]],
    n_viewpoints: int,
    *,
    threshold: float = 1.96,
) -> ManyViewpoints:
    """Find principal component viewpoints, rotated by varimax, of people who do not fit in one correlation.

    The correlations between people have the same eigenvalues as the summed
    products between cards. Loadings are projections on its eigenvectors: one
    pass. Scores weigh the sorts that define a viewpoint: another.

    Parameters
    ----------
    summary : SortSummary
        Of the same sorts.
    read : callable
        Gives the sorts in chunks (n_rows, n_cards), in the same order each time.
    """
    eigenvalues, axes = _axes(summary, n_viewpoints)
    loadings = np.concatenate([unit_sorts(chunk) @ axes for chunk in read()])
    loadings *= np.where(loadings.sum(axis=0) < 0, -1.0, 1.0)
    loadings = loadings @ varimax_turns(loadings[None], np.ones((1, len(loadings))))[0]
    loadings = loadings[:, np.argsort(-(loadings**2).sum(axis=0), kind="stable")]
    loadings *= np.where(loadings.sum(axis=0) < 0, -1.0, 1.0)
    marked = flag_sorts(loadings, summary.n_cards, threshold)
    scores = _scores(sort_weights(loadings, marked), read)
    return ManyViewpoints(
        n_sorts=len(loadings),
        eigenvalues=eigenvalues,
        scores=scores,
        arrays=factor_arrays(scores, np.array(summary.distribution)),
        n_defining=marked.sum(axis=0),
        explained=100 * (loadings**2).mean(axis=0),
        reliability=composite_reliability(marked.sum(axis=0)),
    )


def _axes(summary: SortSummary, n_viewpoints: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    columns = np.array(summary.distribution)
    middle = columns.mean() if summary.scale == 1 else 0.0
    sums = summary.sums.sum(axis=0) / summary.scale
    shift = middle * (sums[:, None] + sums[None, :]) - summary.n_sorts * middle**2
    products = (summary.products / summary.scale**2 - shift) / summary.squared_length
    values, vectors = np.linalg.eigh(products)
    carried = int((values > 1e-8 * max(1.0, values[-1])).sum())
    if not 1 <= n_viewpoints <= carried:
        raise TooManyViewpoints(f"{n_viewpoints} viewpoints asked, these sorts carry {carried}")
    return values[::-1], vectors[:, ::-1][:, :n_viewpoints]


def _scores(weights: NDArray[np.float64], read: Callable[[], Iterable[ArrayLike]]) -> NDArray[np.float64]:
    raw, start = 0.0, 0
    for chunk in read():
        rows = unit_sorts(chunk)
        raw = raw + rows.T @ weights[start : start + len(rows)]
        start += len(rows)
    spread = raw.std(axis=0, ddof=1)
    scores = (raw - raw.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    scores[:, spread == 0] = np.nan
    return scores
