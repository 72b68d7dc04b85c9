"""The same question again, when people came or went: hysteresis.

Whoever believes that those who stayed repeat their answer can subtract the rounds, and what is left is the newcomer.
So a later round tells of an option only what comings and goings alone could not have brought about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goedwerk_analysis.counts import ChoiceCounts
from goedwerk_analysis.disclosure.thresholds import majority
from goedwerk_analysis.released import (
    ChoicePicture,
    Label,
    PicksPicture,
    Range,
    RatingPicture,
    SortPicture,
    VotePicture,
    Withheld,
)


@dataclass(frozen=True)
class Earlier:
    """An earlier picture of the same material, and how many people joined and left since."""

    picture: ChoicePicture | RatingPicture | PicksPicture | SortPicture | VotePicture | Withheld
    joined: int
    left: int

    def __post_init__(self) -> None:
        if self.joined < 0 or self.left < 0:
            raise ValueError(f"joined and left cannot be negative, got {self.joined} and {self.left}")


def group_changed(earlier: Sequence[Earlier]) -> bool:
    return any(past.joined or past.left for past in earlier if _shows_something(past))


def compare(counts: ChoiceCounts, earlier: Sequence[Earlier]) -> ChoicePicture:
    shown = [past for past in earlier if _shows_something(past)]
    for past in shown:
        _check_fits(counts, past)
    labels = tuple(_label(counts, at, shown) for at in range(len(counts.options)))
    return ChoicePicture(counts.people, "withheld-comparison", counts.options, labels)


def _shows_something(past: Earlier) -> bool:
    return not isinstance(past.picture, Withheld)


def _check_fits(counts: ChoiceCounts, past: Earlier) -> None:
    if past.picture.options != counts.options:
        raise ValueError(f"an earlier picture has other options: {past.picture.options!r}, now {counts.options!r}")
    if past.picture.people + past.joined - past.left != counts.people:
        raise ValueError(
            f"{past.picture.people} people, {past.joined} joined and {past.left} left cannot make {counts.people}"
        )


def _label(counts: ChoiceCounts, at: int, earlier: Sequence[Earlier]) -> Label:
    more, people = majority(counts.people), counts.people
    if not all(_is_settled(past, at, more) for past in earlier):
        return Label("not-comparable", Range(0, people))
    if counts.counts[at] >= more:
        return Label("more-than-half", Range(more, people))
    return Label("not-more-than-half", Range(0, more - 1))


def _is_settled(past: Earlier, at: int, more: int) -> bool:
    """Whether comings and goings alone leave the option on one side of half, wherever in its range it was."""
    before = past.picture.labels[at].range
    return before.high + past.joined < more or before.low - past.left >= more
