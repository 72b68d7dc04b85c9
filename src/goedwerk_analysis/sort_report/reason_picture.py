"""The deliberative reason index of each group, with its interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goedwerk_analysis.choices.reason import Reason
from goedwerk_analysis.comparison.sentences import Language, number
from goedwerk_analysis.sort_report.marks import GREY, HAIR, INK, PETROL, interval, line, mark, shortened, svg, text
from goedwerk_analysis.sort_report.words import word

LEFT, RIGHT, TOP, ROW = 240.0, 685.0, 40.0, 26.0


def reason_picture(rows: Sequence[tuple[str, Reason]], language: Language) -> str:
    """Draw one line per group on a scale from -1 to 1."""
    height = TOP + ROW * len(rows) + 14
    drawn = [*_axis(height - 8, language), *(part for place, row in enumerate(rows) for part in _row(place, *row))]
    told = ", ".join(f"{name} {number(found.index, language, 2)}" for name, found in rows)
    return svg(700, height, drawn, key="reason", title=word("title_reason", language), desc=told)


def _x(value: float) -> float:
    return LEFT + (max(-1.0, min(1.0, value)) + 1) / 2 * (RIGHT - LEFT)


def _axis(bottom: float, language: Language) -> Iterator[str]:
    for value in (-1.0, -0.5, 0.0, 0.5, 1.0):
        yield line(_x(value), TOP - 10, _x(value), bottom, colour=INK if value == 0 else HAIR)
        yield text(_x(value), TOP - 16, number(value, language, 1, sign=True), size=12.5, anchor="middle", colour=GREY)


def _row(place: int, name: str, found: Reason) -> Iterator[str]:
    y = TOP + ROW * (place + 0.5)
    yield text(8, y + 4, shortened(name, 32))
    yield interval(_x(found.low), _x(found.high), y, PETROL)
    yield mark(_x(found.index), y, 0)
