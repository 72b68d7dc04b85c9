"""Sorts collected on the web: HtmlQ and FlashQ CSV, EQ Web Sort JSON and CSV."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from numpy.typing import ArrayLike

from goedwerk_analysis.formats.delimited import as_number, read_rows, write_rows
from goedwerk_analysis.formats.grid import whole
from goedwerk_analysis.formats.study import FormatError, Study, checked_sorts

NAME_KEYS = ("partId", "urlUsercode", "randomId")
FIELD = re.compile(r"\|\s*([A-Za-z]\w*):\s*\|")


def is_htmlq(data: bytes) -> bool:
    """Whether the heading has numbered statement columns s1, s2, ..."""
    heading = [cell.lower() for cell in read_rows(data)[0]]
    return "s1" in heading and "s2" in heading and ("sid" in heading or "uid" in heading)


def is_eq_csv(data: bytes) -> bool:
    """Whether lines carry `sort:` fields divided by bars, or a column `sort` with bars."""
    rows = read_rows(data)
    if "sort" in (cell.lower() for cell in rows[0]) and any("|" in cell for row in rows[1:] for cell in row):
        return True
    return any("sort:" in cell and "|" in cell for row in rows for cell in row)


def read_htmlq(data: bytes, *, distribution: ArrayLike | None = None, forced: bool | None = None) -> Study:
    """Read an HtmlQ or FlashQ table: ``sid;uid;s1;...;sN;...``."""
    header, *rows = read_rows(data)
    names = [cell.lower() for cell in header]
    cards = sorted((int(name[1:]), place) for place, name in enumerate(names) if name[:1] == "s" and name[1:].isdigit())
    if not rows or len(cards) < 2:
        raise FormatError("no sorts in this HtmlQ table: it needs columns s1, s2, ... and rows")
    identity = _identity(names, rows)
    positions = [[_value(row, place, who) for _, place in cards] for row, who in zip(rows, identity, strict=True)]
    cells = [f"s{number}" for number, _ in cards]
    return Study(checked_sorts(positions, names=identity, cards=cells, distribution=distribution, forced=forced))


def write_htmlq(study: Study) -> bytes:
    """Write an HtmlQ table with signed columns."""
    header = ["sid", "uid", *(f"s{number}" for number in range(1, study.sorts.n_cards + 1)), ""]
    rows = [
        [str(number), name, *(f"{value:+d}" if value else " 0" for value in row), ""]
        for number, (name, row) in enumerate(zip(study.sorts.names, whole(study.sorts.positions), strict=True), start=1)
    ]
    return write_rows([header, *rows], ";")


def read_eq_json(data: bytes, *, distribution: ArrayLike | None = None, forced: bool | None = None) -> Study:
    """Read an EQ Web Sort, Easy HtmlQ or Quince export of its database."""
    try:
        content = json.loads(data)
    except (json.JSONDecodeError, UnicodeDecodeError) as problem:
        raise FormatError(f"not readable as JSON: {problem}") from problem
    entries = content.values() if isinstance(content, dict) else content
    if not isinstance(content, dict | list):
        raise FormatError("an EQ Web Sort export is a list or an object of sorts")
    return _eq_study([entry for entry in entries if isinstance(entry, dict)], distribution, forced)


def read_eq_csv(data: bytes, *, distribution: ArrayLike | None = None, forced: bool | None = None) -> Study:
    """Read EQ Web Sort as CSV: one text per person with ``| key:| value``, or a column `sort` with bars."""
    header, *rows = read_rows(data)
    heading = [cell.lower() for cell in header]
    if "sort" in heading:
        keys = [next((key for key in NAME_KEYS if key.lower() == name), name) for name in heading]
        entries = [dict(zip(keys, row, strict=False)) for row in rows]
    else:
        lines = [cell for row in [header, *rows] for cell in row if "sort:" in cell and "|" in cell]
        entries = [_fields(line) for line in lines]
    return _eq_study(entries, distribution, forced)


def write_eq_csv(study: Study) -> bytes:
    """Write one text per person, as EQ Web Sort mails it."""
    rows = zip(study.sorts.names, whole(study.sorts.positions), strict=True)
    lines = [[f"results | partId:| {name} | sort:| {'|'.join(map(str, row))} |"] for name, row in rows]
    return write_rows([["results"], *lines])


def write_eq_json(study: Study) -> bytes:
    """Write an export like that of EQ Web Sort's database."""
    rows = zip(study.sorts.names, whole(study.sorts.positions), strict=True)
    entries = {
        f"sort{number}": {"partId": name, "sort": "|".join(map(str, row))} for number, (name, row) in enumerate(rows)
    }
    return (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _fields(line: str) -> dict[str, str]:
    """``| key:| value`` pairs; a sort's own bars stay in its value."""
    parts = FIELD.split("|" + line if not line.startswith("|") else line)
    return {key: value.strip().strip("|").strip() for key, value in zip(parts[1::2], parts[2::2], strict=True)}


def _eq_study(entries: Sequence[Mapping[str, str]], distribution: ArrayLike | None, forced: bool | None) -> Study:
    """People who stopped before they had sorted are left out, and told."""
    found = [entry for entry in entries if entry.get("sort")]
    if not found:
        raise FormatError("no sorts in this EQ Web Sort export")
    names = _eq_names(found)
    positions = [_barred(str(entry["sort"]), name) for entry, name in zip(found, names, strict=True)]
    if len({len(row) for row in positions}) > 1:
        raise FormatError("sorts in this export do not all have the same number of cards")
    study = Study(checked_sorts(positions, names=names, distribution=distribution, forced=forced))
    without = len(entries) - len(found)
    return study.with_note(f"entries without a sort, left out: {without}") if without else study


def _eq_names(entries: list[Mapping[str, str]]) -> list[str]:
    """The first key that names everybody differently; else numbers."""
    for key in NAME_KEYS:
        names = [str(entry.get(key, "")).strip() for entry in entries]
        if all(names) and len(set(names)) == len(names):
            return names
    return [f"s{number}" for number in range(1, len(entries) + 1)]


def _barred(text: str, name: str) -> list[float]:
    cells = [cell.strip() for cell in text.split("|") if cell.strip()]
    values = [as_number(cell) for cell in cells]
    if any(value is None for value in values):
        raise FormatError(f"sort {name!r} holds something that is not a number: {text[:40]!r}")
    return values


def _identity(names: list[str], rows: list[list[str]]) -> list[str]:
    for key in ("uid", "sid"):
        if key in names:
            place = names.index(key)
            found = [row[place] if place < len(row) else "" for row in rows]
            if all(found) and len(set(found)) == len(found):
                return found
    return [f"s{number}" for number in range(1, len(rows) + 1)]


def _value(row: list[str], place: int, name: str) -> float:
    value = as_number(row[place]) if place < len(row) else float("nan")
    if value is None:
        raise FormatError(f"sort {name!r}: {row[place]!r} is not a number")
    return value
