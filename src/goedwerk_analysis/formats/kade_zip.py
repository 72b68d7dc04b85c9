"""KADE and Ken-Q: a ZIP with four text files."""

from __future__ import annotations

import io
import zipfile

from goedwerk_analysis.formats.archive import unpacked
from goedwerk_analysis.formats.delimited import as_number
from goedwerk_analysis.formats.grid import columns_from_counts, counts_from_columns, whole
from goedwerk_analysis.formats.study import FormatError, Study, checked_sorts

LARGEST = 50_000_000
FIRST_DATE = (1980, 1, 1, 0, 0, 0)


def read_kade_zip(data: bytes, *, forced: bool | None = None) -> Study:
    """Read name.txt, pattern.txt, sorts.txt and statements.txt."""
    texts = _texts(data)
    rows = [_fields(line) for line in texts["sorts.txt"].splitlines() if line.strip()]
    if not rows:
        raise FormatError("sorts.txt holds no sorts")
    n_cards = len(rows[0]) - 1
    for row in rows:
        if len(row) - 1 != n_cards:
            raise FormatError(f"sort {row[0]!r} has {len(row) - 1} values, the first sort has {n_cards}")
    counts = [_count(field) for field in _fields(texts.get("pattern.txt", ""))]
    statements = tuple(line.strip() for line in texts.get("statements.txt", "").splitlines() if line.strip())
    if statements and len(statements) != n_cards:
        raise FormatError(f"statements.txt has {len(statements)} statements, the sorts have {n_cards}")
    sorts = checked_sorts(
        [[_number(field, row[0]) for field in row[1:]] for row in rows],
        names=[row[0] for row in rows],
        distribution=columns_from_counts(counts, n_cards),
        forced=forced,
    )
    return Study(sorts, texts.get("name.txt", "").strip(), statements)


def write_kade_zip(study: Study) -> bytes:
    """Write the four files; equal studies give equal bytes."""
    sorts = study.sorts
    if any("," in name or ";" in name for name in sorts.names):
        raise FormatError("names of sorts may hold no comma or semicolon in a KADE ZIP")
    rows = zip(sorts.names, whole(sorts.positions), strict=True)
    texts = {
        "name.txt": study.title,
        "pattern.txt": ",".join(map(str, counts_from_columns(sorts.needed_distribution()))),
        "sorts.txt": "\n".join(",".join([name, *map(str, row)]) for name, row in rows) + "\n",
        "statements.txt": "\n".join(study.labels()) + "\n",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(zipfile.ZipInfo(name, FIRST_DATE), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _texts(data: bytes) -> dict[str, str]:
    files = unpacked(data, what="KADE ZIP", largest=LARGEST, ending=".txt")
    try:
        texts = {
            name.rsplit("/", 1)[-1].lower(): content.decode("utf-8-sig")
            for name, content in files.items()
            if not name.startswith("__MACOSX")
        }
    except UnicodeDecodeError as problem:
        raise FormatError(f"a text in this KADE ZIP is not UTF-8: {problem}") from problem
    if "sorts.txt" not in texts:
        raise FormatError(f"no sorts.txt in this ZIP, only {', '.join(sorted(texts)) or 'nothing'}")
    return texts


def _fields(line: str) -> list[str]:
    mark = ";" if line.count(";") > line.count(",") else ","
    return [field.strip() for field in line.split(mark) if field.strip()]


def _count(field: str) -> int:
    value = as_number(field)
    if value is None or not value.is_integer():
        raise FormatError(f"pattern.txt: {field!r} is not a number of cards")
    return int(value)


def _number(field: str, name: str) -> float:
    try:
        return float(field)
    except ValueError as problem:
        raise FormatError(f"sort {name!r}: {field!r} is not a number") from problem
