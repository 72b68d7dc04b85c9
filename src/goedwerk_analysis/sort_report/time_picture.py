"""Two moments beside each other: thick lines for what clearly moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison.fit_gap import MovedCard
from goedwerk_analysis.comparison.sentences import Language, number
from goedwerk_analysis.sort_report.marks import (
    GREY,
    HAIR,
    OCHRE,
    PETROL,
    STILL,
    line,
    shortened,
    svg,
    text,
    upright_interval,
)
from goedwerk_analysis.sort_report.words import word

LEFT, RIGHT, TOP = 255.0, 445.0, 48.0
STEP = 16.0


def time_picture(
    first: NDArray[np.float64],
    second: NDArray[np.float64],
    cards: Sequence[MovedCard],
    names: Sequence[str],
    language: Language,
) -> str:
    """Draw the mean place of each card at both moments."""
    height = TOP + STEP * len(first) * 1.15 + 40
    low, high = min(first.min(), second.min()), max(first.max(), second.max())

    def y_of(value: float) -> float:
        return TOP + 20 + (high - value) / max(high - low, 1e-9) * (height - TOP - 70)

    moved = {card.card: card for card in cards if card.claimed}
    drawn = [
        text(LEFT, 20, word("first", language), size=15, anchor="end", bold=True),
        text(RIGHT, 20, word("second", language), size=15, bold=True),
        text((LEFT + RIGHT) / 2, 38, f"↑ {word('heavier_now', language)}", size=12.5, anchor="middle", colour=GREY),
        line(LEFT, TOP, LEFT, height - 20),
        line(RIGHT, TOP, RIGHT, height - 20),
        *_lines(first, second, moved, y_of),
        *_labels(first, moved, names, y_of, left=True, language=language),
        *_labels(second, moved, names, y_of, left=False, language=language),
    ]
    told = ", ".join(f"{names[card]} {number(moved[card].change, language, sign=True)}" for card in moved)
    told = told or word("no_clear_change", language)
    return svg(700, height, drawn, key="time", title=word("drift_heading", language), desc=told)


def _lines(first: NDArray[np.float64], second: NDArray[np.float64], moved: dict[int, MovedCard], y_of) -> Iterator[str]:
    for card in sorted(range(len(first)), key=lambda card: card in moved):
        one, two = y_of(first[card]), y_of(second[card])
        if card not in moved:
            yield line(LEFT, one, RIGHT, two, colour=STILL)
            continue
        heavier = moved[card].change > 0
        colour = PETROL if heavier else OCHRE
        yield line(LEFT, one, RIGHT, two, colour=colour, width=3, dashed=not heavier)
        half = (moved[card].high - moved[card].low) / 2
        yield upright_interval(RIGHT, y_of(second[card] + half), y_of(second[card] - half), colour)
        yield f'<circle cx="{LEFT:g}" cy="{one:.1f}" r="5" fill="{colour}"/>'
        yield f'<circle cx="{RIGHT:g}" cy="{two:.1f}" r="5" fill="{colour}"/>'


def _labels(
    values: NDArray[np.float64],
    moved: dict[int, MovedCard],
    names: Sequence[str],
    y_of,
    *,
    left: bool,
    language: Language,
) -> Iterator[str]:
    """Names beside their points, pushed apart so that none overlaps."""
    order = np.argsort(-values, kind="stable")
    places = _pushed_apart([y_of(values[card]) for card in order])
    x, anchor, direction = (LEFT, "end", -1) if left else (RIGHT, "start", 1)
    for card, y in zip(order, places, strict=True):
        label = shortened(names[card], 30)
        if card in moved and not left:
            label += f" {number(moved[card].change, language, sign=True)}"
        yield line(x + 6 * direction, y_of(values[card]), x + 16 * direction, y, colour=HAIR)
        yield text(x + 20 * direction, y + 4, label, size=12.5, anchor=anchor, bold=card in moved)


def _pushed_apart(wanted: list[float]) -> list[float]:
    """Places at least one step apart, as near as possible to where they are wanted.

    Subtracting the steps leaves a rising line; runs that would fall are taken
    together at their mean.
    """
    runs: list[list[float]] = []
    for place, y in enumerate(wanted):
        runs.append([y - STEP * place])
        while len(runs) > 1 and sum(runs[-2]) / len(runs[-2]) > sum(runs[-1]) / len(runs[-1]):
            runs[-2:] = [runs[-2] + runs[-1]]
    level = [sum(run) / len(run) for run in runs for _ in run]
    return [y + STEP * place for place, y in enumerate(level)]
