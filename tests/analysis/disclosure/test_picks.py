"""Cards picked from a deck: what the list tells, and an attack on every way to pick from small decks."""

from functools import cache
from itertools import combinations

import numpy as np
import pytest

from goedwerk_analysis.counts import PickCounts
from goedwerk_analysis.disclosure import audit, picks, release_picks
from goedwerk_analysis.released import Label, Range, Withheld

DECKS = [(n, cards, 1) for n in (5, 6, 7, 9, 12) for cards in (2, 3, 4)] + [
    (n, cards, 2) for n in (5, 6, 7, 8, 11, 12, 14) for cards in (3, 4)
]


def counts(*of_each, people, hand=3):
    return PickCounts(tuple(f"card {at}" for at in range(len(of_each))), of_each, people, hand)


@cache
def decks(people, cards, hand):
    """Every count vector of a deck: nobody has to pick, so any sum up to everybody's full hand occurs."""
    grid = np.indices((people + 1,) * cards).reshape(cards, -1).T
    return grid[grid.sum(axis=1) <= hand * people]


def certain_of_somebody(people, cards, hand):
    """Decks in which an outsider or a participant is certain that all others picked a card, or that none did."""
    rows = decks(people, cards, hand)
    shown = [release_picks(counts(*map(int, row), people=people, hand=hand)) for row in rows]
    number = {each: at for at, each in enumerate(dict.fromkeys(shown))}
    looks = np.array([number[each] for each in shown])
    hit = [
        at
        for at in number.values()
        for own, insiders in hands(cards, hand)
        if is_certain(others_of(rows[looks == at], own, people - insiders, hand), people - insiders)
    ]
    return len(set(hit)), len(number)


def hands(cards, hand):
    yield np.zeros(cards, dtype=int), 0
    for size in range(hand + 1):
        for held in combinations(range(cards), size):
            yield np.isin(np.arange(cards), held).astype(int), 1


def others_of(rows, own, others, hand):
    left = rows - own
    return left[(left >= 0).all(axis=1) & (left <= others).all(axis=1) & (left.sum(axis=1) <= hand * others)]


def is_certain(left, others):
    return len(left) > 0 and bool((left.min(axis=0) == others).any() or (left.max(axis=0) == 0).any())


@pytest.mark.parametrize(("people", "cards", "hand"), DECKS)
def test_no_list_of_cards_makes_anybody_alone_certain(people, cards, hand):
    exposing, _ = certain_of_somebody(people, cards, hand)

    assert exposing == 0


def test_without_slack_a_list_of_cards_proves_that_nobody_picked_the_rest(monkeypatch):
    monkeypatch.setattr(picks, "longest_list", lambda *_args, **_kwargs: 3)

    exposing, _ = certain_of_somebody(6, 3, 1)

    assert exposing > 0


def test_with_a_bar_of_one_a_list_of_cards_exposes(monkeypatch):
    monkeypatch.setattr(picks, "pick_bar", lambda _people: 1)

    exposing, _ = certain_of_somebody(5, 3, 1)

    assert exposing > 0


def test_fewer_than_five_people_get_no_list():
    assert release_picks(counts(4, 4, 0, people=4)) == Withheld("few")


@pytest.mark.parametrize(("people", "bar"), [(5, 3), (6, 3), (7, 4), (11, 4), (12, 4), (60, 4)])
def test_a_card_is_listed_from_the_bar_of_its_group_size(people, bar):
    picture = release_picks(counts(bar, bar - 1, 0, people=people))

    assert (picture.listed, picture.at_least) == (("card 0",), bar)
    assert picture.labels[1].range == Range(0, bar - 1)


def test_the_list_keeps_the_order_of_the_deck():
    assert release_picks(counts(4, 0, 9, 5, people=10)).listed == ("card 0", "card 2", "card 3")


def test_from_twelve_people_on_a_card_may_have_more_than_half():
    picture = release_picks(counts(7, 4, 6, 0, people=12))

    assert (picture.listed, picture.with_majority) == (("card 0", "card 1", "card 2"), ("card 0",))


def test_eleven_people_do_not_learn_which_card_more_than_half_picked():
    assert release_picks(counts(11, 4, 0, people=11)).with_majority == ()


def test_too_many_listed_cards_are_many_values_without_a_clear_front():
    assert release_picks(counts(4, 4, 4, 4, people=7)) == Withheld("spread")


