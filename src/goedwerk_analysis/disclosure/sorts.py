"""A sort: what more than half put on top, what more than half put at the bottom, and never the rest.

The two lists are two hands of cards that nobody can hold twice: what somebody put on top is not at the bottom. So what
one list tells of a card is told of the other zone as well, and three things have slack: each list; the silence about a
list that is too long; and what is left over for cards that stand in no list, since whoever sorts fills both zones.
"""

from __future__ import annotations

from collections.abc import Sequence

from goedwerk_analysis.counts import PickCounts, SortCounts
from goedwerk_analysis.disclosure.rounds import Earlier, group_changed
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP, longest_list, majority
from goedwerk_analysis.released import Label, PicksPicture, Range, SortPicture, Withheld


def release_sort(counts: SortCounts, *, earlier: Sequence[Earlier] = ()) -> SortPicture | Withheld:
    """List the cards that more than half put in the top zone, and those that more than half put in the bottom zone.

    When the same cards were sorted and shown before and somebody came or went since, there are no second lists.
    """
    if not shows_top(counts.people, len(counts.cards), _zones(counts)):
        return Withheld("few")
    if group_changed(earlier):
        return Withheld("changed-group")
    bottom = _list_of(counts.bottom) if shows_bottom(counts.people, len(counts.cards), _zones(counts)) else NOT_SHOWN
    return SortPicture(counts.people, _list_of(counts.top), bottom)


NOT_SHOWN = Withheld("few")
"""Too few people for two lists of zones as large as these."""


def shows_top(people: int, cards: int, zones: tuple[int, int]) -> bool:
    """From five people on; from six when a zone holds more than two fifths of the cards."""
    return people >= SMALLEST_GROUP + (5 * max(zones) > 2 * cards)


def shows_bottom(people: int, cards: int, zones: tuple[int, int]) -> bool:
    """When the zones leave room for the cards that nobody lists.

    A card that is not listed lies in a zone of less than half of the people. Whoever sorts has to fill the zone all the
    same: if the zones are large, with cards of which the lists say that they lie elsewhere.
    """
    third = 3 * max(zones) <= cards
    two_fifths = 5 * max(zones) <= 2 * cards
    return third or (two_fifths and people > SMALLEST_GROUP)


def _zones(counts: SortCounts) -> tuple[int, int]:
    return counts.top.picks, counts.bottom.picks


def _list_of(zone: PickCounts) -> PicksPicture | Withheld:
    people, more = zone.people, majority(zone.people)
    if sum(count >= more for count in zone.counts) > longest_list(people, bar=more, picks=zone.picks):
        return Withheld("spread")
    yes, no = Label("more-than-half", Range(more, people)), Label("not-listed", Range(0, more - 1))
    labels = tuple(yes if count >= more else no for count in zone.counts)
    return PicksPicture(people, zone.picks, more, zone.cards, labels)
