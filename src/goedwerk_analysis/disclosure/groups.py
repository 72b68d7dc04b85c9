"""Viewpoints and opinion groups: sizes in ranges, and per group the few items that stand highest and lowest.

Which groups there are follows from everybody's answers together, in a way that no list of cells describes. So this rule
is not proved but measured (`docs/method/attack.md`): the fewer people, the fewer items a group may show, so that
somebody's sort agrees hardly better with the picture of their own group than with that of another.
"""

from __future__ import annotations

from goedwerk_analysis.counts import GroupsFound
from goedwerk_analysis.disclosure.bands import bands, shares
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP, SMALLEST_SHARE_GROUP, free_people, has_slack
from goedwerk_analysis.released import GroupShown, GroupsPicture, Label, Level, Range, Withheld

SMALLEST_WITH_VIEWPOINTS = 20
SMALLEST_WITH_OPINION_GROUPS = 50
PEOPLE_PER_ITEM = 25


def release_groups(found: GroupsFound, *, smallest: int = SMALLEST_WITH_VIEWPOINTS) -> GroupsPicture | Withheld:
    """Show groups from `smallest` people on, each of five people or more; otherwise say that no groups stand out."""
    if found.people < max(smallest, SMALLEST_WITH_VIEWPOINTS):
        return Withheld("few")
    if len(found.sizes) < 2 or min(found.sizes) < SMALLEST_GROUP:
        return Withheld("no-groups")
    levels = [_levels(found, order) for order in found.orders]
    # Sorted by what the groups think: their order tells nothing of which is larger.
    shown = sorted(zip(levels, _sizes(found), strict=True), key=lambda group: group[0])
    return GroupsPicture(found.people, found.items, tuple(GroupShown(size, row) for row, size in shown))


def items_at_each_end(people: int) -> int:
    """How many items of a group are told to stand high, and as many to stand low."""
    return max(1, people // PEOPLE_PER_ITEM)


def _levels(found: GroupsFound, order: tuple[str, ...]) -> tuple[Level, ...]:
    told = min(items_at_each_end(found.people), len(order) // 3)
    high, low = set(order[:told]), set(order[len(order) - told :])
    return tuple("high" if item in high else "low" if item in low else "middle" for item in found.items)


def _sizes(found: GroupsFound) -> list[Label]:
    sizes = [_size(found.people, people) for people in found.sizes]
    lows = sum(size.range.low for size in sizes)
    if has_slack(lows, people=found.people, insiders=free_people(found.people)):
        return sizes
    return [Label("unsaid", Range(SMALLEST_GROUP, found.people))] * len(sizes)


def _size(everybody: int, people: int) -> Label:
    scale = bands(everybody) if everybody < SMALLEST_SHARE_GROUP else shares(everybody)
    label = next(label for label in scale if people in label.range)
    return Label(label.word, Range(max(label.range.low, SMALLEST_GROUP), label.range.high), label.percent)
