"""Shapes of pictures: what is drawn, without markup and without knowing the subject.

Rooms turn their findings into these; `ui/_picture.html` draws them, always in this order: sentence, certainty, figure,
table, reading help.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from goedwerk.ui import phrases
from goedwerk.ui.landscape_pictures import PlaceMap, Poles, VoteBars
from goedwerk.ui.large_pictures import Arrows, Bar, Ladders


class Certainty(StrEnum):
    """A disc and a word: 95 of 100 resamples and more, 80 to 95, fewer (or one small group)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    CHANCE = "chance"

    @property
    def word(self) -> str:
        return CERTAINTY_WORDS[self]


CERTAINTY_WORDS = {
    Certainty.CERTAIN: phrases.CERTAIN,
    Certainty.PROBABLE: phrases.PROBABLE,
    Certainty.CHANCE: phrases.MAY_BE_CHANCE,
}


class Mark(StrEnum):
    FRONT = "front"
    LISTED = "listed"
    REST = "rest"


@dataclass(frozen=True)
class Table:
    """The same values as the figure. The first cell of a row is its heading."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


# Standing: which rows stand in front


@dataclass(frozen=True)
class Row:
    letter: str
    label: str
    mark: Mark = Mark.REST


MAJORITY_WORDS: Mapping[Mark, str] = {
    Mark.FRONT: phrases.MORE_THAN_HALF,
    Mark.LISTED: phrases.AT_LEAST_THREE,
    Mark.REST: phrases.NOT_MORE_THAN_HALF,
}
LIST_WORDS: Mapping[Mark, str] = {**MAJORITY_WORDS, Mark.REST: phrases.FEWER_THAN_THREE}


@dataclass(frozen=True)
class Placed:
    """A group of rows under one word; inside it the order of the question."""

    mark: Mark
    word: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Standing:
    rows: Sequence[Row]
    words: Mapping[Mark, str] = field(default_factory=lambda: MAJORITY_WORDS)
    kind: str = field(default="standing", init=False)

    def word(self, row: Row) -> str:
        return self.words[row.mark]

    def band(self, row: Row, fields: Sequence[Mark], moment: str = "", looks: str = "now") -> "Band":
        return Band(len(fields), fields.index(row.mark), self.word(row), moment, looks)

    @cached_property
    def groups(self) -> list[Placed]:
        found = [Placed(mark, self.words[mark], [row for row in self.rows if row.mark == mark]) for mark in Mark]
        return [group for group in found if group.rows]

    @property
    def spoken(self) -> str:
        return _spoken((row.letter, row.label, self.word(row)) for row in self.rows)


# Bands: one of a few fields is filled


@dataclass(frozen=True)
class BandRow:
    letter: str
    label: str
    filled: int


@dataclass(frozen=True)
class BandRows:
    columns: Sequence[str]
    rows: Sequence[BandRow]
    kind: str = field(default="bands", init=False)

    def word(self, row: BandRow) -> str:
        return self.columns[row.filled]

    @property
    def lines(self) -> list["Line"]:
        fields = range(len(self.columns))
        return [Line(row.letter, row.label, [self.band(row, fields)]) for row in self.rows]

    def band(self, row: BandRow, fields: Sequence[int], moment: str = "", looks: str = "now") -> "Band":
        return Band(len(fields), row.filled, self.word(row), moment, looks)

    @property
    def spoken(self) -> str:
        return _spoken((row.letter, row.label, self.word(row)) for row in self.rows)


@dataclass(frozen=True)
class Band:
    """A strip of fields, one of them filled. `looks` is `now` (solid) or `before` (hatched)."""

    size: int
    filled: int
    word: str
    moment: str = ""
    looks: str = "now"

    @property
    def width(self) -> int:
        return self.size * FIELD_WIDTH - FIELD_GAP

    @property
    def fields(self) -> list[tuple[int, bool]]:
        """Where each field starts, and whether it is the filled one."""
        return [(index * FIELD_WIDTH, index == self.filled) for index in range(self.size)]


FIELD_WIDTH = 28
FIELD_GAP = 4


@dataclass(frozen=True)
class Line:
    """One row of the question with what is drawn beside it."""

    letter: str
    label: str
    bands: Sequence[Band]


# Side by side: the same rows at two moments


@dataclass(frozen=True)
class SideBySide:
    """Two pictures of the same rows. They are laid beside each other, never subtracted."""

    before: Standing | BandRows
    after: Standing | BandRows
    moments: tuple[str, str] = (phrases.BEFORE, phrases.AFTER)
    kind: str = field(default="side-by-side", init=False)

    @property
    def lines(self) -> list[Line]:
        """Both strips under each other in every row, the first hatched, the second solid."""
        fields = _fields_of(self.before, self.after)
        first, then = self.moments
        return [
            Line(
                old.letter,
                old.label,
                [self.before.band(old, fields, first, "before"), self.after.band(new, fields, then)],
            )
            for old, new in zip(self.before.rows, self.after.rows, strict=True)
        ]

    @property
    def spoken(self) -> str:
        halves = zip(self.moments, (self.before, self.after), strict=True)
        return " ".join(f"{moment}: {half.spoken}" for moment, half in halves)


def _fields_of(before: Standing | BandRows, after: Standing | BandRows) -> Sequence[Mark] | Sequence[int]:
    """The fields of a strip, lightest first. A list has a field of its own only where something is listed."""
    if isinstance(before, BandRows):
        return range(len(before.columns))
    listed = any(row.mark == Mark.LISTED for row in [*before.rows, *after.rows])
    return [Mark.REST, Mark.LISTED, Mark.FRONT] if listed else [Mark.REST, Mark.FRONT]


# Shares: large groups only


@dataclass(frozen=True)
class Share:
    """A share in percent with the interval around it; all three lie between 0 and 100."""

    letter: str
    label: str
    low: float
    value: float
    high: float
    word: str

    @property
    def light(self) -> float:
        """Length of the light part of the bar, which is uncertain."""
        return self.high - self.low


@dataclass(frozen=True)
class ShareBars:
    rows: Sequence[Share]
    kind: str = field(default="shares", init=False)

    @property
    def spoken(self) -> str:
        return _spoken((row.letter, row.label, row.word) for row in self.rows)


Figure = Standing | BandRows | SideBySide | ShareBars | Bar | Ladders | Arrows | VoteBars | Poles | PlaceMap


@dataclass(frozen=True)
class Picture:
    """Everything a reader gets. A picture without a figure says why there is none."""

    title: str
    sentence: str
    figure: Figure | None = None
    table: Table | None = None
    certainty: Certainty | None = None
    note: str = ""
    help: str = ""

    def __post_init__(self) -> None:
        if (self.figure is None) != (self.table is None):
            raise ValueError(f"a figure needs its table, and a table its figure: {self.title!s}")


def _spoken(parts) -> str:
    return "; ".join(f"{letter} {label}: {word}".strip() for letter, label, word in parts) + "."
