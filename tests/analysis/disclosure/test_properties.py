"""Laws that hold for every group: what a picture follows from, and what it never does."""

import json
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_analysis.counts import NO_ANSWER, ChoiceCounts, PickCounts
from goedwerk_analysis.disclosure import audit, release_choice, release_picks
from goedwerk_analysis.disclosure.thresholds import free_people
from goedwerk_analysis.released import (
    ChoicePicture,
    Label,
    PicksPicture,
    Range,
    RatingPicture,
    ShiftPicture,
    SplitGroup,
    SplitPicture,
    Withheld,
    from_json,
    to_json,
)

groups = st.lists(st.integers(0, 40), min_size=2, max_size=7).filter(lambda counts: sum(counts) >= 5)


def counts_of(row):
    return ChoiceCounts((*"abcdefgh"[: len(row) - 1], NO_ANSWER), tuple(row), sum(row))


@settings(deadline=None)
@given(groups)
def test_each_count_lies_in_the_range_that_is_shown(row):
    picture = release_choice(counts_of(row))

    assert all(count in label.range for count, label in zip(row, picture.labels, strict=True))


@settings(deadline=None)
@given(groups)
def test_lower_bounds_leave_one_more_than_those_who_pool_their_answers_free(row):
    picture = release_choice(counts_of(row))

    insiders = 1 if picture.form == "list" and picture.people < 12 else free_people(picture.people)
    assert sum(label.range.low for label in picture.labels) <= picture.people - insiders - 1


@settings(deadline=None)
@given(groups, st.randoms(use_true_random=False))
def test_an_option_has_the_same_label_wherever_it_stands_in_the_question(row, random):
    order = list(range(len(row)))
    random.shuffle(order)

    straight, turned = release_choice(counts_of(row)), release_choice(counts_of([row[at] for at in order]))

    assert turned.form == straight.form
    assert turned.labels == tuple(straight.labels[at] for at in order)


@settings(deadline=None)
@given(groups)
def test_equal_counts_get_equal_labels_and_no_range_is_one_count_below_fifty(row):
    picture = release_choice(counts_of(row))

    assert all(
        one == two
        for count, one in zip(row, picture.labels, strict=True)
        for other, two in zip(row, picture.labels, strict=True)
        if count == other
    )
    assert picture.people >= 50 or all(label.range.low < label.range.high for label in picture.labels)


@settings(deadline=None)
@given(groups)
def test_nobody_is_shown_to_be_missing_from_an_answer_or_to_have_filled_it(row):
    picture = release_choice(counts_of(row))

    assert all(label.range.low == 0 or label.range.low >= 3 for label in picture.labels)
    assert all(label.range.high >= 2 for label in picture.labels)


@settings(deadline=None)
@given(groups)
def test_a_leading_option_has_more_than_half_and_no_majority_means_none_has(row):
    picture = release_choice(counts_of(row))

    half = sum(row) / 2
    if picture.leading is not None:
        assert row[picture.options.index(picture.leading)] > half
    if picture.has_no_majority:
        assert max(row) <= half
    if picture.people < 50 and picture.form != "withheld-comparison":
        assert picture.has_no_majority == (picture.leading is None)


@settings(deadline=None)
@given(groups)
def test_grouping_by_band_shows_every_option_once_in_the_order_of_the_question(row):
    picture = release_choice(counts_of(row))

    shown = [option for _, options in picture.grouped_by_band for option in options]
    assert sorted(shown) == sorted(picture.options)
    assert all(list(options) == sorted(options, key=picture.options.index) for _, options in picture.grouped_by_band)


@settings(max_examples=60, deadline=None)
@given(groups)
def test_the_audit_finds_nobody_whatever_a_group_answers(row):
    assert audit(release_choice(counts_of(row))).is_safe


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), min_size=4, max_size=36), st.integers(5, 30), st.integers(1, 5))
def test_a_list_of_cards_says_nothing_about_the_rest_and_leaves_slack(row, people, hand):
    row = [min(count, people) for count in row]
    while sum(row) > hand * people:
        row[row.index(max(row))] -= 1

    picture = release_picks(PickCounts(tuple(map(str, range(len(row)))), tuple(row), people, hand))

    if isinstance(picture, PicksPicture):
        assert all(count in label.range for count, label in zip(row, picture.labels, strict=True))
        assert len({label for label in picture.labels if label.range.low == 0}) <= 1
        lows = sum(label.range.low for label in picture.labels)
        assert lows <= hand * people - hand * free_people(people) - 1
    else:
        assert picture == Withheld("spread")


CHOICE = release_choice(counts_of([3, 4, 2, 1]))


@pytest.mark.parametrize(
    "released",
    [
        CHOICE,
        release_choice(counts_of([52, 31, 15, 2])),
        release_picks(PickCounts(("care", "law"), (4, 1), 6, 1)),
        RatingPicture(10, ("useful",), (CHOICE,)),
        ShiftPicture(8, True),
        SplitPicture((SplitGroup(("staff",), 10, CHOICE), SplitGroup(("board", "managers"), 3, Withheld("few")))),
        Withheld("audit"),
    ],
    ids=lambda released: type(released).__name__,
)
def test_what_is_stored_comes_back_as_it_was(released):
    stored = json.dumps(to_json(released))

    assert from_json(json.loads(stored)) == released
    assert json.loads(stored)["method"] == "disclosure-1"


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"kind": "poll"},
        {"kind": "choice", "people": 5},
        {"kind": "withheld", "reason": "shy"},
        {"kind": "choice", "people": 5, "form": "pie", "options": [], "labels": []},
        {"kind": "choice", "people": 5, "form": "bands", "options": ["a"], "labels": [{"word": "band"}]},
    ],
)
def test_what_is_not_a_picture_is_refused(stored):
    with pytest.raises(ValueError, match=r"picture|unknown"):
        from_json(stored)


def test_labels_and_ranges_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="goes up"):
        Range(4, 3)
    with pytest.raises(ValueError, match="percentage"):
        Label("band", Range(0, 3), percent=5)
    with pytest.raises(ValueError, match="unknown word"):
        Label("most", Range(0, 3))
    with pytest.raises(ValueError, match="one label"):
        ChoicePicture(5, "majority", ("a", "b"), (Label("band", Range(0, 3)),))


def test_the_gate_writes_no_log(caplog):
    with caplog.at_level(logging.DEBUG):
        audit(release_choice(counts_of([6, 1, 0])))

    assert caplog.records == []
