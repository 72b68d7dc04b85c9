"""Pictures say what the gate let through: in words below twelve people, in the order of the question, never a total."""

import re
from itertools import pairwise

import pytest
from django.utils.translation import override

from goedwerk.dialogues import attributes, pictures
from goedwerk.dialogues.big_pictures import on_big_screen
from goedwerk.dialogues.pictures import Option, Question
from goedwerk.ui.pictures import BandRows, Mark, ShareBars, SideBySide, Standing
from goedwerk_analysis.counts import NO_ANSWER, ChoiceCounts, RatingCounts, ShiftCounts
from goedwerk_analysis.disclosure import (
    Earlier,
    plan_split,
    release_choice,
    release_ratings,
    release_shift,
    release_split,
)
from goedwerk_analysis.released import Label, Range, Withheld

OPTIONS = (Option("a", "A", "Afwijzen."), Option("b", "B", "Toekennen."), Option("c", "C", "Aanhouden."))
ROLE = attributes.shipped()[0]
QUESTION = Question("Eerste keuze", OPTIONS, attribute=ROLE)
KEYS = [option.key for option in OPTIONS]
SMALL = range(5, 12)


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def counts(*numbers):
    return ChoiceCounts((*KEYS, NO_ANSWER), numbers, sum(numbers))


def released(*numbers, **how):
    return release_choice(counts(*numbers), **how)


def drawn(*numbers):
    return pictures.of_total(QUESTION, released(*numbers))


def splits_of(people, cells):
    """Every way in which people can divide over cells."""
    if cells == 1:
        return [(people,)]
    return [(here, *rest) for here in range(people + 1) for rest in splits_of(people - here, cells - 1)]


def words_of(picture):
    cells = [cell for row in (picture.table.rows if picture.table else ()) for cell in row]
    return " ".join([picture.title, picture.sentence, picture.note, picture.help, *cells])


# Small groups


@pytest.mark.parametrize("people", SMALL)
def test_no_picture_of_a_small_group_holds_a_number(people):
    every = {released(*numbers) for numbers in splits_of(people, 4)}

    shown = [words_of(pictures.of_total(QUESTION, picture)) for picture in every]

    assert [text for text in shown if re.search(r"\d|%", text)] == []


