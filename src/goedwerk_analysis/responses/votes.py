"""Votes of people on statements: checked once on the way in, trusted afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

AGREE, PASS, DISAGREE = 1, 0, -1


class InvalidVotes(ValueError):
    """What came in is not a set of votes; the message says what was expected."""


class UnknownVote(InvalidVotes):
    def __init__(self, value: object) -> None:
        super().__init__(f"a vote must be -1 (disagree), 0 (pass) or 1 (agree), got {value!r}")


class NoVotes(InvalidVotes):
    def __init__(self) -> None:
        super().__init__("there is not a single vote; expected at least one")


class UnequalLengths(InvalidVotes):
    def __init__(self, *lengths: int) -> None:
        super().__init__(f"participants, statements and votes must be equally long, got {lengths}")


@dataclass(frozen=True, eq=False)
class Votes:
    """Who voted what on which statement, people in ascending order of their number.

    The votes are stored per person: those of person `i` are
    ``values[starts[i]:starts[i + 1]]`` on the statements
    ``columns[starts[i]:starts[i + 1]]`` (positions in `statements`, ascending).
    A statement nobody voted on keeps its column; a person without votes keeps a row.

    Parameters
    ----------
    participants : ndarray, shape (n_participants,)
        Numbers or names of the people, unique, ascending.
    statements : ndarray, shape (n_statements,)
        Numbers or names of the statements, unique, ascending.
    starts : ndarray of int64, shape (n_participants + 1,)
    columns : ndarray of int32, shape (n_votes,)
    values : ndarray of int8, shape (n_votes,)
        -1 disagree, 0 pass, 1 agree.

    Examples
    --------
    >>> votes = Votes.of(participants=[7, 7, 3], statements=[0, 0, 1], values=[1, -1, 0])
    >>> votes.n_votes, votes.matrix().tolist()
    (2, [[nan, 0.0], [-1.0, nan]])
    """

    participants: NDArray
    statements: NDArray
    starts: NDArray[np.int64] = field(repr=False)
    columns: NDArray[np.int32] = field(repr=False)
    values: NDArray[np.int8] = field(repr=False)

    @classmethod
    def of(
        cls,
        *,
        participants: ArrayLike,
        statements: ArrayLike,
        values: ArrayLike,
        all_participants: ArrayLike | None = None,
        all_statements: ArrayLike | None = None,
    ) -> Self:
        """Take in single votes in the order in which they were cast; the last of a pair counts.

        Raises
        ------
        UnequalLengths, UnknownVote
            When the three lists do not fit together, or a vote is not -1, 0 or 1.
        """
        who, what, vote = np.asarray(participants), np.asarray(statements), checked_values(values)
        if not len(who) == len(what) == len(vote):
            raise UnequalLengths(len(who), len(what), len(vote))
        people, rows = positions(who, all_participants)
        known, columns = positions(what, all_statements)
        return cls(people, known, *compressed(rows, columns, vote, shape=(len(people), len(known))))

    @classmethod
    def from_matrix(
        cls, matrix: ArrayLike, *, participants: ArrayLike | None = None, statements: ArrayLike | None = None
    ) -> Self:
        """Take in a table, shape (n_participants, n_statements), in which NaN means: not voted."""
        table = np.asarray(matrix, dtype=float)
        if table.ndim != 2:
            raise InvalidVotes(f"matrix must be (n_participants, n_statements), got shape {table.shape}")
        rows, columns = np.nonzero(~np.isnan(table))
        people = np.arange(table.shape[0]) if participants is None else np.asarray(participants)
        known = np.arange(table.shape[1]) if statements is None else np.asarray(statements)
        return cls.of(
            participants=people[rows],
            statements=known[columns],
            values=table[rows, columns],
            all_participants=people,
            all_statements=known,
        )

    @property
    def n_participants(self) -> int:
        return len(self.participants)

    @property
    def n_statements(self) -> int:
        return len(self.statements)

    @property
    def n_votes(self) -> int:
        return len(self.values)

    @cached_property
    def votes_per_person(self) -> NDArray[np.int64]:
        return np.diff(self.starts)

    @cached_property
    def rows(self) -> NDArray[np.int64]:
        """Row of every vote, shape (n_votes,)."""
        return np.repeat(np.arange(self.n_participants), self.votes_per_person)

    def tallies(self) -> NDArray[np.int64]:
        """How many people disagreed, passed and agreed, shape (3, n_statements)."""
        cells = (self.values.astype(np.int64) + 1) * self.n_statements + self.columns
        return np.bincount(cells, minlength=3 * self.n_statements).reshape(3, self.n_statements)

    def matrix(self) -> NDArray[np.float64]:
        """The table of votes with NaN where nobody voted, shape (n_participants, n_statements)."""
        table = np.full((self.n_participants, self.n_statements), np.nan)
        table[self.rows, self.columns] = self.values
        return table

    def dense(self, dtype: type = np.float64) -> tuple[NDArray, NDArray]:
        """Votes with 0 where nobody voted, and 1 where somebody did; both (n_participants, n_statements)."""
        signs, present = np.zeros((2, self.n_participants, self.n_statements), dtype=dtype)
        signs[self.rows, self.columns] = self.values
        present[self.rows, self.columns] = 1
        return signs, present

    def of_people(self, chosen: ArrayLike) -> Votes:
        """The votes of the people at these positions, ascending."""
        picked = np.flatnonzero(chosen) if np.asarray(chosen).dtype == bool else np.sort(np.asarray(chosen))
        lengths = self.votes_per_person[picked]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        cells = np.repeat(self.starts[picked] - starts[:-1], lengths) + np.arange(starts[-1])
        return Votes(self.participants[picked], self.statements, starts, self.columns[cells], self.values[cells])

    def on_statements(self, chosen: NDArray[np.bool_]) -> Votes:
        """The votes on the statements marked in `chosen`, shape (n_statements,)."""
        kept = chosen[self.columns]
        place = np.cumsum(chosen) - 1
        lengths = np.bincount(self.rows[kept], minlength=self.n_participants)
        starts = np.concatenate([[0], np.cumsum(lengths)])
        columns = place[self.columns[kept]].astype(np.int32)
        return Votes(self.participants, self.statements[chosen], starts, columns, self.values[kept])


def checked_values(values: ArrayLike) -> NDArray[np.int8]:
    given = np.asarray(values)
    if given.dtype.kind not in "biuf":
        raise UnknownVote(given.flat[0] if given.size else given.dtype)
    wrong = ~np.isin(given, (-1, 0, 1)) if given.dtype != np.int8 else np.abs(given) > 1
    if wrong.any():
        raise UnknownVote(given[wrong][0].item())
    return given.astype(np.int8)


def positions(found: NDArray, known: ArrayLike | None) -> tuple[NDArray, NDArray]:
    """Sorted distinct names, and for each of `found` its place among them."""
    if known is None:
        return np.unique(found, return_inverse=True)
    names = np.unique(np.asarray(known))
    if len(names) != len(np.asarray(known)):
        raise InvalidVotes("every participant and every statement may be listed only once")
    places = np.minimum(np.searchsorted(names, found), max(len(names) - 1, 0))
    if len(found) and (not len(names) or (names[places] != found).any()):
        raise InvalidVotes("a vote is by a participant, or on a statement, that is not in the list given")
    return names, places


def compressed(
    rows: NDArray, columns: NDArray, values: NDArray[np.int8], *, shape: tuple[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int8]]:
    """Put votes in order of person and statement, keeping the last of each pair."""
    cells = rows.astype(np.int64) * shape[1] + columns
    if len(cells) > 1 and not (np.diff(cells) > 0).all():
        order = np.argsort(cells, kind="stable")
        last = np.append(np.diff(cells[order]) > 0, True)
        kept = order[last]
        rows, columns, values = rows[kept], columns[kept], values[kept]
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=shape[0]))]).astype(np.int64)
    return starts, columns.astype(np.int32), values
