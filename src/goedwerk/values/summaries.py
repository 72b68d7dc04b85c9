"""Answers about values as counts for the gate."""

from collections.abc import Mapping, Sequence
from typing import Any

from goedwerk.values.shapes import Rung
from goedwerk_analysis.counts import PickCounts, SortCounts


def count_picks(cards: Sequence[str], answers: Sequence[dict[str, Any] | None], *, name: str, picks: int) -> PickCounts:
    hands = [answer[name] for answer in answers if answer]
    return PickCounts.of(cards, hands, people=len(answers), picks=picks)


def count_zones(
    cards: Sequence[str], answers: Sequence[Mapping[str, int] | None], high: Sequence[Rung], low: Sequence[Rung]
) -> SortCounts:
    """How many people put each card high, and how many put it low."""
    sizes = sum(rung.size for rung in high), sum(rung.size for rung in low)
    known = [{card: answer[card] for card in cards if card in answer} for answer in answers if answer]
    hands = [(cards_on(high, answer), cards_on(low, answer)) for answer in known]
    return SortCounts.of(cards, hands, people=len(answers), zones=sizes)


def cards_on(rungs: Sequence[Rung], answer: Mapping[str, int]) -> list[str]:
    values = {rung.value for rung in rungs}
    return [card for card, value in answer.items() if value in values]
