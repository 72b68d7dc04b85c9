"""Small pieces of SVG: text, lines, marks with intervals. Everything is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

PETROL, OCHRE, IRIS, INK, GREY, HAIR, WASH = (
    "#0b4f5c",
    "#c05a12",
    "#7387cf",
    "#10242a",
    "#4c5d63",
    "#c9d3d6",
    "#e1eff0",
)
STEEL, STILL, REST, PALE = "#8a9ba1", "#93a2a7", "#d8dfe2", "#ffffff"
SERIES = ((PETROL, "disc"), (OCHRE, "square"), (IRIS, "diamond"), (INK, "triangle"))
SMALLEST = 12.5


def svg(width: float, height: float, parts: Iterable[str], *, key: str, title: str, desc: str) -> str:
    """A picture with its name and description for who cannot see it."""
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="{key}-title {key}-desc">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(desc)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def text(
    x: float,
    y: float,
    content: str,
    *,
    size: float = 13.5,
    anchor: str = "start",
    colour: str = INK,
    bold: bool = False,
    halo: bool = False,
) -> str:
    """A line of text; `halo` keeps it readable where it crosses a line."""
    weight = ' font-weight="600"' if bold else ""
    if halo:
        weight += f' stroke="{PALE}" stroke-width="4" paint-order="stroke"'
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{max(size, SMALLEST):g}" text-anchor="{anchor}"'
        f' fill="{colour}"{weight}>{escape(content)}</text>'
    )


def line(
    x1: float, y1: float, x2: float, y2: float, *, colour: str = HAIR, width: float = 1, dashed: bool = False
) -> str:
    dash = ' stroke-dasharray="6 4"' if dashed else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"'
        f' stroke-width="{width:g}"{dash}/>'
    )


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str = "none",
    stroke: str = "none",
    rounded: float = 0,
) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" fill="{fill}"'
        f' stroke="{stroke}" rx="{rounded:g}"/>'
    )


def mark(x: float, y: float, series: int, *, size: float = 5) -> str:
    """The shape and colour of a series, so that colour never stands alone."""
    colour, shape = SERIES[series % len(SERIES)]
    if shape == "disc":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:g}" fill="{colour}"/>'
    if shape == "square":
        return box(x - size, y - size, 2 * size, 2 * size, fill=colour)
    corners = {
        "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        "triangle": ((0, -1.2), (1.2, 1), (-1.2, 1)),
    }[shape]
    points = " ".join(f"{x + size * dx:.1f},{y + size * dy:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}" fill="{colour}"/>'


def interval(low: float, high: float, y: float, colour: str, *, cap: float = 4) -> str:
    """A horizontal line with caps."""
    return (
        line(low, y, high, y, colour=colour, width=2)
        + line(low, y - cap, low, y + cap, colour=colour, width=2)
        + line(high, y - cap, high, y + cap, colour=colour, width=2)
    )


def upright_interval(x: float, low: float, high: float, colour: str, *, cap: float = 4) -> str:
    """A vertical line with caps."""
    return (
        line(x, low, x, high, colour=colour, width=2)
        + line(x - cap, low, x + cap, low, colour=colour, width=2)
        + line(x - cap, high, x + cap, high, colour=colour, width=2)
    )


def shortened(content: str, room: int) -> str:
    """A text that fits in so many letters, cut at a word."""
    if len(content) <= room:
        return content
    cut = content[: room - 1].rsplit(" ", 1)[0]
    return (cut if len(cut) > room // 2 else content[: room - 1]) + "…"


def wrapped(content: str, room: int, lines: int) -> Sequence[str]:
    """A text over at most so many lines of so many letters."""
    rows: list[str] = [""]
    for part in content.split():
        if not rows[-1] or len(rows[-1]) + len(part) + 1 <= room:
            rows[-1] = f"{rows[-1]} {part}".strip()
        else:
            rows.append(part)
    if len(rows) > lines:
        rows = [*rows[: lines - 1], " ".join(rows[lines - 1 :])]
    return [shortened(row, room) for row in rows]
