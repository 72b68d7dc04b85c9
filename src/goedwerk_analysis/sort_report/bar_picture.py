"""One bar of all that is in the sorts, and each part again with its interval."""

from __future__ import annotations

from collections.abc import Iterator

from goedwerk_analysis.comparison.partition import Partition, Share
from goedwerk_analysis.comparison.sentences import Language, attribute_word, percent
from goedwerk_analysis.sort_report.marks import (
    GREY,
    INK,
    IRIS,
    OCHRE,
    PALE,
    PETROL,
    REST,
    STEEL,
    WASH,
    box,
    interval,
    line,
    svg,
    text,
)
from goedwerk_analysis.sort_report.words import WORDS, word

LEFT, WIDTH, BAR, ROW = 4.0, 692.0, 52.0, 34.0
COLOURS = (PETROL, OCHRE, IRIS, STEEL)


def share_name(share: Share, language: Language) -> str:
    """What a part is called on the page."""
    return word(share.name, language) if share.name in WORDS else attribute_word(share.name, language)


def bar_picture(found: Partition, language: Language) -> str:
    """Draw the bar and under it every part from its own start."""
    parts = [share for share in found.shares if share.estimate > 0.0005]
    height = 30 + BAR + 16 + ROW * len(parts)
    drawn = [text(LEFT, 18, word("bar_picture", language), colour=GREY), *_bar(parts), *_parts(parts, language)]
    told = ", ".join(f"{share_name(share, language)} {percent(share.estimate)} %" for share in parts)
    return svg(700, height, drawn, key="bar", title=word("bar_heading", language), desc=told)


def _colour(share: Share, place: int) -> str:
    if share.name == "common":
        return WASH
    if share.name in ("person", "overlap", "moment"):
        return REST
    return COLOURS[(place - 1) % len(COLOURS)]


def _scale(parts: list[Share]) -> float:
    return WIDTH / max(1.0, sum(share.estimate for share in parts))


def _bar(parts: list[Share]) -> Iterator[str]:
    x, scale = LEFT, _scale(parts)
    for place, share in enumerate(parts):
        width = share.estimate * scale
        colour = _colour(share, place)
        yield box(x, 30, width - 1.5, BAR, fill=colour, stroke=INK if colour == WASH else "none")
        if width > 40:
            ink = PALE if colour in (PETROL, OCHRE) else INK
            yield text(
                x + width / 2, 30 + BAR / 2 + 5, f"{percent(share.estimate)} %", anchor="middle", colour=ink, bold=True
            )
        x += width


def _parts(parts: list[Share], language: Language) -> Iterator[str]:
    scale = _scale(parts)
    starts = [LEFT + scale * sum(share.estimate for share in parts[:place]) for place in range(len(parts))]
    heights = [30 + BAR + 28 + ROW * place for place in range(len(parts))]
    for x, y in zip(starts, heights, strict=True):
        yield line(x, 30 + BAR, x, y + 8, colour=GREY, dashed=True)
    for place, (share, x, y) in enumerate(zip(parts, starts, heights, strict=True)):
        colour, end = _colour(share, place), x + share.estimate * scale
        yield box(x, y - 5, end - x, 10, fill=colour, stroke=INK if colour == WASH else "none")
        if share.low is not None:
            reach = min(x + share.high * scale, 696)
            yield interval(x + share.low * scale, reach, y, INK)
            end = max(end, reach)
        yield _label(share, x, min(end, 696), y, language)


def _label(share: Share, start: float, end: float, y: float, language: Language) -> str:
    label = f"{share_name(share, language)} {percent(share.estimate)} %"
    if share.low is not None:
        label += f", {word('to', language, low=percent(share.low), high=percent(share.high))}"
    room = 7.0 * len(label)
    if end + 10 + room <= 696:
        return text(end + 10, y + 4.5, label, halo=True)
    if start - 10 - room >= 4:
        return text(start - 10, y + 4.5, label, anchor="end", halo=True)
    return text(696, y + 18, label, anchor="end", halo=True)
