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


def release_picks(
    counts: PickCounts, *, earlier: Sequence[Earlier] = (), beside: Sequence[PicksPicture] = ()
) -> PicksPicture | Withheld:
    """List the cards that several people picked; `Withheld("spread")` says: many values, no clear front.

    When the same deck was shown before and somebody came or went since, there is no second list. `beside` are lists of
    other hands that the same people held at the same time, such as what weighed most beside what had to give way. One
    card cannot be in both hands; so a card of which both lists together would prove that everybody held it, is left out
    of this one.
    """
    people, bar = counts.people, pick_bar(counts.people)
    if people < SMALLEST_GROUP:
        return Withheld("few")
    if group_changed(earlier):
        return Withheld("changed-group")
    taken = [max((picture.labels[at].range.low for picture in beside), default=0) for at in range(len(counts.cards))]
    listed = sum(count >= bar and _has_room(counts, low, bar) for count, low in zip(counts.counts, taken, strict=True))
    if not _leaves_slack(counts, bar * listed):
        return Withheld("spread")
    # Were every listed card held by a majority: so whether majorities are told follows from the list, not from them.
    tells_majority = people >= SMALLEST_BAND_GROUP and _leaves_slack(counts, majority(people) * listed)
    labels = tuple(
        next(label for label in _scale(counts, low, tells_majority) if count in label.range)
        for count, low in zip(counts.counts, taken, strict=True)
    )
    return PicksPicture(people, counts.picks, bar, counts.cards, labels)


def _scale(counts: PickCounts, taken: int, tells_majority: bool) -> tuple[Label, ...]:
    """What may be told of one card, of which at least `taken` people are known to hold it in another hand."""
    people, bar = counts.people, pick_bar(counts.people)
    if not _has_room(counts, taken, bar):
        return (Label("unsaid", Range(0, people)),)
    if tells_majority and _has_room(counts, taken, majority(people)):
        return _with_majority(people, bar)
    return _listed_or_not(people, bar)


def _has_room(counts: PickCounts, taken: int, low: int) -> bool:
    return taken == 0 or has_slack(taken + low, people=counts.people, insiders=free_people(counts.people))


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
