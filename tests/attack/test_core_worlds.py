"""The core over classes exposes nobody for certain: beside every picture there is a world where somebody did otherwise.

Whoever changes places with somebody of the same class changes nothing in the picture. So only what is true of a whole
class could be certain of one of its people, or of all but one to that one. For each picture another world is laid out:
most people put the told cards high, but two people of the smallest class do not; all other cards lie anywhere.
"""

from __future__ import annotations

import numpy as np
import pytest

from goedwerk.values.comparing import classes_by, find_core, people_of
from goedwerk_analysis.disclosure import release_core
from goedwerk_analysis.simulation import DECKS
from goedwerk_analysis.sorts_shown import CorePicture

SIZES = [(5, 35), (5, 5, 30), (9, 31), (10, 30), (20, 20), (5, 395), (40, 40, 120)]
NAMES = ("manager", "employee", "executive")
# How many of the larger classes put the told cards high: where few groups differ, a small one is believed less.
SHARES = (1.0, 0.9, 0.8, 0.7)


def world(sizes, cards, told, *, without, share):
    """Sorts of everybody; the first `without` people of the first class do not put the first told card high."""
    random, deck = np.random.default_rng(sum(sizes)), DECKS[cards]
    rows = []
    for person in range(sum(sizes)):
        low = person < without if person < sizes[0] else random.random() > share
        rows.append(laid(random, deck, told[1:] if low else told, [told[0]] if low else []))
    return np.stack(rows)


def laid(random, deck, high, low):
    """These cards high, those not, and all others anywhere."""
    places = {True: list(random.permutation(deck[deck >= 1])), False: list(random.permutation(deck[deck < 1]))}
    row = np.empty(len(deck))
    for card in [*high, *low]:
        row[card] = places[card in high].pop()
    others = [card for card in range(len(deck)) if card not in (*high, *low)]
    row[others] = random.permutation([*places[True], *places[False]])
    return row


def picture_of(sizes, positions):
    names = tuple(f"c{card}" for card in range(positions.shape[1]))
    answers = [dict(zip(names, row, strict=True)) for row in positions.astype(int).tolist()]
    roles = [{"role": name} for name, size in zip(NAMES, sizes, strict=False) for _person in range(size)]
    people = people_of(names, answers, roles)
    return release_core(find_core(names, people, classes_by(people)("role")))


@pytest.mark.parametrize("cards", [16, 36])
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_of_a_told_card_two_people_of_the_smallest_class_may_not_have_put_it_high(sizes, cards):
    most = min(max(1, min(sizes) // 10), (DECKS[cards] >= 1).sum() - 1)
    told = list(range(most))
    unanimous = picture_of(sizes, world(sizes, cards, told, without=0, share=1.0))

    others = [picture_of(sizes, world(sizes, cards, told, without=2, share=share)) for share in SHARES]

    assert isinstance(unanimous, CorePicture)
    assert unanimous.cards == tuple(f"c{card}" for card in told)
    assert unanimous in others


@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_of_a_card_that_is_not_told_anybody_may_have_put_it_high(sizes):
    """Where no card is told, people lie anywhere; one person more with any card high changes nothing."""
    positions = np.stack([np.roll(DECKS[36], 7 * person) for person in range(sum(sizes))])
    nothing = picture_of(sizes, positions)

    for card in range(0, 36, 3):
        other = positions.copy()
        top = int(other[0].argmax())
        other[0, [card, top]] = other[0, [top, card]]
        assert picture_of(sizes, other) == nothing

    assert nothing.cards == ()
