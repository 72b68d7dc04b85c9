"""From first to second choice: one bit."""

from __future__ import annotations

from goedwerk_analysis.counts import ShiftCounts
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP, majority
from goedwerk_analysis.released import ShiftPicture, Withheld


def release_shift(counts: ShiftCounts, *, same_people: bool) -> ShiftPicture | Withheld:
    """Say whether more than half changed; nothing when anybody came or went between the two choices."""
    if not same_people:
        return Withheld("changed-group")
    if counts.people < SMALLEST_GROUP:
        return Withheld("few")
    return ShiftPicture(counts.people, counts.changed >= majority(counts.people))
