"""Cards picked from a deck: a list of those that several people picked, and never the rest."""

from __future__ import annotations

from goedwerk_analysis.counts import PickCounts
from goedwerk_analysis.disclosure.thresholds import (
    SMALLEST_BAND_GROUP,
    SMALLEST_GROUP,
    free_people,
    has_slack,
    majority,
    pick_bar,
)
from goedwerk_analysis.released import Label, PicksPicture, Range, Withheld


def release_picks(counts: PickCounts) -> PicksPicture | Withheld:
    """List the cards that several people picked; `Withheld("spread")` says: many values, no clear front."""
    people = counts.people
    if people < SMALLEST_GROUP:
        return Withheld("few")
    fitting = (_labels_with_slack(counts, scale) for scale in scales(people))
    labels = next((found for found in fitting if found), None)
    if labels is None:
        return Withheld("spread")
    return PicksPicture(people, counts.picks, pick_bar(people), counts.cards, labels)


def scales(people: int) -> tuple[tuple[Label, ...], ...]:
    """The labels there are, the finest first; each next scale is for pictures that had no slack on the one before."""
    coarse = _listed_or_not(people, pick_bar(people))
    if people < SMALLEST_BAND_GROUP:
        return (coarse,)
    return _with_majority(people, pick_bar(people)), coarse


def _listed_or_not(people: int, bar: int) -> tuple[Label, ...]:
    return Label("not-listed", Range(0, bar - 1)), Label("listed", Range(bar, people))


def _with_majority(people: int, bar: int) -> tuple[Label, ...]:
    more = majority(people)
    return (
        Label("not-listed", Range(0, bar - 1)),
        Label("listed", Range(bar, more - 1)),
        Label("more-than-half", Range(more, people)),
    )


def _labels_with_slack(counts: PickCounts, scale: tuple[Label, ...]) -> tuple[Label, ...] | None:
    labels = tuple(next(label for label in scale if count in label.range) for count in counts.counts)
    lows = sum(label.range.low for label in labels)
    fits = has_slack(lows, people=counts.people, insiders=free_people(counts.people), picks=counts.picks)
    return labels if fits else None
