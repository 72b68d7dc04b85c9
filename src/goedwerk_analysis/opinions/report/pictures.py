"""Drawings of the report as SVG: the density map, and bars with their margins."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap

from goedwerk_analysis.opinions.findings import DensityMap, Interval

COLOURS = ("#0b4f5c", "#c05a12", "#7387cf", "#5b3a67", "#5d6b1f", "#8a3b4a")
WIDTH, MAP_HEIGHT = 700, 380
SHADES = 8
BAR_LEFT, BAR_RIGHT, TEXT_WIDTH = 390, 660, 38
ROW, BAR = 15, 9


def svg(name: str, title: str, description: str, height: float, inside: str) -> str:
    return (
        f'<svg class="bd" viewBox="0 0 {WIDTH} {height:g}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>{inside}</svg>'
    )


def density_map(density: DensityMap, *, title: str, description: str, labels: Sequence[str], name: str = "map") -> str:
    """Where people stand, one colour per layer with its label in the picture."""
    if density.y_range is None:
        inside, height = ridge(density.layers), 200
    else:
        inside, height = cells(density.layers), MAP_HEIGHT
    named = "".join(label_of(layer, text, height) for layer, text in zip(density.layers, labels, strict=False))
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#f6f8f8"/>'
    return svg(name, title, description, height, ground + inside + named)


def cells(layers: Sequence) -> str:
    rows, columns = len(layers[0]), len(layers[0][0])
    wide, high = WIDTH / columns, MAP_HEIGHT / rows
    drawn = []
    for layer, colour in zip(layers, COLOURS, strict=False):
        for row, values in enumerate(layer):
            top = MAP_HEIGHT - (row + 1) * high
            drawn += [
                f'<rect x="{start * wide:.1f}" y="{top:.1f}" width="{(end - start) * wide + 0.4:.1f}" '
                f'height="{high + 0.4:.1f}" fill="{colour}" fill-opacity="{shade / SHADES * 0.85:.2f}"/>'
                for start, end, shade in runs(values)
            ]
    return "".join(drawn)


def runs(values: Sequence[float]) -> list[tuple[int, int, int]]:
    """Neighbouring cells of the same shade as one: keeps the page small."""
    shades = [round(value * SHADES) for value in values]
    found, start = [], 0
    for at in range(1, len(shades) + 1):
        if at == len(shades) or shades[at] != shades[start]:
            if shades[start]:
                found.append((start, at, shades[start]))
            start = at
    return found


def ridge(layers: Sequence) -> str:
    """People along a single line as hills."""
    drawn = []
    for layer, colour in zip(layers, COLOURS, strict=False):
        values = layer[0]
        step = WIDTH / (len(values) - 1)
        points = " ".join(f"{at * step:.1f},{190 - 150 * value:.1f}" for at, value in enumerate(values))
        drawn.append(f'<polygon points="0,190 {points} {WIDTH},190" fill="{colour}" fill-opacity="0.6"/>')
    return "".join(drawn) + f'<path class="ax" d="M0 190H{WIDTH}"/>'


def label_of(layer: Sequence, text: str, height: float) -> str:
    """A label where most people of the layer stand."""
    row, column = max(
        ((row, column) for row in range(len(layer)) for column in range(len(layer[0]))),
        key=lambda at: layer[at[0]][at[1]],
    )
    x = min(max((column + 0.5) / len(layer[0]) * WIDTH, 60), WIDTH - 60)
    y = height - (row + 0.5) / len(layer) * height if len(layer) > 1 else 24
    return f'<text class="halo b l c" x="{x:.0f}" y="{y:.0f}">{escape(text)}</text>' if text else ""


def bars(
    rows: Sequence[tuple[str, Sequence[tuple[str, Interval]]]], *, name: str, title: str, words: Sequence[str]
) -> str:
    """Per statement a few bars: full to the lower end of the margin, light to the upper end, a tick at the estimate.

    `rows` holds the text of a statement and its bars, each with a label and an
    interval; `words` are what stands above 0, 50 and 100 percent.
    """
    y, drawn = 34.0, scale(words)
    told = []
    for text, shown in rows:
        lines = wrap(text, TEXT_WIDTH) or [""]
        height = max(17 * len(lines), ROW * len(shown)) + 10
        drawn += "".join(
            f'<text x="0" y="{y + 15 + 17 * at:.0f}">{escape(line)}</text>' for at, line in enumerate(lines)
        )
        drawn += guides(y, height)
        drawn += "".join(bar(y + 4 + ROW * at, label, part, at) for at, (label, part) in enumerate(shown))
        told.append(f"{text} " + ", ".join(f"{label} {100 * part.value:.0f} %" for label, part in shown))
        y += height
    return svg(name, title, "; ".join(told), y + 6, drawn)


def scale(words: Sequence[str]) -> str:
    places = (BAR_LEFT, (BAR_LEFT + BAR_RIGHT) / 2, BAR_RIGHT)
    return "".join(
        f'<text class="s m c" x="{x:g}" y="22">{escape(word)}</text>' for x, word in zip(places, words, strict=True)
    )


def guides(y: float, height: float) -> str:
    middle = (BAR_LEFT + BAR_RIGHT) / 2
    return (
        f'<path class="gr" d="M{BAR_LEFT} {y:.0f}v{height - 6:.0f}M{BAR_RIGHT} {y:.0f}v{height - 6:.0f}"/>'
        f'<path class="ax" stroke-dasharray="2 3" d="M{middle:g} {y:.0f}v{height - 6:.0f}"/>'
    )


def bar(y: float, label: str, share: Interval, at: int) -> str:
    colour = COLOURS[at % len(COLOURS)]
    low, high, middle = (BAR_LEFT + (BAR_RIGHT - BAR_LEFT) * value for value in (share.low, share.high, share.value))
    box = f'y="{y:.1f}" height="{BAR}" fill="{colour}"'
    return (
        f'<rect x="{BAR_LEFT}" width="{low - BAR_LEFT:.1f}" {box}/>'
        f'<rect x="{low:.1f}" width="{max(high - low, 0):.1f}" {box} fill-opacity="0.35"/>'
        f'<path d="M{middle:.1f} {y - 1.5:.1f}v{BAR + 3}" stroke="#10202b" stroke-width="2.5"/>'
        f'<text class="s e m" x="{BAR_LEFT - 6}" y="{y + 8:.1f}">{escape(label)}</text>'
        f'<text class="n s e" x="{WIDTH}" y="{y + 8:.1f}">{100 * share.value:.0f}%</text>'
    )


DISCS = {
    "sure": '<circle cx="12" cy="12" r="10.5" fill="#06303a"/>',
    "probable": '<path d="M12 2.5a9.5 9.5 0 0 0 0 19z" fill="#06303a"/>'
    '<circle cx="12" cy="12" r="9.5" fill="none" stroke="#06303a" stroke-width="2.5"/>',
    "may be chance": '<circle cx="12" cy="12" r="9.5" fill="none" stroke="#06303a" stroke-width="2.5"/>',
}


def disc(certainty: str) -> str:
    """A full, half or empty disc; the word stands beside it."""
    return f'<svg class="disc" viewBox="0 0 24 24" aria-hidden="true">{DISCS[certainty]}</svg>'
