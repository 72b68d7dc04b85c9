"""A step kind that keeps one record per person, and the form every step starts from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from goedwerk.approaches.step_kind import StepKind
from goedwerk.dialogues.models import Participation, Response, Step


class RecordedKind(StepKind):
    """Keeps its answers in one table. `fields_of` says what of a form is kept, `answer_of` what a record says."""

    Record: ClassVar[type[Response]]

    def fields_of(self, step: Step, form: forms.Form) -> Mapping[str, Any]:
        raise NotImplementedError

    def answer_of(self, record: Response) -> Any:
        raise NotImplementedError

    def record(self, *, step: Step, participation: Participation, form: forms.Form) -> None:
        self.Record.keep(step=step, participation=participation, **self.fields_of(step, form))

    def answers(self, step: Step, participation: Participation | None = None) -> Mapping[UUID, Any]:
        records = self.Record.objects.filter(step=step)
        if participation is not None:
            records = records.filter(participation=participation)
        return {record.participation_id: self.answer_of(record) for record in records}

    def erase(self, step: Step, participation: Participation | None = None) -> None:
        self.Record.erase(step=step, participation=participation)
