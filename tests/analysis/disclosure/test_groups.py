"""Viewpoints and opinion groups: from how many people on, and how coarsely."""

import pytest

from goedwerk_analysis.counts import GroupsFound
from goedwerk_analysis.disclosure import release_groups
from goedwerk_analysis.released import Range, Withheld, from_json, to_json

HIGH, LOW = ("high", "middle", "low"), ("low", "middle", "high")


def found(*sizes, people, levels=(HIGH, LOW)):
    return GroupsFound(("law", "care", "speed"), sizes, levels[: len(sizes)], people)


def test_groups_are_shown_with_their_size_in_a_range():
    picture = release_groups(found(9, 8, people=24))

    assert [group.size.range for group in picture.groups] == [Range(9, 12), Range(5, 8)]
    assert picture.groups[0].levels == HIGH


def test_their_order_does_not_follow_their_size():
    assert release_groups(found(9, 8, people=24)).groups[0].levels == HIGH
    assert release_groups(found(8, 9, people=24)).groups[0].levels == HIGH


@pytest.mark.parametrize(
    ("sizes", "people", "smallest", "reason"),
    [((9, 8), 19, 20, "few"), ((9, 30), 49, 50, "few"), ((16, 4), 24, 20, "no-groups"), ((20,), 24, 20, "no-groups")],
)
def test_too_few_people_or_a_group_of_less_than_five_shows_nothing(sizes, people, smallest, reason):
    assert release_groups(found(*sizes, people=people), smallest=smallest) == Withheld(reason)


def test_sizes_that_leave_no_slack_are_not_told():
    picture = release_groups(found(10, 10, people=20))
    full = release_groups(found(27, 22, people=49, levels=(HIGH, LOW)))

    assert sum(group.size.range.low for group in picture.groups) <= 20 - 3
    assert all(group.size.range.low >= 5 for group in full.groups)


def test_a_stored_picture_reads_back():
    picture = release_groups(found(9, 8, people=24))

    assert from_json(to_json(picture)) == picture
