"""Principal components of votes from counts, and where people and statements lie on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh
from scipy.sparse.linalg import eigsh

from goedwerk_analysis.responses.votes import Votes
from goedwerk_analysis.summaries.votes import VoteCounts
from goedwerk_analysis.summaries.votes_fast import AVAILABLE, ENOUGH_PEOPLE


@dataclass(frozen=True, eq=False)
class Components:
    """Centre and leading directions of the votes, missing ones imputed by the statement's mean.

    Attributes
    ----------
    center : ndarray, shape (n_statements,)
        Mean vote per statement, 0 for statements left out.
    directions : ndarray, shape (2, n_statements)
        Orthonormal; the largest entry of each is positive. All zero where there is no variance.
    explained_variance : ndarray
        Leading eigenvalues of the covariance, in squared votes, largest first.
    """

    center: NDArray[np.float64]
    directions: NDArray[np.float64]
    explained_variance: NDArray[np.float64]


def components(counts: VoteCounts, *, left_out: NDArray[np.bool_] | None = None, n_values: int = 10) -> Components:
    """Exact leading components from counts, by eigenvectors of the covariance.

    Statements in `left_out` count as zero for everybody. With fewer than two
    people or statements that vary, the missing directions are zero.
    """
    center, covariance = covariance_of(counts, left_out)
    varies = np.diag(covariance) > 0
    directions = np.zeros((2, len(center)))
    if not varies.any():
        return Components(center, directions, np.zeros(min(n_values, len(center))))
    inner = covariance[np.ix_(varies, varies)]
    wanted = min(max(n_values, 2), len(inner))
    values, vectors = eigh(inner, subset_by_index=[len(inner) - wanted, len(inner) - 1], driver="evr")
    found = min(2, rank_above_noise(values))
    directions[:found, varies] = pointing_up(vectors[:, ::-1].T[:found])
    return Components(center, directions, np.maximum(values[::-1], 0))


def refreshed(counts: VoteCounts, earlier: Components, *, left_out: NDArray[np.bool_] | None = None) -> Components:
    """The two components after new votes, starting from the `earlier` ones: the cost does not depend on the people."""
    center, covariance = covariance_of(counts, left_out)
    start = earlier.directions.sum(axis=0)
    if len(center) < 20 or not start.any() or np.count_nonzero(np.diag(covariance)) < 20:
        return components(counts, left_out=left_out)
    values, vectors = eigsh(covariance, k=2, v0=start, which="LA", tol=1e-12)
    leading = np.argsort(values)[::-1]
    return Components(center, pointing_up(vectors[:, leading].T), values[leading])


def covariance_of(
    counts: VoteCounts, left_out: NDArray[np.bool_] | None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean vote per statement, and the covariance of votes with missing ones at the mean."""
    voters, balance = np.diag(counts.both), np.diag(counts.signed)
    center = balance / np.maximum(voters, 1)
    one_sided = counts.signed * center
    sums = counts.product - one_sided - one_sided.T + np.outer(center, center) * counts.both
    if left_out is not None and left_out.any():
        center = np.where(left_out, 0.0, center)
        sums[left_out] = 0
        sums[:, left_out] = 0
    # A statement on which all agree has variance 0; rounding must not turn that into a direction.
    sums[same_vote := constant(counts)] = 0
    sums[:, same_vote] = 0
    return center, sums / max(counts.n_people - 1, 1)


def constant(counts: VoteCounts) -> NDArray[np.bool_]:
    """Statements on which every vote was the same: exact, because the counts are whole numbers."""
    voters, balance, squares = np.diag(counts.both), np.diag(counts.signed), np.diag(counts.product)
    return squares * voters == balance * balance


def rank_above_noise(values: NDArray[np.float64]) -> int:
    return int((values > 1e-12 * max(values.max(), 1e-300)).sum())


def pointing_up(directions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn each direction so that its largest entry is positive: signs are otherwise arbitrary."""
    largest = np.abs(directions).argmax(axis=1)
    signs = np.sign(directions[np.arange(len(directions)), largest])
    return directions * signs[:, None]


def project_people(
    votes: Votes, found: Components, *, left_out: NDArray[np.bool_] | None = None
) -> NDArray[np.float64]:
    """Where people lie, stretched by sqrt(statements / own votes) as in Polis, shape (n_participants, 2).

    Statements in `left_out` count as voted on by everybody, as they do in Polis.
    """
    table = (np.arange(-1.0, 2.0)[:, None, None] - found.center[:, None]) * found.directions.T
    sums = sums_per_person(votes, table)
    present = votes.votes_per_person if left_out is None or not left_out.any() else presence(votes, left_out)
    return sums * np.sqrt(votes.n_statements / np.maximum(present, 1))[:, None]


def sums_per_person(votes: Votes, table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Add up ``table[vote + 1, statement]`` over everybody's votes, shape (n_participants, axes).

    Each sum runs over the person's own votes alone, so equal votes give equal bits.
    """
    if AVAILABLE and votes.n_participants >= ENOUGH_PEOPLE:
        from goedwerk_analysis.opinions.compiled import sums_of  # compiles on first use

        return sums_of(votes.starts, votes.columns, votes.values, table)
    flat = table.reshape(-1, table.shape[-1])
    sums = np.empty((votes.n_participants, table.shape[-1]))
    for people, cells in blocks_of_people(votes):
        picked = (votes.values[cells].astype(np.int64) + 1) * votes.n_statements + votes.columns[cells]
        rows = np.repeat(np.arange(people.stop - people.start), votes.votes_per_person[people])
        for axis in range(flat.shape[1]):
            sums[people, axis] = np.bincount(rows, flat[picked, axis], minlength=people.stop - people.start)
    return sums


def blocks_of_people(votes: Votes, size: int = 20_000) -> Iterator[tuple[slice, slice]]:
    """Slices of people and of their votes, small enough to keep memory low."""
    for first in range(0, votes.n_participants, size):
        last = min(first + size, votes.n_participants)
        yield slice(first, last), slice(votes.starts[first], votes.starts[last])


def presence(votes: Votes, left_out: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Votes per person on statements that take part, plus all statements left out."""
    part = np.bincount(votes.rows[~left_out[votes.columns]], minlength=votes.n_participants)
    return part + left_out.sum()


def project_statements(found: Components) -> NDArray[np.float64]:
    """Where somebody would lie who only agrees with one statement, shape (n_statements, 2)."""
    return np.sqrt(len(found.center)) * ((1 - found.center) * found.directions).T
