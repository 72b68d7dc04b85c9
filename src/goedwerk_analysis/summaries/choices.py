"""Tables of first and second choices that add up."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.choices import Choices, ChoicesError

MAGIC = b"GWC1"


class ChoiceSummariesDiffer(ChoicesError):
    """Two summaries are of other options and cannot be added."""


class UnreadableChoiceSummary(ChoicesError):
    """These bytes are not a summary of choices."""


@dataclass(frozen=True, eq=False)
class ChoiceSummary:
    """Everything that the shift between two choices needs to know.

    Whole numbers only: any order and any partition gives the same bits. A
    summary of few people gives their choices away.

    Attributes
    ----------
    options : tuple of str
    flows : ndarray of int64, shape (n_options + 1, n_options + 1)
        People by first (row) and second (column) choice; the last row and
        column are people without an answer.
    confidence : ndarray of int64, shape (5,)
        Of people with both confidences: how many, the sums of the first, of the
        second, of the differences squared, and of people with any confidence.
    """

    options: tuple[str, ...]
    flows: NDArray[np.int64]
    confidence: NDArray[np.int64]

    @classmethod
    def empty(cls, options: Sequence[str]) -> ChoiceSummary:
        size = len(options) + 1
        return cls(tuple(options), np.zeros((size, size), dtype=np.int64), np.zeros(5, dtype=np.int64))

    @classmethod
    def of(cls, choices: Choices) -> ChoiceSummary:
        size = len(choices.options) + 1
        flat = (choices.first % size) * size + choices.second % size
        flows = np.bincount(flat, minlength=size * size).reshape(size, size).astype(np.int64)
        return cls(choices.options, flows, _confidence(choices))

    @property
    def n_people(self) -> int:
        return int(self.flows.sum())

    def merge(self, other: ChoiceSummary) -> ChoiceSummary:
        """Add two summaries of different people."""
        self._refuse_other(other)
        return replace(self, flows=self.flows + other.flows, confidence=self.confidence + other.confidence)

    def withdraw(self, other: ChoiceSummary) -> ChoiceSummary:
        """Take out people who were summarised before."""
        self._refuse_other(other)
        left = replace(self, flows=self.flows - other.flows, confidence=self.confidence - other.confidence)
        if (left.flows < 0).any():
            raise ChoiceSummariesDiffer("cannot withdraw people who were never added")
        return left

    def to_bytes(self) -> bytes:
        text = json.dumps(self.options, ensure_ascii=False).encode()
        numbers = np.concatenate([self.flows.ravel(), self.confidence]).astype("<i8").tobytes()
        return MAGIC + struct.pack("<I", len(text)) + text + numbers

    @classmethod
    def from_bytes(cls, data: bytes) -> ChoiceSummary:
        if data[:4] != MAGIC or len(data) < 8:
            raise UnreadableChoiceSummary("these bytes are not a summary of choices")
        end = 8 + struct.unpack("<I", data[4:8])[0]
        options = json.loads(data[8:end])
        size = len(options) + 1
        if len(data) - end != 8 * (size**2 + 5):
            raise UnreadableChoiceSummary("this summary of choices is cut short")
        numbers = np.frombuffer(data, dtype="<i8", offset=end).astype(np.int64)
        return cls(tuple(options), numbers[: size**2].reshape(size, size), numbers[size**2 :])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ChoiceSummary) and self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:
        return hash(self.to_bytes())

    def _refuse_other(self, other: ChoiceSummary) -> None:
        if self.options != other.options:
            raise ChoiceSummariesDiffer(f"options differ: {self.options} and {other.options}")


def _confidence(choices: Choices) -> NDArray[np.int64]:
    first, second = choices.first_confidence, choices.second_confidence
    if first is None or second is None:
        return np.zeros(5, dtype=np.int64)
    both = (first > 0) & (second > 0)
    one, two = first[both], second[both]
    anybody = ((first > 0) | (second > 0)).sum()
    return np.array([both.sum(), one.sum(), two.sum(), ((two - one) ** 2).sum(), anybody], dtype=np.int64)
