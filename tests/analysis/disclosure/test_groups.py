"""Viewpoints and opinion groups: from how many people on, and how coarsely."""

import pytest

from goedwerk_analysis.counts import GroupsFound
from goedwerk_analysis.disclosure import release_groups
from goedwerk_analysis.released import Range, Withheld, from_json, to_json

ONE, OTHER = ("law", "care", "speed"), ("speed", "care", "law")
LEVELS = ("high", "middle", "low")


def found(*sizes, people, orders=(ONE, OTHER)):
    return GroupsFound(("law", "care", "speed"), sizes, orders[: len(sizes)], people)


def test_groups_are_shown_with_their_size_in_a_range():
    picture = release_groups(found(9, 8, people=24))

    assert [group.size.range for group in picture.groups] == [Range(9, 12), Range(5, 8)]
    assert picture.groups[0].levels == LEVELS


def test_their_order_does_not_follow_their_size():
    assert release_groups(found(9, 8, people=24)).groups[0].levels == LEVELS
    assert release_groups(found(8, 9, people=24)).groups[0].levels == LEVELS


@pytest.mark.parametrize(("people", "told"), [(20, 1), (49, 1), (50, 2), (100, 4), (400, 12)])
def test_the_more_people_the_more_items_are_told(people, told):
    cards = tuple(f"card {at:02}" for at in range(36))
    picture = release_groups(GroupsFound(cards, (9, 9), (cards, cards[::-1]), people))

    assert [group.levels.count("high") for group in picture.groups] == [told, told]
    assert [group.levels.count("low") for group in picture.groups] == [told, told]


def test_an_order_holds_every_item_once():
    with pytest.raises(ValueError, match="every item once"):
        found(9, 8, people=24, orders=(ONE, ("law", "law", "care")))


@pytest.mark.parametrize(
    ("sizes", "people", "smallest", "reason"),
    [((9, 8), 19, 20, "few"), ((9, 30), 49, 50, "few"), ((16, 4), 24, 20, "no-groups"), ((20,), 24, 20, "no-groups")],
)
def test_too_few_people_or_a_group_of_less_than_five_shows_nothing(sizes, people, smallest, reason):
    assert release_groups(found(*sizes, people=people), smallest=smallest) == Withheld(reason)


def test_sizes_that_leave_no_slack_are_not_told():
    picture = release_groups(found(10, 10, people=20))
    full = release_groups(found(27, 22, people=49))

    assert sum(group.size.range.low for group in picture.groups) <= 20 - 3
    assert all(group.size.range.low >= 5 for group in full.groups)


def test_a_stored_picture_reads_back():
    picture = release_groups(found(9, 8, people=24))

    assert from_json(to_json(picture)) == picture
