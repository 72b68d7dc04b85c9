"""Sorts by bounds: groups that sort a deck, the gate's two lists, and the exact audit of both."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from goedwerk_analysis.counts import SortCounts
from goedwerk_analysis.disclosure import audit, release_sort
from goedwerk_analysis.released import PicksPicture, SortPicture, Withheld

SHAPES = {
    "16 cards, zones of 6": (16, 6),
    "36 cards, zones of 9": (36, 9),
    "36 cards, zones of 14": (36, 14),
    "5 things to rank, zones of 2": (5, 2),
}
FIVE_TO_FORTY = (5, 40)


def attack_shape(shape: str, *, seed: int, groups: int) -> dict[str, Any]:
    """Exposed groups, and what the lists are worth: how many are shown, and how many cards they hold."""
    cards, zone = SHAPES[shape]
    random, found = np.random.default_rng((seed, cards, zone)), Counter()
    for _ in range(groups):
        picture = release_sort(any_group(random, cards=cards, zone=zone))
        found["exposed"] += not audit(picture).is_safe
        found.update(worth(picture))
    return {
        "shape": shape,
        "groups": groups,
        "exposed": found["exposed"],
        "top list withheld": round(1 - found["tops"] / groups, 4),
        "bottom list withheld": round(1 - found["bottoms"] / groups, 4),
        "cards on top": f"{found['top cards'] / max(found['tops'], 1):.1f}",
        "cards at the bottom": f"{found['bottom cards'] / max(found['bottoms'], 1):.1f}",
    }


def worth(picture: SortPicture | Withheld) -> Counter[str]:
    if isinstance(picture, Withheld):
        return Counter()
    shown = {zone: each for zone, each in (("top", picture.top), ("bottom", picture.bottom)) if is_list(each)}
    return Counter(
        {f"{zone}s": 1 for zone in shown} | {f"{zone} cards": len(each.listed) for zone, each in shown.items()}
    )


def is_list(shown: PicksPicture | Withheld) -> bool:
    return isinstance(shown, PicksPicture)


def any_group(random: np.random.Generator, *, cards: int, zone: int) -> SortCounts:
    """People who agree much or little, some of whom skip; in groups of all sizes, small ones more often."""
    low, high = FIVE_TO_FORTY
    people = int(np.clip(np.exp(random.normal(np.log(10), 0.6)), low, high))
    liking = random.normal(size=cards) * random.choice([0.5, 1, 2, 4])
    rows = [np.argsort(-(liking + random.normal(size=cards))) for _ in range(people)]
    asleep = random.random(people) < random.choice([0, 0, 0.3])
    hands = [(row[:zone], row[-zone:]) for row, sleeps in zip(rows, asleep, strict=True) if not sleeps]
    return SortCounts.of(range(cards), hands, people, (zone, zone))
