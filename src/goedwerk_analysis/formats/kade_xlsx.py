"""KADE workbooks, version 2: type 1 (from paper) and type 2 (online)."""

from __future__ import annotations

import math

from goedwerk_analysis.formats.delimited import written
from goedwerk_analysis.formats.grid import LOWEST, columns_from_counts, counts_from_columns, whole
from goedwerk_analysis.formats.study import FormatError, Study, checked_sorts
from goedwerk_analysis.formats.workbook import Cell, Table, read_workbook, write_workbook


def read_kade_xlsx(data: bytes, *, forced: bool | None = None) -> Study:
    """Read a KADE workbook of either type."""
    sheets = {name.strip().lower(): table for name, table in read_workbook(data).items()}
    if "sorts" not in sheets:
        raise FormatError(f"no sheet 'sorts' in this workbook, only {', '.join(sheets) or 'none'}")
    statements = _statements(sheets.get("statements", []))
    kind = _second_row_number(sheets.get("type", []), 2)
    names, positions = (_from_paper if kind == 1 else _online)(sheets["sorts"])
    n_cards = len(positions[0])
    if statements and len(statements) != n_cards:
        raise FormatError(f"the workbook has {len(statements)} statements, the sorts have {n_cards} cards")
    counts = _counts(sheets.get("pattern", []))
    sorts = checked_sorts(positions, names=names, distribution=columns_from_counts(counts, n_cards), forced=forced)
    return Study(sorts, _title(sheets.get("name", [])), statements)


def write_kade_xlsx(study: Study) -> bytes:
    """Write a KADE workbook of type 2."""
    sorts = study.sorts
    counts = counts_from_columns(sorts.needed_distribution())
    columns = [float(LOWEST + place) for place in range(len(counts))]
    rows = zip(sorts.names, whole(sorts.positions), strict=True)
    return write_workbook(
        {
            "name": [["Project Name", study.title]],
            "sorts": [[name, *map(float, row)] for name, row in rows],
            "pattern": [columns, [float(count) for count in counts]],
            "statements": [
                ["Number", "Statements"],
                *([float(number), text] for number, text in enumerate(study.labels(), start=1)),
            ],
            "version": [["version"], [2.0]],
            "type": [["type"], [2.0]],
        }
    )


def _online(table: Table) -> tuple[list[str], list[list[float]]]:
    """Rows of name and values; a row without any number is a heading."""
    rows = [row for row in table if any(_is_number(cell) for cell in row[1:])]
    if not rows:
        raise FormatError("the sheet 'sorts' holds no sorts")
    width = max(len(_trimmed(row)) for row in rows)
    return [_word(row[0]) for row in rows], [_numbers(row[1:], width - 1, _word(row[0])) for row in rows]


def _from_paper(table: Table) -> tuple[list[str], list[list[float]]]:
    """Column A: the grid column of each slot; cells: which statement lies there."""
    heading = _trimmed(table[0])
    names = [_word(cell) for cell in heading[1:]]
    slots = [row for row in table[1:] if row and _is_number(row[0])]
    positions = []
    for place, name in enumerate(names, start=1):
        position = [math.nan] * len(slots)
        for row in slots:
            card = float(row[place]) if place < len(row) and _is_number(row[place]) else math.nan
            if math.isnan(card):
                continue
            if not (card.is_integer() and 1 <= card <= len(slots)) or not math.isnan(position[int(card) - 1]):
                raise FormatError(f"sort {name!r}: statement {card:g} is out of range or placed twice")
            position[int(card) - 1] = float(row[0])
        positions.append(position)
    if not positions or not slots:
        raise FormatError("the sheet 'sorts' holds no sorts")
    return names, positions


def _statements(table: Table) -> tuple[str, ...]:
    """The last filled cell of each row after the heading."""
    return tuple(_word(_trimmed(row)[-1]) for row in table[1:] if _trimmed(row))


def _counts(table: Table) -> list[int]:
    """The row under the column numbers, aligned with -6 to +13."""
    if len(table) < 2:
        return []
    counts = dict.fromkeys(range(LOWEST, LOWEST + 20), 0)
    for column, count in zip(table[0], table[1], strict=False):
        if _is_number(column) and _is_number(count) and int(float(column)) in counts:
            counts[int(float(column))] = int(float(count))
    return list(counts.values())


def _title(table: Table) -> str:
    cells = [_word(cell) for row in table for cell in row if cell is not None]
    named = [cell for cell in cells if cell.lower() not in ("project name", "name")]
    return named[0] if named else ""


def _second_row_number(table: Table, otherwise: int) -> int:
    numbers = [int(float(cell)) for row in table for cell in row if _is_number(cell)]
    return numbers[0] if numbers else otherwise


def _numbers(cells: list[Cell], width: int, name: str) -> list[float]:
    padded = [*cells, *[None] * width][:width]
    for cell in padded:
        if cell is not None and not _is_number(cell):
            raise FormatError(f"sort {name!r}: {cell!r} is not a number")
    return [math.nan if cell is None else float(cell) for cell in padded]


def _trimmed(row: list[Cell]) -> list[Cell]:
    kept = list(row)
    while kept and (kept[-1] is None or kept[-1] == ""):
        kept.pop()
    return kept


def _is_number(cell: Cell) -> bool:
    try:
        return cell is not None and math.isfinite(float(cell))
    except ValueError:
        return False


def _word(cell: Cell) -> str:
    if isinstance(cell, float):
        return written(cell)
    return (cell or "").strip()
