"""The attack on the two lists of a sort, both at once.

Whoever sorted holds a fixed number of cards in each zone, and none in both. Any numbers of people per card and zone
that add up can be dealt over the people so (König: a bipartite graph whose vertices all have one degree falls apart
into matchings). So another world is a row of numbers; such numbers exist within ranges when a few sums fit (a flow).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from goedwerk_analysis.disclosure.thresholds import longest_list, longest_second_list
from goedwerk_analysis.released import PicksPicture, SortPicture, Withheld

Pair = tuple[int, int]
Kind = tuple[bool | None, bool | None, str]
"""Of cards alike: whether the top list and the bottom list hold them (None: no list), and the zone of the own hand."""
ZONES = ("top", "bottom")
WHERE = ("in the top zone", "in the bottom zone", "in one zone or the other")


@dataclass(frozen=True)
class Stack:
    """Cards alike; `reached` is the zone in which they are among those that made a list too long."""

    kind: Kind
    many: int
    is_target: bool = False
    reached: int | None = None


@dataclass(frozen=True)
class Cards:
    """So many cards alike, with how many of the others may hold each of them on top, at the bottom, and in all."""

    many: int
    top: Pair
    bottom: Pair
    most: int

    def within(self, people: int) -> Cards:
        """With so many people who sorted; a range without numbers when it cannot be."""
        most = min(self.most, people)
        top = (self.top[0], min(self.top[1], most - self.bottom[0]))
        return Cards(self.many, top, (self.bottom[0], min(self.bottom[1], most - self.top[0])), most)


@dataclass(frozen=True)
class Lists:
    """What two lists tell. `listed` counts the cards in each, None for no list; `too_long` how many more than fit."""

    people: int
    cards: int
    zones: Pair
    bar: int
    listed: tuple[int | None, int | None]
    too_long: Pair = (0, 0)

    @classmethod
    def of(cls, picture: SortPicture) -> Lists | None:
        """None when neither list is shown. A zone that is not shown is taken to be as large as the other."""
        lists = (picture.top, picture.bottom)
        shown = [each for each in lists if isinstance(each, PicksPicture)]
        if not shown:
            return None
        zones = tuple(each.picks if each in shown else shown[0].picks for each in lists)
        listed = tuple(len(each.listed) if each in shown else None for each in lists)
        is_silent = [each == Withheld("spread") for each in lists]
        return cls(picture.people, len(shown[0].cards), zones, shown[0].at_least, listed).silent(*is_silent)

    def silent(self, *is_silent: bool) -> Lists:
        """The same, where these lists were too long."""
        longest = zip((longest_list, longest_second_list), self.zones, is_silent, strict=True)
        too_long = tuple(silent * (most(self.people, bar=self.bar, picks=picks) + 1) for most, picks, silent in longest)
        return replace(self, too_long=too_long)


def exposing_sort(picture: SortPicture) -> Iterator[tuple[str, str]]:
    """What is certain of everybody else, and to whom: an outsider, or a participant with a hand of cards."""
    lists = Lists.of(picture)
    if lists is not None:
        yield from exposing_lists(lists)


def exposing_lists(lists: Lists, *, every_hand: bool = False) -> Iterator[tuple[str, str]]:
    """Own hands that help most hold as few of the listed cards as can be, or one more; all with `every_hand`."""
    yield from (("somebody", f"an outsider, {known}") for known in View(lists, {}, insiders=0).certain())
    for hand in [{}, *hands_of(lists, every_hand=every_hand)]:
        yield from ((known, f"a participant with {hand}") for known in View(lists, hand, insiders=1).certain())


Hand = dict[tuple[bool | None, bool | None], Pair]
"""How many cards of each pair of labels somebody holds on top, and at the bottom."""


def hands_of(lists: Lists, *, every_hand: bool) -> Iterator[Hand]:
    labels = labelled(lists)
    tops = dealt(lists.zones[0], list(labels.values()), every_hand=every_hand)
    for top in tops:
        left = [many - held for many, held in zip(labels.values(), top, strict=True)]
        for bottom in dealt(lists.zones[1], left, every_hand=every_hand):
            yield dict(zip(labels, zip(top, bottom, strict=True), strict=True))


def labelled(lists: Lists) -> dict[tuple[bool | None, bool | None], int]:
    """How many cards have each pair of labels: in the top list, in the bottom list, or in none."""
    top, bottom = lists.listed
    rest = tuple(None if many is None else False for many in lists.listed)
    found = {(True, rest[1]): top or 0, (rest[0], True): bottom or 0}
    return {labels: many for labels, many in {**found, rest: lists.cards - sum(found.values())}.items() if many}


def dealt(cards: int, kinds: Sequence[int], *, every_hand: bool) -> Iterator[tuple[int, ...]]:
    """Ways to take so many cards from the kinds; the last kind, of cards in no list, makes up the number."""
    fewest = max(0, cards - kinds[-1])
    for taken in product(*(range(min(cards, many) + 1) for many in kinds[:-1])):
        listed = sum(taken)
        few = (
            listed <= fewest + 1 and sum(held not in (0, 1, many) for held, many in zip(taken, kinds, strict=False)) < 2
        )
        if fewest <= listed <= cards and (every_hand or few):
            yield (*taken, cards - listed)


class View:
    """What one participant with a hand, somebody who skipped, or an outsider sees of the others."""

    def __init__(self, lists: Lists, hand: Hand, *, insiders: int) -> None:
        self.lists, self.others = lists, lists.people - insiders
        self.kinds = dict(self._kinds_of(hand))

    def _kinds_of(self, hand: Hand) -> Iterator[tuple[Kind, int]]:
        for labels, many in labelled(self.lists).items():
            top, bottom = hand.get(labels, (0, 0))
            owned = {"top": top, "bottom": bottom, "": many - top - bottom}
            yield from (((*labels, own), number) for own, number in owned.items() if number)

    def certain(self) -> Iterator[str]:
        if not self.is_possible():
            return
        for kind in self.kinds:
            yield from (f"nobody else put {kind} {where}" for where in self._known(self._can_hold(kind)))
            yield from (f"everybody else put {kind} {where}" for where in self._known(self._can_do_without(kind)))

    def _can_hold(self, kind: Kind) -> list[bool]:
        zones = [self.is_possible(kind, top=(1, self.others)), self.is_possible(kind, bottom=(1, self.others))]
        return [*zones, any(zones)]

    def _can_do_without(self, kind: Kind) -> list[bool]:
        fewer = (0, self.others - 1)
        # Where both zones take every card, holding one in either is no more than taking part.
        either = sum(self.lists.zones) == self.lists.cards or self.is_possible(kind, most=self.others - 1)
        return [self.is_possible(kind, top=fewer), self.is_possible(kind, bottom=fewer), either]

    def _known(self, possible: Sequence[bool]) -> list[str]:
        return [where for where, can in zip(WHERE, possible, strict=True) if not can]

    def is_possible(self, target: Kind | None = None, **how: int | Pair) -> bool:
        """Whether a world fits in which one card of this kind is held so."""
        stacks = [Stack(kind, many - (kind == target)) for kind, many in self.kinds.items()]
        stacks += [Stack(target, 1, is_target=True)] if target else []
        reached = (self._reached(stacks, target_first=first) for first in (False, True))
        return any(self._fits([self._cards_of(stack, how) for stack in each]) for each in reached if each)

    def _reached(self, stacks: Sequence[Stack], *, target_first: bool) -> list[Stack] | None:
        """Choose the cards of a list that was too long; those of the own hand first, which need fewer of the others."""
        left, chosen = list(stacks), []
        for zone, wanted in enumerate(self.lists.too_long):
            left.sort(key=lambda stack: (stack.is_target != target_first, stack.kind[2] != ZONES[zone]))
            for at, stack in enumerate(left):
                taken = 0 if stack.kind[1 - zone] else min(stack.many, wanted)
                chosen.append(replace(stack, many=taken, reached=zone))
                left[at], wanted = replace(stack, many=stack.many - taken), wanted - taken
            if wanted:
                return None
        return [stack for stack in (*chosen, *left) if stack.many]

    def _cards_of(self, stack: Stack, how: Mapping[str, Any]) -> Cards:
        top, bottom, most = self._range(stack, 0), self._range(stack, 1), self.others
        if stack.is_target:
            top, bottom = narrowed(top, how.get("top", top)), narrowed(bottom, how.get("bottom", bottom))
            most = how.get("most", most)
        return Cards(stack.many, top, bottom, most)

    def _range(self, stack: Stack, zone: int) -> Pair:
        own, listed = int(stack.kind[2] == ZONES[zone]), stack.kind[zone]
        if listed or stack.reached == zone:
            return self.lists.bar - own, self.others
        return (0, self.others) if listed is None else (0, self.lists.bar - 1 - own)

    def _fits(self, cards: Sequence[Cards]) -> bool:
        """With some number of others who sorted, and the rest who skipped."""
        return any(
            self._add_up([each.within(people) for each in cards], people) for people in range(self.others, -1, -1)
        )

    def _add_up(self, cards: Sequence[Cards], people: int) -> bool:
        if any(low > high for each in cards for low, high in (each.top, each.bottom)):
            return False
        on_top, below = (picks * people for picks in self.lists.zones)
        low_top, low_bottom = (sum(each.many * span[0] for each, span in pairs) for pairs in spans(cards))
        high_top, high_bottom = (sum(each.many * span[1] for each, span in pairs) for pairs in spans(cards))
        most = sum(each.many * min(each.most, each.top[1] + each.bottom[1]) for each in cards)
        return low_top <= on_top <= high_top and low_bottom <= below <= high_bottom and on_top + below <= most


def spans(cards: Sequence[Cards]) -> Iterator[list[tuple[Cards, Pair]]]:
    yield [(each, each.top) for each in cards]
    yield [(each, each.bottom) for each in cards]


def narrowed(one: Pair, other: Pair) -> Pair:
    return max(one[0], other[0]), min(one[1], other[1])
