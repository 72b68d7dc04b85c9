"""The single door: from the answers to one step to what may be shown of them.

Pure but for reading the run it is given, so that a rehearsal goes through the same door as the real thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Any
from uuid import UUID

from goedwerk.dialogues.models import Step
from goedwerk_analysis import disclosure
from goedwerk_analysis.counts import ChoiceCounts, PickCounts, RatingCounts, ShiftCounts
from goedwerk_analysis.disclosure import Earlier, Plan
from goedwerk_analysis.released import ChoicePicture, Released, SplitPicture, Withheld

SHIFT = "shift"


@dataclass(frozen=True)
class Run:
    """One run of a step: everybody who was there with their answer (None for none), and what was shown of it."""

    step: Step
    answers: Mapping[UUID, Any]
    classes: Mapping[UUID, str] = field(default_factory=dict)
    released: Mapping[str, Released] = field(default_factory=dict)

    @property
    def people(self) -> set[UUID]:
        return set(self.answers)

    def members(self, classes: Sequence[str]) -> set[UUID]:
        return {person for person in self.answers if self.classes.get(person, "") in classes}


def release(run: Run, earlier: Sequence[Run] = (), *, classes: Sequence[str] = ()) -> dict[str, Released]:
    """What may be shown of `run`, by name; `earlier` are the runs of the same material before it.

    `classes` are all classes of the attribute that was planned, when this step is shown split.
    """
    kind = run.step.behaviour
    split = run.step.is_split and bool(classes)
    counts = kind.summarise(run.step, list(run.answers.values()))
    shown = {name: release_counts(counts[name], name, run, earlier) for name in counts}
    if split:
        shown |= {name: split_by_class(name, run, earlier, classes) for name in counts if is_choice(counts[name])}
    elif earlier and any(is_choice(count) for count in counts.values()):
        shown[SHIFT] = shift(run, earlier[-1])
    return shown


def is_choice(counts: Any) -> bool:
    return isinstance(counts, ChoiceCounts)


@singledispatch
def release_counts(counts: Any, name: str, run: Run, earlier: Sequence[Run]) -> Released:
    raise TypeError(f"the gate knows no {type(counts).__name__}")


@release_counts.register
def _choice(counts: ChoiceCounts, name: str, run: Run, earlier: Sequence[Run]) -> Released:
    return disclosure.release_choice(counts, earlier=pictures_before(name, run, earlier))


@release_counts.register
def _picks(counts: PickCounts, name: str, run: Run, earlier: Sequence[Run]) -> Released:
    return Withheld("changed-group") if group_changed(run, earlier) else disclosure.release_picks(counts)


@release_counts.register
def _ratings(counts: RatingCounts, name: str, run: Run, earlier: Sequence[Run]) -> Released:
    return Withheld("changed-group") if group_changed(run, earlier) else disclosure.release_ratings(counts)


def group_changed(run: Run, earlier: Sequence[Run]) -> bool:
    return any(before.people != run.people for before in earlier)


def pictures_before(name: str, run: Run, earlier: Sequence[Run]) -> list[Earlier]:
    return [
        came_and_went(before.released[name], run.people, before.people)
        for before in earlier
        if isinstance(before.released.get(name), ChoicePicture | Withheld)
    ]


def came_and_went(picture: ChoicePicture | Withheld, now: set[UUID], then: set[UUID]) -> Earlier:
    return Earlier(picture, joined=len(now - then), left=len(then - now))


def shift(run: Run, before: Run) -> Released:
    """Whether more than half chose otherwise; only when the same people were there both times."""
    category = run.step.behaviour.category
    pairs = [(category(before.answers.get(person)), category(answer)) for person, answer in run.answers.items()]
    counts = ShiftCounts.of(pairs, people=len(pairs))
    return disclosure.release_shift(counts, same_people=run.people == before.people)


# Split by one attribute: classes instead of the total, never both


def split_by_class(name: str, run: Run, earlier: Sequence[Run], classes: Sequence[str]) -> Released:
    plan = plan_before(name, earlier, classes) or plan_now(run, classes)
    counts = {key: count_class(name, run, key) for key in classes if run.members([key])}
    if not counts:
        return Withheld("few")
    return disclosure.release_split(plan, counts, earlier=class_pictures_before(name, run, earlier, plan))


def plan_now(run: Run, classes: Sequence[str]) -> Plan:
    return disclosure.plan_split({key: len(run.members([key])) for key in classes})


def plan_before(name: str, earlier: Sequence[Run], classes: Sequence[str]) -> Plan | None:
    """The plan of the first time this question was put: it binds every repeat."""
    if not earlier:
        return None
    first = earlier[0].released.get(name)
    if isinstance(first, SplitPicture):
        return Plan(tuple(group.classes for group in first.groups))
    return Plan((tuple(classes),))


def count_class(name: str, run: Run, key: str) -> ChoiceCounts:
    answers = [run.answers[person] for person in run.members([key])]
    return run.step.behaviour.summarise(run.step, answers)[name]


def class_pictures_before(
    name: str, run: Run, earlier: Sequence[Run], plan: Plan
) -> dict[tuple[str, ...], list[Earlier]]:
    return {
        group: [
            came_and_went(picture, run.members(group), before.members(group))
            for before in earlier
            if (picture := picture_of(before.released.get(name), group)) is not None
        ]
        for group in plan.groups
    }


def picture_of(released: Released | None, group: tuple[str, ...]) -> ChoicePicture | Withheld | None:
    """What was shown earlier of these classes together."""
    if isinstance(released, SplitPicture):
        return next((part.picture for part in released.groups if part.classes == group), None)
    return released if isinstance(released, ChoicePicture | Withheld) else None
