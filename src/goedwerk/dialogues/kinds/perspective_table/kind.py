"""What is at stake for whom: a table of the group, announced as open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said
from goedwerk.dialogues.kinds.perspective_table.forms import OWN_ROWS, Row, TableForm, cell, party
from goedwerk.dialogues.kinds.writing import WrittenKind, example
from goedwerk.dialogues.models import Step


@dataclass(frozen=True)
class Params(step_kind.Params):
    rows: Sequence[Mapping[str, str]] = ()
    columns: Sequence[Mapping[str, str]] = ()


class PerspectiveTable(WrittenKind):
    key = "perspective_table"
    label = _("What matters, to whom")
    icon = "list"
    Params = Params
    EXAMPLES = (
        {"nl": "Gehoord worden, ook als het antwoord nee is.", "en": "To be heard, even if the answer is no."},
        {"nl": "Dat gelijke gevallen gelijk worden behandeld.", "en": "That equal cases are treated equally."},
        {"nl": "Weten waar je aan toe bent.", "en": "To know where you stand."},
        {"nl": "Dat een fout hersteld wordt.", "en": "That a mistake is repaired."},
    )

    def reader(self, step: Step) -> Reader:
        return Reader.OPEN

    def rows(self, step: Step) -> list[Row]:
        return [Row(row["id"], said(row)) for row in self.params(step).rows]

    def columns(self, step: Step) -> list[tuple[str, str]]:
        return [(column["id"], said(column)) for column in self.params(step).columns]

    def form(self, step: Step, data: Any = None, answer: Any = None) -> TableForm:
        return TableForm(data, rows=self.rows(step), columns=self.columns(step), initial=answer)

    def body(self, step: Step) -> tuple[list[Row], list[tuple[str, str]]]:
        return self.rows(step), self.columns(step)

    def parties(self, step: Step, answer: Mapping[str, str]) -> list[PassageDraft]:
        """What one person filled in, by party; rows without a word are left out."""
        rows = [*self.rows(step), *own_rows(answer)]
        filled = ((row, self.cells(step, answer, row)) for row in rows)
        return [PassageDraft(row.label, lines) for row, lines in filled if lines]

    def cells(self, step: Step, answer: Mapping[str, str], row: Row) -> tuple[tuple[str, str], ...]:
        named = ((label, answer.get(cell(row.key, column))) for column, label in self.columns(step))
        return tuple((label, text) for label, text in named if text)

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        return [
            (f"{part.heading}: {label}", text)
            for part in self.parties(step, answer or {})
            for label, text in part.lines
        ]

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        return [part for answer in answers if answer for part in self.parties(step, answer)]

    def simulate(self, step: Step, random: Random) -> dict[str, str]:
        row = random.choice(self.rows(step) or [Row(OWN_ROWS[0], "")])
        added = {} if row.label else {party(row.key): said(NEIGHBOUR)}
        return added | {cell(row.key, column): example(self.EXAMPLES, random) for column, _label in self.columns(step)}


NEIGHBOUR = {"nl": "De buren", "en": "The neighbours"}


def own_rows(answer: Mapping[str, str]) -> list[Row]:
    """The parties that somebody added."""
    return [Row(key, answer[party(key)]) for key in OWN_ROWS if answer.get(party(key))]


KIND = PerspectiveTable()
