"""Dots with intervals: the shared core first, then where groups differ, then the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goedwerk_analysis.comparison.core import Core, CoreCard
from goedwerk_analysis.comparison.sentences import Language, number
from goedwerk_analysis.sort_report.marks import (
    GREY,
    HAIR,
    INK,
    SERIES,
    WASH,
    box,
    interval,
    line,
    mark,
    shortened,
    svg,
    text,
)
from goedwerk_analysis.sort_report.words import word

LEFT, RIGHT, TOP = 235.0, 685.0, 52.0
LETTERS = 32
MOST_SERIES = 4
FEW_CARDS = 20
KEY_LINE = 22.0


@dataclass(frozen=True)
class Rows:
    """How much room a card has: a large deck must fit on one sheet of paper."""

    height: float
    heading: float
    apart: float
    mark: float

    @classmethod
    def of(cls, n_cards: int) -> Rows:
        return cls(32.0, 34.0, 8.0, 5.0) if n_cards <= FEW_CARDS else cls(17.0, 30.0, 4.2, 4.0)


@dataclass(frozen=True)
class Section:
    """Cards under one heading; `washed` marks what is shared."""

    heading: str
    cards: tuple[CoreCard, ...]
    washed: bool = False


def sections(found: Core, differing: Sequence[int], language: Language) -> list[Section]:
    """The order that carries the message: shared, probably shared, different, the rest."""
    sure, probable = found.with_verdict("core"), found.with_verdict("probably_core")
    shared = {card.card for card in (*sure, *probable)}
    different = [found.cards[card] for card in differing if card not in shared]
    named = shared | {card.card for card in different}
    rest = sorted((card for card in found.cards if card.card not in named), key=_mean, reverse=True)
    found_sections = [
        Section(word("shared", language), sure, washed=True),
        Section(word("shared_probably", language), probable, washed=True),
        Section(word("different", language), tuple(different)),
        Section(word("other_cards", language), tuple(rest)),
    ]
    return [section for section in found_sections if section.cards]


def core_picture(found: Core, parts: Sequence[Section], names: Sequence[str], language: Language) -> str:
    """Draw every card with the mean and interval of each group."""
    rows = Rows.of(len(found.cards))
    bottom = TOP + sum(rows.heading + rows.height * len(part.cards) for part in parts)
    key = _key(found, language)
    height = bottom + 18 + KEY_LINE * len(key)
    drawn = [
        *_axis(_reach(found), bottom, language),
        *_rows(parts, names, _reach(found), rows),
        *_key_drawn(key, bottom + 26),
    ]
    told = "; ".join(f"{part.heading}: {', '.join(names[card.card] for card in part.cards)}" for part in parts[:2])
    return svg(700, height, drawn, key="core", title=word("core_heading", language), desc=told)


def _mean(card: CoreCard) -> float:
    return sum(card.mean) / len(card.mean)


def _reach(found: Core) -> int:
    ends = [value for card in found.cards for value in (*card.mean, *card.low, *card.high)]
    far = max(abs(value) for value in ends if value == value)  # a whole team has no limits
    return max(1, min(6, int(far) + (far > int(far))))


def _x(value: float, reach: int) -> float:
    kept = max(-reach, min(reach, value))
    return LEFT + (kept + reach) / (2 * reach) * (RIGHT - LEFT)


def _axis(reach: int, bottom: float, language: Language) -> Iterator[str]:
    middle = _x(0, reach)
    yield text(middle - 12, 18, word("lighter", language), size=12.5, anchor="end", colour=GREY)
    yield text(middle + 12, 18, word("heavier", language), size=12.5, colour=GREY)
    for value in range(-reach, reach + 1):
        place = _x(value, reach)
        yield line(place, TOP - 8, place, bottom, colour=INK if value == 0 else HAIR)
        yield text(place, TOP - 14, number(value, language, 0, sign=True), size=12.5, anchor="middle", colour=GREY)


def _rows(parts: Sequence[Section], names: Sequence[str], reach: int, rows: Rows) -> Iterator[str]:
    y = TOP
    for part in parts:
        height = rows.heading + rows.height * len(part.cards)
        if part.washed:
            yield f'<g opacity="0.55">{box(4, y, 692, height - 4, fill=WASH, rounded=4)}</g>'
        yield text(12, y + 22, part.heading, size=14.5, bold=True)
        for place, card in enumerate(part.cards):
            yield from _row(card, names[card.card], y + rows.heading + rows.height * (place + 0.5), reach, rows)
        y += height


def _row(card: CoreCard, name: str, y: float, reach: int, rows: Rows) -> Iterator[str]:
    yield text(12, y + 4, shortened(name, LETTERS))
    yield line(12, y + rows.height / 2, 692, y + rows.height / 2)
    series = range(len(card.mean)) if len(card.mean) <= MOST_SERIES else ()
    step = rows.apart * (1.0 if len(card.mean) < MOST_SERIES else 0.875)
    for place in series:
        height = y + step * (place - (len(card.mean) - 1) / 2)
        if card.low[place] == card.low[place]:
            ends = _x(card.low[place], reach), _x(card.high[place], reach)
            yield interval(*ends, height, SERIES[place][0], cap=rows.mark - 1)
        yield mark(_x(card.mean[place], reach), height, place, size=rows.mark)
    if not series:
        yield mark(_x(_mean(card), reach), y, 0, size=rows.mark)


def _key(found: Core, language: Language) -> list[list[str]]:
    """What each mark stands for, in as many lines as are needed."""
    if len(found.groups) > MOST_SERIES:
        return [[word("everybody", language)]]
    lines: list[list[str]] = [[]]
    for name, people in zip(found.groups, found.n_people, strict=True):
        shown = word("everybody", language) if name == "all" else shortened(name, LETTERS)
        label = f"{shown} ({word('people', language, count=people)})"
        if lines[-1] and _key_width([*lines[-1], label]) > RIGHT:
            lines.append([])
        lines[-1].append(label)
    return lines


def _key_width(labels: Sequence[str]) -> float:
    return sum(30 + 7.2 * len(label) for label in labels)


def _key_drawn(lines: Sequence[Sequence[str]], top: float) -> Iterator[str]:
    series = 0
    for row, labels in enumerate(lines):
        x, y = max(12.0, (RIGHT - _key_width(labels)) / 2), top + KEY_LINE * row
        for label in labels:
            yield mark(x, y - 4, series)
            yield text(x + 12, y, label, size=12.5)
            x += 30 + 7.2 * len(label)
            series += 1
