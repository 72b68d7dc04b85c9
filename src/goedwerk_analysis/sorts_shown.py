"""What may be shown of a comparison of sorts: words, cards and rounded shares, never a place or a loading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

METHOD = "compared-1"
Direction = Literal["higher", "lower"]
WhyNot = Literal["", "few", "one-class", "small-class", "no-organisations", "together"]
"""Why a part is not said. "few": too few people. "one-class", "small-class": all are in one class, or one has too
few people. "no-organisations": types say something only where it is known who is of the same organisation.
"together": its classes are just those of another part."""


@dataclass(frozen=True)
class CorePicture:
    """Cards that a majority of every class places high, in the order of the deck. Of other cards nothing is told.

    At most `told_at_most` are told, the surest: the smaller the smallest class, the fewer. Of a `whole` group they are
    described, not estimated.
    """

    people: int
    by: str
    classes: tuple[str, ...]
    left_out: tuple[str, ...]
    told_at_most: int
    cards: tuple[str, ...]
    whole: bool = False
    method: str = METHOD


@dataclass(frozen=True)
class PartShown:
    """One part in per cent, with the interval it lies in; without a percentage nothing is known of it."""

    name: str
    percent: int | None
    low: int | None = None
    high: int | None = None
    why_not: WhyNot = ""

    def __post_init__(self) -> None:
        if self.why_not not in get_args(WhyNot):
            raise ValueError(f"unknown reason {self.why_not!r}")
        if (self.percent is None) != bool(self.why_not):
            raise ValueError(f"a part is told, or there is a reason not to: {self.name!r}")


@dataclass(frozen=True)
class PartsPicture:
    """One bar of 100 per cent in steps: what is common, what goes with each attribute, and the rest."""

    people: int
    step: int
    parts: tuple[PartShown, ...]
    whole: bool = False
    method: str = METHOD

    @property
    def told(self) -> tuple[PartShown, ...]:
        return tuple(part for part in self.parts if part.percent is not None)

    @property
    def not_known(self) -> tuple[PartShown, ...]:
        return tuple(part for part in self.parts if part.percent is None)


@dataclass(frozen=True)
class CardShown:
    """A card with the direction it differs or moved in, and the class of which that is told ("" for everybody)."""

    card: str
    direction: Direction
    name: str = ""


@dataclass(frozen=True)
class DistinctivePicture:
    """The few cards that make a class different from the others."""

    people: int
    by: str
    classes: tuple[str, ...]
    left_out: tuple[str, ...]
    told: tuple[CardShown, ...]
    method: str = METHOD


@dataclass(frozen=True)
class MovesPicture:
    """The cards that certainly moved between two sorts; of the others nothing is told."""

    people: int
    before: int
    same_people: bool
    told: tuple[CardShown, ...]
    method: str = METHOD

    def cards(self, direction: Direction) -> tuple[str, ...]:
        return tuple(each.card for each in self.told if each.direction == direction)


SortsShown = CorePicture | PartsPicture | DistinctivePicture | MovesPicture
Piece = PartShown | CardShown
# For `released`, which stores them with all other pictures: their names, and how their parts are read back.
KINDS: dict[str, type] = {
    "core": CorePicture,
    "parts": PartsPicture,
    "distinctive": DistinctivePicture,
    "moves": MovesPicture,
}
READ: dict[str, Callable[[Any], Any]] = {
    "classes": tuple,
    "left_out": tuple,
    "parts": lambda stored: tuple(PartShown(**part) for part in stored),
    "told": lambda stored: tuple(CardShown(**card) for card in stored),
}
