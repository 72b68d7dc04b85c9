"""Plain CSV: cards by people with a `statement` column, or people by cards with a `name` column."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from goedwerk_analysis.formats.delimited import as_number, read_rows, write_rows, written
from goedwerk_analysis.formats.study import FormatError, Study, checked_sorts

Layout = Literal["cards", "people"]
CARD_WORDS = {"statement", "statements", "card", "cards", "item", "items", "kaart", "stelling"}
PEOPLE_WORDS = {"name", "naam", "sort", "person", "participant", "respondent", "pnum", "id", "persoon", "deelnemer"}
TEXT_WORDS = {"text", "tekst", "label", "statement text"}


def read_table(
    data: bytes, *, layout: Layout | None = None, distribution: ArrayLike | None = None, forced: bool | None = None
) -> Study:
    """Read a plain table of sorts.

    The first heading decides: `statement` (or card, item) means one row per
    card, `name` (or sort, person) one row per person. Other headings are
    ambiguous; then the direction in which all lines hold the same numbers is
    taken, and the study tells which. In a table of people, columns of words are
    attributes.
    """
    header, *rows = read_rows(data)
    if not rows or len(header) < 2:
        raise FormatError("a table of sorts needs a heading, a first column with names, and numbers")
    rows = [(row + [""] * len(header))[: len(header)] for row in rows]
    chosen, note = (layout, "") if layout else _layout(header, rows)
    read = _by_card if chosen == "cards" else _by_person
    study = read(header, rows, distribution, forced)
    return study.with_note(note) if note else study


def write_table(study: Study, layout: Layout = "cards") -> bytes:
    """Write one row per card (with texts and without attributes), or one per person (with attributes)."""
    sorts = study.sorts
    if layout == "people":
        head = ["name", *sorts.attributes, *sorts.cards]
        rows = [
            [name, *(values[row] for values in sorts.attributes.values()), *map(written, sorts.positions[row])]
            for row, name in enumerate(sorts.names)
        ]
        return write_rows([head, *rows])
    texts = [list(study.statements)] if study.statements else []
    head = ["statement", *["text"] * len(texts), *sorts.names]
    columns = [list(sorts.cards), *texts, *[[written(value) for value in row] for row in sorts.positions]]
    return write_rows([head, *map(list, zip(*columns, strict=True))])


def _layout(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Layout, str]:
    first = header[0].lower()
    if first in CARD_WORDS:
        return "cards", ""
    if first in PEOPLE_WORDS:
        return "people", ""
    numbers = np.array([[_or_nan(cell) for cell in row[1:]] for row in rows])
    by_person, by_card = _alike(numbers), _alike(numbers.T)
    chosen: Layout = "people" if by_person and not by_card else "cards"
    reason = "every row holds the same numbers" if chosen == "people" else "every column holds the same numbers"
    if by_person == by_card:
        reason = "nothing in the numbers decides; say otherwise with the layout"
    meaning = "one row per person" if chosen == "people" else "one row per card"
    return chosen, f"first column is called {header[0]!r}, so the table was read as {meaning}: {reason}"


def _alike(numbers: np.ndarray) -> bool:
    filled = np.sort(numbers, axis=1)
    return not np.isnan(numbers).any() and bool((filled == filled[0]).all())


def _by_card(header: list[str], rows: list[list[str]], distribution: ArrayLike | None, forced: bool | None) -> Study:
    texts = [place for place, name in enumerate(header) if place and name.lower() in TEXT_WORDS]
    people = [place for place in range(1, len(header)) if place not in texts]
    positions = [[_number(row[place], header[place], row[0]) for row in rows] for place in people]
    sorts = checked_sorts(
        positions,
        names=[header[place] for place in people],
        cards=[row[0] for row in rows],
        distribution=distribution,
        forced=forced,
    )
    return Study(sorts, statements=tuple(row[texts[0]] for row in rows) if texts else ())


def _by_person(header: list[str], rows: list[list[str]], distribution: ArrayLike | None, forced: bool | None) -> Study:
    words = [place for place in range(1, len(header)) if any(as_number(row[place]) is None for row in rows)]
    cards = [place for place in range(1, len(header)) if place not in words]
    if len(cards) < 2:
        raise FormatError("no two columns of numbers in this table; are cards and people the right way round?")
    sorts = checked_sorts(
        [[_number(row[place], row[0], header[place]) for place in cards] for row in rows],
        names=[row[0] for row in rows],
        cards=[header[place] for place in cards],
        distribution=distribution,
        forced=forced,
        attributes={header[place]: [row[place] for row in rows] for place in words},
    )
    return Study(sorts)


def _number(cell: str, person: str, card: str) -> float:
    value = as_number(cell)
    if value is None:
        raise FormatError(f"sort {person!r}, card {card!r}: {cell!r} is not a number")
    return value


def _or_nan(cell: str) -> float:
    value = as_number(cell)
    return math.nan if value is None else value
