"""What somebody sees of a signal: its text on the way, what was decided, and how it stands with the answer."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from goedwerk.dialogues.models import Dialogue, Step
from goedwerk.organisations.models import Organisation
from goedwerk.signals.models import Signal, Wording


def thread_of(step: Step) -> Step:
    """The first run of a step: a repeat goes on with the same text."""
    return step.again or step


def is_in_memory(step: Step) -> bool:
    """A step that was never stored has no texts either."""
    return step._state.adding


def wording_of(step: Step) -> Wording | None:
    """The version that people are asked about in this run."""
    return None if is_in_memory(step) else Wording.objects.filter(asked_in=step).first()


def versions_of(step: Step) -> list[Wording]:
    return list(Wording.objects.filter(thread=thread_of(step)))


def signal_of(step: Step) -> Signal | None:
    """What was decided, if anything was."""
    if is_in_memory(step):
        return None
    return with_answers().filter(thread=thread_of(step)).first()


def with_answers():
    return Signal.objects.select_related("wording", "dialogue", "organisation").prefetch_related("answers")


def runs_of(step: Step) -> list[Step]:
    """The step and its repeats, in the order of the round."""
    first = thread_of(step)
    steps = Step.objects.filter(round_id=first.round_id).select_related("round__dialogue__organisation", "again")
    return [each for each in steps.order_by("position") if first.pk in (each.pk, each.again_id)]


def step_of(dialogue: Dialogue, key: UUID, *, kind: str) -> Step | None:
    return Step.objects.filter(round__dialogue=dialogue, kind=kind, pk=key).select_related("again").first()


# Of an organisation


def signals_of(organisation: Organisation) -> list[Signal]:
    """Everything that was asked of somebody, the first that is due first; then what was answered, the last first."""
    asked = list(with_answers().filter(organisation=organisation, wording__isnull=False))
    return [*sorted(filter(due, asked), key=due), *answered(asked)]


def due(signal: Signal):
    return signal.due


def answered(signals: Sequence[Signal]) -> list[Signal]:
    done = [signal for signal in signals if signal.due is None]
    return sorted(done, key=lambda signal: signal.last_answer.given_on, reverse=True)


def signal_by_key(organisation: Organisation, key: UUID) -> Signal | None:
    return with_answers().filter(organisation=organisation, wording__isnull=False, pk=key).first()
