"""The deliberative reason index of every group in a table."""

from __future__ import annotations

from dataclasses import dataclass

from goedwerk_analysis.choices.reason import (
    Form,
    Reason,
    ReasonChange,
    ReasonError,
    TooFewForReason,
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
    not_said: dict[str, ReasonError]


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
            not_said[_name(case)] = problem
    for first, second in before_and_after(cases):
        try:
            both = [deliberative_reason(case.considerations, case.preferences, form=form) for case in (first, second)]
            changes[first.case] = reason_change(*both)
        except ReasonError as problem:
            not_said[f"{first.case}: change"] = problem
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
            "not_said": {name: str(problem) for name, problem in finding.not_said.items()},
        }
    )


def reason_report(finding: ReasonFinding, language: Language) -> str:
    """The index as one HTML document."""
    rows = list(finding.found.items())
    header = [word(name, language) for name in ("group", "index", "interval", "chance_p", "remark")]
    cells = [_row(name, found, language) for name, found in rows]
    cells += [[name, "–", "–", "–", _why_not(problem, language)] for name, problem in finding.not_said.items()]
    title = word("title_reason", language)
    drawing = [picture(reason_picture(rows, language), title, language)] if rows else []
    parts = [
        *drawing,
        table(word("reason_table", language), header, cells),
        *_changes(finding, language),
        help_text(word("reason_help", language)),
    ]
    subtitle = word("groups_and_moments", language, count=len(rows))
    return page(title, subtitle, [section(word("reason_table", language), parts)], language)


def _changes(finding: ReasonFinding, language: Language) -> list[str]:
    """The change of the same people, where a group was there twice."""
    if not finding.changes:
        return []
    header = [word(name, language) for name in ("group", "change", "interval", "remark")]
    rows = [
        [
            name,
            number(found.change, language, 2, sign=True),
            _limits(found.low, found.high, language, sign=True),
            word("people", language, count=found.first.n_people),
        ]
        for name, found in finding.changes.items()
    ]
    return [table(word("reason_changes", language), header, rows)]


def _why_not(problem: ReasonError, language: Language) -> str:
    return word("too_few" if isinstance(problem, TooFewForReason) else "answers_missing", language)


def _limits(low: float, high: float, language: Language, *, sign: bool = False) -> str:
    ends = {"low": number(low, language, 2, sign=sign), "high": number(high, language, 2, sign=sign)}
    return word("from_to", language, **ends)


def _name(case: ReasonCase) -> str:
    return " ".join(part for part in (case.case, case.stage) if part) or "all"


def _row(name: str, found: Reason, language: Language) -> list[str]:
    limits = _limits(found.low, found.high, language)
    p = "–" if found.p is None else number(found.p, language, 3)
    return [name, number(found.index, language, 2), limits, p, word("people", language, count=found.n_people)]
