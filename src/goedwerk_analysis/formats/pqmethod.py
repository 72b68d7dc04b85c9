"""PQMethod: fixed-width .DAT with sorts, .STA with statements."""

from __future__ import annotations

import unicodedata

import numpy as np

from goedwerk_analysis.formats.grid import columns_from_counts, counts_from_columns, whole
from goedwerk_analysis.formats.study import FormatError, Study, checked_sorts
from goedwerk_analysis.responses.sorts import Sorts

NAME_WIDTH = 8
FIRST_VALUE = 10


def read_dat(data: bytes, *, statements: bytes | None = None, forced: bool | None = None) -> Study:
    """Read a .DAT file, and its .STA file when given.

    The number of statements comes from the first line, never from the width of
    the others: editors strip trailing blanks.
    """
    lines = [line for line in data.decode("latin-1").splitlines() if line.strip()]
    if len(lines) < 3:
        raise FormatError("a .DAT file needs two heading lines and at least one sort")
    n_sorts, n_cards = _whole(lines[0][3:6], "line 1, columns 4-6"), _whole(lines[0][6:9], "line 1, columns 7-9")
    if len(lines) - 2 < n_sorts:
        raise FormatError(f"line 1 promises {n_sorts} sorts, the file has {len(lines) - 2}")
    heading = lines[1].ljust(66)
    counts = [_whole(heading[place : place + 3], "line 2") for place in range(6, 66, 3)]
    rows = lines[2 : 2 + n_sorts]
    distribution = columns_from_counts(counts, n_cards)
    sorts = checked_sorts(
        [_values(row, n_cards) for row in rows],
        names=[row[:NAME_WIDTH].strip() for row in rows],
        distribution=distribution,
        forced=forced,
    )
    texts = read_sta(statements, n_cards) if statements is not None else ()
    study = Study(sorts, lines[0][10:].strip(), texts)
    return study if distribution is not None else study.with_note("line 2 does not add up to the statements; not used")


def read_sta(data: bytes, n_cards: int) -> tuple[str, ...]:
    """Read statement texts, one per line in the order of the deck."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) != n_cards:
        raise FormatError(f"the .STA file has {len(lines)} statements, the sorts have {n_cards}")
    return tuple(lines)


def write_dat(study: Study) -> bytes:
    """Write a .DAT file; names of sorts must differ within eight characters."""
    sorts = study.sorts
    names = [_plain(name)[:NAME_WIDTH] for name in sorts.names]
    if len(set(names)) != len(names):
        raise FormatError("names of sorts must differ within eight characters for a .DAT file")
    columns = sorts.needed_distribution()
    counts = counts_from_columns(columns)
    heading = [columns.min(), columns.max(), *counts]
    lines = [
        f"  0{sorts.n_sorts:3d}{sorts.n_cards:3d} {_plain(study.title)[:68]:<68}",
        "".join(f"{int(value):3d}" for value in heading),
        *(_line(name, row) for name, row in zip(names, whole(sorts.positions), strict=True)),
    ]
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


def write_sta(study: Study) -> bytes:
    """Write statement texts as plain ASCII; accents are dropped."""
    return ("\r\n".join(_plain(text) for text in study.labels()) + "\r\n").encode("ascii")


def written_names(sorts: Sorts) -> tuple[str, ...]:
    """Names of sorts as a .DAT file keeps them."""
    return tuple(_plain(name)[:NAME_WIDTH].strip() for name in sorts.names)


def _whole(text: str, where: str) -> int:
    try:
        return int(text) if text.strip() else 0
    except ValueError as problem:
        raise FormatError(f"{where}: {text!r} is not a whole number") from problem


def _values(row: str, n_cards: int) -> list[float]:
    padded = row.ljust(FIRST_VALUE + 2 * n_cards)
    cells = [padded[place : place + 2].strip() for place in range(FIRST_VALUE, FIRST_VALUE + 2 * n_cards, 2)]
    name = row[:NAME_WIDTH].strip()
    try:
        return [float(cell) if cell else float("nan") for cell in cells]
    except ValueError as problem:
        raise FormatError(f"sort {name!r}: {problem}") from problem


def _line(name: str, row: np.ndarray) -> str:
    if row.min() < -9 or row.max() > 99:
        raise FormatError("a .DAT file has room for columns from -9 to 99")
    return f"{name:<{NAME_WIDTH}}  " + "".join(f"{value:2d}" for value in row)


def _plain(text: str) -> str:
    """ASCII, with accents dropped and other signs replaced by a question mark."""
    bare = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).encode("ascii", "replace").decode()
