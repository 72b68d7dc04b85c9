"""What a large group shares and where it differs, in words: no more than the gate let through."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from goedwerk.dialogues.attributes import shipped
from goedwerk.ui.pictures import Certainty
from goedwerk.values.comparison_pictures import Deck, of_comparison
from goedwerk.values.move_pictures import of_drift, of_moves
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.sorts_shown import (
    CardShown,
    CorePicture,
    DistinctivePicture,
    MovesPicture,
    PartShown,
    PartsPicture,
)

CARDS = {key: key.title() for key in ("moed", "zorg", "rust", "gezag", "recht", "ruimte")}
ROLES = ("employee", "manager")


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def deck():
    lists = {attribute.key: attribute for attribute in shipped() if attribute.key in ("role", "work")}
    return Deck("As it is now", CARDS, lists)


def drawn(**released):
    return of_comparison(deck(), released)


def core_of(*cards, **more):
    return CorePicture(60, "role", ROLES, ("executive",), 2, cards, **more)


def parts_of(*parts, **more):
    return PartsPicture(60, 10, parts, **more)


COMMON = PartShown("common", 30, 20, 40)
ROLE = PartShown("role", 10, 10, 20)
WORK = PartShown("work", 0, 0, 10)
PERSON = PartShown("person", 60, 50, 70)


# The core of every class


def test_the_core_names_the_cards_the_groups_and_who_is_too_small():
    (picture,) = drawn(core=core_of("moed", "zorg"))

    assert picture.sentence == "As it is now: in every group more than half put Moed and Zorg high."
    assert picture.certainty == Certainty.PROBABLE
    assert "Compared: Employee and Manager." in picture.note
    assert "Too small to compare: Executive." in picture.note
    assert picture.table.columns == ["Value", "Employee", "Manager"]


def test_without_a_core_nobody_is_told_that_there_is_none():
    (picture,) = drawn(core=core_of())

    assert picture.sentence == "As it is now: there is no card of which we are sure that every group puts it high."
    assert picture.figure is None


def test_a_whole_group_is_described_without_a_chance():
    (picture,) = drawn(core=core_of("moed", whole=True))

    assert picture.certainty is None
    assert picture.note.startswith("You are a whole group. So this describes it, and estimates nothing.")
    assert "90" not in picture.note


# The bar


def test_the_bar_says_what_is_common_what_goes_with_a_list_and_what_is_personal():
    (picture,) = drawn(parts=parts_of(COMMON, ROLE, WORK, PERSON))

    assert picture.sentence == (
        "As it is now: about 30% is the same for everybody. A part of the difference goes with role (10%)."
        " The rest, about 60%, differs from person to person."
    )
    assert picture.certainty == Certainty.CERTAIN
    assert [piece.start for piece in picture.figure.pieces] == [0, 30, 40, 40]
    assert picture.figure.pieces[1].interval == (40, 50)


def test_a_part_that_may_be_nothing_is_no_clear_difference_and_never_none():
    (picture,) = drawn(parts=parts_of(COMMON, WORK, PartShown("person", 70, 60, 80)))

    assert "We see no clear difference by kind of work." in picture.sentence
    assert picture.table.rows[1] == ("kind of work", "hardly anything", "between 0 and 10%")


def test_hardly_anything_in_common_is_said_without_a_number():
    (picture,) = drawn(parts=parts_of(PartShown("common", 0, 0, 10), PartShown("person", 100, 90, 100)))

    assert picture.sentence.startswith("As it is now: hardly anything is the same for everybody.")


def test_ranges_that_overlap_are_not_settled():
    (picture,) = drawn(parts=parts_of(COMMON, PartShown("role", 30, 10, 60), PartShown("person", 40, 30, 60)))

    assert picture.certainty == Certainty.CHANCE
    assert "not settled" in picture.note


def test_what_is_not_known_has_a_row_with_the_reason_and_no_piece_of_the_bar():
    unknown = PartShown("role", None, why_not="small-class")
    (picture,) = drawn(parts=parts_of(COMMON, unknown, PartShown("rest", 70)))

    assert [part.label for part in picture.figure.parts] == [
        "the same for everybody",
        "the rest, which we do not split up",
    ]
    assert ("role", "we do not know", "one of the groups has fewer than five people") in picture.table.rows
    assert "We do not know what goes with: role." in picture.note
    assert picture.certainty is None


def test_the_bar_of_a_whole_group_has_no_ranges():
    parts = [PartShown("common", 40), PartShown("role", 10), PartShown("person", 50)]
    (picture,) = drawn(parts=parts_of(*parts, whole=True))

    assert all(piece.interval is None for piece in picture.figure.pieces)
    assert "95" not in picture.help
    assert "estimates nothing" in picture.note


def test_below_forty_people_we_do_not_know_and_only_the_bar_says_so():
    few = Withheld("few")

    (picture,) = drawn(core=few, parts=few, distinctive=few)

    assert picture.sentence == "What the differences go with, we do not know. Too few of you took part for that."
    assert picture.figure is None


def test_a_changed_group_is_told_once_by_the_lists():
    assert drawn(parts=Withheld("changed-group")) == []


# What sets classes apart


def test_cards_that_set_groups_apart_stand_under_their_group():
    told = (CardShown("moed", "higher", "employee"), CardShown("zorg", "lower", "manager"))
    (picture,) = drawn(distinctive=DistinctivePicture(240, "role", ROLES, (), told))

    assert picture.sentence == "Groups clearly differ on Moed and Zorg."
    assert [(group.title, group.arrows[0].is_up) for group in picture.figure.groups] == [
        ("Employee", True),
        ("Manager", False),
    ]
    assert picture.table.rows[0] == ("Moed", "Employee", "higher than in other groups")


def test_many_cards_are_counted_in_the_sentence_and_named_in_the_picture():
    told = tuple(CardShown(card, "higher", "employee") for card in CARDS)
    (picture,) = drawn(distinctive=DistinctivePicture(240, "role", ROLES, (), told))

    assert picture.sentence == "Groups clearly differ on 6 cards."


def test_finding_nothing_that_sets_apart_does_not_prove_that_there_is_nothing():
    (picture,) = drawn(distinctive=DistinctivePicture(240, "role", ROLES, (), ()))

    assert "does not prove that there is no difference" in picture.sentence


# What moved


def arrows_of(picture):
    return [(arrow.label, arrow.is_up) for group in picture.figure.groups for arrow in group.arrows]


def moves(*told, same_people=True):
    return MovesPicture(220, 210, same_people, told)


MOVED = moves(CardShown("moed", "higher"), CardShown("rust", "lower"))


def test_between_two_conditions_cards_weigh_more_or_less():
    (picture,) = of_moves(deck(), "As it should be", MOVED, special=False)

    assert picture.sentence == ("Weighs more with “As it is now”: Moed. Weighs less with “As it is now”: Rust.")
    assert [(arrow.label, arrow.is_up) for arrow in picture.figure.groups[0].arrows] == [
        ("Moed", True),
        ("Rust", False),
    ]


def test_what_weighs_less_in_a_company_makes_this_work_special():
    (picture,) = of_moves(deck(), "My work", MOVED, special=True)

    assert picture.sentence == "Weighs more in this work: Rust. Weighs less in this work: Moed."
    assert [(arrow.label, arrow.is_up) for arrow in picture.figure.groups[0].arrows] == [
        ("Rust", True),
        ("Moed", False),
    ]


def test_nothing_that_certainly_moved_is_said_plainly():
    (picture,) = of_moves(deck(), "My work", moves(), special=False)

    assert picture.figure is None
    assert picture.sentence == "We see no card that all of you together clearly place elsewhere."


def test_too_few_for_moves_leaves_the_two_lists_alone():
    assert of_moves(deck(), "My work", Withheld("few"), special=False) == []
    assert of_moves(deck(), "My work", None, special=False) == []


def test_drift_says_that_other_people_took_part_and_that_nobody_is_followed():
    (picture,) = of_drift(deck(), MOVED)

    assert picture.sentence == "Weighs more than last time: Moed. Weighs less than last time: Rust."
    assert "we follow nobody" in picture.note


def test_below_two_hundred_people_a_round_there_is_no_claim_of_drift():
    (picture,) = of_drift(deck(), Withheld("few"))

    assert picture.sentence == "Whether anything has moved since last time, we do not know."
    assert picture.figure is None
