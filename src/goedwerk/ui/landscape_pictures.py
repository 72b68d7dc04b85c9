"""Shapes of the pictures of a conversation: votes on statements, the two ends of a line, and a map of broad places.

Drawn like all others by `ui/_figure.html`. Sides, hatching and words carry the meaning; colours only help.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

# Votes: who agrees from the left, who disagrees from the right, and between them the others


@dataclass(frozen=True)
class VoteRow:
    """What is certain of both sides, in per cent, and what may still belong to them."""

    label: str
    agree: tuple[float, float]
    disagree: tuple[float, float]
    agree_word: str
    disagree_word: str

    @property
    def agree_light(self) -> float:
        return self.agree[1] - self.agree[0]

    @property
    def disagree_from(self) -> float:
        return 100 - self.disagree[0]

    @property
    def disagree_light(self) -> float:
        return self.disagree[1] - self.disagree[0]

    @property
    def light_from(self) -> float:
        return 100 - self.disagree[1]


@dataclass(frozen=True)
class VoteBars:
    rows: Sequence[VoteRow]
    agree: str
    disagree: str
    kind: str = field(default="votes", init=False)

    @property
    def spoken(self) -> str:
        told = (f"{row.label}: {self.agree} {row.agree_word}, {self.disagree} {row.disagree_word}" for row in self.rows)
        return "; ".join(told) + "."


# A line: two ends, each with the statements that people there agree with more


@dataclass(frozen=True)
class End:
    letter: str
    labels: Sequence[str]

    @property
    def spoken(self) -> str:
        return f"{self.letter}: {'; '.join(self.labels)}"


@dataclass(frozen=True)
class Poles:
    first: End
    second: End
    kind: str = field(default="poles", init=False)

    @property
    def spoken(self) -> str:
        return f"{self.first.spoken}. {self.second.spoken}."


# A map: places on one or two lines, each with few, some or many people


class Shade(StrEnum):
    FEW = "few"
    SOME = "some"
    MANY = "many"


@dataclass(frozen=True)
class Cell:
    """A place, its shade in words, and whether the reader stands there."""

    name: str
    shade: Shade
    word: str
    is_own: bool = False


@dataclass(frozen=True)
class PlaceMap:
    """Rows of cells; `ends` are the letters left, right, above and below, the last two only with a second line."""

    rows: Sequence[Sequence[Cell]]
    ends: tuple[str, str] | tuple[str, str, str, str]
    own_word: str = ""
    kind: str = field(default="places", init=False)

    @property
    def drawn(self) -> list[tuple[int, int, Cell]]:
        """Every cell with where its left upper corner lies."""
        return [
            (CELL * column, CELL * row, cell)
            for row, cells in enumerate(self.rows)
            for column, cell in enumerate(cells)
        ]

    @property
    def height(self) -> int:
        return CELL * len(self.rows)

    @property
    def spoken(self) -> str:
        told = [f"{cell.name}: {cell.word}" for cells in self.rows for cell in cells]
        return "; ".join(told) + "."


CELL = 100
