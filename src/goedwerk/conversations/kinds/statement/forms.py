from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from goedwerk.conversations.models import Statement, StatementState
from goedwerk.conversations.statement_checks import hints_for
from goedwerk.dialogues.kinds.writing import SecondLookForm, WrittenField


class StatementForm(SecondLookForm):
    """A box per statement that may still be written; what somebody has read already stands above them, as it is."""

    def __init__(self, data: Any, *, each: int, most: int, own: Sequence[Statement] = ()):
        waiting = [statement.text for statement in own if statement.state == StatementState.WAITING]
        self.read = [statement for statement in own if statement.state != StatementState.WAITING]
        taken = sum(statement.state == StatementState.ACCEPTED for statement in own)
        super().__init__(data, initial={name_of(number): text for number, text in enumerate(waiting, start=1)})
        for number in range(1, max(each - taken, len(waiting)) + 1):
            self.fields[name_of(number)] = WrittenField(label=label_of(number, each), most=most)

    def find_hints(self, texts: Sequence[str]) -> list[str]:
        return hints_for(texts)

    def clean(self) -> Mapping[str, Any]:
        cleaned = super().clean()
        if not self.errors and not (self.written() or self.initial or self.read):
            raise ValidationError(_("Write a statement, or skip this step."))
        self.look_again()
        return cleaned

    @property
    def texts(self) -> list[str]:
        """Without line ends: a statement is one sentence."""
        return [" ".join(text.split()) for text in self.written()]

    @property
    def boxes(self) -> list[forms.BoundField]:
        return [self[name] for name, field in self.fields.items() if isinstance(field, WrittenField)]


def name_of(number: int) -> str:
    return f"statement-{number}"


def label_of(number: int, each: int) -> str:
    return _("Your statement") if each == 1 else _("Your statement %d") % number