def test_whether_majorities_are_told_follows_from_the_length_of_the_list():
    few, many = counts(7, 4, 0, 0, people=12, hand=2), counts(7, 4, 4, 0, people=12, hand=2)

    assert release_picks(few).with_majority == ("card 0",)
    assert release_picks(many).with_majority == ()
    assert {label.range for label in release_picks(many).labels} == {Range(0, 3), Range(4, 12)}


def test_majorities_dropped_for_want_of_slack_would_expose(monkeypatch):
    """The reason for the rule above: "no majorities told" must not mean "the majorities were too large"."""

    def told_when_they_fit(counts, lows):
        listed = [count for count in counts.counts if count >= 4]
        if lows == 7 * len(listed):
            lows = sum(7 if count >= 7 else 4 for count in listed)
        return lows <= counts.picks * (counts.people - 2) - 1

    monkeypatch.setattr(picks, "_leaves_slack", told_when_they_fit)

    exposing, _ = certain_of_somebody(12, 3, 1)

    assert exposing > 0


@pytest.mark.parametrize(
    "released",
    [
        release_picks(counts(4, 3, 3, 1, 0, 0, 0, 0, people=6)),
        release_picks(counts(9, 8, 4, 2, 1, 0, 0, 0, people=14)),
        release_picks(counts(7, 7, 4, 4, 0, people=12, hand=2)),
    ],
)
def test_the_audit_finds_nobody_in_lists_of_cards(released):
    assert audit(released).is_safe


def two_hands(people, picked, given_up):
    """What weighed most, and beside it what had to give way, of three cards."""
    first = release_picks(counts(*picked, people=people))
    return first, release_picks(counts(*given_up, people=people, hand=1), beside=[first])


@pytest.mark.parametrize(("people", "bar"), [(6, 3), (8, 4)])
def test_a_card_is_not_listed_in_two_hands_that_together_hold_everybody(people, bar):
    picked, given_up = two_hands(people, (bar, 0, 0), (bar, 1, 0))

    assert picked.listed == ("card 0",)
    assert given_up.listed == ()
    assert given_up.labels[0] == Label("unsaid", Range(0, people))


def test_a_majority_in_one_hand_keeps_the_card_out_of_the_other():
    picked, given_up = two_hands(12, (7, 0, 0), (5, 5, 0))

    assert picked.with_majority == ("card 0",)
    assert given_up.listed == ("card 1",)


def test_with_more_people_a_card_can_be_listed_in_both_hands():
    picked, given_up = two_hands(18, (5, 0, 0), (5, 1, 0))

    assert picked.listed == given_up.listed == ("card 0",)


@pytest.mark.parametrize("people", range(5, 41))
@pytest.mark.parametrize("hand", [1, 2, 3, 5])
def test_silence_about_a_second_hand_leaves_others_a_card_to_hold(people, hand):
    bar = picks.bar_of(people, hand, is_second=True)
    longest = picks.longest_second_list(people, bar=bar, picks=hand)

    assert longest > 0
    assert bar * (longest + 1) > hand * people or bar * (longest + 1) < hand * (people - 1)


@pytest.mark.parametrize(("people", "bar"), [(5, 3), (6, 4), (7, 4), (8, 5), (9, 5), (10, 4), (12, 4)])
def test_of_one_card_each_the_bar_of_a_second_hand_is_where_a_list_can_hold_a_card(people, bar):
    assert picks.bar_of(people, 1, is_second=True) == bar


@pytest.mark.parametrize("people", range(5, 41))
@pytest.mark.parametrize("hand", [1, 2, 3, 5])
def test_a_first_hand_can_always_list_a_card_from_the_bar_of_its_group_size(people, hand):
    assert picks.bar_of(people, hand, is_second=False) == picks.pick_bar(people)
    assert picks.longest(people, hand, bar=picks.pick_bar(people), is_second=False) > 0


def test_a_first_hand_is_as_long_as_has_slack_and_when_longer_there_is_no_second():
    as_long, too_long = two_hands(5, (3, 3, 3), (0, 0, 2)), two_hands(5, (4, 4, 4, 3), (0, 0, 0, 3))

    assert as_long[0].listed == ("card 0", "card 1", "card 2")
    assert as_long[1].listed == ()
    assert too_long == (Withheld("spread"), Withheld("beside"))


def test_a_second_hand_that_is_too_long_leaves_the_first_as_it_is():
    picked, given_up = two_hands(10, (4, 0, 0, 0), (0, 4, 4, 0))

    assert picked.listed == ("card 0",)
    assert given_up == Withheld("spread")
