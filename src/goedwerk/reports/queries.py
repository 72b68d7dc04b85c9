"""What was stored, for whoever may see it; and the runs that the gate looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from goedwerk.dialogues.attributes import attribute_of, classes_of
from goedwerk.dialogues.models import Attendance, Dialogue, Participation, Presence, Round, RoundState, Step, StepState
from goedwerk.reports.models import Finding
from goedwerk.reports.release import Run, release
from goedwerk_analysis.released import Released, from_json


def released_of(step: Step) -> dict[str, Released]:
    """Everything that may be shown of a closed step, as it was stored; in a rehearsal, as it would be."""
    if step.round.rehearsal:
        return rehearsed(step)
    return {finding.name: from_json(finding.released) for finding in Finding.objects.filter(step=step)}


def rehearsed(step: Step) -> dict[str, Released]:
    return release(run_of(step), earlier_runs(step), classes=classes_for(step))


def run_of(step: Step) -> Run:
    """Who was there when the step closed, and what they answered; the order is that of random keys."""
    if step.round.rehearsal:
        return rehearsed_run(step)
    if step.round.erased:
        return erased_run(step)
    present = Attendance.objects.filter(step=step).select_related("participation").order_by("participation_id")
    answers = step.behaviour.answers(step)
    people = [attendance.participation for attendance in present]
    return Run(
        step=step,
        answers={person.pk: answers.get(person.pk) for person in people},
        classes={person.pk: person.attribute for person in people},
        described=described_in(step, people),
    )


def erased_run(step: Step) -> Run:
    """Of answers that are gone it is still known who came in to their round.

    When as many were there as the picture tells, it was all of them; otherwise it is not known who was there.
    """
    came_in = list(Presence.objects.filter(round=step.round).values_list("participation", flat=True))
    told = {getattr(picture, "people", None) for picture in released_of(step).values()}
    return Run(step=step, answers=dict.fromkeys(came_in if len(came_in) in told else ()), is_erased=True)


def described_in(step: Step, people: Sequence[Participation]) -> dict[UUID, Mapping[str, str]]:
    """What people said of themselves, only where that was asked of a large group: in an open round."""
    asked = step.round.dialogue.described_by if not step.round.is_live else ()
    return {person.pk: person.described for person in people} if asked else {}


def rehearsed_run(step: Step) -> Run:
    rehearsal = step.round.rehearsal
    return Run(step, rehearsal.answers(step), rehearsal.classes(attribute_of(step.round.dialogue)))


def material_of(step: Step) -> str:
    """What a step asks about: a second choice and a repeat ask the same as the first time."""
    repeats = {recipe.key: recipe.document["params"].get("repeat_of") for recipe in step.round.dialogue.approach.steps}
    key = step.document["id"]
    while repeats.get(key):
        key = repeats[key]
    return key


def earlier_steps(step: Step) -> list[Step]:
    """Closed steps before this one in the round that asked the same, first one first."""
    return [other for other in same_question(step) if other.position < step.position]


def same_question(step: Step) -> list[Step]:
    others = [other for other in step.round.steps.all() if other.is_closed and other.pk != step.pk]
    return [other for other in others if other.kind == step.kind and asks_the_same(step, other)]


def asks_the_same(step: Step, other: Step) -> bool:
    return material_of(other) == material_of(step) or step.behaviour.asks_again(step, other)


def earlier_runs(step: Step) -> list[Run]:
    """Every time the same was asked and shown before; the last one is what this run is compared with."""
    return [
        replace(run_of(other), released=released_of(other), same_round=other.round_id == step.round_id)
        for other in steps_shown_before(step)
    ]


def steps_shown_before(step: Step) -> list[Step]:
    """In the order of the round, but first whatever was closed before a repeat that was put in ahead of it."""
    if step.round.rehearsal:
        return earlier_steps(step)
    here = sorted(same_question(step), key=lambda other: (other.position < step.position, other.position))
    return [*steps_of_earlier_rounds(step), *here]


def steps_of_earlier_rounds(step: Step) -> list[Step]:
    """The same people may be asked again in a later round: what was shown then counts."""
    closed = Step.objects.filter(
        round__dialogue=step.round.dialogue, round__number__lt=step.round.number, kind=step.kind, state=StepState.CLOSED
    )
    closed = closed.select_related("round__dialogue").order_by("round__number", "position")
    return [other for other in closed if asks_the_same(step, other)]


def classes_for(step: Step) -> Sequence[str]:
    return classes_of(attribute_of(step.round.dialogue)) if step.is_split else ()


# Of a whole dialogue


def closed_rounds(dialogue: Dialogue) -> list[Round]:
    """Every round that was closed, with its steps, the first one first."""
    return list(dialogue.rounds.filter(state=RoundState.CLOSED).prefetch_related("steps").order_by("number"))


def first_round_of(participation: Participation) -> int:
    """The number of the round in which somebody first came in."""
    return min(participation.presences.values_list("round__number", flat=True), default=1)


def methods_of(round: Round) -> list[str]:
    found = Finding.objects.filter(step__round=round)
    return list(found.order_by("method").values_list("method", flat=True).distinct())
