"""Parquet: one row per person, one column per card; needs the extra `parquet`."""

from __future__ import annotations

import io
import json
from types import ModuleType

import numpy as np

from goedwerk_analysis.formats.study import FormatError, MissingExtra, Study, checked_sorts

NOTE = b"goedwerk-sorts"


def read_parquet(data: bytes, *, forced: bool | None = None) -> Study:
    """Read a table with a column of names, columns of numbers (cards) and of words (attributes)."""
    pyarrow = _pyarrow()
    try:
        table = pyarrow.parquet.read_table(io.BytesIO(data))
        about = json.loads((table.schema.metadata or {}).get(NOTE, b"{}"))
    except (pyarrow.ArrowException, OSError, ValueError) as problem:
        raise FormatError(f"not a readable Parquet file: {problem}") from problem
    cards = [
        field.name
        for field in table.schema
        if pyarrow.types.is_integer(field.type) or pyarrow.types.is_floating(field.type)
    ]
    words = [name for name in table.column_names if name not in cards]
    if not words or len(cards) < 2:
        raise FormatError("a Parquet table of sorts needs a text column with names and columns of numbers")
    name = "name" if "name" in words else words[0]
    columns = [table.column(card).to_numpy(zero_copy_only=False).astype(float) for card in cards]
    sorts = checked_sorts(
        np.column_stack(columns),
        names=[str(value) for value in table.column(name).to_pylist()],
        cards=cards,
        distribution=about.get("distribution"),
        forced=about.get("forced") if forced is None else forced,
        attributes={word: [str(value) for value in table.column(word).to_pylist()] for word in words if word != name},
    )
    return Study(sorts, about.get("title", ""), tuple(about.get("statements", ())))


def write_parquet(study: Study) -> bytes:
    """Write a study with its title, texts and distribution."""
    pyarrow = _pyarrow()
    sorts = study.sorts
    columns = {
        "name": list(sorts.names),
        **{name: values.tolist() for name, values in sorts.attributes.items()},
        **dict(zip(sorts.cards, sorts.positions.T, strict=True)),
    }
    about = {
        "title": study.title,
        "statements": study.statements,
        "distribution": None if sorts.distribution is None else sorts.distribution.tolist(),
        "forced": sorts.forced,
    }
    table = pyarrow.table(columns).replace_schema_metadata({NOTE: json.dumps(about).encode()})
    target = io.BytesIO()
    pyarrow.parquet.write_table(table, target)
    return target.getvalue()


def _pyarrow() -> ModuleType:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as problem:
        raise MissingExtra("Parquet needs pyarrow; install it with: pip install 'goedwerk[parquet]'") from problem
    return pyarrow
