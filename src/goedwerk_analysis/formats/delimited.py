"""Text tables: which mark divides the cells, and what a number looks like."""

from __future__ import annotations

import csv
import io
import math

from goedwerk_analysis.formats.study import FormatError


def read_rows(data: bytes) -> list[list[str]]:
    """Read a table divided by commas, semicolons or tabs; the first line decides which."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(",;\t", key=first.count)
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error as problem:
        raise FormatError(f"not a readable table: {problem}") from problem
    filled = [row for row in rows if any(row)]
    if not filled:
        raise FormatError("the file is empty")
    return filled


def write_rows(rows: list[list[str]], mark: str = ",") -> bytes:
    """Write a table as UTF-8 with LF line ends."""
    text = io.StringIO()
    csv.writer(text, delimiter=mark, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def as_number(cell: str) -> float | None:
    """A number, with any minus sign and decimal comma; NaN for an empty cell; None for a word."""
    text = cell.strip().replace("−", "-").replace(",", ".")
    if text.upper() in ("", "NA", "NAN"):
        return math.nan
    try:
        return float(text)
    except ValueError:
        return None


def written(value: float) -> str:
    """The shortest text that reads back as the same number."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))
