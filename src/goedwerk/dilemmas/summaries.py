"""Choices as counts for the gate."""

from collections.abc import Sequence
from typing import Any

from goedwerk_analysis.counts import ChoiceCounts, RatingCounts

CONFIDENCE = (1, 5)


def count_choices(options: Sequence[str], answers: Sequence[dict[str, Any] | None]) -> ChoiceCounts:
    chosen = [answer["option"] or None for answer in answers if answer]
    return ChoiceCounts.of(options, chosen, people=len(answers))


def count_confidence(answers: Sequence[dict[str, Any] | None]) -> RatingCounts:
    given = [{"confidence": answer["confidence"]} for answer in answers if answer]
    return RatingCounts.of(["confidence"], *CONFIDENCE, given, people=len(answers))
