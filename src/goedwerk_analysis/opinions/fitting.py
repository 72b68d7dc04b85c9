"""Who and which statements carry the lines of difference, and how many lines there are beyond chance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigvalsh
from scipy.sparse import csr_array, issparse
from scipy.sparse.linalg import svds

from goedwerk_analysis.responses.votes import Votes

MIN_VOTES_PERSON, MIN_VOTES_STATEMENT, MIN_VARIANCE = 7, 5, 0.01
MOST_PEOPLE = 1500
MOST_LINES, SHUFFLES, CHANCE_LEVEL = 6, 15, 0.95
SMALL = 260  # tables up to this size are decomposed whole; larger ones only at the top
WORTH_SPARSE, SPARSE_SHARE = 200_000, 0.25  # cells of a table, share of votes present


@dataclass(frozen=True, eq=False)
class Table:
    """Votes of some people: `signs` (0 where missing) and `present`, both (n_people, n_statements).

    Arrays, or sparse arrays where few votes are present: the arithmetic is products with either.
    """

    signs: NDArray[np.float64] | csr_array
    present: NDArray[np.float64] | csr_array

    @classmethod
    def of(cls, votes: Votes) -> Table:
        cells = votes.n_participants * votes.n_statements
        if cells < WORTH_SPARSE or votes.n_votes > SPARSE_SHARE * cells:
            return cls(*votes.dense())
        shape, where = (votes.n_participants, votes.n_statements), (votes.columns, votes.starts)
        values = votes.values.astype(float)
        return cls(csr_array((values, *where), shape), csr_array((np.ones(len(values)), *where), shape))

    def __len__(self) -> int:
        return self.present.shape[0]

    @property
    def n_votes(self) -> float:
        return float(self.present.sum())

    @cached_property
    def voters(self) -> NDArray[np.float64]:
        """People who voted on each statement, shape (n_statements,)."""
        return self.present.sum(axis=0)

    @cached_property
    def balance(self) -> NDArray[np.float64]:
        return self.signs.sum(axis=0)

    @cached_property
    def sided(self) -> NDArray[np.float64]:
        """People who took a side on each statement, shape (n_statements,)."""
        return (self.signs * self.signs).sum(axis=0)

    def of_people(self, chosen: NDArray) -> Table:
        return Table(self.signs[chosen], self.present[chosen])

    def center(self) -> NDArray[np.float64]:
        return self.balance / np.maximum(self.voters, 1)

    def squares(self, center: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum of squared distances to `center` per statement, shape (n_statements,)."""
        return self.sided - 2 * center * self.balance + center**2 * self.voters

    def cells(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Person, statement and value of every vote, person by person."""
        rows, columns = self.present.nonzero()
        return rows, columns, np.asarray(self.signs[rows, columns])

    def residuals(self, center: NDArray[np.float64]) -> NDArray[np.float64] | csr_array:
        rows, columns, values = self.cells()
        return self.filled(rows, columns, values - center[columns])

    def filled(self, rows: NDArray, columns: NDArray, values: NDArray) -> NDArray[np.float64] | csr_array:
        """A table of this shape and kind with other values."""
        if isinstance(self.present, csr_array):
            return csr_array((values, (rows, columns)), self.present.shape)
        table = np.zeros(self.present.shape)
        table[rows, columns] = values
        return table


def usable_statements(votes: Votes, left_out: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Statements with votes enough, on which people do not all say the same, shape (n_statements,)."""
    disagree, _, agree = tallies = votes.tallies()
    seen = tallies.sum(axis=0)
    mean = (agree - disagree) / np.maximum(seen, 1)
    variance = (agree + disagree) / np.maximum(seen, 1) - mean**2
    return (seen >= MIN_VOTES_STATEMENT) & (variance > MIN_VARIANCE) & ~left_out


def usable_people(votes: Votes) -> NDArray[np.int64]:
    """Positions of the people with votes enough on the statements that are used."""
    return np.flatnonzero(votes.votes_per_person >= max(min(MIN_VOTES_PERSON, votes.n_statements), 1))


def drawn(people: NDArray[np.int64], rng: np.random.Generator, most: int = MOST_PEOPLE) -> NDArray[np.int64]:
    """Everybody, or a random sample when there are very many."""
    return people if len(people) <= most else np.sort(rng.choice(people, most, replace=False))


def leading_eigenvalues(residuals: NDArray[np.float64] | csr_array) -> NDArray[np.float64]:
    """The largest eigenvalues of the covariance of votes with missing ones at the mean."""
    n, size = residuals.shape
    wanted = min(MOST_LINES, n, size)
    if min(n, size) <= SMALL:
        inner = residuals @ residuals.T if n < size else residuals.T @ residuals
        inner = inner.toarray() if issparse(inner) else inner
        values = eigvalsh(inner, subset_by_index=[len(inner) - wanted, len(inner) - 1])
    else:
        start = np.ones(min(n, size))
        values = np.sort(svds(csr_array(residuals), k=wanted, v0=start, tol=1e-3, return_singular_vectors=False) ** 2)
    return np.pad(values[::-1], (0, MOST_LINES - wanted)) / n


def chance_limits(table: Table, rng: np.random.Generator) -> NDArray[np.float64]:
    """What the leading eigenvalues reach when votes are shuffled within each statement.

    Margins and missing votes stay; whatever ties statements together is gone.
    """
    rows, columns, values = table.cells()
    order = np.argsort(columns, kind="stable")
    rows, columns, values = rows[order], columns[order], values[order] - table.center()[columns[order]]
    reached = []
    for _ in range(SHUFFLES):
        shuffled = values[np.argsort(columns + rng.random(len(columns)))]
        reached.append(leading_eigenvalues(table.filled(rows, columns, shuffled)))
    return np.quantile(reached, CHANCE_LEVEL, axis=0)


def lines_above(eigenvalues: NDArray[np.float64], limits: NDArray[np.float64]) -> int:
    """How many leading eigenvalues exceed chance before the first that does not."""
    above = eigenvalues > limits
    return len(above) if above.all() else int(above.argmin())
