"""What two hands of picked cards tell beside each other, exactly, for decks and groups of any size.

Nobody has to pick; nobody holds a card twice. So any numbers of people per card and hand can be dealt over the people
when no hand is full to overflowing, and no card is held by more people than there are. A list too long to show says
that so many cards reached the bar, whichever they are.
"""

from dataclasses import dataclass, replace
from itertools import product

from goedwerk_analysis.counts import PickCounts
from goedwerk_analysis.disclosure import picks, release_picks
from goedwerk_analysis.disclosure.thresholds import majority
from goedwerk_analysis.released import PicksPicture, Withheld

PICKED, GIVEN_UP = 0, 1


def deck_of(cards):
    return tuple(f"card {at}" for at in range(cards))


def every_pair(people, cards, sizes):
    """Every pair of lists that the gate can draw, the listed cards in front: no other cards tell anything else."""
    bar = picks.bar_of(people, sizes[PICKED], is_second=False)
    for listed, high in product(range(min(cards, sizes[PICKED] * people // bar) + 1), repeat=2):
        counts = (majority(people),) * high + (bar,) * (listed - high)
        if high <= listed and sum(counts) <= sizes[PICKED] * people:
            first = draw(counts, people, cards, sizes[PICKED], ())
            yield from ((first, second) for second in every_second(first, people, cards, sizes[GIVEN_UP]))


def every_second(first, people, cards, size):
    bar = picks.bar_of(people, size, is_second=True)
    known = len(first.listed) if isinstance(first, PicksPicture) else 0
    most = size * people // bar
    pairs = product(range(min(known, most) + 1), range(min(cards - known, most) + 1))
    rows = ((bar,) * both + (0,) * (known - both) + (bar,) * others for both, others in pairs if both + others <= most)
    return dict.fromkeys(draw(row, people, cards, size, (first,)) for row in rows)


def draw(front, people, cards, size, beside):
    counts = (*front, *[0] * (cards - len(front)))
    return release_picks(PickCounts(deck_of(cards), counts, people, size), beside=beside)


@dataclass(frozen=True)
class Card:
    """How many of the others may hold a card: in each hand, and in all."""

    low: tuple[int, int]
    high: tuple[int, int]
    most: int
    own: tuple[int, int] = (0, 0)
    may_be_long: tuple[bool, bool] = (True, True)

    def raised(self, hand, low):
        return replace(self, low=tuple(max(each, low) if at == hand else each for at, each in enumerate(self.low)))

    @property
    def is_possible(self):
        return sum(self.low) <= self.most and all(low <= high for low, high in zip(self.low, self.high, strict=True))

    @property
    def most_picked(self):
        return min(self.high[PICKED], self.most - self.low[GIVEN_UP])


class Beside:
    """One pair of lists, as a participant with a hand sees it, somebody who skipped, or an outsider."""

    def __init__(self, lists, people, cards, sizes, *, insiders, hand=()):
        self.lists, self.sizes, self.people = lists, sizes, people
        self.others = people - insiders
        self.cards = [self.card(at, hand) for at in range(cards)]

    def card(self, at, hand):
        own = tuple(int((which, at) in hand) for which in (PICKED, GIVEN_UP))
        ranges = [each.labels[at].range if isinstance(each, PicksPicture) else None for each in self.lists]
        low = tuple(max(0, each.low - mine) if each else 0 for each, mine in zip(ranges, own, strict=True))
        high = tuple(
            min(self.others, each.high - mine) if each else self.others for each, mine in zip(ranges, own, strict=True)
        )
        return Card(low, high, self.others, own, (True, self.has_room(at)))

    def has_room(self, at):
        """Cards left out of the second list do not make it too long."""
        taken, size = picks.taken_by([self.lists[PICKED]], at), self.sizes[GIVEN_UP]
        bar = picks.bar_of(self.people, size, is_second=True)
        return picks.has_room(PickCounts((), (), self.people, size), taken, bar)

    def is_certain(self):
        """Whether all others, or none of them, held some card in a hand, or in one hand or the other."""
        return self.fits(self.cards) and any(not self.is_open(at) for at in self.one_of_each())

    def one_of_each(self):
        return {card: at for at, card in enumerate(self.cards)}.values()

    def is_open(self, at):
        card = self.cards[at]
        holding = [self.fits_with(at, card.raised(hand, 1)) for hand in (PICKED, GIVEN_UP)]
        fewer = [replace(card, high=(min(card.high[0], self.others - 1), card.high[1]))]
        fewer += [replace(card, high=(card.high[0], min(card.high[1], self.others - 1)))]
        fewer += [replace(card, most=self.others - 1)]
        return all(holding) and all(self.fits_with(at, each) for each in fewer)

    def fits_with(self, at, card):
        return self.fits([*self.cards[:at], card, *self.cards[at + 1 :]])

    def fits(self, cards):
        for hand in (PICKED, GIVEN_UP):
            if self.lists[hand] == Withheld("spread"):
                cards = self.made_too_long(cards, hand)
        if not all(card.is_possible for card in cards):
            return False
        picked, given_up = (sum(card.low[hand] for card in cards) for hand in (PICKED, GIVEN_UP))
        can_pick = min(self.sizes[PICKED] * self.others, sum(card.most_picked for card in cards))
        # Whoever gives something up also picks something.
        return picked <= can_pick and given_up <= min(self.sizes[GIVEN_UP] * self.others, can_pick)

    def made_too_long(self, cards, hand):
        """The cards that cost the others least reach the bar; none possible, when there are not enough."""
        is_second = hand == GIVEN_UP
        bar = picks.bar_of(self.people, self.sizes[hand], is_second=is_second)
        wanted = picks.longest(self.people, self.sizes[hand], bar=bar, is_second=is_second) + 1
        higher = [card.raised(hand, bar - card.own[hand]) for card in cards]
        can = [at for at, card in enumerate(higher) if card.is_possible and card.may_be_long[hand]]
        can.sort(key=lambda at: higher[at].low[hand] - cards[at].low[hand])
        if len(can) < wanted:
            return [Card((1, 1), (0, 0), 0)]
        return [higher[at] if at in can[:wanted] else card for at, card in enumerate(cards)]


def exposing_pairs(people, cards, sizes):
    """The pairs of lists beside which an outsider or one participant is certain of everybody else."""
    for lists in every_pair(people, cards, sizes):
        views = [Beside(lists, people, cards, sizes, insiders=0), Beside(lists, people, cards, sizes, insiders=1)]
        own = (Beside(lists, people, cards, sizes, insiders=1, hand=hand) for hand in own_hands(lists, cards, sizes))
        if any(view.is_certain() for view in (*views, *own)):
            yield lists


def own_hands(lists, cards, sizes):
    """One hand for each way to take cards from those that look alike; whoever gives up a card picked one."""
    kinds = list(alike(lists, cards))
    for one, two in product(ways(kinds, range(1, sizes[PICKED] + 1)), ways(kinds, range(sizes[GIVEN_UP] + 1))):
        if all(picked + given <= len(kind) for picked, given, kind in zip(one, two, kinds, strict=True)):
            yield frozenset(
                (hand, card)
                for picked, given, kind in zip(one, two, kinds, strict=True)
                for hand, held in ((PICKED, kind[:picked]), (GIVEN_UP, kind[picked : picked + given]))
                for card in held
            )


def ways(kinds, sizes):
    return [
        taken for taken in product(*(range(min(len(kind), max(sizes)) + 1) for kind in kinds)) if sum(taken) in sizes
    ]


def alike(lists, cards):
    kinds = {}
    for at in range(cards):
        labels = tuple(each.labels[at] if isinstance(each, PicksPicture) else None for each in lists)
        kinds.setdefault(labels, []).append(at)
    return kinds.values()
