"""Sheets with viewpoints, or with the answer that there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from goedwerk_analysis.comparison.sentences import Language, number, percent
from goedwerk_analysis.sort_report.analysis import Analysis
from goedwerk_analysis.sort_report.grid_picture import grid_picture
from goedwerk_analysis.sort_report.page import certainty, help_text, lead, picture, section, subheading, table, together
from goedwerk_analysis.sort_report.words import word
from goedwerk_analysis.viewpoints.analysis import Viewpoints
from goedwerk_analysis.viewpoints.bootstrap import Stability
from goedwerk_analysis.viewpoints.number import FEWEST_DEFINING

SURE, LIKELY = 0.95, 0.80


def viewpoint_sheets(analysis: Analysis, language: Language) -> Iterator[str]:
    """Introduction with certainty, one grid per portrait, and the table of places."""
    found = analysis.viewpoints
    if found is None:
        yield section(word("viewpoints_heading", language), [lead(_none(analysis, language))])
        return
    drawn = drawable(found, analysis.stability)
    parts = [lead(_told(analysis, found, drawn, language)), _certainty(analysis.stability, language)]
    names = analysis.study.labels()
    for view in np.flatnonzero(drawn):
        parts.append(together(_portrait(found, int(view), names, language)))
    if drawn.any():
        parts += [_places(found, drawn, names, language), help_text(word("grid_help", language))]
    yield section(word("viewpoints_heading", language), parts, wide=True)


def _none(analysis: Analysis, language: Language) -> list[str]:
    """That there are no clear viewpoints, and why."""
    argument = analysis.argument
    if argument is None:
        return [word("not_tried", language)]
    beyond = argument.beyond_chance
    reason = word("none_comes_back", language, beyond=beyond) if beyond else word("not_beyond_chance", language)
    return [word("no_viewpoints", language), reason]


def drawable(found: Viewpoints, stability: Stability | None) -> np.ndarray:
    """Which viewpoints may be portrayed: defined by several people, and steady where that was tried."""
    defined = ~np.isnan(found.arrays).any(axis=0) & (found.characteristics.n_defining >= FEWEST_DEFINING)
    return defined if stability is None else defined & stability.portrait


def letter(label: str) -> str:
    """Viewpoints have letters on paper, so that they are not taken for columns."""
    return chr(64 + int(label)) if label.isdigit() and int(label) <= 26 else label


def _told(analysis: Analysis, found: Viewpoints, drawn: np.ndarray, language: Language) -> list[str]:
    count = len(found.labels)
    told = [word("one_viewpoint", language) if count == 1 else word("many_viewpoints", language, count=count)]
    if analysis.argument is None:
        told.append(word("asked_number", language))
    else:
        told.append(word("argued_number", language, beyond=analysis.argument.beyond_chance, count=count))
    outside = int((~found.flags.marked.any(axis=1)).sum())
    if outside:
        told.append(word("outside", language, count=outside, total=found.n_sorts))
    for view in np.flatnonzero(~drawn):
        told.append(_why_not(found, analysis.stability, int(view), language))
    return told


def _why_not(found: Viewpoints, stability: Stability | None, view: int, language: Language) -> str:
    label = letter(found.labels[view])
    if found.characteristics.n_defining[view] == 1:
        return word("one_sort_portrait", language, label=label)
    if stability is None or np.isnan(found.arrays[:, view]).any():
        return word("no_sorts_portrait", language, label=label)
    share, required = percent(1 - stability.unsteady[view]), percent(stability.required)
    return word("no_portrait", language, label=label, share=share, required=required)


def _certainty(stability: Stability | None, language: Language) -> str:
    if stability is None:
        return certainty("chance", word("no_repetitions", language), language)
    steady = 1 - float(stability.unsteady.max())
    level = "sure" if steady >= SURE else "likely" if steady >= LIKELY else "chance"
    return certainty(level, word("steady", language, share=percent(steady)), language)


def _portrait(found: Viewpoints, view: int, names: Sequence[str], language: Language) -> list[str]:
    label = letter(found.labels[view])
    defining = int(found.characteristics.n_defining[view])
    detail = word("defined_by", language, count=defining, total=found.n_sorts)
    elsewhere = {card: _elsewhere(found, card, view, language) for card, _ in found.differences.distinguishing[view]}
    return [
        subheading(word("viewpoint", language, label=label), detail),
        picture(
            grid_picture(found.arrays[:, view], elsewhere, names, label, language),
            word("viewpoint", language, label=label),
            language,
        ),
    ]


def _elsewhere(found: Viewpoints, card: int, view: int, language: Language) -> list[str]:
    others = [other for other in range(len(found.labels)) if other != view and not np.isnan(found.arrays[card, other])]
    return [
        f"{letter(found.labels[other])}: {number(found.arrays[card, other], language, 0, sign=True)}"
        for other in others
    ]


def _places(found: Viewpoints, drawn: np.ndarray, names: Sequence[str], language: Language) -> str:
    views = [int(view) for view in np.flatnonzero(drawn)]
    spread = np.ptp(found.scores[:, views], axis=1)
    clear = {card for view in found.differences.distinguishing for card, _ in view}
    shared = {card for card, _ in found.differences.consensus}
    rows = [
        [
            names[card],
            *(number(found.arrays[card, view], language, 0, sign=True) for view in views),
            word("clear" if card in clear else "consensus" if card in shared else "not_clear", language),
        ]
        for card in np.argsort(-spread, kind="stable")
    ]
    header = [word("card", language), *(letter(found.labels[view]) for view in views), word("difference", language)]
    return table(word("array_table", language), header, rows)
