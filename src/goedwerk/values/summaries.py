"""Answers about values as counts for the gate."""

from collections.abc import Sequence
from typing import Any

from goedwerk_analysis.counts import PickCounts


def count_picks(cards: Sequence[str], answers: Sequence[dict[str, Any] | None], *, name: str, picks: int) -> PickCounts:
    hands = [answer[name] for answer in answers if answer]
    return PickCounts.of(cards, hands, people=len(answers), picks=picks)
