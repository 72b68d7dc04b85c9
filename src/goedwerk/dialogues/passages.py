"""The texts of a step that were let go, for whoever may see the step."""

from __future__ import annotations

from random import Random
from uuid import UUID, uuid4

from goedwerk.approaches.step_kind import PassageDraft
from goedwerk.dialogues.models import Passage, PassageState, Step


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