@pytest.mark.parametrize("people", SMALL)
def test_a_unanimous_group_looks_like_any_majority(people):
    unanimous = drawn(0, people, 0, 0)
    majority = drawn(people - people // 2 - 1, people // 2 + 1, 0, 0)

    assert unanimous == majority


def test_a_majority_is_named_by_its_letter():
    picture = drawn(1, 6, 1, 1)

    assert picture.sentence == "More than half of you chose B, “Toekennen”."
    assert picture.table.rows[1] == ("B. Toekennen.", "more than half")
    assert picture.certainty is None


def test_a_long_answer_is_named_by_its_letter_alone():
    long = Question("Keuze", [Option("a", "A", "Toekennen en de twee eerdere gezinnen opnieuw beoordelen.")])
    picture = pictures.of_total(long, release_choice(ChoiceCounts(("a", NO_ANSWER), (5, 1), 6)))

    assert picture.sentence == "More than half of you chose A."


def test_without_a_majority_six_people_hear_no_more_than_that():
    picture = drawn(2, 2, 2, 0)

    assert picture.sentence == "No answer has more than half."
    assert {row.mark for row in picture.figure.rows} == {Mark.REST}


def test_nine_people_without_a_majority_hear_what_three_of_them_chose():
    picture = drawn(4, 3, 1, 1)

    assert picture.sentence == (
        "No answer has more than half. Chosen by at least three people: A, “Afwijzen” and B, “Toekennen”."
    )
    assert [cell for _row, cell in picture.table.rows] == ["at least three people"] * 2 + [
        "fewer than three people"
    ] * 2


def test_the_order_is_that_of_the_question_and_not_of_the_counts():
    picture = drawn(3, 4, 1, 1)

    assert [row.letter for row in picture.figure.rows] == ["A", "B", "C", ""]
    assert [row.letter for row in picture.figure.groups[0].rows] == ["A", "B"]


def test_no_answer_and_dont_know_are_one_row():
    assert drawn(0, 0, 0, 7).table.rows[-1] == ("No answer or don't know yet", "more than half")


def test_widely_spread_is_said_and_nothing_more():
    picture = drawn(3, 3, 3, 0)

    assert picture.sentence == "No answer has more than half. Your answers are widely spread."
    assert {cell for _row, cell in picture.table.rows} == {"not more than half"}


@pytest.mark.parametrize("reason", ["few", "spread", "changed-group", "audit"])
def test_whatever_is_withheld_has_a_friendly_reason(reason):
    picture = pictures.of_total(QUESTION, Withheld(reason))

    assert picture.figure is None
    assert picture.sentence
    assert picture.note


# Larger groups


@pytest.mark.parametrize("people", range(12, 26))
def test_bands_cover_everybody_once_and_fill_one_field(people):
    for numbers in splits_of(people, 4)[:: max(1, people)]:
        figure = drawn(*numbers).figure
        if isinstance(figure, BandRows):
            edges = [tuple(map(int, re.findall(r"\d+", column))) for column in figure.columns]
            assert edges[0][0] == 0
            assert edges[-1][1] == people
            assert all(after[0] == before[1] + 1 for before, after in pairwise(edges))


def test_bands_name_the_front_and_tell_equal_ones_not_apart():
    picture = drawn(10, 10, 3, 1)

    assert isinstance(picture.figure, BandRows)
    assert picture.sentence == (
        "No answer has more than half. In front stand A, “Afwijzen” and B, “Toekennen”, each with 9 to 12 people. "
        "They are not told apart."
    )


def test_many_in_the_same_band_are_no_front():
    picture = drawn(6, 6, 6, 6)

    assert picture.sentence == "No answer has more than half. Your answers are widely spread."


def test_shares_begin_at_fifty_people():
    picture = drawn(30, 20, 10, 0)

    assert isinstance(picture.figure, ShareBars)
    assert [cell for _row, cell in picture.table.rows] == ["about 50%", "about 35%", "about 15%", "0 to 4 people"]


def test_an_outer_band_of_a_large_group_is_a_range():
    lowest = drawn(30, 20, 10, 0).figure.rows[-1]
    highest = drawn(0, 60, 0, 0).figure

    assert (lowest.low, lowest.high > 0) == (0, True)
    assert isinstance(highest, ShareBars | Standing)


# Split


def test_a_split_is_one_picture_per_group_and_never_a_total():
    plan = plan_split({"manager": 6, "employee": 8, "": 0})
    split = release_split(plan, {"manager": counts(5, 1, 0, 0), "employee": counts(0, 3, 4, 1)})

    shown = pictures.of_question(QUESTION, split)

    assert len(shown) == len(split.groups) == 2
    assert all("There is no total of this question, now or later." in picture.note for picture in shown)
    assert shown[0].title != shown[1].title


# First and second choice


def both(first, second, *, changed, joined=0, left=0):
    before = released(*first)
    after = released(*second, earlier=[Earlier(before, joined, left)])
    people = sum(second)
    shift = release_shift(ShiftCounts(changed, people), same_people=not (joined or left))
    return pictures.of_shift(QUESTION, before, after, shift)


def test_a_second_choice_lies_beside_the_first_with_one_sentence():
    (picture,) = both((6, 1, 1, 1), (1, 6, 1, 1), changed=6)

    assert isinstance(picture.figure, SideBySide)
    assert picture.sentence == (
        "More than half of you chose B, “Toekennen”. More than half of you gave another answer than the first time."
    )
    assert picture.table.rows[0] == ("A. Afwijzen.", "more than half", "not more than half")


def test_few_changes_are_said_as_widely_as_none():
    (some,) = both((6, 1, 1, 1), (6, 1, 1, 1), changed=2)
    (none,) = both((6, 1, 1, 1), (6, 1, 1, 1), changed=0)

    assert some == none
    assert some.sentence.endswith("Not more than half of you gave another answer than the first time.")


def test_bands_at_both_moments_share_their_fields():
    (picture,) = both((10, 10, 3, 1), (3, 16, 4, 1), changed=7)

    assert isinstance(picture.figure.before, BandRows)
    assert picture.figure.before.columns == picture.figure.after.columns


def test_two_different_forms_are_told_as_coarsely_as_the_coarser():
    (picture,) = both((4, 4, 4, 0), (8, 2, 1, 1), changed=7)

    assert isinstance(picture.figure.before, Standing)
    assert [row[1:] for row in picture.table.rows] == [
        ("not more than half", "more than half"),
        *[("not more than half", "not more than half")] * 3,
    ]


def test_a_changed_group_hears_only_what_comings_and_goings_cannot_explain():
    (picture,) = both((8, 1, 0, 0), (9, 1, 0, 0), changed=0, joined=1)

    assert picture.sentence.startswith("The group changed in between.")
    assert isinstance(picture.figure, Standing)
    assert picture.table.rows[1] == ("B. Toekennen.", "not more than half")
    assert picture.sentence.endswith("so we do not say how many of you changed.")


def test_after_a_first_choice_with_too_few_people_the_second_stands_alone():
    shown = pictures.of_shift(QUESTION, Withheld("few"), released(1, 5, 0, 0), Withheld("changed-group"))

    assert [type(picture.figure) for picture in shown] == [Standing]


# Ratings


def test_each_rated_sentence_has_its_own_picture():
    ratings = RatingCounts.of(["safe", "new"], 1, 5, [{"safe": 5, "new": 1}] * 4 + [{"safe": 5}] * 3, people=8)

    shown = pictures.of_ratings(
        "Terugkijken",
        [("safe", "Ik kon zeggen wat ik wilde."), ("new", "Ik hoorde iets nieuws.")],
        [(str(point), f"word {point}") for point in range(1, 6)],
        release_ratings(ratings),
    )

    assert [picture.title for picture in shown] == ["Ik kon zeggen wat ik wilde.", "Ik hoorde iets nieuws."]
    assert shown[0].sentence == "Ik kon zeggen wat ik wilde. More than half of you chose 5, “word 5”."


def test_the_room_between_bands_is_one_field():
    used = [Label("band", Range(0, 3)), Label("band", Range(9, 12))]

    assert pictures.ranges_between(used, 24) == [Range(0, 3), Range(4, 8), Range(9, 12), Range(13, 24)]


# The big screen


def test_the_big_screen_leaves_what_has_no_letter_to_the_phones():
    big = on_big_screen(drawn(1, 6, 1, 1))

    assert [row.letter for row in big.figure.rows] == ["A", "B", "C"]
    assert len(big.table.rows) == 4


def test_the_big_screen_keeps_no_answer_when_that_stands_in_front():
    assert [row.letter for row in on_big_screen(drawn(1, 1, 1, 6)).figure.rows] == ["A", "B", "C", ""]


def test_both_moments_on_the_big_screen_keep_the_same_rows():
    (picture,) = both((1, 1, 1, 6), (1, 6, 1, 1), changed=7)

    big = on_big_screen(picture)

    assert len(big.figure.before.rows) == len(big.figure.after.rows) == 4
