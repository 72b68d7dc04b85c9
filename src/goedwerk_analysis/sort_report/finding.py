"""Findings as plain JSON: numbers beside sentences, NaN as null."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import numpy as np

from goedwerk_analysis.comparison.sentences import (
    agreement_sentences,
    core_sentences,
    distinctive_sentences,
    partition_sentences,
)
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.sort_report.analysis import Analysis
from goedwerk_analysis.viewpoints.analysis import Viewpoints
from goedwerk_analysis.viewpoints.bootstrap import Stability

MOST_CORRELATED = 100
EMPTY = ("unrotated", "loadings", "flags", "zscores", "arrays", "characteristics", "distinguishing", "consensus")


def finding(analysis: Analysis) -> dict[str, object]:
    """Everything that was found, under stable names.

    `loadings`, `unrotated` and `flags` have one row per sort; `zscores` and
    `arrays` one row per statement; `characteristics`, `distinguishing` and
    `relative_ranks` one entry per viewpoint.
    """
    study, sorts = analysis.study, analysis.study.sorts
    content: dict[str, object] = {
        "title": study.title,
        "data": fingerprint(sorts),
        "settings": analysis.settings,
        "n_sorts": sorts.n_sorts,
        "n_statements": sorts.n_cards,
        "sorts": sorts.names,
        "statements": study.labels(),
        "cards": sorts.cards,
        "distribution": sorts.needed_distribution(),
        "forced": sorts.forced,
        "notes": study.notes,
        "not_said": analysis.not_said,
        "number_of_viewpoints": analysis.argument,
        **_viewpoints(analysis),
        "intervals": _intervals(analysis.stability),
        "partition": analysis.partition,
        "core": analysis.core,
        "cores": analysis.cores,
        "distinctive": analysis.distinctive,
        "agreement": analysis.agreement,
        "team": analysis.team,
        "sentences": {language: sentences(analysis, language) for language in ("nl", "en")},
    }
    return plain(content)


def as_json(content: object) -> str:
    """Write plain content as UTF-8 JSON that ends with a line."""
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def plain(value: object) -> object:
    """Turn dataclasses, arrays and tuples into what JSON knows; NaN becomes null."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def fingerprint(sorts: Sorts) -> str:
    """A hash of positions, cards and names: the same data, the same hash."""
    content = hashlib.sha256(np.ascontiguousarray(sorts.positions, dtype="<f8").tobytes())
    content.update("\x1f".join((*sorts.cards, *sorts.names)).encode())
    return f"sha256:{content.hexdigest()}"


def sentences(analysis: Analysis, language: str) -> dict[str, list[str]]:
    """What the findings say, in one language."""
    names = analysis.study.labels()
    told: dict[str, list[str]] = {}
    if analysis.partition is not None:
        told["partition"] = partition_sentences(analysis.partition, language)
    if analysis.core is not None and analysis.team is None:
        told["core"] = core_sentences(analysis.core, names, language)
    told["distinctive"] = [
        line for found in analysis.distinctive.values() for line in distinctive_sentences(found, names, language)
    ]
    told["agreement"] = [line for found in analysis.agreement.values() for line in agreement_sentences(found, language)]
    return told


def _viewpoints(analysis: Analysis) -> dict[str, object]:
    found = analysis.viewpoints
    if found is None:
        values = [] if analysis.argument is None else analysis.argument.eigenvalues
        return {"n_viewpoints": 0, "eigenvalues": values, **{name: [] for name in EMPTY}}
    return {
        "n_viewpoints": found.loadings.shape[1],
        "method": found.method,
        "labels": found.labels,
        **_loadings(found),
        **_flags(found),
        "zscores": found.scores,
        "arrays": found.arrays,
        "characteristics": _characteristics(found),
        "factor_correlations": found.characteristics.correlations,
        "standard_errors_of_differences": found.characteristics.standard_error_of_difference,
        **_differences(found, analysis),
        "relative_ranks": found.ranks,
        "notices": found.notices,
    }


def _loadings(found: Viewpoints) -> dict[str, object]:
    return {
        "extraction": found.extraction,
        "convention": found.convention,
        "eigenvalues": found.eigenvalues,
        "correlation": found.correlation if found.n_sorts <= MOST_CORRELATED else None,
        "unrotated": found.unrotated,
        "turns": found.turns,
        "loadings": found.loadings,
    }


def _flags(found: Viewpoints) -> dict[str, object]:
    return {
        "flags": found.flags.marked,
        "flag_rule": found.flags.rule,
        "flag_origin": found.flags.origin(),
        "flags_by_hand": found.flags.by_hand,
        "borderline": found.borderline,
        "weights": found.weights,
    }


def _differences(found: Viewpoints, analysis: Analysis) -> dict[str, object]:
    different = found.differences
    return {
        "difference_rule": different.rule,
        "difference_labels": different.labels,
        "differences": different.pairs,
        "distinguishing": [
            [_card(found, card, stars, analysis) for card, stars in view] for view in different.distinguishing
        ],
        "consensus": [_card(found, card, stars, analysis) for card, stars in different.consensus],
    }


def _characteristics(found: Viewpoints) -> list[dict[str, object]]:
    names = ("n_defining", "eigenvalue", "explained", "reliability", "standard_error")
    return [
        {"label": label, **{name: getattr(found.characteristics, name)[view] for name in names}}
        for view, label in enumerate(found.labels)
    ]


def _card(found: Viewpoints, card: int, stars: str, analysis: Analysis) -> dict[str, object]:
    return {
        "card": card,
        "statement": analysis.study.labels()[card],
        "stars": stars,
        "zscores": found.scores[card],
        "arrays": found.arrays[card],
    }


def _intervals(stability: Stability | None) -> dict[str, object] | None:
    if stability is None:
        return None
    return {
        "steps": stability.n_steps,
        "required": stability.required,
        "unsteady": stability.unsteady,
        "portrait": stability.portrait,
        "zscores_low": stability.score_low,
        "zscores_high": stability.score_high,
        "arrays_low": stability.array_low,
        "arrays_high": stability.array_high,
        "flag_share": stability.flag_share,
    }
