"""Cards picked from a deck: a list of those that several people picked, and never the rest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from goedwerk_analysis.counts import PickCounts
from goedwerk_analysis.disclosure.rounds import Earlier, group_changed
from goedwerk_analysis.disclosure.thresholds import (
    SMALLEST_BAND_GROUP,
    SMALLEST_GROUP,
    free_people,
    has_slack,
    longest_list,
    longest_second_list,
    majority,
    pick_bar,
)
from goedwerk_analysis.released import Label, PicksPicture, Range, Withheld


def release_picks(
    counts: PickCounts, *, earlier: Sequence[Earlier] = (), beside: Sequence[PicksPicture | Withheld] = ()
) -> PicksPicture | Withheld:
    """List the cards that several people picked; `Withheld("spread")` says: many values, no clear front.

    When the same deck was shown before and somebody came or went since, there is no second list. `beside` is what is
    shown of other hands that the same people held at the same time, such as what weighed most beside what had to give
    way. One card cannot be in both hands; so a card of which both lists together would prove that everybody held it, is
    left out of this one. That a first hand had too many cards to list tells much, so then no second one is shown
    (`Withheld("beside")`); that a second hand had too many, tells little (`longest_second_list`).
    """
    people, is_second = counts.people, bool(beside)
    bar = bar_of(people, counts.picks, is_second=is_second)
    if people < SMALLEST_GROUP:
        return Withheld("few")
    if group_changed(earlier):
        return Withheld("changed-group")
    if tells_too_much(beside):
        return Withheld("beside")
    taken = [taken_by(beside, at) for at in range(len(counts.cards))]
    listed = sum(count >= bar and has_room(counts, low, bar) for count, low in zip(counts.counts, taken, strict=True))
    if listed > longest(people, counts.picks, bar=bar, is_second=is_second):
        return Withheld("spread")
    # Were every listed card held by a majority: so whether majorities are told follows from the list, not from them.
    tells_majority = people >= SMALLEST_BAND_GROUP and _leaves_slack(counts, majority(people) * listed)
    labels = tuple(
        next(label for label in _scale(counts, bar, low, tells_majority) if count in label.range)
        for count, low in zip(counts.counts, taken, strict=True)
    )
    return PicksPicture(people, counts.picks, bar, counts.cards, labels)


def tells_too_much(beside: Sequence[PicksPicture | Withheld]) -> bool:
    """A list that is too long to show leaves others hardly a card to hold that reached no bar."""
    return Withheld("spread") in beside


def longest(people: int, picks: int, *, bar: int, is_second: bool) -> int:
    return (longest_second_list if is_second else longest_list)(people, bar=bar, picks=picks)


def bar_of(people: int, picks: int, *, is_second: bool) -> int:
    """From how many people on a card is listed: the lowest bar at which a list may hold a card at all."""
    bars = range(pick_bar(people), people + 1)
    can_list = (bar for bar in bars if longest(people, picks, bar=bar, is_second=is_second) > 0)
    return next(can_list, pick_bar(people))


def taken_by(beside: Sequence[PicksPicture | Withheld], at: int) -> int:
    lists = (picture for picture in beside if isinstance(picture, PicksPicture))
    return max((picture.labels[at].range.low for picture in lists), default=0)


def _scale(counts: PickCounts, bar: int, taken: int, tells_majority: bool) -> tuple[Label, ...]:
    """What may be told of one card, of which at least `taken` people are known to hold it in another hand."""
    people = counts.people
    if not has_room(counts, taken, bar):
        return (Label("unsaid", Range(0, people)),)
    if tells_majority and bar < majority(people) and has_room(counts, taken, majority(people)):
        return _with_majority(people, bar)
    return _listed_or_not(people, bar)


def has_room(counts: PickCounts, taken: int, low: int) -> bool:
    return taken == 0 or has_slack(taken + low, people=counts.people, insiders=free_people(counts.people))


def _leaves_slack(counts: PickCounts, lows: int) -> bool:
    return has_slack(lows, people=counts.people, insiders=free_people(counts.people), picks=counts.picks)


@cache
def _listed_or_not(people: int, bar: int) -> tuple[Label, ...]:
    return Label("not-listed", Range(0, bar - 1)), Label("listed", Range(bar, people))


@cache
def _with_majority(people: int, bar: int) -> tuple[Label, ...]:
    more = majority(people)
    return (
        Label("not-listed", Range(0, bar - 1)),
        Label("listed", Range(bar, more - 1)),
        Label("more-than-half", Range(more, people)),
    )
