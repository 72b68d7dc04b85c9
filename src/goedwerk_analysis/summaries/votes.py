"""Counts of votes that add up: over people, over machines, over time.

Everything the components of a conversation need is in three tables of whole
numbers. Because they are whole, any order and any partition gives the same
bits, and taking a vote back leaves no trace.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.votes import InvalidVotes, UnknownVote, Votes
from goedwerk_analysis.summaries import votes_fast

MAGIC = b"GWV1"
HEADER = struct.Struct("<4sqq")
BLOCK = 8192  # people per block: sums in a block stay exact in single precision

Row = Mapping[int, int]


class AlreadyVoted(InvalidVotes):
    def __init__(self, statement: int) -> None:
        super().__init__(f"this person already voted on statement {statement}; use change")


class NeverVoted(InvalidVotes):
    def __init__(self, statement: int) -> None:
        super().__init__(f"this person never voted on statement {statement}; use add")


@dataclass(eq=False)
class VoteCounts:
    """Sums of products of votes, for `n_people` people who voted at least once.

    With votes ``x`` in {-1, 0, 1} and ``m`` = 1 where somebody voted:

    - ``both[i, j]``, sum of ``m_i m_j``: people who voted on both statements;
    - ``signed[i, j]``, sum of ``x_i m_j``: balance on `i` among those who voted on `j`;
    - ``product[i, j]``, sum of ``x_i x_j``: agreements minus oppositions of the two votes.

    All are int64, shape (n_statements, n_statements). Counts of few people are
    those people: they never leave the place where the votes live.

    Examples
    --------
    >>> counts = VoteCounts.empty(2)
    >>> counts.add({}, 0, 1)
    >>> counts.add({0: 1}, 1, -1)
    >>> counts.product.tolist()
    [[1, -1], [-1, 1]]
    """

    n_people: int
    both: NDArray[np.int64]
    signed: NDArray[np.int64]
    product: NDArray[np.int64]

    @classmethod
    def empty(cls, n_statements: int) -> Self:
        return cls(0, *np.zeros((3, n_statements, n_statements), dtype=np.int64))

    @classmethod
    def of(cls, votes: Votes, *, min_votes: int = 1) -> Self:
        """Count everybody with at least `min_votes` votes."""
        enough = votes.votes_per_person >= max(min_votes, 1)
        counted = votes if enough.all() else votes.of_people(enough)
        tables = votes_fast.pair_counts if votes_fast.worth_it(counted) else pair_counts
        return cls(counted.n_participants, *tables(counted))

    @property
    def n_statements(self) -> int:
        return len(self.both)

    def merge(self, other: VoteCounts) -> VoteCounts:
        """The counts of both sets of people together; nobody may be in both."""
        if self.n_statements != other.n_statements:
            raise InvalidVotes(f"counts of {self.n_statements} and {other.n_statements} statements cannot be merged")
        return VoteCounts(
            self.n_people + other.n_people,
            self.both + other.both,
            self.signed + other.signed,
            self.product + other.product,
        )

    def add(self, earlier: Row, statement: int, vote: int) -> None:
        """Count a new vote of somebody whose `earlier` votes are given, in time linear in their number."""
        if statement in earlier:
            raise AlreadyVoted(statement)
        self._count(earlier, statement, checked(vote), sign=1)
        self.n_people += not earlier

    def change(self, earlier: Row, statement: int, vote: int) -> None:
        """Count a changed vote; `earlier` holds the old one."""
        self.withdraw(earlier, statement)
        self.add({other: value for other, value in earlier.items() if other != statement}, statement, vote)

    def withdraw(self, earlier: Row, statement: int) -> None:
        """Take one vote back, as if it had never been cast; `earlier` holds it."""
        if statement not in earlier:
            raise NeverVoted(statement)
        rest = {other: value for other, value in earlier.items() if other != statement}
        self._count(rest, statement, checked(earlier[statement]), sign=-1)
        self.n_people -= not rest

    def withdraw_person(self, votes: Row) -> None:
        """Take back everything somebody voted."""
        left = dict(votes)
        for statement in votes:
            self.withdraw(left, statement)
            del left[statement]

    def _count(self, others: Row, statement: int, vote: int, *, sign: int) -> None:
        there = np.fromiter(others.keys(), dtype=np.int64, count=len(others))
        values = np.fromiter(others.values(), dtype=np.int64, count=len(others))
        for table, as_row, as_column, own in (
            (self.both, 1, 1, 1),
            (self.signed, vote, values, vote),
            (self.product, vote * values, vote * values, vote * vote),
        ):
            table[statement, there] += sign * as_row
            table[there, statement] += sign * as_column
            table[statement, statement] += sign * own

    def to_bytes(self) -> bytes:
        """The counts as bytes: the two symmetric tables as triangles, little-endian."""
        upper = np.triu_indices(self.n_statements)
        tables = (self.both[upper], self.product[upper], self.signed.ravel())
        return HEADER.pack(MAGIC, self.n_people, self.n_statements) + np.concatenate(tables).astype("<i8").tobytes()

    @classmethod
    def from_bytes(cls, stored: bytes) -> Self:
        if len(stored) < HEADER.size or stored[:4] != MAGIC:
            raise InvalidVotes(f"these bytes are not stored counts; expected them to begin with {MAGIC!r}")
        _, n_people, size = HEADER.unpack_from(stored)
        numbers = np.frombuffer(stored, dtype="<i8", offset=HEADER.size).astype(np.int64)
        half = size * (size + 1) // 2
        if len(numbers) != 2 * half + size * size:
            raise InvalidVotes(f"stored counts of {size} statements must hold {2 * half + size**2} numbers")
        both, product = symmetric(numbers[:half], size), symmetric(numbers[half : 2 * half], size)
        return cls(n_people, both, numbers[2 * half :].reshape(size, size), product)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VoteCounts) and self.to_bytes() == other.to_bytes()

    __hash__ = None


def checked(vote: int) -> int:
    if vote not in (-1, 0, 1):
        raise UnknownVote(vote)
    return int(vote)


def symmetric(triangle: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    table = np.zeros((size, size), dtype=np.int64)
    table[np.triu_indices(size)] = triangle
    return table + np.triu(table, 1).T


def pair_counts(votes: Votes) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Count pairs of votes by blocks of people, exact in single precision within a block."""
    size = votes.n_statements
    both, signed, product = np.zeros((3, size, size), dtype=np.int64)
    for begin in range(0, votes.n_participants, BLOCK):
        block = votes.of_people(np.arange(begin, min(begin + BLOCK, votes.n_participants)))
        signs, present = block.dense(np.float32)
        both += (present.T @ present).astype(np.int64)
        signed += (signs.T @ present).astype(np.int64)
        product += (signs.T @ signs).astype(np.int64)
    return both, signed, product
