"""Counts: what comes in is checked, and adds up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_analysis.counts import NO_ANSWER, ChoiceCounts, PickCounts, RatingCounts, ShiftCounts

CARDS = ("care", "law", "truth")


def choice(answers, people=None):
    return ChoiceCounts.of("ab", answers, len(answers) if people is None else people)


def picked(hands):
    return PickCounts.of(CARDS, hands, len(hands), 2)


def rated(sheets):
    return RatingCounts.of(("useful", "safe"), 1, 3, sheets, len(sheets))


def shifted(pairs):
    return ShiftCounts.of(pairs, len(pairs))


def test_skipping_no_answer_and_not_knowing_are_one_category():
    assert choice(["a", None, "b", NO_ANSWER], people=7) == ChoiceCounts(("a", "b", NO_ANSWER), (1, 1, 5), 7)


def test_picks_of_people_who_skipped_are_not_missed():
    assert PickCounts.of(CARDS, [{"care", "law"}, {"law"}], 6, 2) == PickCounts(CARDS, (1, 2, 0), 6, 2)


def test_ratings_count_each_point_of_each_item():
    counts = rated([{"useful": 3, "safe": None}, {"useful": 1}, {}])

    assert counts.counts == ((1, 0, 1, 1), (0, 0, 0, 3))
    assert counts.per_item()[0].options == ("1", "2", "3", NO_ANSWER)


def test_going_from_no_answer_to_an_answer_is_a_change():
    assert shifted([("a", "a"), (None, "a"), ("a", "b"), (None, None)]) == ShiftCounts(2, 4)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: choice(["c"]), "unknown option 'c'"),
        (lambda: choice(["a", "b"], people=1), "2 answers came from 1 people"),
        (lambda: ChoiceCounts(("a", "b"), (1, 1), 2), "last option"),
        (lambda: ChoiceCounts(("a", NO_ANSWER), (1, 1), 3), "add up to 3"),
        (lambda: ChoiceCounts(("a", NO_ANSWER), (-1, 2), 1), "negative"),
        (lambda: ChoiceCounts(("a", "a", NO_ANSWER), (1, 1, 0), 2), "stand once"),
        (lambda: ChoiceCounts(("a", NO_ANSWER), (1,), 1), "needs a count"),
        (lambda: picked([{"care", "law", "truth"}]), "at most 2"),
        (lambda: picked([{"hope"}]), "unknown card 'hope'"),
        (lambda: PickCounts.of(CARDS, [{"care"}, {"law"}], 1, 2), "2 answers came from 1 people"),
        (lambda: PickCounts(CARDS, (3, 0, 0), 2, 2), "picked 3 times by 2"),
        (lambda: PickCounts(CARDS, (2, 2, 2), 2, 2), "cannot pick 6"),
        (lambda: PickCounts(CARDS, (0, 0, 0), 2, 0), "at least 1"),
        (lambda: rated([{"useful": 4}]), "unknown option '4'"),
        (lambda: rated([{"kind": 1}]), "unknown item 'kind'"),
        (lambda: RatingCounts.of(("useful",), 3, 3, [], 0), "must go up"),
        (lambda: RatingCounts(("useful", "safe"), 1, 3, ((0, 0, 0, 0),), 0), "own counts"),
        (lambda: ShiftCounts(3, 2), "0 to 2"),
        (lambda: ShiftCounts.of([("a", "b")] * 2, 1), "2 answers came from 1 people"),
        (lambda: choice(["a"]).merge(ChoiceCounts.of("ac", ["a"], 1)), "same options"),
        (lambda: picked([]).merge(PickCounts.empty(CARDS, 3)), "same picks"),
        (lambda: rated([]).merge(RatingCounts.empty(("useful", "safe"), 1, 5)), "same scale"),
    ],
)
def test_counts_that_cannot_be_are_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


answer = st.sampled_from(["a", "b", None])
LAWS = [
    (choice, answer, ChoiceCounts.empty("ab")),
    (picked, st.sets(st.sampled_from(CARDS), max_size=2), PickCounts.empty(CARDS, 2)),
    (
        rated,
        st.dictionaries(st.sampled_from(["useful", "safe"]), st.sampled_from([1, 2, 3, None])),
        RatingCounts.empty(("useful", "safe"), 1, 3),
    ),
    (shifted, st.tuples(answer, answer), ShiftCounts.empty()),
]


@pytest.mark.parametrize(("count", "given_by_one", "empty"), LAWS, ids=["choice", "picks", "ratings", "shift"])
@settings(deadline=None)
@given(data=st.data())
def test_counts_add_up_in_any_grouping_and_order(count, given_by_one, empty, data):
    one, two = data.draw(st.lists(given_by_one, max_size=9)), data.draw(st.lists(given_by_one, max_size=9))

    assert count(one).merge(count(two)) == count([*two, *one])
    assert empty.merge(count(one)) == count(one) == count(one).merge(empty)
