"""Tables of considerations (C1, C2, ...) and preferences (P1, P2, ...), as deliberr and drillm use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.formats.delimited import as_number, read_rows
from goedwerk_analysis.formats.study import FormatError


@dataclass(frozen=True)
class ReasonCase:
    """One group at one moment: considerations and preferences per person, NaN where not answered."""

    case: str
    stage: str
    people: tuple[str, ...]
    considerations: NDArray[np.float64]
    preferences: NDArray[np.float64]


def read_reason_table(data: bytes) -> tuple[ReasonCase, ...]:
    """Read all cases of a table with C and P columns; `case`, `stage_id` and `pnum` are optional."""
    header, *rows = read_rows(data)
    views = [place for place, name in enumerate(header) if _numbered(name, "C")]
    wishes = [place for place, name in enumerate(header) if _numbered(name, "P")]
    if len(views) < 2 or len(wishes) < 2:
        raise FormatError("this table needs considerations C1, C2, ... and preferences P1, P2, ...")
    case, stage, person = (header.index(name) if name in header else None for name in ("case", "stage_id", "pnum"))
    keys = list(dict.fromkeys((_cell(row, case), _cell(row, stage)) for row in rows))
    return tuple(
        _case(key, [row for row in rows if (_cell(row, case), _cell(row, stage)) == key], views, wishes, person)
        for key in keys
    )


def before_and_after(cases: tuple[ReasonCase, ...]) -> Iterator[tuple[ReasonCase, ReasonCase]]:
    """Pairs of the first and second moment of the same case, people in the same order."""
    for first in cases:
        for second in cases:
            if first.case == second.case and first.stage < second.stage:
                shared = [person for person in first.people if person in second.people]
                yield _only(first, shared), _only(second, shared)


def _only(case: ReasonCase, people: list[str]) -> ReasonCase:
    rows = [case.people.index(person) for person in people]
    return ReasonCase(case.case, case.stage, tuple(people), case.considerations[rows], case.preferences[rows])


def _numbered(name: str, letter: str) -> bool:
    return name[:1].upper() == letter and name[1:].isdigit()


def _cell(row: list[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


def _case(
    key: tuple[str, str], rows: list[list[str]], views: list[int], wishes: list[int], person: int | None
) -> ReasonCase:
    people = tuple(_cell(row, person) or str(number) for number, row in enumerate(rows, start=1))
    return ReasonCase(key[0], key[1], people, _numbers(rows, views, people), _numbers(rows, wishes, people))


def _numbers(rows: list[list[str]], places: list[int], people: tuple[str, ...]) -> NDArray[np.float64]:
    table = []
    for row, name in zip(rows, people, strict=True):
        values = [as_number(_cell(row, place)) for place in places]
        if any(value is None for value in values):
            raise FormatError(f"person {name!r} has an answer that is not a number")
        table.append(values)
    return np.array(table, dtype=float)
