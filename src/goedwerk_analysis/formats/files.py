"""Which format a file has, and how to read or write it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from goedwerk_analysis.formats.delimited import read_rows
from goedwerk_analysis.formats.kade_xlsx import read_kade_xlsx, write_kade_xlsx
from goedwerk_analysis.formats.kade_zip import read_kade_zip, write_kade_zip
from goedwerk_analysis.formats.parquet import read_parquet, write_parquet
from goedwerk_analysis.formats.pqmethod import read_dat, read_sta, write_dat, write_sta
from goedwerk_analysis.formats.study import FormatError, Study, with_attributes
from goedwerk_analysis.formats.table import Layout, read_table, write_table
from goedwerk_analysis.formats.web import is_eq_csv, is_htmlq, read_eq_csv, read_eq_json, read_htmlq, write_eq_json
from goedwerk_analysis.responses.sorts import Sorts


def read_study(
    path: Path,
    *,
    distribution: ArrayLike | None = None,
    unforced: bool = False,
    layout: Layout | None = None,
    attributes: Path | None = None,
    statements: Path | None = None,
) -> Study:
    """Read a file of sorts; its name and its first lines tell the format.

    Parameters
    ----------
    path : Path
        ``.dat`` (with ``.sta`` beside it), ``.zip``, ``.xlsx``, ``.json``,
        ``.parquet``, or text.
    distribution : array_like, optional
        Columns to be filled; overrides what the file says. Sorts that do not
        fill them are then taken as unforced, and the study notes how many.
    unforced : bool
        People were free to place cards where they liked.
    layout : {"cards", "people"}, optional
        What the rows of a plain table are.
    attributes, statements : Path, optional
        A table with one row per sort; texts with one line per card.
    """
    data = path.read_bytes()
    study = _read(path, data, distribution, False if unforced else None, layout)
    if distribution is not None:
        study = _with_distribution(study, distribution, unforced)
    if statements is not None:
        texts = read_sta(statements.read_bytes(), study.sorts.n_cards)
        study = Study(study.sorts, study.title, texts, study.notes)
    return study if attributes is None else _with_attribute_file(study, attributes)


def write_study(study: Study, path: Path, *, layout: Layout = "cards") -> None:
    """Write a study in the format of the file's name; ``.dat`` gets its ``.sta`` beside it."""
    kind = path.suffix.lower()
    writers = {
        ".dat": write_dat,
        ".zip": write_kade_zip,
        ".xlsx": write_kade_xlsx,
        ".json": write_eq_json,
        ".parquet": write_parquet,
    }
    if kind in (".csv", ".txt", ".tsv"):
        path.write_bytes(write_table(study, layout))
    elif kind in writers:
        path.write_bytes(writers[kind](study))
        if kind == ".dat":
            path.with_suffix(".sta").write_bytes(write_sta(study))
    else:
        raise FormatError(f"cannot write {kind or 'a file without extension'}; known: .csv, {', '.join(writers)}")


def _read(path: Path, data: bytes, distribution: ArrayLike | None, forced: bool | None, layout: Layout | None) -> Study:
    kind = path.suffix.lower()
    # A given distribution replaces the file's own, so the file may disagree with it.
    own = False if distribution is not None else forced
    if kind == ".dat":
        return read_dat(data, statements=_beside(path), forced=own)
    if kind == ".zip":
        return read_kade_zip(data, forced=own)
    if kind == ".xlsx":
        return read_kade_xlsx(data, forced=own)
    if kind == ".parquet":
        return read_parquet(data, forced=own)
    if kind == ".json":
        return read_eq_json(data, forced=own)
    return _read_text(data, own, layout)


def _read_text(data: bytes, forced: bool | None, layout: Layout | None) -> Study:
    if layout is None and is_htmlq(data):
        return read_htmlq(data, forced=forced)
    if layout is None and is_eq_csv(data):
        return read_eq_csv(data, forced=forced)
    return read_table(data, layout=layout, forced=forced)


def _beside(path: Path) -> bytes | None:
    for suffix in (".sta", ".STA"):
        other = path.with_suffix(suffix)
        if other.exists():
            return other.read_bytes()
    return None


def _with_distribution(study: Study, distribution: ArrayLike, unforced: bool) -> Study:
    columns = np.sort(np.asarray(distribution, dtype=float).ravel())
    old = study.sorts
    filled = np.sort(old.positions, axis=1)
    fits = len(columns) == old.n_cards and bool((filled == columns).all())
    attributes = {name: values.tolist() for name, values in old.attributes.items()}
    forced = None if fits and not unforced else False
    sorts = Sorts.of(
        old.positions, cards=old.cards, names=old.names, distribution=columns, forced=forced, attributes=attributes
    )
    again = Study(sorts, study.title, study.statements, study.notes)
    if fits:
        return again
    others = int((filled != columns).any(axis=1).sum())
    return again.with_note(f"{others} of {sorts.n_sorts} sorts do not fill the given columns; all are read as unforced")


def _with_attribute_file(study: Study, path: Path) -> Study:
    header, *rows = read_rows(path.read_bytes())
    if not rows:
        raise FormatError(f"{path.name} holds no attributes")
    filled = [dict(zip(header, row + [""] * len(header), strict=False)) for row in rows]
    return with_attributes(study, filled, header[0])
