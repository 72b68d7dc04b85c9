"""What is at stake for whom: a table of the group, announced as open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said, said_again
from goedwerk.dialogues.kinds.perspective_table.forms import OWN_ROWS, Row, TableForm, cell, party
from goedwerk.dialogues.kinds.writing import WrittenKind, example
from goedwerk.dialogues.models import Passage, Step


@dataclass(frozen=True)
class Params(step_kind.Params):
    rows: Sequence[Mapping[str, str]] = ()
    columns: Sequence[Mapping[str, str]] = ()


@dataclass(frozen=True)
class SharedTable:
    """What the group wrote, as one table: (party, the entries of each column)."""

    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Sequence[str]]]]
    # Retold in other words by the facilitator, so that they fit no column.
    loose: Sequence[Passage]

    @property
    def parties(self) -> list[tuple[str, list[tuple[str, Sequence[str]]]]]:
        """The same, party by party, without empty places: for a narrow page."""
        filled = (
            (party, [(label, cell) for label, cell in zip(self.columns, cells, strict=True) if cell])
            for party, cells in self.rows
        )
        return [(party, cells) for party, cells in filled if cells]


def by_party(passages: Sequence[Passage], rows: Sequence[Mapping[str, str]]) -> dict[str, list[Passage]]:
    written: dict[str, list[Passage]] = {}
    for passage in passages:
        written.setdefault(said_again(passage.heading, rows), []).append(passage)
    return written


def entries_in(passages: Sequence[Passage], column: str) -> list[str]:
    """What stands in one place of the table; the same words stand there once."""
    found = (text for passage in passages for label, text in passage.lines if label == column)
    return list(dict.fromkeys(found))


class PerspectiveTable(WrittenKind):
    key = "perspective_table"
    may_join = True
    in_batches = True
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
        written = ((column, answer.get(cell(row.key, column))) for column, _label in self.columns(step))
        return tuple((column, text) for column, text in written if text)

    def heading_label(self, step: Step, heading: str) -> str:
        return said_again(heading, self.params(step).rows)

    def line_label(self, step: Step, label: str) -> str:
        return dict(self.columns(step)).get(label, label)

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        return [
            (f"{part.heading}: {self.line_label(step, column)}", text)
            for part in self.parties(step, answer or {})
            for column, text in part.lines
        ]

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        return [part for answer in answers if answer for part in self.parties(step, answer)]

    def together(self, step: Step, passages: Sequence[Passage]) -> SharedTable:
        """One table of the group: the rows of the recipe first, then those that people added."""
        columns, written = self.columns(step), by_party(passages, self.params(step).rows)
        parties = dict.fromkeys([*(row.label for row in self.rows(step)), *written])
        rows = [(party, [entries_in(written.get(party, ()), key) for key, _label in columns]) for party in parties]
        loose = [passage for passage in passages if not any(label in dict(columns) for label, _text in passage.lines)]
        return SharedTable([label for _column, label in columns], rows, loose)

    def simulate(self, step: Step, random: Random) -> dict[str, str]:
        row = random.choice(self.rows(step) or [Row(OWN_ROWS[0], "")])
        added = {} if row.label else {party(row.key): said(NEIGHBOUR)}
        return added | {cell(row.key, column): example(self.EXAMPLES, random) for column, _label in self.columns(step)}


NEIGHBOUR = {"nl": "De buren", "en": "The neighbours"}


def own_rows(answer: Mapping[str, str]) -> list[Row]:
    """The parties that somebody added."""
    return [Row(key, answer[party(key)]) for key in OWN_ROWS if answer.get(party(key))]


KIND = PerspectiveTable()
