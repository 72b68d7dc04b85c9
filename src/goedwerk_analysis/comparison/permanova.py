"""Sums of squares as other tools report them, for comparison only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison.cells import Cells, cells_of
from goedwerk_analysis.comparison.design import sum_of_squares
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.summaries.sorts import SortSummary


@dataclass(frozen=True)
class Row:
    """One line of an analysis of variance; `f` is None for residual and total."""

    term: str
    df: int
    sum_of_squares: float
    r_squared: float
    f: float | None = None


def permanova(
    data: Sorts | SortSummary, terms: Sequence[str], *, by: Literal["terms", "margin", "model"] = "margin"
) -> tuple[Row, ...]:
    """Divide the squared distances between sorts over terms, as vegan's ``adonis2`` does.

    R squared grows with the number of groups even without any difference; use
    `partition` to say how large a difference is.

    Parameters
    ----------
    terms : sequence of str
        Attributes; ``"role:work"`` is an interaction.
    by : {"terms", "margin", "model"}
        In the given order; each after all others; or together. With
        interactions, "margin" leaves out terms that an interaction contains.
    """
    names = list(dict.fromkeys(name for term in terms for name in term.split(":")))
    cells = cells_of(data, names)
    total = _total(cells)
    whole, rank = sum_of_squares(cells, _design(cells, terms))
    mean, _ = sum_of_squares(cells, np.ones((len(cells.counts), 1)))
    free, left = cells.n_people - rank, total + mean - whole
    rows = [
        Row(term, df, squares, squares / total, squares / df / (left / free))
        for term, squares, df in _parts(cells, terms, by, whole, rank, mean)
    ]
    ending = Row("Residual", free, left, left / total), Row("Total", cells.n_people - 1, total, 1.0)
    return (*rows, *ending)


def distances_to_centre(
    positions: NDArray[np.float64], groups: NDArray[np.int64], *, unbiased: bool = False
) -> NDArray[np.float64]:
    """Distance of each sort to the mean sort of its group.

    A small group lies closer to its own mean by chance; `unbiased` corrects that.
    """
    members = np.eye(groups.max() + 1)[groups]
    sizes = members.sum(axis=0)
    means = members.T @ positions / sizes[:, None]
    distances = np.linalg.norm(positions - means[groups], axis=1)
    return distances * np.sqrt(sizes / np.maximum(sizes - 1, 1))[groups] if unbiased else distances


def dispersion_f(distances: NDArray[np.float64], groups: NDArray[np.int64]) -> tuple[float, int, int]:
    """F of the distances to the centre over groups, with its degrees of freedom."""
    count, n = groups.max() + 1, len(distances)
    sizes = np.bincount(groups)
    means = np.bincount(groups, weights=distances) / sizes
    between = (sizes * (means - distances.mean()) ** 2).sum() / (count - 1)
    within = ((distances - means[groups]) ** 2).sum() / (n - count)
    return float(between / within), count - 1, n - count


def _parts(
    cells: Cells, terms: Sequence[str], by: str, whole: float, rank: int, mean: float
) -> list[tuple[str, float, int]]:
    if by == "model":
        return [("Model", whole - mean, rank - 1)]
    if by == "terms":
        return _sequential(cells, terms, mean)
    return [
        (term, whole - left, rank - left_rank)
        for term in terms
        if not any(term != other and set(term.split(":")) < set(other.split(":")) for other in terms)
        for left, left_rank in [sum_of_squares(cells, _design(cells, [other for other in terms if other != term]))]
    ]


def _sequential(cells: Cells, terms: Sequence[str], mean: float) -> list[tuple[str, float, int]]:
    parts, before, before_rank = [], mean, 1
    for number, term in enumerate(terms):
        so_far, rank = sum_of_squares(cells, _design(cells, terms[: number + 1]))
        parts.append((term, so_far - before, rank - before_rank))
        before, before_rank = so_far, rank
    return parts


def _design(cells: Cells, terms: Sequence[str]) -> NDArray[np.float64]:
    columns = [np.ones((len(cells.counts), 1))]
    for term in terms:
        crossed = np.ones((len(cells.counts), 1))
        for name in term.split(":"):
            crossed = (crossed[:, :, None] * cells.dummies(name)[:, None, :]).reshape(len(crossed), -1)
        columns.append(crossed)
    return np.hstack(columns)


def _total(cells: Cells) -> float:
    sums = cells.sums.sum(axis=0)
    return float(np.trace(cells.products) - sums @ sums / cells.n_people)
