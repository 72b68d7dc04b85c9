"""What was stored, for whoever may see it; and the runs that the gate looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from goedwerk.dialogues.attributes import classes_of
from goedwerk.dialogues.models import Attendance, Step
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
    present = Attendance.objects.filter(step=step).select_related("participation").order_by("participation_id")
    answers = step.behaviour.answers(step)
    people = [attendance.participation for attendance in present]
    return Run(
        step=step,
        answers={person.pk: answers.get(person.pk) for person in people},
        classes={person.pk: person.attribute for person in people},
    )


def rehearsed_run(step: Step) -> Run:
    rehearsal = step.round.rehearsal
    return Run(step, rehearsal.answers(step), rehearsal.classes(step.round.dialogue.attribute))


def material_of(step: Step) -> str:
    """What a step asks about: a second choice and a repeat ask the same as the first time."""
    return step.params.get("repeat_of") or step.document["id"]


def earlier_steps(step: Step) -> list[Step]:
    """Closed steps of this round that asked the same, first one first."""
    others = [other for other in step.round.steps.all() if other.is_closed and other.pk != step.pk]
    before = [other for other in others if other.position < step.position or not step.is_closed]
    return [other for other in before if other.kind == step.kind and material_of(other) == material_of(step)]


def earlier_runs(step: Step) -> list[Run]:
    return [replace(run_of(other), released=released_of(other)) for other in earlier_steps(step)]


def classes_for(step: Step) -> Sequence[str]:
    return classes_of(step.round.dialogue.attribute) if step.is_split else ()
