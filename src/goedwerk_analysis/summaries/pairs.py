"""Counts of who won from whom, for pairwise and best-worst rankings."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

MAGIC = b"GWP1"


class PairsError(ValueError):
    """Something about the comparisons makes an honest ranking impossible."""


class UnreadablePairSummary(PairsError):
    """These bytes are not a summary of comparisons."""


@dataclass(frozen=True, eq=False)
class PairSummary:
    """How often each card was preferred to each other card.

    Attributes
    ----------
    cards : tuple of str
    wins : ndarray of int64, shape (n_cards, n_cards)
        ``wins[i, j]``: times card i was preferred to card j.
    best_worst : ndarray of int64, shape (3, n_cards)
        Times each card was best, worst, and shown in best-worst questions.

    Examples
    --------
    >>> votes = PairSummary.empty(["law", "care"]).with_pairs([(1, 0), (1, 0)])
    >>> votes.wins.tolist()
    [[0, 0], [2, 0]]
    """

    cards: tuple[str, ...]
    wins: NDArray[np.int64]
    best_worst: NDArray[np.int64]

    @classmethod
    def empty(cls, cards: Sequence[str]) -> PairSummary:
        size = len(cards)
        return cls(tuple(cards), np.zeros((size, size), dtype=np.int64), np.zeros((3, size), dtype=np.int64))

    def with_pairs(self, pairs: Iterable[tuple[int, int]]) -> PairSummary:
        """Add comparisons (winner, loser)."""
        wins = self.wins.copy()
        for winner, loser in pairs:
            self._refuse_outside((winner, loser))
            wins[winner, loser] += 1
        return replace(self, wins=wins)

    def with_best_worst(self, answers: Iterable[tuple[Sequence[int], int, int]]) -> PairSummary:
        """Add answers (cards shown, best, worst): best beats all, and all beat worst."""
        wins, counts = self.wins.copy(), self.best_worst.copy()
        for shown, best, worst in answers:
            self._refuse_outside(shown)
            if best == worst or best not in shown or worst not in shown:
                raise PairsError(f"best {best} and worst {worst} must be two of the cards shown: {list(shown)}")
            others = [card for card in shown if card not in (best, worst)]
            wins[best, [*others, worst]] += 1
            wins[others, worst] += 1
            counts[0, best] += 1
            counts[1, worst] += 1
            counts[2, list(shown)] += 1
        return replace(self, wins=wins, best_worst=counts)

    def merge(self, other: PairSummary) -> PairSummary:
        self._refuse_other(other)
        return replace(self, wins=self.wins + other.wins, best_worst=self.best_worst + other.best_worst)

    def withdraw(self, other: PairSummary) -> PairSummary:
        self._refuse_other(other)
        left = replace(self, wins=self.wins - other.wins, best_worst=self.best_worst - other.best_worst)
        if (left.wins < 0).any() or (left.best_worst < 0).any():
            raise PairsError("cannot withdraw comparisons that were never added")
        return left

    def to_bytes(self) -> bytes:
        text = json.dumps(self.cards, ensure_ascii=False).encode()
        numbers = np.concatenate([self.wins.ravel(), self.best_worst.ravel()]).astype("<i8").tobytes()
        return MAGIC + struct.pack("<I", len(text)) + text + numbers

    @classmethod
    def from_bytes(cls, data: bytes) -> PairSummary:
        if data[:4] != MAGIC or len(data) < 8:
            raise UnreadablePairSummary("these bytes are not a summary of comparisons")
        end = 8 + struct.unpack("<I", data[4:8])[0]
        cards = json.loads(data[8:end])
        size = len(cards)
        if len(data) - end != 8 * (size**2 + 3 * size):
            raise UnreadablePairSummary("this summary of comparisons is cut short")
        numbers = np.frombuffer(data, dtype="<i8", offset=end).astype(np.int64)
        return cls(tuple(cards), numbers[: size**2].reshape(size, size), numbers[size**2 :].reshape(3, size))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PairSummary) and self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:
        return hash(self.to_bytes())

    def _refuse_other(self, other: PairSummary) -> None:
        if self.cards != other.cards:
            raise PairsError("two summaries are of other cards and cannot be added")

    def _refuse_outside(self, cards: Sequence[int]) -> None:
        if any(not 0 <= card < len(self.cards) for card in cards) or len(set(cards)) != len(cards):
            raise PairsError(f"cards must be different numbers below {len(self.cards)}, got {list(cards)}")
