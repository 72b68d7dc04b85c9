from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from goedwerk.dialogues.kinds.writing import WritingForm, WrittenField

# With an underscore, so that no row of a recipe can have the same key.
OWN_ROWS = ("own_1", "own_2")
LONGEST_PARTY, LONGEST_CELL = 60, 280


@dataclass(frozen=True)
class Row:
    """A party; those that people add have no label before they are written."""

    key: str
    label: str


def cell(row: str, column: str) -> str:
    return f"{row}_{column}"


def party(row: str) -> str:
    """The name of the box in which somebody writes who an added row is about."""
    return f"party_{row}"


class TableForm(WritingForm):
    """A box per party and column, and empty rows for parties that are missing."""

    def __init__(
        self,
        data: Any,
        *,
        rows: Sequence[Row],
        columns: Sequence[tuple[str, str]],
        initial: Mapping[str, str] | None = None,
    ):
        super().__init__(data, boxes=(), initial=initial)
        self.rows, self.columns = rows, columns
        for row in rows:
            self._add_cells(row.key)
        for key in OWN_ROWS:
            self.fields[party(key)] = WrittenField(label=_("Who?"), most=LONGEST_PARTY, rows=1)
            self._add_cells(key)

    def _add_cells(self, row: str) -> None:
        for column, label in self.columns:
            self.fields[cell(row, column)] = WrittenField(label=label, most=LONGEST_CELL, rows=2)

    def clean(self) -> dict[str, Any]:
        for key in OWN_ROWS:
            self._require_party(key)
        return super().clean()

    def _require_party(self, key: str) -> None:
        words = [self.cleaned_data.get(cell(key, column)) for column, _label in self.columns]
        if any(words) and not self.cleaned_data.get(party(key)):
            self.add_error(party(key), _("Also say for whom this is."))

    @property
    def parties(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(row.label, self._cells(row.key)) for row in self.rows]

    @property
    def own_parties(self) -> list[list[forms.BoundField]]:
        return [[self[party(key)], *self._cells(key)] for key in OWN_ROWS]

    @property
    def has_own_parties(self) -> bool:
        """Whether an own row is filled in or wrong, so that it must not stay folded."""
        return any(field.errors or field.value() for row in self.own_parties for field in row)

    def _cells(self, row: str) -> list[forms.BoundField]:
        return [self[cell(row, column)] for column, _label in self.columns]
