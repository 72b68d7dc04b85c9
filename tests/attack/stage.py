"""What is shown of a question: the platform's own door (`reports.release`) on runs in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any

from attack.workshops import CARDS, CLASSES, GIVE_UP, ITEMS, PICK, SCALE, STATEMENTS, Question
from goedwerk.reports.release import Run, release
from goedwerk_analysis.counts import ChoiceCounts, PickCounts, RatingCounts, SortCounts, VoteCounts
from goedwerk_analysis.released import Released

Answers = Mapping[int, Any]
Shown = tuple[tuple[str, Released], ...]


@dataclass(frozen=True)
class Asked:
    """As much of a step kind as the door looks at: how answers become counts."""

    kind: str
    options: tuple[str, ...] = ()
    zone: int = 0

    def summarise(self, step: Any, answers: Sequence[Any]) -> dict[str, Any]:
        return COUNT[self.kind](self, [answer for answer in answers if answer is not None], len(answers))

    def category(self, answer: Any) -> Any:
        return answer


def count_choice(asked: Asked, given: list, people: int) -> dict[str, Any]:
    return {"choice": ChoiceCounts.of(asked.options, given, people)}


def count_votes(asked: Asked, given: list, people: int) -> dict[str, Any]:
    return {"votes": VoteCounts.of(STATEMENTS, by_key(STATEMENTS, given), people)}


def count_ratings(asked: Asked, given: list, people: int) -> dict[str, Any]:
    return {"points": RatingCounts.of(ITEMS, *SCALE, by_key(ITEMS, given), people)}


def by_key(keys: Sequence[str], given: list) -> list[dict[str, Any]]:
    return [dict(zip(keys, answer, strict=True)) for answer in given]


def count_picks(asked: Asked, given: list, people: int) -> dict[str, Any]:
    picked, given_up = ([hand[at] for hand in given] for at in (0, 1))
    return {
        "picked": PickCounts.of(CARDS, picked, people, PICK),
        "given_up": PickCounts.of(CARDS, given_up, people, GIVE_UP),
    }


def count_sorts(asked: Asked, given: list, people: int) -> dict[str, Any]:
    return {"sort": SortCounts.of(CARDS, given, people, (asked.zone, asked.zone))}


COUNT = {
    "choice": count_choice,
    "votes": count_votes,
    "ratings": count_ratings,
    "picks": count_picks,
    "sorts": count_sorts,
}


@cache
def step_of(kind: str, options: tuple[str, ...], is_split: bool, zone: int) -> Any:
    behaviour = Asked(kind, options, zone)
    return SimpleNamespace(behaviour=behaviour, is_split=is_split, params={}, key="question", round_id=0)


def shown(question: Question, classes: Mapping[int, str], answers: Sequence[Answers]) -> tuple[Shown, ...]:
    """Everything that is shown, run by run, if these had been the answers."""
    step = step_of(question.kind, question.options, question.is_split, question.zone)
    runs: list[Run] = []
    for given in answers:
        run = Run(step, given, {person: classes[person] for person in given})
        released = release(run, runs, classes=CLASSES if question.is_split else ())
        runs.append(Run(step, given, run.classes, released))
    return tuple(tuple(sorted(run.released.items())) for run in runs)
