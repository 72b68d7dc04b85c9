"""Send a statement into a pool that others vote on; somebody reads it first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said
from goedwerk.conversations import outcomes, queries
from goedwerk.conversations.actions import proposing
from goedwerk.conversations.kinds.statement.examples import EXAMPLES
from goedwerk.conversations.kinds.statement.forms import StatementForm
from goedwerk.conversations.models import Statement, key_of
from goedwerk.dialogues import text_checks
from goedwerk.dialogues.models import Participation, Passage, Step

BEFORE = "before"


@dataclass(frozen=True)
class Params(step_kind.Params):
    each: int = 1
    max: int = 140
    # Whether statements are read before others see them, or after.
    moderation: str = BEFORE


@dataclass(frozen=True)
class Body:
    is_live: bool
    is_read_first: bool


class StatementKind(step_kind.StepKind):
    key = "statement"
    label = gettext_lazy("Add a statement")
    icon = "pencil"
    Params = Params

    def reader(self, step: Step) -> Reader:
        return Reader.GROUP if self.params(step).moderation == BEFORE else Reader.OPEN

    def reader_words(self, step: Step) -> Any:
        read_by_two = self.reader(step) == Reader.GROUP and not step.round.is_live
        return _("Two people read this first. Then the group may, without your name.") if read_by_two else ""

    def body(self, step: Step) -> Body:
        return Body(step.round.is_live, self.params(step).moderation == BEFORE)

    def form(self, step: Step, data: Any = None, answer: Sequence[Statement] | None = None) -> StatementForm:
        params = self.params(step)
        form = StatementForm(data, each=params.each, most=params.max, own=answer or ())
        form.outcomes = outcomes.of(form.read)
        return form

    def form_for(self, step: Step, participation: Participation, data: Any = None, answer: Any = None) -> StatementForm:
        return self.form(step, data, queries.own_statements(step, participation) if answer is None else answer)

    # One answer: the statements of one person

    def record(self, *, step: Step, participation: Participation, form: forms.Form) -> None:
        proposing.propose(step=step, participation=participation, **self.fields_of(step, form))

    def fields_of(self, step: Step, form: StatementForm) -> Mapping[str, Any]:
        return {"texts": form.texts}

    def answers(self, step: Step, participation: Participation | None = None) -> Mapping[UUID, list[Statement]]:
        return {person: own for person, own in queries.statements_by_person(step, participation).items() if own}

    def erase(self, step: Step, participation: Participation | None = None) -> None:
        if participation is None:
            proposing.erase(step)
        else:
            proposing.withdraw(step, participation)

    def own_words(self, step: Step, answer: Sequence[Statement] | None) -> list[tuple[str, str]]:
        """Each with what became of it."""
        return [(outcome.words, outcome.text) for outcome in outcomes.of(answer or ())]

    def points_to_doors(self, step: Step, answer: Sequence[Statement] | None) -> bool:
        return text_checks.looks_like_report([statement.text for statement in answer or ()])

    def was_struck(self, step: Step, passage: Passage) -> None:
        """Live a statement is shown as a text under the same key: it leaves the pictures as well."""
        Statement.objects.filter(step=step, pk=passage.pk).delete()

    # All statements together

    def group_options(self, step: Step) -> list[tuple[str, str]]:
        if step.round.rehearsal:
            return sorted((each.key, each.text) for each in rehearsed(step))
        return queries.accepted(step)

    def passages(self, step: Step, answers: Sequence[Any]) -> Sequence[PassageDraft]:
        """In a rehearsal they are read here. Real ones have a page of their own, also while people still write."""
        written = [each for answer in answers for each in answer or ()] if step.round.rehearsal else []
        return [PassageDraft("", (("", statement.text),)) for statement in written]

    def waiting(self, step: Step) -> int:
        return queries.number_waiting(step)

    def desk(self, step: Step) -> str:
        return reverse("conversations:statements", args=[step.round.dialogue_id, step.pk])

    def simulate(self, step: Step, random: Random) -> list[Statement]:
        return [Statement(id=UUID(int=random.getrandbits(128)), step=step, text=said(random.choice(EXAMPLES)))]


def rehearsed(step: Step) -> list[Statement]:
    """What the simulated colleagues wrote; the same words count once."""
    written = [each for answer in step.round.rehearsal.answers(step).values() for each in answer or ()]
    return list({each.text: each for each in sorted(written, key=lambda each: key_of(each.pk))}.values())


KIND = StatementKind()
