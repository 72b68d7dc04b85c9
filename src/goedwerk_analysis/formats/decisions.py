"""Decisions that people made in an analysis, as small tables, so that they can be made again."""

from __future__ import annotations

from collections.abc import Sequence

from goedwerk_analysis.formats.delimited import as_number, read_rows
from goedwerk_analysis.formats.study import FormatError
from goedwerk_analysis.viewpoints.flag import HandFlag
from goedwerk_analysis.viewpoints.rotate import Turn

YES, NO = {"1", "yes", "true", "ja"}, {"0", "no", "false", "nee"}


def read_turns(data: bytes, n_viewpoints: int) -> tuple[Turn, ...]:
    """Read `first`, `second`, `degrees` and (optional) `direction`; viewpoints count from 1."""
    return tuple(
        Turn(
            _viewpoint(row, "first", n_viewpoints),
            _viewpoint(row, "second", n_viewpoints),
            _number(row, "degrees"),
            _direction(row.get("direction", "") or "clockwise"),
        )
        for row in _rows(data, ("first", "second", "degrees"))
    )


def read_hand_flags(data: bytes, names: Sequence[str], n_viewpoints: int) -> tuple[HandFlag, ...]:
    """Read `sort`, `viewpoint`, `flagged`, `who`, `when` and (optional) `reason`."""
    return tuple(
        HandFlag(
            sort=_sort(row, names),
            viewpoint=_viewpoint(row, "viewpoint", n_viewpoints),
            flagged=_yes(row),
            who=row["who"],
            when=row["when"],
            reason=row.get("reason", ""),
        )
        for row in _rows(data, ("sort", "viewpoint", "flagged", "who", "when"))
    )


def _rows(data: bytes, needed: Sequence[str]) -> list[dict[str, str]]:
    header, *rows = read_rows(data)
    missing = [name for name in needed if name not in header]
    if missing:
        raise FormatError(f"this table needs a column {missing[0]!r}, it has {', '.join(header)}")
    return [dict(zip(header, [*row, *[""] * len(header)], strict=False)) for row in rows]


def _number(row: dict[str, str], name: str) -> float:
    value = as_number(row[name])
    if value is None or value != value:
        raise FormatError(f"{name}: {row[name]!r} is not a number")
    return value


def _viewpoint(row: dict[str, str], name: str, n_viewpoints: int) -> int:
    value = _number(row, name)
    if not (value.is_integer() and 1 <= value <= n_viewpoints):
        raise FormatError(f"{name}: {row[name]!r} is not a viewpoint from 1 to {n_viewpoints}")
    return int(value) - 1


def _direction(text: str) -> str:
    if text not in ("clockwise", "counter-clockwise"):
        raise FormatError(f"direction must be clockwise or counter-clockwise, got {text!r}")
    return text


def _sort(row: dict[str, str], names: Sequence[str]) -> int:
    if row["sort"] not in names:
        raise FormatError(f"no sort is called {row['sort']!r}")
    return list(names).index(row["sort"])


def _yes(row: dict[str, str]) -> bool:
    answer = row["flagged"].lower()
    if answer not in YES | NO:
        raise FormatError(f"flagged must be yes or no, got {row['flagged']!r}")
    return answer in YES
