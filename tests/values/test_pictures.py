"""Picked values: those that several people picked, in the order of the deck, and never the rest."""

import re

import pytest
from django.utils.translation import override

from goedwerk.ui.pictures import Mark
from goedwerk.values.pictures import of_picks, of_sort
from goedwerk_analysis.counts import PickCounts
from goedwerk_analysis.disclosure import release_picks
from goedwerk_analysis.released import SortPicture, Withheld

NAMES = {"moed": "Moed", "zorg": "Zorg", "rust": "Rust", "gezag": "Gezag"}


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def drawn(*numbers, people, picks=2):
    released = release_picks(PickCounts(tuple(NAMES), numbers, people, picks))
    (picture,) = of_picks(NAMES, {"picked": released})
    return picture


def test_listed_values_stand_in_the_order_of_the_deck():
    picture = drawn(4, 1, 6, 2, people=9)

    assert picture.sentence == "What weighed most, for at least four people: Moed and Rust."
    assert [row.label for row in picture.figure.rows] == ["Moed", "Rust"]
    assert picture.table.rows == [("Moed", "at least four people"), ("Rust", "at least four people")]


def test_the_other_values_are_nowhere_in_the_picture():
    picture = drawn(4, 1, 6, 2, people=9)

    assert "Zorg" not in str(picture)
    assert "Gezag" not in str(picture)


def test_no_value_in_front_is_said_plainly():
    picture = drawn(3, 3, 3, 3, people=9)

    assert picture.sentence == "No value was named by at least four people."
    assert picture.figure is None


def test_twelve_people_hear_of_a_majority():
    picture = drawn(8, 2, 2, 2, people=14)

    assert picture.figure.rows[0].mark == Mark.FRONT
    assert picture.sentence == "What weighed most, for more than half: Moed."


def test_many_values_without_a_front_is_an_outcome():
    (picture,) = of_picks(NAMES, {"picked": Withheld("spread")})

    assert picture.sentence == "You named many values. None stands clearly in front."


def test_why_there_is_no_second_list_is_said_without_a_word_on_the_values():
    (picture,) = of_picks(NAMES, {"given_up": Withheld("beside")})

    assert picture.sentence == "This time there is no second list."
    assert not any(name in str(picture) for name in NAMES.values())


@pytest.mark.parametrize("reason", ["spread", "beside"])
def test_a_bottom_list_that_is_not_there_says_which_of_both_it_is(reason):
    top = release_picks(PickCounts(tuple(NAMES), (8, 2, 2, 2), 14, 2))
    shown = SortPicture(14, top, Withheld(reason))

    low = of_sort("Now", NAMES, {"sort": shown})[1]

    assert low.title == "Now: what wins less often"
    assert (low.sentence == "This time there is no second list.") == (reason == "beside")


def test_what_had_to_give_way_is_a_picture_of_its_own():
    released = release_picks(PickCounts(tuple(NAMES), (5, 1, 1, 0), 8, 1))

    pictures = of_picks(NAMES, {"given_up": released, "picked": Withheld("spread")})

    assert [picture.title for picture in pictures] == ["What weighed most", "What had to give way"]


@pytest.mark.parametrize("people", range(5, 12))
def test_a_small_group_sees_no_numbers(people):
    picture = drawn(people, people // 2, 1, 0, people=people)

    assert not re.search(r"\d", str([picture.sentence, picture.table, picture.note, picture.help]))
