"""Which ranges there are for a group of a given size, before anybody looks at an answer."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from goedwerk_analysis.disclosure.thresholds import majority
from goedwerk_analysis.released import Label, Range

BOTTOM_BAND = 3
BOTTOM_SHARE = 4


@cache
def bands(people: int) -> tuple[Label, ...]:
    """The bands of 12 to 49 people: the outer ones hold everybody and nobody too, so that neither shows."""
    last = people - BOTTOM_BAND
    starts = [0, BOTTOM_BAND + 1]
    for cut in (people // 3 + 1, majority(people), 2 * people // 3 + 1):
        leaves_room = cut - starts[-1] >= 2 and last - cut >= 2
        if leaves_room or cut == majority(people):
            starts.append(cut)
    starts += [last, people + 1]
    return tuple(Label("band", Range(low, after - 1)) for low, after in pairwise(starts))


@cache
def shares(people: int) -> tuple[Label, ...]:
    """The steps of 5 per cent of 50 people and more, between two outer bands without a percentage."""
    labels, low, last = [Label("band", Range(0, BOTTOM_SHARE))], BOTTOM_SHARE + 1, people - BOTTOM_SHARE - 1
    for percent in range(5, 100, 5):
        # From 200 people on the outermost shares reach to the outer bands: 0 and 100 per cent are never shown.
        high = last if percent == 95 else min(people * (2 * percent + 5) // 200, last)
        if high >= low:
            labels.append(Label("share", Range(low, high), percent))
            low = high + 1
    return (*labels, Label("band", Range(people - BOTTOM_SHARE, people)))
