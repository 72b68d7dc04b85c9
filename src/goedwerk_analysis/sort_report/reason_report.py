"""The deliberative reason index of every group in a table."""

from __future__ import annotations

from dataclasses import dataclass

from goedwerk_analysis.choices.reason import (
    Form,
    Reason,
    ReasonChange,
    ReasonError,
    deliberative_reason,
    reason_change,
)
from goedwerk_analysis.comparison.sentences import Language, number
from goedwerk_analysis.formats.reason_table import ReasonCase, before_and_after
from goedwerk_analysis.sort_report.finding import plain
from goedwerk_analysis.sort_report.page import help_text, page, picture, section, table
from goedwerk_analysis.sort_report.reason_picture import reason_picture
from goedwerk_analysis.sort_report.words import word


@dataclass(frozen=True)
class ReasonFinding:
    """Index per group and moment, changes of the same people, and groups about which nothing is said."""

    found: dict[str, Reason]
    changes: dict[str, ReasonChange]
    not_said: dict[str, str]


def reason_finding(
    cases: tuple[ReasonCase, ...], *, form: Form = "adjusted", permutations: int = 0, seed: int = 1
) -> ReasonFinding:
    """Compute the index of every case, and the change where people took part twice."""
    found, changes, not_said = {}, {}, {}
    for case in cases:
        try:
            found[_name(case)] = deliberative_reason(
                case.considerations, case.preferences, form=form, permutations=permutations, seed=seed
            )
        except ReasonError as problem:
            not_said[_name(case)] = str(problem)
    for first, second in before_and_after(cases):
        try:
            both = [deliberative_reason(case.considerations, case.preferences, form=form) for case in (first, second)]
            changes[first.case] = reason_change(*both)
        except ReasonError as problem:
            not_said[f"{first.case}: change"] = str(problem)
    return ReasonFinding(found, changes, not_said)


def reason_content(finding: ReasonFinding) -> dict[str, object]:
    """Plain JSON content, without anything about single persons."""
    kept = ("form", "n_people", "index", "low", "high", "p", "n_pairs", "n_pairs_undefined", "method")
    return plain(
        {
            "groups": {name: {key: getattr(found, key) for key in kept} for name, found in finding.found.items()},
            "changes": {
                name: {key: getattr(change, key) for key in ("change", "low", "high", "p")}
                for name, change in finding.changes.items()
            },
            "not_said": finding.not_said,
        }
    )


def reason_report(finding: ReasonFinding, language: Language) -> str:
    """The index as one HTML document."""
    rows = list(finding.found.items())
    header = [word(name, language) for name in ("group", "index", "interval", "chance_p", "remark")]
    cells = [_row(name, found, language) for name, found in rows]
    cells += [[name, "–", "–", "–", word("too_few", language)] for name in finding.not_said]
    drawing = [picture(reason_picture(rows, language))] if rows else []
    parts = [
        *drawing,
        table(word("reason_table", language), header, cells),
        help_text(word("reason_help", language)),
    ]
    people = sum(found.n_people for found in finding.found.values())
    title = word("title_reason", language)
    return page(title, word("people", language, count=people), [section(title, parts)], language)


def _name(case: ReasonCase) -> str:
    return " ".join(part for part in (case.case, case.stage) if part) or "all"


def _row(name: str, found: Reason, language: Language) -> list[str]:
    ends = {"low": number(found.low, language, 2), "high": number(found.high, language, 2)}
    limits = word("from_to", language, **ends)
    p = "–" if found.p is None else number(found.p, language, 3)
    return [name, number(found.index, language, 2), limits, p, word("people", language, count=found.n_people)]
