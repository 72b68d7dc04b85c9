"""What one question shows of one group, by size."""

import pytest

from goedwerk_analysis.counts import NO_ANSWER, ChoiceCounts
from goedwerk_analysis.disclosure import release_choice
from goedwerk_analysis.disclosure.bands import bands, shares
from goedwerk_analysis.released import ChoicePicture, Range, Withheld


def counts(*of_each, names="abcdefgh"):
    given = of_each[:-1]
    return ChoiceCounts((*names[: len(given)], NO_ANSWER), of_each, sum(of_each))


def ranges(picture):
    return [(label.range.low, label.range.high) for label in picture.labels]


@pytest.mark.parametrize("people", range(5))
def test_nothing_is_shown_of_fewer_than_five_people(people):
    assert release_choice(counts(people, 0)) == Withheld("few")


@pytest.mark.parametrize(
    ("answers", "leading", "no_majority"),
    [((3, 1, 1), "a", False), ((5, 0, 0), "a", False), ((0, 2, 3), NO_ANSWER, False), ((2, 2, 1), None, True)],
)
def test_five_people_learn_only_which_answer_more_than_half_gave(answers, leading, no_majority):
    picture = release_choice(counts(*answers))

    assert (picture.form, picture.leading, picture.has_no_majority) == ("majority", leading, no_majority)
    assert picture.listed == ()


def test_a_unanimous_group_looks_like_any_majority():
    assert release_choice(counts(7, 0, 0)) == release_choice(counts(4, 2, 1))


def test_ten_people_without_a_majority_get_a_list_of_what_three_chose():
    picture = release_choice(counts(3, 4, 2, 1))

    assert (picture.form, picture.listed, picture.at_least) == ("list", ("a", "b"), 3)
    assert ranges(picture) == [(3, 5), (3, 5), (0, 2), (0, 2)]


def test_ten_people_with_a_majority_get_no_list():
    picture = release_choice(counts(6, 4, 0))

    assert (picture.form, picture.leading) == ("majority", "a")
    assert picture.label_of("b") == picture.label_of(NO_ANSWER)


@pytest.mark.parametrize(
    ("answers", "form"), [((3, 3, 3, 0), "spread"), ((3, 3, 3, 1), "spread"), ((4, 4, 3, 0), "list")]
)
def test_a_list_that_would_give_exact_counts_is_called_widely_spread(answers, form):
    assert release_choice(counts(*answers)).form == form


def test_widely_spread_says_the_same_of_every_option():
    picture = release_choice(counts(3, 3, 3, 0))

    assert len(picture.grouped_by_band) == 1


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (12, [(0, 3), (4, 6), (7, 8), (9, 12)]),
        (24, [(0, 3), (4, 8), (9, 12), (13, 16), (17, 20), (21, 24)]),
    ],
)
def test_bands_are_those_of_the_method(people, expected):
    assert [(label.range.low, label.range.high) for label in bands(people)] == expected


@pytest.mark.parametrize("people", range(12, 50))
def test_bands_cover_every_count_once_keep_half_as_a_cut_and_hold_more_than_one_count(people):
    scale = [label.range for label in bands(people)]

    assert [count for band in scale for count in range(band.low, band.high + 1)] == list(range(people + 1))
    assert people // 2 + 1 in {band.low for band in scale}
    assert min(band.high - band.low for band in scale) >= 1
    assert (scale[0], scale[-1]) == (Range(0, 3), Range(people - 3, people))


@pytest.mark.parametrize("people", [50, 67, 100, 101, 333, 5000])
def test_shares_are_the_nearest_five_per_cent_between_two_outer_bands(people):
    first, *inner, last = shares(people)

    assert (first.range, last.range) == (Range(0, 4), Range(people - 4, people))
    for label in inner[1:-1]:
        assert all(abs(100 * count / people - label.percent) <= 2.5 for count in (label.range.low, label.range.high))
    assert [count for label in shares(people) for count in range(label.range.low, label.range.high + 1)] == list(
        range(people + 1)
    )


def test_bands_of_a_large_team_are_grouped_without_an_order_inside_a_band():
    picture = release_choice(counts(2, 11, 1, 10, 0))

    grouped = [(label.range, options) for label, options in picture.grouped_by_band]
    assert picture.form == "bands"
    assert grouped == [(Range(9, 12), ("b", "d")), (Range(0, 3), ("a", "c", NO_ANSWER))]


def test_bands_whose_sum_would_make_them_exact_give_way_to_the_majority():
    picture = release_choice(counts(7, 5, 0))

    assert (picture.form, picture.leading) == ("majority", "a")
    assert picture.label_of("b") == picture.label_of(NO_ANSWER)


def test_bands_without_slack_and_without_majority_give_a_list_from_four_up():
    picture = release_choice(counts(8, 4, 4))

    assert (picture.form, picture.at_least, picture.listed) == ("list", 4, ("a", "b", NO_ANSWER))
    assert ranges(picture) == [(4, 8)] * 3


def test_hundred_people_see_shares():
    picture = release_choice(counts(52, 31, 15, 2))

    assert [label.percent for label in picture.labels] == [50, 30, 15, None]


def test_a_picture_of_shares_without_slack_gives_way_to_the_majority():
    assert release_choice(counts(29, 21, 0)).form == "majority"


def test_relabelling_the_options_relabels_the_picture():
    straight, turned = release_choice(counts(3, 4, 2, 1)), release_choice(counts(4, 3, 2, 1, names="bac"))

    assert isinstance(straight, ChoicePicture)
    assert {key: straight.label_of(key) for key in "abc"} == {key: turned.label_of(key) for key in "abc"}
