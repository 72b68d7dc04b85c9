"""What moved between two sorts of the same cards: of the same people, or of two rounds with other people."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from goedwerk_analysis.comparison.drift import drift
from goedwerk_analysis.comparison.fit_gap import MovedCard, fit_gap
from goedwerk_analysis.responses.sorts import Sorts, TooFewSorts
from goedwerk_analysis.sorts_found import MovesFound

MOVED, DRIFTED = "moved", "drifted"
# A claim needs no test of the whole by flipping signs, which is what takes time.
FLIPS = 1
Answers = Mapping[Hashable, Mapping[str, int] | None]


def find_moves(cards: Sequence[str], before: Answers, now: Answers) -> MovesFound:
    """Two sorts of the same people, such as how it is and how it should be; who made one of the two is left out."""
    people = sorted(key for key in now if is_whole(cards, before.get(key)) and is_whole(cards, now[key]))
    moved = moved_by(cards, [before[key] for key in people], [now[key] for key in people]) if people else ()
    return MovesFound(tuple(cards), directions(cards, moved), len(before), len(now), same_people=True)


def moved_by(cards: Sequence[str], before: Sequence[Any], now: Sequence[Any]) -> Sequence[MovedCard]:
    return fit_gap(sorts_of(cards, before), sorts_of(cards, now), flips=FLIPS).cards


def find_drift(cards: Sequence[str], before: Any, now: Any, keys: Sequence[str]) -> MovesFound:
    """Two rounds of which nobody is followed, the second brought to the composition of the first.

    `before` and `now` hold answers and what people said of themselves (`approaches.step_kind.Moment`).
    """
    rounds = [round_of(cards, moment.answers, moment.described, keys) for moment in (before, now)]
    moved = drifted(rounds, keys) if all(rounds) else ()
    return MovesFound(tuple(cards), directions(cards, moved), len(before.answers), len(now.answers), same_people=False)


def round_of(
    cards: Sequence[str], answers: Answers, described: Mapping[Hashable, Mapping[str, str]], keys: Sequence[str]
) -> Sorts | None:
    people = sorted(key for key, answer in answers.items() if is_whole(cards, answer))
    said = {name: [described.get(key, {}).get(name, "") for key in people] for name in keys}
    return sorts_of(cards, [answers[key] for key in people], said) if people else None


def drifted(rounds: Sequence[Sorts], keys: Sequence[str]) -> Sequence[MovedCard]:
    try:
        return drift(*rounds, keys).cards
    except TooFewSorts:
        return ()


def is_whole(cards: Sequence[str], answer: Mapping[str, int] | None) -> bool:
    return bool(answer) and set(cards) <= set(answer)


def sorts_of(cards: Sequence[str], laid: Sequence[Mapping[str, int]], attributes: Mapping[str, Any] | None = None):
    return Sorts.of([[answer[card] for card in cards] for answer in laid], cards=cards, attributes=attributes)


def directions(cards: Sequence[str], moved: Sequence[MovedCard]) -> tuple:
    return tuple((cards[each.card], "higher" if each.change > 0 else "lower") for each in moved if each.claimed)
