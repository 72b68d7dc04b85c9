"""Cards picked from a deck: a list of those that several people picked, and never the rest."""

from __future__ import annotations

from collections.abc import Sequence

from goedwerk_analysis.counts import PickCounts
from goedwerk_analysis.disclosure.rounds import Earlier, group_changed
from goedwerk_analysis.disclosure.thresholds import (
    SMALLEST_BAND_GROUP,
    SMALLEST_GROUP,
    free_people,
    has_slack,
    majority,
    pick_bar,
)
from goedwerk_analysis.released import Label, PicksPicture, Range, Withheld


def release_picks(counts: PickCounts, *, earlier: Sequence[Earlier] = ()) -> PicksPicture | Withheld:
    """List the cards that several people picked; `Withheld("spread")` says: many values, no clear front.

    When the same deck was shown before and somebody came or went since, there is no second list.
    """
    people, bar = counts.people, pick_bar(counts.people)
    if people < SMALLEST_GROUP:
        return Withheld("few")
    if group_changed(earlier):
        return Withheld("changed-group")
    listed = sum(count >= bar for count in counts.counts)
    if not _leaves_slack(counts, bar * listed):
        return Withheld("spread")
    # Were every listed card held by a majority: so whether majorities are told follows from the list, not from them.
    tells_majority = people >= SMALLEST_BAND_GROUP and _leaves_slack(counts, majority(people) * listed)
    scale = _with_majority(people, bar) if tells_majority else _listed_or_not(people, bar)
    labels = tuple(next(label for label in scale if count in label.range) for count in counts.counts)
    return PicksPicture(people, counts.picks, bar, counts.cards, labels)


def _leaves_slack(counts: PickCounts, lows: int) -> bool:
    return has_slack(lows, people=counts.people, insiders=free_people(counts.people), picks=counts.picks)


def _listed_or_not(people: int, bar: int) -> tuple[Label, ...]:
    return Label("not-listed", Range(0, bar - 1)), Label("listed", Range(bar, people))


def _with_majority(people: int, bar: int) -> tuple[Label, ...]:
    more = majority(people)
    return (
        Label("not-listed", Range(0, bar - 1)),
        Label("listed", Range(bar, more - 1)),
        Label("more-than-half", Range(more, people)),
    )
