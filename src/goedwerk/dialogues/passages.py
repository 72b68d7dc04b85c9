"""The texts of a step that were let go, for whoever may see the step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID, uuid4

from goedwerk.approaches.step_kind import PassageDraft
from goedwerk.dialogues.models import Passage, PassageState, Step, StepState

Said = frozenset[tuple[str, str, str]]


def shown_passages(step: Step) -> list[Passage]:
    """In an order that says nothing; in a rehearsal all of them, for there are no real ones to weigh."""
    if step.round.rehearsal:
        return rehearsed_passages(step)
    return list(step.passages.filter(state=PassageState.SHOWN).order_by("heading", "id"))


def rehearsed_passages(step: Step) -> list[Passage]:
    drafts = step.behaviour.passages(step, list(step.round.rehearsal.answers(step).values()))
    keys = Random(f"{step.round.rehearsal.seed} {step.key} passages")
    return [passage_of(step, draft, key=UUID(int=keys.getrandbits(128))) for draft in drafts]


def passage_of(step: Step, draft: PassageDraft, *, key: UUID | None = None) -> Passage:
    lines = [list(line) for line in draft.lines]
    return Passage(id=key or uuid4(), step=step, heading=draft.heading, lines=lines, stays_in_room=draft.stays)


# While people go on writing


def said_so_far(step: Step) -> Said:
    """Every line that is on its way to the group already, as (heading, label, text)."""
    return frozenset((heading_of(step, passage), *line) for passage in step.passages.all() for line in passage.lines)


def heading_of(step: Step, passage: Passage | PassageDraft) -> str:
    return step.behaviour.heading_label(step, passage.heading)


def new_drafts(step: Step, answers: Sequence[Any], said: Said) -> list[PassageDraft]:
    """What these answers add to what was said: no line comes twice."""
    drafts = (without(said, step, draft) for draft in step.behaviour.passages(step, answers))
    return [draft for draft in drafts if draft.lines]


def without(said: Said, step: Step, draft: PassageDraft) -> PassageDraft:
    heading = heading_of(step, draft)
    return replace(draft, lines=tuple(line for line in draft.lines if (heading, *line) not in said))


def lay_down(step: Step, drafts: Iterable[PassageDraft], *, state: PassageState) -> None:
    """By their random keys, so that the order of the rows says nothing either."""
    made = sorted((passage_of(step, draft) for draft in drafts), key=lambda passage: passage.pk)
    for passage in made:
        passage.state = state
    Passage.objects.bulk_create(made)


def on_desk(step: Step) -> list[Passage]:
    """What the facilitator decides on, in the order of the random keys.

    What was shown in batches has been read by nobody first, so it lies here too, until a later step may have used it.
    """
    states = [PassageState.WAITING]
    if step.behaviour.in_batches and step.round.is_open and not was_followed(step):
        states.append(PassageState.SHOWN)
    return list(step.passages.filter(state__in=states).order_by("id"))


def was_followed(step: Step) -> bool:
    run = (StepState.OPEN, StepState.CLOSED)
    return step.round.steps.filter(position__gt=step.position, state__in=run).exists()
