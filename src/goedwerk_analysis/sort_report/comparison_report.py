"""Two files of sorts compared: linked when the people are the same, else round by round."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison.cells import centred_positions
from goedwerk_analysis.comparison.drift import Drift, drift
from goedwerk_analysis.comparison.fit_gap import FitGap, MovedCard, NotTheSamePeople, fit_gap
from goedwerk_analysis.comparison.sentences import Language, drift_sentences, fit_gap_sentences, number
from goedwerk_analysis.formats.study import Study
from goedwerk_analysis.sort_report.analysis import organisation_names
from goedwerk_analysis.sort_report.finding import fingerprint, plain
from goedwerk_analysis.sort_report.page import certainty, help_text, lead, page, picture, section, table
from goedwerk_analysis.sort_report.time_picture import time_picture
from goedwerk_analysis.sort_report.words import word


@dataclass(frozen=True)
class Comparison:
    """What moved between two studies of the same cards."""

    first: Study
    second: Study
    linked: bool
    found: FitGap | Drift
    first_means: NDArray[np.float64]
    second_means: NDArray[np.float64]

    @property
    def cards(self) -> tuple[MovedCard, ...]:
        return self.found.cards


def compare_studies(
    first: Study, second: Study, *, linked: bool | None = None, organisation: str | None = None, seed: int = 1
) -> Comparison:
    """Compare two studies.

    Parameters
    ----------
    linked : bool, optional
        Whether sorts of the same name are of the same person; left out, that is
        assumed when both files hold the same names, other than s1, s2, ...
    organisation : str, optional
        Attribute whose members resemble each other, for unlinked rounds; else
        one with a usual name.
    """
    if first.sorts.cards != second.sorts.cards:
        raise NotTheSamePeople("the two files are not of the same cards in the same order")
    if _same_people(first, second) if linked is None else linked:
        return _linked(first, second, seed)
    organisation = organisation or _usual_organisation(first, second)
    shared = [name for name in first.sorts.attributes if name in second.sorts.attributes and name != organisation]
    found = drift(first.sorts, second.sorts, shared, organisation=organisation)
    return Comparison(first, second, False, found, found.first_means, found.second_means)


def comparison_finding(compared: Comparison) -> dict[str, object]:
    """The comparison as plain JSON content."""
    names = compared.first.labels()
    content = {
        "data": [fingerprint(study.sorts) for study in (compared.first, compared.second)],
        "linked": compared.linked,
        "statements": names,
        "first_means": compared.first_means,
        "second_means": compared.second_means,
        "fit_gap" if compared.linked else "drift": compared.found,
        "sentences": {language: _told(compared, language) for language in ("nl", "en")},
    }
    return plain(content)


def comparison_report(compared: Comparison, language: Language) -> str:
    """The comparison as one HTML document."""
    names = compared.first.labels()
    level = "sure" if compared.found.may_be_said else "chance"
    who = word("linked" if compared.linked else "unlinked", language)
    parts = [
        lead(_told(compared, language)),
        certainty(level, who, language),
        picture(
            time_picture(compared.first_means, compared.second_means, compared.cards, names, language),
            word("drift_heading", language),
            language,
        ),
        table(word("drift_table", language), _header(language), _rows(compared, language)),
        help_text(word("drift_help", language)),
    ]
    sizes = f"{compared.first.sorts.n_sorts} → {compared.second.sorts.n_sorts}"
    subtitle = word("people", language, count=sizes)
    return page(word("title_compare", language), subtitle, [section(word("drift_heading", language), parts)], language)


def _same_people(first: Study, second: Study) -> bool:
    """Equal names, unless those are numbers that a reader made up (s1, s2, ...)."""
    names = set(first.sorts.names)
    return names == set(second.sorts.names) and not all(re.fullmatch(r"s\d+", name) for name in names)


def _usual_organisation(first: Study, second: Study) -> str | None:
    name = organisation_names(first.sorts)[0]
    return name if name in second.sorts.attributes else None


def _linked(first: Study, second: Study, seed: int) -> Comparison:
    shared = [name for name in first.sorts.names if name in set(second.sorts.names)]
    if not shared:
        raise NotTheSamePeople("no sort has the same name in both files")
    one = first.sorts.only([first.sorts.names.index(name) for name in shared])
    two = second.sorts.only([second.sorts.names.index(name) for name in shared])
    found = fit_gap(one, two, seed=seed)
    means = [centred_positions(part).mean(axis=0) for part in (one, two)]
    return Comparison(first, second, True, found, *means)


def _told(compared: Comparison, language: Language) -> list[str]:
    names = compared.first.labels()
    if isinstance(compared.found, Drift):
        return drift_sentences(compared.found, names, language)
    return fit_gap_sentences(compared.found, names, language)


def _header(language: Language) -> list[str]:
    return [word(name, language) for name in ("card", "first", "second", "difference", "remark")]


def _rows(compared: Comparison, language: Language) -> list[list[str]]:
    names, moved = compared.first.labels(), {card.card: card for card in compared.cards}
    order = np.argsort(-compared.first_means, kind="stable")
    return [_row(names[card], compared, moved[int(card)], language) for card in order]


def _row(name: str, compared: Comparison, card: MovedCard, language: Language) -> list[str]:
    first, second = (
        number(means[card.card], language, sign=True) for means in (compared.first_means, compared.second_means)
    )
    change = number(card.change, language, sign=True)
    if card.low == card.low:
        ends = {"low": number(card.low, language, sign=True), "high": number(card.high, language, sign=True)}
        change += f" ({word('from_to', language, **ends)})"
    said = "no_clear_change" if not card.claimed else "heavier_now" if card.change > 0 else "lighter_now"
    return [name, first, second, change, word(said, language)]
