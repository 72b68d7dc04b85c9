"""Lists of cards by bounds: groups that sort a deck or pick from it, the gate's two lists, and the audit of them.

What the lists are worth, of many groups and without the audit: `PYTHONPATH=src:tests python -m attack.lists`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from goedwerk_analysis.counts import PickCounts, SortCounts
from goedwerk_analysis.disclosure import audit, release_picks, release_sort
from goedwerk_analysis.released import PicksPicture, Released, SortPicture

SHAPES = {
    "3 of 16 values picked, 1 given up": (16, (3, 1)),
    "16 cards, zones of 3": (16, (3, 3)),
    "16 cards, zones of 6": (16, (6, 6)),
    "36 cards, zones of 9": (36, (9, 9)),
    "36 cards, zones of 14": (36, (14, 14)),
    "5 things to rank, zones of 2": (5, (2, 2)),
}
SIZES = {"5-7": (5, 7), "8-11": (8, 11), "12-40": (12, 40)}
SMALLEST, TYPICAL, LARGEST = 5, 10, 40
Hands = list[tuple[Sequence[int], Sequence[int]]]


def attack_shape(shape: str, *, seed: int, groups: int) -> list[dict[str, Any]]:
    """Per size of group: exposed groups, and what the lists are worth: how many are shown, how many cards they hold."""
    return [
        {"shape": shape, "people": size, "exposed": exposed(shape, size, seed=seed, groups=groups)}
        | worth_of(shape, size, seed=seed, groups=groups)
        for size in SIZES
    ]


def drawn(shape: str, size: str, *, seed: int, groups: int) -> Iterator[list[Released]]:
    cards, hands = SHAPES[shape]
    random = np.random.default_rng((seed, cards, *hands, *SIZES[size]))
    for _ in range(groups):
        people = people_within(random, *SIZES[size])
        yield release(people, cards, hands, hands_of(random, people, cards, hands))


def exposed(shape: str, size: str, **how: int) -> int:
    return sum(any(not audit(each).is_safe for each in shown) for shown in drawn(shape, size, **how))


def worth_of(shape: str, size: str, *, seed: int, groups: int) -> dict[str, Any]:
    found: Counter[str] = Counter()
    for shown in drawn(shape, size, seed=seed, groups=groups):
        found.update(worth(lists_of(*shown)))
    return {
        "groups": groups,
        "first list withheld": round(1 - found["first"] / groups, 4),
        "second list withheld": round(1 - found["second"] / groups, 4),
        "nothing told": round(found["nothing"] / groups, 4),
        "cards in the first": f"{found['cards in first'] / max(found['first'], 1):.1f}",
        "cards in the second": f"{found['cards in second'] / max(found['second'], 1):.1f}",
    }


def release(people: int, cards: int, sizes: tuple[int, int], hands: Hands) -> list[Released]:
    """One picture of a sort, two of picked cards."""
    if sizes[0] == sizes[1]:
        return [release_sort(SortCounts.of(range(cards), hands, people, sizes))]
    first, second = (PickCounts.of(range(cards), [hand[at] for hand in hands], people, sizes[at]) for at in (0, 1))
    picked = release_picks(first)
    return [picked, release_picks(second, beside=[picked])]


def lists_of(*shown: Released) -> Sequence[Released]:
    picture = shown[0]
    if isinstance(picture, SortPicture):
        return picture.top, picture.bottom
    return shown if len(shown) == 2 else (picture, picture)


def worth(lists: Sequence[Released]) -> Counter[str]:
    """Lists that are shown, and the cards in them; nothing is told where no list holds a card."""
    found = Counter(nothing=1)
    for name, each in zip(("first", "second"), lists, strict=True):
        if isinstance(each, PicksPicture):
            found.update({name: 1, f"cards in {name}": len(each.listed)})
            found["nothing"] *= not each.listed
    return found


# Groups of all sizes, small ones more often


def people_within(random: np.random.Generator, low: int, high: int) -> int:
    while not low <= (people := round(np.exp(random.normal(np.log(TYPICAL), 0.6)))) <= high:
        pass
    return people


def any_group(random: np.random.Generator, *, cards: int, zone: int) -> SortCounts:
    people = people_within(random, SMALLEST, LARGEST)
    return SortCounts.of(range(cards), hands_of(random, people, cards, (zone, zone)), people, (zone, zone))


def hands_of(random: np.random.Generator, people: int, cards: int, sizes: tuple[int, int]) -> Hands:
    """People who agree much or little, some of whom skip."""
    liking = random.normal(size=cards) * random.choice([0.5, 1, 2, 4])
    rows = [np.argsort(-(liking + random.normal(size=cards))) for _ in range(people)]
    asleep = random.random(people) < random.choice([0, 0, 0.3])
    return [(row[: sizes[0]], row[-sizes[1] :]) for row, sleeps in zip(rows, asleep, strict=True) if not sleeps]


if __name__ == "__main__":
    for shape in SHAPES:
        for size in SIZES:
            print(f"{shape}, {size}:", worth_of(shape, size, seed=1, groups=2_000), flush=True)
