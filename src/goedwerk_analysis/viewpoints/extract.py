"""From the correlation between people to a few unrotated viewpoints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goedwerk_analysis.responses.sorts import SortsError

Extraction = Literal["pca", "centroid", "horst"]


class TooManyViewpoints(SortsError):
    """More viewpoints were asked for than the sorts can carry."""


class DidNotConverge(RuntimeError):
    """An iteration ran out of rounds before it settled."""


@dataclass(frozen=True)
class Unrotated:
    """Unrotated loadings and how they came about.

    Attributes
    ----------
    loadings : ndarray, shape (n_sorts, n_viewpoints)
    eigenvalues : ndarray, shape (n_sorts,)
        All eigenvalues of the correlation matrix, largest first.
    converged : bool
        False when the number of rounds was used up first.
    notices : tuple of str
        What a reader of the result should know.
    """

    loadings: NDArray[np.float64]
    eigenvalues: NDArray[np.float64]
    converged: bool = True
    notices: tuple[str, ...] = field(default=())


def principal_components(correlation: ArrayLike, n_viewpoints: int) -> Unrotated:
    """Extract principal components of the correlation between people.

    Each column is an eigenvector times the root of its eigenvalue, turned so
    that its sum is not negative (the convention of R's psych and qmethod).

    Raises
    ------
    TooManyViewpoints
        If fewer eigenvalues than `n_viewpoints` are above zero.
    """
    matrix = _square(correlation, n_viewpoints)
    values, vectors = np.linalg.eigh(matrix)
    values, vectors = values[::-1], vectors[:, ::-1]
    _refuse_beyond_rank(values, n_viewpoints)
    loadings = vectors[:, :n_viewpoints] * np.sqrt(values[:n_viewpoints])
    return Unrotated(loadings * _positive_sums(loadings), values)


def centroid(
    correlation: ArrayLike, n_viewpoints: int, *, start: float | None = None, tolerance: float = 1e-5
) -> Unrotated:
    """Extract centroids after Brown (1980).

    One person at a time is reflected until no column sum is negative. Where
    two people tie, the first is reflected; the matrix stays symmetric.

    Parameters
    ----------
    correlation : array_like, shape (n_sorts, n_sorts)
    n_viewpoints : int
    start : float, optional
        First guess of every communality; None takes the mean correlation
        (Hermans; qmethod). KADE starts at 0.5.
    tolerance : float
        Stop when no communality moves more than this; qmethod 1e-5, KADE 1e-3.

    References
    ----------
    Brown, S. R. (1980), Political Subjectivity, 208-224.
    """
    matrix = _square(correlation, n_viewpoints)
    residual, columns = matrix.copy(), []
    for _ in range(n_viewpoints):
        column, residual = _one_centroid(residual, start, tolerance)
        columns.append(column)
    loadings = np.column_stack(columns)
    return _without_heywood(loadings, np.linalg.eigvalsh(matrix)[::-1])


def centroid_horst(
    correlation: ArrayLike, n_viewpoints: int, *, rounds: int = 30, tolerance: float = 1e-4
) -> Unrotated:
    """Extract centroids with iterated communalities after Horst (1965, 5.5).

    This is the centroid of PQMethod and of KADE. It often uses up its rounds;
    then `converged` is False and a notice says so.
    """
    matrix = _square(correlation, n_viewpoints)
    diagonal, settled = np.ones(len(matrix)), False
    for _ in range(rounds + 1):
        loadings, left = _horst_round(matrix, diagonal, n_viewpoints)
        settled = bool(np.abs(left).max() <= tolerance)
        if settled:
            break
        diagonal = np.minimum(1.0, diagonal - left)
    notice = () if settled else (f"Horst's communalities had not settled after {rounds} rounds",)
    result = _without_heywood(loadings, np.linalg.eigvalsh(matrix)[::-1])
    return Unrotated(result.loadings, result.eigenvalues, settled, notice + result.notices)


def _square(correlation: ArrayLike, n_viewpoints: int) -> NDArray[np.float64]:
    matrix = np.asarray(correlation, dtype=float)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise ValueError(f"correlation must be (n_sorts, n_sorts), got shape {matrix.shape}")
    if not 1 <= n_viewpoints <= len(matrix):
        raise TooManyViewpoints(f"{n_viewpoints} viewpoints asked of {len(matrix)} sorts")
    return matrix


def _refuse_beyond_rank(values: NDArray[np.float64], n_viewpoints: int) -> None:
    carried = int((values > 1e-8).sum())
    if n_viewpoints > carried:
        raise TooManyViewpoints(f"{n_viewpoints} viewpoints asked, these sorts carry {carried}")


def _positive_sums(loadings: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(loadings.sum(axis=0) < 0, -1.0, 1.0)


def _one_centroid(
    residual: NDArray[np.float64], start: float | None, tolerance: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    signs, sums = _reflected(residual, strict=start is None)
    column = _settled_centroid(sums, start, tolerance) * signs
    return column, residual - np.outer(column, column)


def _reflected(residual: NDArray[np.float64], *, strict: bool) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Turn people one by one, lowest column sum first, until no sum is negative."""
    off_diagonal = residual - np.diag(np.diag(residual))
    signs, sums = np.ones(len(residual)), off_diagonal.sum(axis=0)
    for _ in range(1000 * len(residual)):
        lowest = int(sums.argmin())
        if sums[lowest] > 0 or (not strict and sums[lowest] >= 0):
            return signs, sums
        if sums[lowest] == 0 and strict and (sums == 0).all():
            raise TooManyViewpoints("nothing is left to extract: all residual correlations are zero")
        # Turning person j changes j's own sum of sign and every other sum by twice the shared term.
        sums = sums - 2 * off_diagonal[lowest] * signs * signs[lowest]
        sums[lowest] *= -1
        signs[lowest] *= -1
    raise DidNotConverge("reflecting people did not end with positive column sums")


def _settled_centroid(sums: NDArray[np.float64], start: float | None, tolerance: float) -> NDArray[np.float64]:
    communality = sums / (len(sums) - 1) if start is None else np.full(len(sums), start)
    for _ in range(10_000):
        total = sums + communality
        column = total / np.sqrt(total.sum())
        if (np.abs(communality - column**2) < tolerance).all():
            return column
        communality = column**2
    raise DidNotConverge("communalities of a centroid did not settle in 10,000 rounds")


def _horst_round(
    matrix: NDArray[np.float64], diagonal: NDArray[np.float64], n_viewpoints: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    residual, columns = matrix.copy(), []
    np.fill_diagonal(residual, diagonal)
    for _ in range(n_viewpoints):
        own = np.diag(residual).copy()
        signs, sums = _flipped(residual - np.diag(own))
        weight = sums + own * signs
        column = weight / np.sqrt(np.abs(weight).sum())
        residual = residual - np.outer(column, column)
        columns.append(column)
    return np.column_stack(columns), np.diag(residual).copy()


def _flipped(off_diagonal: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    signs, sums = np.ones(len(off_diagonal)), off_diagonal.sum(axis=1)
    while (sums * signs).min() < 0:
        lowest = int((sums * signs).argmin())
        signs[lowest] *= -1
        sums = sums + 2 * off_diagonal[:, lowest] * signs[lowest]
    return signs, sums


def _without_heywood(loadings: NDArray[np.float64], eigenvalues: NDArray[np.float64]) -> Unrotated:
    """Bring back sorts of which more than everything would be explained."""
    explained = (loadings**2).sum(axis=1)
    too_much = explained > 1
    if not too_much.any():
        return Unrotated(loadings, eigenvalues)
    shrink = np.where(too_much, 1 / np.sqrt(np.maximum(explained, 1)), 1.0)
    notice = f"loadings of {too_much.sum()} sorts were scaled down: more than 100 % of them would be explained"
    return Unrotated(loadings * shrink[:, None], eigenvalues, True, (notice,))
