"""What may be told of a comparison of sorts: decided by the sizes of group and classes alone."""

import json

import pytest

from goedwerk_analysis.disclosure import release_core, release_distinctive, release_moves, release_parts
from goedwerk_analysis.disclosure.compared import rounded
from goedwerk_analysis.released import Withheld, from_json, to_json
from goedwerk_analysis.sorts_found import (
    ClassCard,
    Classes,
    CoreFound,
    DistinctiveFound,
    MovesFound,
    PartFound,
    PartsFound,
)

CARDS = tuple(f"c{at}" for at in range(16))
PARTS = (
    PartFound("common", 0.31, 0.284, 0.341),
    PartFound("role", 0.012, -0.01, 0.033),
    PartFound("work", 0.0, why_not="small-class"),
    PartFound("rest", 0.678),
)


def core_of(*sizes, core=CARDS[::-1], left_out=()):
    names = tuple(f"class-{at}" for at in range(len(sizes)))
    return CoreFound(Classes("role", names, sizes, left_out), CARDS, tuple(core))


def distinctive_of(*sizes):
    found = core_of(*sizes).classes
    claims = tuple(ClassCard(name, card, "higher") for card in CARDS[::-1] for name in found.names)
    return DistinctiveFound(found, CARDS, claims)


# The core of every class


@pytest.mark.parametrize("sizes", [(20, 19), (39,), (60, 4), (100,)])
def test_below_forty_people_or_with_one_class_there_is_no_core_over_classes(sizes):
    assert release_core(core_of(*sizes)) == Withheld("few")


@pytest.mark.parametrize(("sizes", "told"), [((35, 5), 1), ((30, 10), 1), ((30, 20), 2), ((300, 100), 10)])
def test_the_smaller_the_smallest_class_the_fewer_cards_are_told(sizes, told):
    shown = release_core(core_of(*sizes))

    assert shown.told_at_most == told
    assert shown.cards == tuple(sorted(CARDS[-told:], key=CARDS.index))


def test_the_surest_cards_are_told_and_not_which_is_the_surest():
    once, again = (release_core(core_of(30, 20, core=core)) for core in (("c9", "c3", "c1"), ("c3", "c9", "c7")))

    assert once == again
    assert once.cards == ("c3", "c9")


def test_nothing_found_is_an_outcome_like_any_other():
    assert release_core(core_of(30, 20, core=())).cards == ()


def test_classes_that_are_too_small_are_named():
    assert release_core(core_of(30, 20, left_out=("board",))).left_out == ("board",)


# What sets classes apart


@pytest.mark.parametrize("sizes", [(100, 99), (190, 14)])
def test_below_two_hundred_people_or_fifteen_in_a_class_nothing_is_claimed(sizes):
    assert release_distinctive(distinctive_of(*sizes)) == Withheld("few")


def test_a_large_class_gets_more_cards_than_a_small_one():
    shown = release_distinctive(distinctive_of(185, 15))

    told = {name: [each.card for each in shown.told if each.name == name] for name in shown.classes}
    assert (len(told["class-0"]), len(told["class-1"])) == (6, 1)
    assert told["class-0"] == sorted(told["class-0"], key=CARDS.index)


# What moved


@pytest.mark.parametrize(("before", "now"), [(199, 400), (400, 199), (0, 400)])
def test_moves_are_told_from_two_hundred_people_both_times(before, now):
    found = MovesFound(CARDS, (("c1", "higher"),), before, now, same_people=False)

    assert release_moves(found) == Withheld("few")


def test_moves_stand_in_the_order_of_the_deck():
    found = MovesFound(CARDS, (("c7", "lower"), ("c2", "higher")), 200, 200, same_people=True)

    shown = release_moves(found)

    assert [(each.card, each.direction) for each in shown.told] == [("c2", "higher"), ("c7", "lower")]
    assert (shown.cards("higher"), shown.cards("lower")) == (("c2",), ("c7",))


# The bar


def test_the_bar_adds_up_to_a_hundred_in_steps_of_ten_and_of_five_from_a_hundred_people_on():
    coarse, fine = (release_parts(PartsFound(PARTS, people)) for people in (99, 100))

    assert [(part.name, part.percent) for part in coarse.told] == [("common", 30), ("role", 0), ("rest", 70)]
    assert [(part.name, part.percent) for part in fine.told] == [("common", 30), ("role", 0), ("rest", 70)]
    assert (coarse.step, fine.step) == (10, 5)


def test_intervals_are_rounded_outwards():
    common, role, *_ = release_parts(PartsFound(PARTS, 100)).told

    assert (common.low, common.high) == (25, 35)
    assert (role.low, role.high) == (0, 5)


def test_what_is_not_known_has_a_reason_and_no_number():
    (work,) = release_parts(PartsFound(PARTS, 40)).not_known

    assert (work.percent, work.low, work.high, work.why_not) == (None, None, None, "small-class")


def test_below_forty_people_there_is_no_bar():
    assert release_parts(PartsFound(PARTS, 39)) == Withheld("few")


@pytest.mark.parametrize("shares", [(0.333, 0.333, 0.334), (0.02, -0.01, 0.99), (1.0,), (0.024, 0.024, 0.952)])
def test_rounding_keeps_the_whole_and_stays_within_a_step(shares):
    steps = rounded(shares, 5)

    assert sum(steps) == 20
    assert all(abs(5 * step - 100 * max(0, share)) <= 5 for step, share in zip(steps, shares, strict=True))


# Storage, and what cannot be


@pytest.mark.parametrize(
    "shown",
    [
        release_core(core_of(30, 20)),
        release_parts(PartsFound(PARTS, 40)),
        release_distinctive(distinctive_of(120, 110)),
        release_moves(MovesFound(CARDS, (("c1", "higher"),), 200, 200, same_people=True)),
    ],
    ids=lambda shown: type(shown).__name__,
)
def test_every_picture_comes_back_from_storage_as_it_was(shown):
    assert from_json(json.loads(json.dumps(to_json(shown)))) == shown


def test_a_card_that_is_not_in_the_deck_is_refused():
    with pytest.raises(ValueError, match="unknown card 'c99'"):
        core_of(30, 20, core=("c99",))


def test_a_class_without_a_size_is_refused():
    with pytest.raises(ValueError, match="each class needs its size"):
        Classes("role", ("a", "b"), (5,))
