"""Shapes of pictures that only large groups get: one bar in parts, ladders side by side, and arrows.

Drawn like all others by `ui/_figure.html`; words are HTML, so that they stay readable on a phone, and marks are SVG.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

CELL_WIDTH, CELL_HEIGHT, CELL_GAP = 24, 12, 4

# One bar that adds up to 100, and each part again from its own start


@dataclass(frozen=True)
class Part:
    """A part in per cent; `looks` is `common`, `series-1` to `series-4` or `rest`. Without limits: no interval."""

    label: str
    percent: int
    word: str
    looks: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Piece:
    """A part where it lies in the bar, from 0 to 100."""

    part: Part
    start: int

    @property
    def interval(self) -> tuple[int, int] | None:
        """From where to where the end of the part may lie, counted from its own start."""
        if self.part.low is None or self.part.high is None:
            return None
        return min(100, self.start + self.part.low), min(100, self.start + self.part.high)


@dataclass(frozen=True)
class Bar:
    parts: Sequence[Part]
    whole: str
    kind: str = field(default="bar", init=False)

    @cached_property
    def pieces(self) -> list[Piece]:
        starts = accumulate((part.percent for part in self.parts), initial=0)
        return [Piece(part, start) for part, (start, _end) in zip(self.parts, pairwise(starts), strict=True)]

    @property
    def spoken(self) -> str:
        return "; ".join(f"{part.label}: {part.word}" for part in self.parts) + "."


# Ladders, the heaviest on top


@dataclass(frozen=True)
class Tile:
    """A card. A dark one lies elsewhere on the other ladders, where `note` says."""

    label: str
    is_dark: bool = False
    note: str = ""


@dataclass(frozen=True)
class Untold:
    """The rungs in between, of which nothing is told: only how many cards lie on each."""

    sizes: Sequence[int]

    @property
    def width(self) -> int:
        return max(self.sizes) * (CELL_WIDTH + CELL_GAP) - CELL_GAP

    @property
    def height(self) -> int:
        return len(self.sizes) * (CELL_HEIGHT + CELL_GAP) - CELL_GAP

    @property
    def cells(self) -> list[tuple[float, int]]:
        """Where each cell starts: every rung in the middle of the widest."""
        return [
            (self.width / 2 + (at - size / 2) * (CELL_WIDTH + CELL_GAP) + CELL_GAP / 2, row * (CELL_HEIGHT + CELL_GAP))
            for row, size in enumerate(self.sizes)
            for at in range(size)
        ]


@dataclass(frozen=True)
class Ladder:
    """One way of laying: what lies highest and lowest, and the shape of what lies between."""

    title: str
    note: str
    high: Sequence[Tile]
    untold: Untold
    low: Sequence[Tile]


@dataclass(frozen=True)
class Ladders:
    """A few ways of laying the same cards, each as it would lie on a table; `words` are those of the ends."""

    ladders: Sequence[Ladder]
    words: tuple[str, str, str]
    kind: str = field(default="ladders", init=False)

    @property
    def spoken(self) -> str:
        high, _between, low = self.words
        return " ".join(
            f"{each.title}. {high}: {_named(each.high)}. {low}: {_named(each.low)}." for each in self.ladders
        )


def _named(tiles: Sequence[Tile]) -> str:
    return ", ".join(tile.label for tile in tiles)


# Arrows: what lies higher or lower


@dataclass(frozen=True)
class Arrow:
    label: str
    is_up: bool
    word: str


@dataclass(frozen=True)
class ArrowGroup:
    title: str
    arrows: Sequence[Arrow]


@dataclass(frozen=True)
class Arrows:
    """Up is solid and down is dashed: neither is good or bad."""

    groups: Sequence[ArrowGroup]
    kind: str = field(default="arrows", init=False)

    @property
    def spoken(self) -> str:
        rows = (f"{group.title} {arrow.label}: {arrow.word}" for group in self.groups for arrow in group.arrows)
        return "; ".join(row.strip() for row in rows) + "."
