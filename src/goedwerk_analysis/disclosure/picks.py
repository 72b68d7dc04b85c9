"""Cards picked from a deck: a list of those that several people picked, and never the rest."""

from __future__ import annotations

from goedwerk_analysis.counts import PickCounts
from goedwerk_analysis.disclosure.thresholds import (
    SMALLEST_BAND_GROUP,
    SMALLEST_GROUP,
    free_people,
    has_slack,
    majority,
)
from goedwerk_analysis.released import Label, PicksPicture, Range, Withheld


def release_picks(counts: PickCounts) -> PicksPicture | Withheld:
    """List the cards that several people picked; `Withheld("spread")` says: many values, no clear front."""
    if counts.people < SMALLEST_GROUP:
        return Withheld("few")
    bar = 3 if counts.people < 7 else 4
    scales = [_listed_or_not(counts.people, bar)]
    if counts.people >= SMALLEST_BAND_GROUP:
        scales.insert(0, _with_majority(counts.people, bar))
    fitting = (_labels_with_slack(counts, scale) for scale in scales)
    labels = next((found for found in fitting if found), None)
    if labels is None:
        return Withheld("spread")
    return PicksPicture(counts.people, counts.picks, bar, counts.cards, labels)


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
