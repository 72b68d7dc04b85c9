"""A sort: what more than half put on top, what more than half put at the bottom, and never the rest.

The two lists are two hands of cards that nobody can hold twice: what somebody put on top is not at the bottom. So what
one list tells of a card is told of the other zone as well, and three things have slack: each list; the silence about a
bottom list that is too long (beside a top list that is too long there is none); and what is left over for cards that
stand in no list, since whoever sorts fills both zones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from goedwerk_analysis.counts import PickCounts, SortCounts
from goedwerk_analysis.disclosure.picks import tells_too_much
from goedwerk_analysis.disclosure.rounds import Earlier, group_changed
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP, longest_list, longest_second_list, majority
from goedwerk_analysis.released import Label, PicksPicture, Range, SortPicture, Withheld


def release_sort(counts: SortCounts, *, earlier: Sequence[Earlier] = ()) -> SortPicture | Withheld:
    """List the cards that more than half put in the top zone, and those that more than half put in the bottom zone.

    When the same cards were sorted and shown before and somebody came or went since, there are no second lists.
    """
    if not shows_top(counts.people, len(counts.cards), _zones(counts)):
        return Withheld("few")
    if group_changed(earlier):
        return Withheld("changed-group")
    top = _list_of(counts.top, longest_list)
    return SortPicture(counts.people, top, _bottom_beside(top, counts))


NOT_SHOWN = Withheld("few")
"""Too few people for two lists of zones as large as these."""


def shows_top(people: int, cards: int, zones: tuple[int, int]) -> bool:
    """From five people on; from six when a zone holds more than two fifths of the cards."""
    return people >= SMALLEST_GROUP + (5 * max(zones) > 2 * cards)


def shows_bottom(people: int, cards: int, zones: tuple[int, int]) -> bool:
    """When the longest list of one zone leaves room in the other one.

    A card that is not listed lies in a zone of less than half of the people. Whoever sorts has to fill the zone all the
    same: if the zones are large, with cards of which the list says that they lie elsewhere.
    """
    longest = [longest_list(people, bar=majority(people), picks=zone) for zone in zones]
    room = [
        room_beside(most, people=people, cards=cards, zones=each)
        for most, each in zip(longest, (zones, zones[::-1]), strict=True)
    ]
    # Without a place left over, somebody else may still have skipped, unless the list is longer than a zone.
    return min(room) >= (1 if max(longest) > min(zones) else 0)


def room_beside(listed: int, *, people: int, cards: int, zones: tuple[int, int]) -> int:
    """How many places are left over in the second zone, when as many cards as this are listed of the first.

    All others of a participant fill it: with each card that is not listed, as many of them as make no majority; with a
    listed one, those who did not put it in the first zone. Whoever looks leaves them the least with cards of their own
    that are not listed: one place less for each of those in the second zone.
    """
    more, (own_first, own_second) = majority(people), zones
    own = min(own_second, cards - listed - own_first)
    return (more - 1) * cards - (2 * more - people) * listed - own - own_second * (people - 1)


def _zones(counts: SortCounts) -> tuple[int, int]:
    return counts.top.picks, counts.bottom.picks


def _bottom_beside(top: PicksPicture | Withheld, counts: SortCounts) -> PicksPicture | Withheld:
    if not shows_bottom(counts.people, len(counts.cards), _zones(counts)):
        return NOT_SHOWN
    return Withheld("beside") if tells_too_much([top]) else _list_of(counts.bottom, longest_second_list)


def _list_of(zone: PickCounts, longest: Callable[..., int]) -> PicksPicture | Withheld:
    people, more = zone.people, majority(zone.people)
    if sum(count >= more for count in zone.counts) > longest(people, bar=more, picks=zone.picks):
        return Withheld("spread")
    yes, no = Label("more-than-half", Range(more, people)), Label("not-listed", Range(0, more - 1))
    labels = tuple(yes if count >= more else no for count in zone.counts)
    return PicksPicture(people, zone.picks, more, zone.cards, labels)
