"""Ratings, the shift, and one planned comparison of classes."""

import pytest

from goedwerk_analysis.counts import NO_ANSWER, ChoiceCounts, PickCounts, RatingCounts, ShiftCounts
from goedwerk_analysis.disclosure import (
    Earlier,
    Plan,
    plan_split,
    release_choice,
    release_picks,
    release_ratings,
    release_shift,
    release_split,
)
from goedwerk_analysis.released import ShiftPicture, SplitPicture, Withheld


def rated(*points, people=None):
    return RatingCounts.of(("useful",), 1, 3, [{"useful": point} for point in points], people or len(points))


def of_class(*answers, people=None):
    return ChoiceCounts.of("ab", answers, people or len(answers))


def test_each_item_of_a_rating_is_a_question_of_its_own():
    released = release_ratings(rated(3, 3, 3, 3, 1, None))

    (item, picture), *_ = released.rows
    assert (item, picture.options, picture.leading) == ("useful", ("1", "2", "3", NO_ANSWER), "3")


def test_four_people_get_no_ratings():
    assert release_ratings(rated(3, 3, 3, 3)) == Withheld("few")


def test_ratings_of_a_changed_group_are_compared_per_item():
    before = release_ratings(rated(*[3] * 6, 1, 1))

    after = release_ratings(rated(*[3] * 6, 1, 1, 1), earlier=[Earlier(before, 1, 0)])

    assert after.pictures[0].form == "withheld-comparison"
    assert after.pictures[0].comparable == ("3",)


def test_cards_picked_again_by_a_changed_group_are_not_listed():
    counts = PickCounts(("care", "law"), (5, 2), 8, 1)

    assert release_picks(counts, earlier=[Earlier(release_picks(counts), 1, 1)]) == Withheld("changed-group")
    assert release_picks(counts, earlier=[Earlier(release_picks(counts), 0, 0)]) == release_picks(counts)


@pytest.mark.parametrize(("changed", "people", "more"), [(0, 8, False), (4, 8, False), (5, 8, True), (8, 8, True)])
def test_the_shift_is_one_bit(changed, people, more):
    assert release_shift(ShiftCounts(changed, people), same_people=True) == ShiftPicture(people, more)


def test_there_is_no_shift_of_a_changed_group():
    assert release_shift(ShiftCounts(3, 8), same_people=False) == Withheld("changed-group")


def test_there_is_no_shift_of_four_people():
    assert release_shift(ShiftCounts(3, 4), same_people=True) == Withheld("few")


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [
        ({"staff": 6, "managers": 5}, (("staff",), ("managers",))),
        ({"staff": 6, "managers": 4}, (("staff", "managers"),)),
        ({"staff": 9, "managers": 3, "board": 2}, (("staff",), ("managers", "board"))),
        ({"staff": 9, "managers": 2, "board": 2}, (("staff", "managers", "board"),)),
        ({"staff": 4, "managers": 3}, (("staff", "managers"),)),
        ({"staff": 6, "managers": 5, "board": 0}, (("staff",), ("managers",))),
        ({"staff": 9, "managers": 0}, (("staff", "managers"),)),
    ],
)
def test_small_classes_are_pooled_and_too_small_a_pool_gives_the_total(sizes, groups):
    assert plan_split(sizes) == Plan(groups)


def test_a_plan_names_each_class_once():
    with pytest.raises(ValueError, match="one group"):
        Plan((("staff",), ("staff", "board")))


def test_a_split_shows_each_group_by_its_own_size_and_no_total():
    counts = {"staff": of_class(*"aaaaab"), "managers": of_class("b", "b", "a"), "board": of_class("b", "b")}
    plan = plan_split({name: own.people for name, own in counts.items()})

    released = release_split(plan, counts)

    assert isinstance(released, SplitPicture)
    assert [(group.classes, group.people, group.picture.leading) for group in released.groups] == [
        (("staff",), 6, "a"),
        (("managers", "board"), 5, "b"),
    ]
    assert plan.other == ("managers", "board")


def test_a_total_plan_shows_one_picture_of_everybody():
    counts = {"staff": of_class(*"aaaab"), "managers": of_class("b", "b")}

    released = release_split(plan_split({"staff": 5, "managers": 2}), counts)

    assert released == release_choice(of_class(*"aaaabbb"))


def test_the_plan_binds_a_repeat_in_which_a_class_became_small():
    plan = plan_split({"staff": 6, "managers": 5})
    counts = {"staff": of_class(*"aaaaab"), "managers": of_class(*"bbbb")}

    released = release_split(plan, counts)

    assert [group.picture for group in released.groups if group.people < 5] == [Withheld("few")]
    assert [group.classes for group in released.shown] == [("staff",)]


def test_each_group_of_a_split_has_its_own_comings_and_goings():
    plan = plan_split({"staff": 6, "managers": 5})
    first = release_split(plan, {"staff": of_class(*"aaaaab"), "managers": of_class(*"bbbba")})
    earlier = {
        group.classes: [Earlier(group.picture, joined, 0)] for group, joined in zip(first.groups, (1, 0), strict=True)
    }

    second = release_split(plan, {"staff": of_class(*"aaaaabb"), "managers": of_class(*"bbbba")}, earlier)

    assert [group.picture.form for group in second.groups] == ["withheld-comparison", "majority"]


def test_a_split_without_counts_is_refused():
    with pytest.raises(ValueError, match="no counts"):
        release_split(plan_split({"staff": 6}), {})
