"""A rehearsal: the dialogue as it will run, with nine simulated colleagues. Nothing of it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from goedwerk.dialogues.attributes import Attribute, classes_of
from goedwerk.dialogues.models import Round, RoundState, Step, StepState

COLLEAGUES = 9


@dataclass(frozen=True)
class Rehearsal:
    """The colleagues follow from a seed: the same rehearsal looks the same on every page."""

    seed: int
    people: int = COLLEAGUES

    def colleague(self, number: int) -> UUID:
        return UUID(int=Random(f"{self.seed} {number}").getrandbits(128))

    @property
    def colleagues(self) -> list[UUID]:
        return [self.colleague(number) for number in range(self.people)]

    def answers(self, step: Step) -> dict[UUID, Any]:
        """What each colleague answers; one in nine skips."""
        return {person: self.answer(step, person) for person in self.colleagues}

    def answer(self, step: Step, person: UUID) -> Any:
        random = Random(f"{self.seed} {step.key} {person}")
        return None if random.random() < 1 / COLLEAGUES else step.behaviour.simulate(step, random)

    def classes(self, attribute: Attribute | None) -> dict[UUID, str]:
        names = classes_of(attribute) or ("",)
        return {person: names[number % len(names)] for number, person in enumerate(self.colleagues)}


def rehearsed(round: Round, *, seed: int, position: int, closed: bool) -> Round:
    """The round in memory as it would stand at a step: the steps before it closed, the others still to come.

    `position` 0 is the moment before the first step. Nothing may be saved.
    """
    prefetch_related_objects([round], "steps")
    round.rehearsal = Rehearsal(seed)
    round.state = RoundState.OPEN
    for step in round.steps.all():
        step.state = state_at(step, position, closed)
        if step.position == position:
            round.current = step
    return round


def state_at(step: Step, position: int, closed: bool) -> StepState:
    if step.position < position or (step.position == position and closed):
        return StepState.CLOSED
    return StepState.OPEN if step.position == position else StepState.WAITING
