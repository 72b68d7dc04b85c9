"""The few numbers everything else follows from. All are functions of the size of the group, which is public."""

from __future__ import annotations

SMALLEST_GROUP = 5
SMALLEST_LIST_GROUP = 8
SMALLEST_BAND_GROUP = 12
SMALLEST_SHARE_GROUP = 50


def majority(people: int) -> int:
    return people // 2 + 1


def free_people(people: int) -> int:
    """How many may pool their own answers: the lower bounds of a picture leave one more than these people free."""
    return 1 if people < 7 else 2


def list_bar(people: int) -> int:
    """From how many people on an option stands in the list that a group without a majority gets."""
    return 3 if people < SMALLEST_BAND_GROUP else 4


def list_insiders(people: int) -> int:
    return 1 if people < SMALLEST_BAND_GROUP else free_people(people)


def pick_bar(people: int) -> int:
    """From how many people on a picked card is listed."""
    return 3 if people < 7 else 4


def has_slack(lows: int, *, people: int, insiders: int, picks: int = 1) -> bool:
    """Whether the lower bounds, added up, leave room: otherwise the sum turns ranges into exact counts."""
    return lows <= picks * people - picks * insiders - 1


def longest_list(people: int, *, bar: int, picks: int) -> int:
    """How many cards a list may hold that leaves slack; a longer one is not shown, nor is a second list beside it."""
    return (picks * people - picks * free_people(people) - 1) // bar


def longest_second_list(people: int, *, bar: int, picks: int) -> int:
    """The same for a list beside another one of the same people: silence about it leaves slack as well.

    That a list was too long tells that one card more reached the bar. Unless that is impossible, the others of any
    participant are left a card to hold that is not among them.
    """
    longest = longest_list(people, bar=bar, picks=picks)
    too_long = bar * (longest + 1)
    tells_little = too_long > picks * people or too_long < picks * (people - 1)
    return longest if tells_little else longest - 1
