"""Made-up runs of a step, for the door that findings leave by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from goedwerk.reports.release import Run, release
from goedwerk_analysis.counts import ChoiceCounts, PickCounts, RatingCounts
from goedwerk_analysis.released import Released

OPTIONS = ("care", "law", "wait")
CARDS = ("honest", "careful", "quick", "open")


class Choosing:
    """Answers are (option, how sure, cards), or None."""

    def summarise(self, step: Any, answers: Sequence[Any]) -> Mapping[str, Any]:
        given = [answer for answer in answers if answer]
        people = len(answers)
        return {
            "choice": ChoiceCounts.of(step.options, [option for option, *_rest in given], people=people),
            "confidence": RatingCounts.of(["sure"], 1, 5, [{"sure": sure} for _, sure, _ in given], people=people),
            "picked": PickCounts.of(CARDS, [cards for *_rest, cards in given], people=people, picks=1),
        }

    def category(self, answer: Any) -> str | None:
        return answer[0] if answer else None


@dataclass(frozen=True)
class ChoosingStep:
    is_split: bool = False
    options: tuple[str, ...] = OPTIONS
    behaviour: Choosing = field(default_factory=Choosing)
    key: str = "first"
    round_id: int = 1
    params: Mapping[str, Any] = field(default_factory=dict)


def person(number: int) -> UUID:
    return UUID(int=number)


def run(
    chosen: Mapping[int, str | None], *, roles: Mapping[int, str] | None = None, options: tuple[str, ...] = OPTIONS
) -> Run:
    """Who chose what, by number; each is quite sure, and picks the first card."""
    answers = {person(one): (option, 4, CARDS[:1]) if option else None for one, option in chosen.items()}
    classes = {person(one): role for one, role in (roles or {}).items()}
    return Run(ChoosingStep(is_split=roles is not None, options=options), answers, classes)


def everybody(option: str, people: range) -> dict[int, str | None]:
    return dict.fromkeys(people, option)


def shown(now: Run, *earlier: Run, classes: Sequence[str] = ()) -> dict[str, Released]:
    return release(now, earlier, classes=classes)


def after(now: Run, *earlier: Run, classes: Sequence[str] = ()) -> Run:
    """The run with what was shown of it."""
    return Run(now.step, now.answers, now.classes, shown(now, *earlier, classes=classes))
