"""The single door: from the answers to one step to what may be shown of them.

Pure but for reading the run it is given, so that a rehearsal goes through the same door as the real thing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Any
from uuid import UUID

from goedwerk.approaches.step_kind import Moment
from goedwerk.dialogues.models import Step
from goedwerk.reports import second_line
from goedwerk_analysis import disclosure
from goedwerk_analysis.counts import (
    ChoiceCounts,
    GroupsFound,
    LandscapeFound,
    PickCounts,
    RatingCounts,
    ShiftCounts,
    SortCounts,
    VoteCounts,
)
from goedwerk_analysis.disclosure import Earlier, Plan
from goedwerk_analysis.released import ChoicePicture, LandscapePicture, PicksPicture, Released, SplitPicture, Withheld
from goedwerk_analysis.sorts_found import CoreFound, DistinctiveFound, MovesFound, PartsFound

SHIFT = "shift"


@dataclass(frozen=True)
class Run:
    """One run of a step: everybody who was there with their answer (None for none), and what was shown of it."""

    step: Step
    answers: Mapping[UUID, Any]
    classes: Mapping[UUID, str] = field(default_factory=dict)
    released: Mapping[str, Released] = field(default_factory=dict)
    # What people said of themselves, where several attributes were asked of a large group.
    described: Mapping[UUID, Mapping[str, str]] = field(default_factory=dict)
    # Of an earlier run: whether it was in this same round. Answers of two rounds are never laid beside each other.
    same_round: bool = True
    # Who was there is known, and what they answered is gone.
    is_erased: bool = False

    @property
    def people(self) -> set[UUID]:
        return set(self.answers)

    @property
    def moment(self) -> Moment:
        return Moment(self.step, self.answers, self.described)

    def members(self, classes: Sequence[str]) -> set[UUID]:
        return {person for person in self.answers if self.classes.get(person, "") in classes}


def release(run: Run, earlier: Sequence[Run] = (), *, classes: Sequence[str] = ()) -> dict[str, Released]:
    """What may be shown of `run`, by name; `earlier` are the runs of the same material before it.

    `classes` are all classes of the attribute that was planned, when this step is shown split.
    """
    counts = counts_of(run) | moves_of(run, earlier)
    choices = [name for name, count in counts.items() if isinstance(count, ChoiceCounts)]
    split = choices if run.step.is_split and classes else []
    shown: dict[str, Released] = {}
    for name in counts:
        if name not in split:
            shown[name] = release_counts(counts[name], name, run, earlier, tuple(shown.values()))
    shown |= {name: split_by_class(name, run, earlier, classes) for name in split}
    shown = {name: second_line.checked(picture) for name, picture in shown.items()}
    here = [before for before in earlier if before.same_round]
    asked_before = [before for before in here if choices and choices[0] in before.released]
    if asked_before and not split:
        shown[SHIFT] = checked_shift(run, asked_before[-1], choices[0], shown)
    return shown


def counts_of(run: Run) -> dict[str, Any]:
    """What the kind of step counts; with its comparison over several attributes, where they were asked."""
    kind, answers = run.step.behaviour, list(run.answers.values())
    counts = dict(kind.summarise(run.step, answers))
    if run.described:
        counts |= kind.compare(run.step, answers, [run.described.get(person, {}) for person in run.answers])
    return counts


def moves_of(run: Run, earlier: Sequence[Run]) -> dict[str, Any]:
    """What moved since the sort that this one repeats, if the same people made both; and since the last round."""
    since = (repeated_by(run, earlier), last_round_of(run, earlier))
    counts: dict[str, Any] = {}
    for before in (each for each in since if each and each.answers and not each.is_erased):
        counts |= run.step.behaviour.compare_with(run.step, run.moment, before.moment)
    return counts


def repeated_by(run: Run, earlier: Sequence[Run]) -> Run | None:
    named = run.step.params.get("repeat_of")
    here = [before for before in earlier if before.step.round_id == run.step.round_id and before.step.key == named]
    return next((before for before in here if before.people == run.people), None)


def last_round_of(run: Run, earlier: Sequence[Run]) -> Run | None:
    rounds = [before for before in earlier if before.step.round_id != run.step.round_id]
    return next((before for before in reversed(rounds) if before.step.key == run.step.key), None)


def release_counts(
    counts: Any, name: str, run: Run, earlier: Sequence[Run], beside: Sequence[Released] = ()
) -> Released:
    """What may be shown of one thing that was counted; `beside` is what the same step shows already.

    Whatever its kind, nothing is told again of a group that changed. Two kinds have a rule of their own: of a choice
    something can be told all the same, and what moved is made of two sorts at once, of the same people or of two large
    rounds.
    """
    if isinstance(counts, ChoiceCounts):
        return release_choice(counts, name, run, earlier)
    if group_changed(name, run, earlier) and not isinstance(counts, MovesFound):
        return Withheld("changed-group")
    return draw(counts, beside)


def release_choice(counts: ChoiceCounts, name: str, run: Run, earlier: Sequence[Run]) -> Released:
    before = pictures_before(name, run, earlier)
    if group_changed(name, run, earlier) and any(has_other_options(past.picture, counts) for past in before):
        return Withheld("changed-group")
    return disclosure.release_choice(counts, earlier=before)


@singledispatch
def draw(counts: Any, beside: Sequence[Released]) -> Released:
    """The picture of counts of one kind; only `release_counts` asks for it."""
    raise TypeError(f"the gate knows no {type(counts).__name__}")


@draw.register
def _picks(counts: PickCounts, beside: Sequence[Released]) -> Released:
    return disclosure.release_picks(counts, beside=[picture for picture in beside if is_hand(picture, counts)])


def is_hand(picture: Released, counts: PickCounts) -> bool:
    """Shown of the same cards in the same step, or withheld."""
    return isinstance(picture, Withheld) or (isinstance(picture, PicksPicture) and picture.cards == counts.cards)


@draw.register
def _votes(counts: VoteCounts, beside: Sequence[Released]) -> Released:
    return disclosure.release_votes(counts, only=named_beside(beside))


def named_beside(beside: Sequence[Released]) -> frozenset[str] | None:
    """The statements that a landscape of the same votes names; None when there is no landscape."""
    return next((picture.named for picture in beside if isinstance(picture, LandscapePicture)), None)


def alone(rule: Callable[[Any], Released]) -> Callable[[Any, Sequence[Released]], Released]:
    """A rule for which it does not matter what the same step shows already."""
    return lambda counts, _beside: rule(counts)


for kind, rule in (
    (RatingCounts, disclosure.release_ratings),
    (SortCounts, disclosure.release_sort),
    (GroupsFound, disclosure.release_groups),
    (LandscapeFound, disclosure.release_landscape),
    (CoreFound, disclosure.release_core),
    (PartsFound, disclosure.release_parts),
    (DistinctiveFound, disclosure.release_distinctive),
    (MovesFound, disclosure.release_moves),
):
    draw.register(kind, alone(rule))


def group_changed(name: str, run: Run, earlier: Sequence[Run]) -> bool:
    """Whether anybody came or went since something was told of this question."""
    told = [before for before in earlier if before.released.get(name) not in (None, Withheld("few"))]
    return any(before.people != run.people for before in told)


def has_other_options(picture: ChoicePicture | Withheld, counts: ChoiceCounts) -> bool:
    """The group wrote the options itself, and added one since."""
    return isinstance(picture, ChoicePicture) and picture.options != counts.options


def pictures_before(name: str, run: Run, earlier: Sequence[Run]) -> list[Earlier]:
    return [
        came_and_went(before.released[name], run.people, before.people)
        for before in earlier
        if isinstance(before.released.get(name), ChoicePicture | Withheld)
    ]


def came_and_went(picture: ChoicePicture | Withheld, now: set[UUID], then: set[UUID]) -> Earlier:
    if isinstance(picture, ChoicePicture) and picture.people != len(then):
        # Who was there is erased by now: anybody may be new, so nothing can be compared.
        return Earlier(picture, joined=len(now), left=picture.people)
    return Earlier(picture, joined=len(now - then), left=len(then - now))


def checked_shift(run: Run, before: Run, choice: str, shown: Mapping[str, Released]) -> Released:
    first = before.released.get(choice, Withheld("few"))
    return second_line.checked_shift(first, shown[choice], shift(run, before))


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
