"""A picture for the big screen: what stands behind and has no letter to name it by is left to the phones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from goedwerk.ui.landscape_pictures import VoteBars
from goedwerk.ui.pictures import BandRow, BandRows, Figure, Mark, Picture, Row, SideBySide, Standing

# Statements are long: more of them cannot be read from the back of a room.
MOST_STATEMENTS = 5


def in_parts(picture: Picture) -> list[Picture]:
    """The picture as often as needed to show every statement, a few at a time; the table keeps every row."""
    figure = picture.figure
    if not isinstance(figure, VoteBars) or len(figure.rows) <= MOST_STATEMENTS:
        return [on_big_screen(picture)]
    starts = range(0, len(figure.rows), MOST_STATEMENTS)
    few = [figure.rows[start : start + MOST_STATEMENTS] for start in starts]
    return [replace(picture, figure=replace(figure, rows=rows)) for rows in few]


def on_big_screen(picture: Picture) -> Picture:
    """Without "something else" and "no answer", unless one of them stands in front; the table keeps every row."""
    return replace(picture, figure=smaller(picture.figure)) if picture.figure else picture


def smaller(figure: Figure) -> Figure:
    if isinstance(figure, Standing | BandRows):
        return keep(figure, kept_places(figure))
    if isinstance(figure, SideBySide):
        places = kept_places(figure.before) | kept_places(figure.after)
        return replace(figure, before=keep(figure.before, places), after=keep(figure.after, places))
    return figure


def kept_places(figure: Standing | BandRows) -> set[int]:
    places = {place for place, row in enumerate(figure.rows) if row.letter or stands_out(row)}
    # Value cards have no letters at all: then every row counts.
    return places if any(row.letter for row in figure.rows) else set(range(len(figure.rows)))


def stands_out(row: Row | BandRow) -> bool:
    return row.filled > 0 if isinstance(row, BandRow) else row.mark != Mark.REST


def keep(figure: Standing | BandRows, places: set[int]) -> Any:
    return replace(figure, rows=[row for place, row in enumerate(figure.rows) if place in places])
