"""The fixed shape of a sort: how many cards lie on each rung of the ladder, heaviest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# By which name the picture of a sort is kept.
SORT = "sort"
MINUS = "\N{MINUS SIGN}"
BEST_WORST = 3
DARKEST = 3


@dataclass(frozen=True)
class Rung:
    """One rung: `value` is what is kept, `label` what people call it, `size` how many cards fit."""

    value: int
    label: str
    size: int
    # How dark it is drawn: 3 at the top, 0 in the middle, -1 below.
    shade: int = 0


@dataclass(frozen=True)
class Shape:
    rungs: tuple[Rung, ...]

    @classmethod
    def of_columns(cls, sizes: Sequence[int]) -> Shape:
        """From column sizes, low to high, as a recipe writes them."""
        values = list(reversed(columns(len(sizes))))
        rungs = zip(values, reversed(sizes), strict=True)
        return cls(tuple(Rung(value, signed(value), size, shade(value, values[0])) for value, size in rungs))

    @classmethod
    def of_ranks(cls, length: int) -> Shape:
        """A rung for each item: the first is the heaviest."""
        return cls(
            tuple(Rung(rank, str(rank), 1, shade(length + 1 - 2 * rank, length)) for rank in range(1, length + 1))
        )

    @property
    def cards(self) -> int:
        return sum(rung.size for rung in self.rungs)

    @property
    def is_best_worst(self) -> bool:
        """Only what weighs most and least is asked: the rest lies in between."""
        return len(self.rungs) == BEST_WORST

    @property
    def top(self) -> Rung:
        return self.rungs[0]

    @property
    def bottom(self) -> Rung:
        return self.rungs[-1]

    def size_of(self, values: Iterable[int]) -> int:
        wanted = set(values)
        return sum(rung.size for rung in self.rungs if rung.value in wanted)

    def overfull(self, placements: Mapping[str, int]) -> list[tuple[Rung, int]]:
        """The rungs on which more cards lie than fit, with how many lie there."""
        lying = Counter(placements.values())
        return [(rung, lying[rung.value]) for rung in self.rungs if lying[rung.value] > rung.size]


def columns(count: int) -> list[int]:
    """Names of columns, low to high; an even number of columns has no middle one."""
    half = count // 2
    return [*range(-half, 0), *([0] if count % 2 else []), *range(1, half + 1)]


def signed(value: int) -> str:
    return f"+{value}" if value > 0 else f"{MINUS}{-value}" if value < 0 else "0"


def shade(value: int, highest: int) -> int:
    if value <= 0:
        return 0 if value == 0 else -1
    return -(-DARKEST * value // highest)


def shape_for(cards: int, shapes: Sequence[Sequence[int]]) -> Shape:
    """The shape that holds exactly these cards; for a deck of another size, the first one in proportion."""
    fitting = next((shape for shape in shapes if sum(shape) == cards), None)
    return Shape.of_columns(fitting or scaled(shapes[0], cards))


def scaled(sizes: Sequence[int], cards: int) -> list[int]:
    """The same proportions for another number of cards; columns without a card are left out."""
    exact = [size * cards / sum(sizes) for size in sizes]
    whole = [int(part) for part in exact]
    # What is left goes to the largest remainders, those nearest the middle first.
    middle = (len(sizes) - 1) / 2
    by_need = sorted(range(len(sizes)), key=lambda at: (whole[at] - exact[at], abs(at - middle)))
    for at in by_need[: cards - sum(whole)]:
        whole[at] += 1
    return [size for size in whole if size]
