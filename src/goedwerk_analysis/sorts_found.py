"""What the comparison found in the sorts of a large group. Personal data, as counts are: only the gate reads it.

A class of people is public: everybody knows who says what of their own work. How many of a class sorted is not. So what
may be compared follows from `sizes`, everybody who was there, and never from how many of them sorted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["higher", "lower"]


@dataclass(frozen=True)
class Classes:
    """The classes of one attribute that are compared, with everybody in them; and those that are too small for it."""

    by: str
    names: tuple[str, ...]
    sizes: tuple[int, ...]
    left_out: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.names) != len(self.sizes) or len(set(self.names)) != len(self.names):
            raise ValueError(f"each class needs its size, got {self.names!r} and {self.sizes!r}")

    @property
    def people(self) -> int:
        return sum(self.sizes)


@dataclass(frozen=True)
class CoreFound:
    """Cards to which a majority of every class gives a high place, the surest first.

    Of a `whole` group that is described; of some of more people it is estimated.
    """

    classes: Classes
    cards: tuple[str, ...]
    core: tuple[str, ...]
    whole: bool = False

    def __post_init__(self) -> None:
        _check_known(self.core, self.cards)


@dataclass(frozen=True)
class PartFound:
    """One part of all that is in the sorts, from 0 to 1; `why_not` is a reason not to say it."""

    name: str
    share: float
    low: float | None = None
    high: float | None = None
    why_not: str = ""


@dataclass(frozen=True)
class PartsFound:
    """What is common, what goes with each attribute, and the rest: together everything, which is 1."""

    parts: tuple[PartFound, ...]
    people: int
    whole: bool = False


@dataclass(frozen=True)
class ClassCard:
    """A card that one class places higher or lower than the others do."""

    name: str
    card: str
    direction: Direction


@dataclass(frozen=True)
class DistinctiveFound:
    """Cards that make a class different, the largest difference first."""

    classes: Classes
    cards: tuple[str, ...]
    claimed: tuple[ClassCard, ...]

    def __post_init__(self) -> None:
        _check_known(tuple(claim.card for claim in self.claimed), self.cards)


@dataclass(frozen=True)
class MovesFound:
    """Cards that moved between two sorts of the same people, or between two rounds, the largest move first.

    `before` people were there the first time and `people` the second; `same_people` are the same ones.
    """

    cards: tuple[str, ...]
    moved: tuple[tuple[str, Direction], ...]
    before: int
    people: int
    same_people: bool

    def __post_init__(self) -> None:
        _check_known(tuple(card for card, _direction in self.moved), self.cards)


def _check_known(named: tuple[str, ...], cards: tuple[str, ...]) -> None:
    unknown = set(named) - set(cards)
    if unknown:
        raise ValueError(f"unknown card {sorted(unknown)[0]!r}")
