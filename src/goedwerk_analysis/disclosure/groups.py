"""Viewpoints and opinion groups: sizes in ranges, and per card or statement only high, middle or low.

Which groups there are follows from everybody's answers together, in a way that no list of cells describes. So this rule
is not proved; it is attacked statistically (`docs/method/attack.md`).
"""

from __future__ import annotations

from goedwerk_analysis.counts import GroupsFound
from goedwerk_analysis.disclosure.bands import bands, shares
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP, SMALLEST_SHARE_GROUP, free_people, has_slack
from goedwerk_analysis.released import GroupShown, GroupsPicture, Label, Range, Withheld

SMALLEST_WITH_VIEWPOINTS = 20
SMALLEST_WITH_OPINION_GROUPS = 50


def release_groups(found: GroupsFound, *, smallest: int = SMALLEST_WITH_VIEWPOINTS) -> GroupsPicture | Withheld:
    """Show groups from `smallest` people on, each of five people or more; otherwise say that no groups stand out."""
    if found.people < max(smallest, SMALLEST_WITH_VIEWPOINTS):
        return Withheld("few")
    if len(found.sizes) < 2 or min(found.sizes) < SMALLEST_GROUP:
        return Withheld("no-groups")
    sizes = _sizes(found)
    # Sorted by what the groups think: their order tells nothing of which is larger.
    shown = sorted(zip(found.levels, sizes, strict=True), key=lambda group: group[0])
    return GroupsPicture(found.people, found.items, tuple(GroupShown(size, levels) for levels, size in shown))


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
