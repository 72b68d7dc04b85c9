"""What somebody does with the case they brought: change it, answer questions about the facts, withdraw it, and say
whether it may leave the room."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from goedwerk.dialogues import cases
from goedwerk.dialogues.actions import reading
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.models import Case, Passage, PassageState, Round, Step


@transaction.atomic
def change_case(*, case: Case, lines: Mapping[str, str]) -> None:
    """Write it anew. What the group had read goes back to who reads first."""
    require_open(case.step.round)
    case.lines = dict(lines)
    case.save(update_fields=["lines"])
    if case.passage is not None:
        [draft] = case.step.behaviour.passages(case.step, [case.lines])
        put_back(case.passage, [list(line) for line in draft.lines])


def require_open(round: Round) -> None:
    held = Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    if not held.is_open:
        raise StepClosed


def put_back(passage: Passage, lines: list[list[str]]) -> None:
    passage.lines, passage.state, passage.retold = lines, PassageState.WAITING, False
    passage.save(update_fields=["lines", "state", "retold"])


@transaction.atomic
def withdraw_case(*, case: Case) -> None:
    """Take it back: the text, and everything that was asked and answered about it."""
    require_open(case.step.round)
    forget(case)


def forget(case: Case) -> None:
    passage = case.passage
    case.delete()
    if passage is not None:
        reading.strike(passage=passage)
    if not cases.cases_in(case.step.round):
        for fact in facts_in(case.step.round):
            reading.strike(passage=fact)


def facts_in(round: Round) -> list[Passage]:
    """Questions and answers about the case, let go or not."""
    return list(Passage.objects.filter(step__in=cases.steps_of_facts(round)))


@transaction.atomic
def answer_question(*, step: Step, question: Passage, text: str) -> None:
    """Answer a question about the facts. The answer goes to who reads first, and then stands among the facts."""
    require_open(step.round)
    asked = cases.Fact.of(question).question
    lines = [[asked, text]]
    answered = next((fact for fact in step.passages.all() if fact.lines and fact.lines[0][0] == asked), None)
    if answered is not None:
        put_back(answered, lines)
    else:
        Passage.objects.create(step=step, lines=lines, stays_in_room=question.stays_in_room)


@transaction.atomic
def let_leave(*, case: Case, yes: bool) -> None:
    """Whether the case and its facts may stand in the report. It can be said again, until the answers are erased."""
    held = Round.objects.select_for_update(of=("self",)).get(pk=case.step.round_id)
    if held.erased:
        raise StepClosed
    case.may_leave = yes
    case.save(update_fields=["may_leave"])
    if case.passage is not None:
        case.passage.stays_in_room = not yes
        case.passage.save(update_fields=["stays_in_room"])
    stays = not all(other.may_leave for other in cases.cases_in(case.step.round))
    for fact in facts_in(case.step.round):
        fact.stays_in_room = stays
        fact.save(update_fields=["stays_in_room"])
