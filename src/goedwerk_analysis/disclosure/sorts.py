"""A sort: what more than half put on top, what more than half put at the bottom, and never the rest.

The two lists are two hands of cards. A card in both is impossible, since more than half cannot do two things at once;
so each list has its own slack, and whoever is free in one of them is free in the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from goedwerk_analysis.counts import PickCounts, SortCounts
from goedwerk_analysis.disclosure.rounds import Earlier, group_changed
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP, free_people, has_slack, majority
from goedwerk_analysis.released import Label, PicksPicture, Range, SortPicture, Withheld


def release_sort(counts: SortCounts, *, earlier: Sequence[Earlier] = ()) -> SortPicture | Withheld:
    """List the cards that more than half put in the top zone, and those that more than half put in the bottom zone.

    When the same cards were sorted and shown before and somebody came or went since, there are no second lists.
    """
    if counts.people < SMALLEST_GROUP:
        return Withheld("few")
    if group_changed(earlier):
        return Withheld("changed-group")
    return SortPicture(counts.people, _list_of(counts.top), _list_of(counts.bottom))


def _list_of(zone: PickCounts) -> PicksPicture | Withheld:
    people, more = zone.people, majority(zone.people)
    lows = more * sum(count >= more for count in zone.counts)
    if not has_slack(lows, people=people, insiders=free_people(people), picks=zone.picks):
        return Withheld("spread")
    yes, no = Label("more-than-half", Range(more, people)), Label("not-listed", Range(0, more - 1))
    labels = tuple(yes if count >= more else no for count in zone.counts)
    return PicksPicture(people, zone.picks, more, zone.cards, labels)
