"""A viewpoint as the grid somebody would lay: heaviest on top, so that words fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison.sentences import Language, number
from goedwerk_analysis.sort_report.marks import GREY, INK, PALE, PETROL, STEEL, box, svg, text, wrapped
from goedwerk_analysis.sort_report.words import word

WIDTH, LEFT, GAP = 1000.0, 60.0, 6.0
LETTER = 6.9


def grid_picture(
    array: NDArray[np.float64],
    elsewhere: Mapping[int, Sequence[str]],
    names: Sequence[str],
    label: str,
    language: Language,
) -> str:
    """Draw one viewpoint; `elsewhere` gives distinguishing cards their place in each other viewpoint."""
    columns = np.unique(array)[::-1]
    widest = max(int((array == column).sum()) for column in columns)
    cell = min(150.0, (WIDTH - LEFT - 10) / widest - GAP)
    lines = 2 if max(len(name) for name in names) * 6.6 < 2 * cell else 3
    places = {card: _together(own, int(cell / LETTER)) for card, own in elsewhere.items()}
    lines_of_places = max((len(rows) for rows in places.values()), default=1)
    height = 15.0 * (lines + lines_of_places) + 9
    drawn = [text(2, 16, word("heaviest", language), size=13, colour=GREY)]
    for row, column in enumerate(columns):
        y = 28 + row * (height + GAP)
        drawn.append(text(40, y + height / 2 + 5, number(column, language, 0, sign=True), anchor="end", bold=True))
        cards = [int(card) for card in np.flatnonzero(array == column)]
        drawn += _cells(cards, y, cell, height, lines, places, names)
    bottom = 28 + len(columns) * (height + GAP)
    drawn.append(text(2, bottom + 14, word("lightest", language), size=13, colour=GREY))
    top = [names[card] for card in np.flatnonzero(array == columns[0])]
    title = word("viewpoint", language, label=label)
    told = f"{word('heaviest', language)}: {', '.join(top)}"
    return svg(WIDTH, bottom + 22, drawn, key=f"grid-{label}", title=title, desc=told)


def _cells(
    cards: Sequence[int],
    y: float,
    cell: float,
    height: float,
    lines: int,
    places: Mapping[int, Sequence[str]],
    names: Sequence[str],
) -> Iterator[str]:
    start = LEFT + (WIDTH - LEFT - len(cards) * (cell + GAP)) / 2
    for place, card in enumerate(cards):
        x = start + place * (cell + GAP)
        dark = card in places
        yield box(x, y, cell, height, fill=PETROL if dark else PALE, stroke=PETROL if dark else STEEL, rounded=3)
        rows = [*wrapped(names[card], int(cell / LETTER), lines), *places.get(card, ())]
        first = y + height / 2 - 7.5 * (len(rows) - 1) + 4.5
        for number_of_row, row in enumerate(rows):
            colour = PALE if dark else INK
            yield text(x + cell / 2, first + 15 * number_of_row, row, size=12.5, anchor="middle", colour=colour)


def _together(places: Sequence[str], room: int) -> list[str]:
    """As many places on one line as fit; a place itself is never cut."""
    rows = [""]
    for place in places:
        longer = f"{rows[-1]}  {place}".strip()
        rows[-1:] = [longer] if len(longer) <= room else [rows[-1], place]
    return rows
