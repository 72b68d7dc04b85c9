"""Which approach fits: three questions, and rules that anybody can read. What it can do follows from its recipe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches.queries import Listed
from goedwerk.approaches.recipes import Recipe


@dataclass(frozen=True)
class Purpose:
    """What a group comes together for, and by what a recipe shows that it serves this."""

    key: str
    label: Any
    hint: Any = ""
    outcomes: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def points(self, recipe: Recipe) -> float:
        inputs = {needed["kind"] for needed in recipe.inputs}
        kinds = {step.kind for step in recipe.steps if not step.is_optional}
        return (
            2.0 * (recipe.outcome in self.outcomes)
            + 2.0 * bool(inputs & set(self.inputs))
            + 1.5 * share(kinds, self.kinds)
        )


def share(found: set[str], wanted: Sequence[str]) -> float:
    return len(found & set(wanted)) / len(wanted) if wanted else 0.0


PURPOSES = (
    Purpose(
        "situation",
        _("To talk about one difficult situation"),
        outcomes=("insight", "agreement"),
        inputs=("dilemma", "case"),
        kinds=("choice", "residue"),
    ),
    Purpose(
        "decision",
        _("To take a decision and explain it"),
        outcomes=("judgement",),
        inputs=("case",),
        kinds=("argument_map", "brainstorm", "choice"),
    ),
    Purpose(
        "word",
        _("To understand what a word means"),
        _("such as loyal, neutral or tailor-made"),
        outcomes=("insight",),
        inputs=("text",),
        kinds=("question_form", "statement"),
    ),
    Purpose(
        "shared",
        _("To see what we share and where we differ"),
        outcomes=("insight",),
        inputs=("value-set", "statements"),
        kinds=("sort", "values_pick", "vote", "rank"),
    ),
    Purpose(
        "learn",
        _("To learn from what went well"),
        outcomes=("agreement", "publication"),
        inputs=("value-set",),
        kinds=("pair_talk", "round", "signal"),
    ),
    Purpose(
        "recurring",
        _("To do something about what keeps coming back"),
        outcomes=("signal", "publication"),
        inputs=("case", "statements"),
        kinds=("signal", "evaluate"),
    ),
)


@dataclass(frozen=True)
class Time:
    key: str
    label: Any
    hint: Any = ""
    minutes: int = 0
    mode: str = "live"

    def points(self, recipe: Recipe) -> float:
        """Most when the minutes are used well; little when there are too few of them."""
        if self.mode not in recipe.modes:
            return -3.0
        if not self.minutes:
            return 1.0
        off = (recipe.minutes - self.minutes) / self.minutes
        return 2.0 - (5.0 * max(0.0, off - 0.15) + 1.5 * max(0.0, -off - 0.15))


TIMES = (
    Time("short", _("20 to 40 minutes"), minutes=30),
    Time("hour", _("An hour"), minutes=60),
    Time("half-day", _("Half a day"), minutes=115),
    Time("days", _("Some days"), _("everybody at a moment of their own"), mode="open"),
)


@dataclass(frozen=True)
class Experience:
    key: str
    label: Any
    hint: Any = ""
    # How demanding an approach may be: see `demand`.
    up_to: float = 0.0

    def points(self, recipe: Recipe) -> float:
        return -1.5 * max(0.0, demand(recipe) - self.up_to)


def demand(recipe: Recipe) -> float:
    """How much an approach asks of who leads: a real case and a long talk ask most."""
    brought = any(needed["kind"] == "case" for needed in recipe.inputs)
    return 0.75 * brought + min(2.0, recipe.minutes / 60) + 0.5 * (len(recipe.steps) > 10)


EXPERIENCES = (
    Experience("first", _("This is my first time"), up_to=1.0),
    Experience("some", _("I did it a few times"), up_to=2.0),
    Experience("trained", _("I was trained for it"), _("in moral deliberation, for instance"), up_to=4.0),
)


@dataclass(frozen=True)
class Wish:
    """Three answers. Each has a default, so that the page always shows something that fits."""

    purpose: Purpose = PURPOSES[0]
    time: Time = TIMES[0]
    experience: Experience = EXPERIENCES[0]

    def points(self, recipe: Recipe) -> float:
        return sum(answer.points(recipe) for answer in (self.purpose, self.time, self.experience))


@dataclass(frozen=True)
class Fit:
    best: Listed | None
    also: Sequence[Listed]
    others: Sequence[Listed]


ALSO = 2


def fitting(approaches: Sequence[Listed], wish: Wish) -> Fit:
    """The best of what can start here first; then what fits as well; then all the rest."""
    ranked = sorted(approaches, key=lambda each: -wish.points(each.recipe))
    best = next((each for each in ranked if each.can_start), None)
    rest = [each for each in ranked if each is not best]
    also = [each for each in rest if wish.points(each.recipe) > 0][:ALSO]
    return Fit(best, also, sorted_for_reading([each for each in rest if each not in also]))


def sorted_for_reading(approaches: Sequence[Listed]) -> list[Listed]:
    return sorted(approaches, key=lambda each: (not each.can_start, each.recipe.minutes))
