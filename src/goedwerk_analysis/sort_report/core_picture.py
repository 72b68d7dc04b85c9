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

LEFT, RIGHT, TOP, ROW, HEADING = 235.0, 685.0, 52.0, 32.0, 34.0
LETTERS = 32
MOST_SERIES = 4


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
    height = TOP + sum(HEADING + ROW * len(part.cards) for part in parts) + 40
    reach = _reach(found)
    drawn = [*_axis(reach, height - 40, language), *_rows(parts, names, reach), *_key(found, height - 14, language)]
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


def _rows(parts: Sequence[Section], names: Sequence[str], reach: int) -> Iterator[str]:
    y = TOP
    for part in parts:
        height = HEADING + ROW * len(part.cards)
        if part.washed:
            yield f'<g opacity="0.55">{box(4, y, 692, height - 4, fill=WASH, rounded=4)}</g>'
        yield text(12, y + 22, part.heading, size=14.5, bold=True)
        for place, card in enumerate(part.cards):
            yield from _row(card, names[card.card], y + HEADING + ROW * (place + 0.5), reach)
        y += height


def _row(card: CoreCard, name: str, y: float, reach: int) -> Iterator[str]:
    yield text(12, y + 4, shortened(name, LETTERS))
    yield line(12, y + ROW / 2, 692, y + ROW / 2)
    series = range(len(card.mean)) if len(card.mean) <= MOST_SERIES else ()
    step = 8.0 if len(card.mean) < MOST_SERIES else 7.0
    for place in series:
        height = y + step * (place - (len(card.mean) - 1) / 2)
        if card.low[place] == card.low[place]:
            yield interval(_x(card.low[place], reach), _x(card.high[place], reach), height, SERIES[place][0])
        yield mark(_x(card.mean[place], reach), height, place)
    if not series:
        yield mark(_x(_mean(card), reach), y, 0)


def _key(found: Core, y: float, language: Language) -> Iterator[str]:
    if len(found.groups) > MOST_SERIES:
        yield mark(LEFT, y - 4, 0)
        yield text(LEFT + 12, y, word("everybody", language), size=12.5)
        return
    x = 120.0
    for place, (name, people) in enumerate(zip(found.groups, found.n_people, strict=True)):
        shown = word("everybody", language) if name == "all" else name
        label = f"{shown} ({word('people', language, count=people)})"
        yield mark(x, y - 4, place)
        yield text(x + 12, y, label, size=12.5)
        x += 30 + 7.2 * len(label)
