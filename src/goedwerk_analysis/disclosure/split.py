"""One question by one attribute: classes instead of the total, never both, or somebody can subtract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from goedwerk_analysis.counts import ChoiceCounts
from goedwerk_analysis.disclosure.choice import release_choice
from goedwerk_analysis.disclosure.rounds import Earlier
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP
from goedwerk_analysis.released import ChoicePicture, SplitGroup, SplitPicture, Withheld

Classes = tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """Which classes are shown together. Made from public facts once, and binding for every repeat of the question."""

    groups: tuple[Classes, ...]

    def __post_init__(self) -> None:
        names = [name for group in self.groups for name in group]
        if not self.groups or len(set(names)) != len(names):
            raise ValueError(f"each class must stand in one group, got {self.groups!r}")

    @property
    def is_total(self) -> bool:
        return len(self.groups) == 1

    @property
    def other(self) -> Classes:
        """The pool of "other" classes, empty when no class had to be pooled."""
        return next((group for group in self.groups if len(group) > 1 and not self.is_total), ())


def plan_split(sizes: Mapping[str, int]) -> Plan:
    """Pool classes of fewer than five people; the total instead, when the pool or the number of groups is too small.

    Sizes are public, so falling back tells nothing. A class without people joins the pool, in case somebody comes.
    """
    total = Plan((tuple(sizes),))
    large = tuple((name,) for name, people in sizes.items() if people >= SMALLEST_GROUP)
    small = tuple(name for name, people in sizes.items() if people < SMALLEST_GROUP)
    pooled = sum(sizes[name] for name in small)
    if 0 < pooled < SMALLEST_GROUP:
        return total
    groups = (*large, small) if pooled else large
    return Plan(groups) if len(groups) >= 2 else total


def release_split(
    plan: Plan,
    counts_per_class: Mapping[str, ChoiceCounts],
    earlier: Mapping[Classes, Sequence[Earlier]] | None = None,
) -> SplitPicture | ChoicePicture | Withheld:
    """Release each group of `plan` by the table for its own size; with a total as plan, the one picture of everybody.

    Parameters
    ----------
    plan : Plan
        The plan of the first time this question was put, also for its repeats.
    counts_per_class : mapping of str to ChoiceCounts
        Counts of every class that has people. A class that the plan does not know gets no picture.
    earlier : mapping of group to sequence of Earlier, optional
        Earlier pictures of the same material, per group of the plan.
    """
    earlier = earlier or {}
    if plan.is_total:
        everybody = _joined(tuple(counts_per_class), counts_per_class)
        return release_choice(everybody, earlier=earlier.get(plan.groups[0], ()))
    return SplitPicture(tuple(_group(classes, counts_per_class, earlier) for classes in plan.groups))


def _group(
    classes: Classes,
    counts_per_class: Mapping[str, ChoiceCounts],
    earlier: Mapping[Classes, Sequence[Earlier]],
) -> SplitGroup:
    counts = _joined(classes, counts_per_class)
    return SplitGroup(classes, counts.people, release_choice(counts, earlier=earlier.get(classes, ())))


def _joined(classes: Classes, counts_per_class: Mapping[str, ChoiceCounts]) -> ChoiceCounts:
    if not counts_per_class:
        raise ValueError("there are no counts to release")
    options = next(iter(counts_per_class.values())).options
    present = (counts_per_class[name] for name in classes if name in counts_per_class)
    return reduce(ChoiceCounts.merge, present, ChoiceCounts.empty(options[:-1]))
