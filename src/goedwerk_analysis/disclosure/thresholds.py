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


def has_slack(lows: int, *, people: int, insiders: int, picks: int = 1) -> bool:
    """Whether the lower bounds, added up, leave room: otherwise the sum turns ranges into exact counts."""
    return lows <= picks * people - picks * insiders - 1
