"""The attack on a list of picked cards: did somebody pick a card for certain, or for certain not?

Cards with the same label are alike, so one card of each label, and one hand for each way to take cards from the
labels, stand for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from goedwerk_analysis.disclosure.programme import Cells, Programme
from goedwerk_analysis.released import PicksPicture


def exposing_picks(picture: PicksPicture) -> Iterator[tuple[str, str]]:
    """What is certain of everybody else, and to whom: an outsider, or a participant with a hand of cards."""
    everybody = _Deck(picture, frozenset(), insiders=0)
    hands = (_Deck(picture, hand, insiders=1) for hand in _hands(picture))
    for deck in (everybody, *hands):
        yield from ((known, deck.to) for known in deck.certain())


class _Deck:
    """For each card a cell of those who picked it, and further on, in the same order, of those who did not."""

    def __init__(self, picture: PicksPicture, hand: frozenset[int], *, insiders: int) -> None:
        self.picture, self.number, self.insiders = picture, len(picture.cards), insiders
        picked = np.array([card in hand for card in range(self.number)], dtype=np.int64)
        self.own = np.r_[picked, insiders - picked]
        self.to = f"somebody who picked {sorted(picture.cards[card] for card in hand)}" if insiders else "an outsider"
        self.programme = self._programme(len(hand))

    def certain(self) -> Iterator[str]:
        nothing = np.zeros(2 * self.number, dtype=bool)
        if self.programme.fewest(nothing, at_least=self.own) is None:
            return
        for card in _one_of_each(self.picture, self.own):
            if self._all_others_in(card):
                yield f"picked {self.picture.cards[card]}"
            if self._all_others_in(self.number + card):
                yield f"did not pick {self.picture.cards[card]}"

    def _all_others_in(self, cell: int) -> bool:
        world = self.programme.fewest(np.arange(2 * self.number) == cell, at_least=self.own)
        return int(world[cell] - self.own[cell]) == self.picture.people - self.insiders

    def _programme(self, own_picks: int) -> Programme:
        picture, programme = self.picture, Programme(2 * self.number)
        for card, label in enumerate(picture.labels):
            programme.between([card, self.number + card], picture.people, picture.people)
            programme.between([card], label.range.low, label.range.high)
        # At most: whoever skipped picked nothing, and nobody knows who did.
        programme.between(range(self.number), 0, picture.picks * (picture.people - self.insiders) + own_picks)
        return programme


def _hands(picture: PicksPicture) -> Iterator[frozenset[int]]:
    kinds = _kinds(picture)
    for taken in product(*(range(min(len(cards), picture.picks) + 1) for cards in kinds)):
        if sum(taken) <= picture.picks:
            yield frozenset(card for cards, many in zip(kinds, taken, strict=True) for card in cards[:many])


def _one_of_each(picture: PicksPicture, own: Cells) -> Iterator[int]:
    for cards in _kinds(picture):
        yield from {own[card]: card for card in cards}.values()


def _kinds(picture: PicksPicture) -> list[list[int]]:
    labels = dict.fromkeys(picture.labels)
    return [[card for card, own in enumerate(picture.labels) if own == label] for label in labels]
