"""A recipe as one bar: a part is as wide as its minutes."""

from __future__ import annotations

from dataclasses import dataclass

from goedwerk.approaches.recipes import Recipe
from goedwerk.approaches.registry import UnknownKind, kind_of


@dataclass(frozen=True)
class Part:
    """One step in the bar: where it begins and how wide it is, in percent of the whole."""

    start: float
    width: float
    minutes: int
    title: str
    is_away: bool

    @property
    def middle(self) -> float:
        return self.start + self.width / 2


def bar_of(recipe: Recipe) -> list[Part]:
    steps = [step for step in recipe.steps if not step.is_optional]
    total = sum(step.minutes for step in steps) or 1
    parts, passed = [], 0
    for step in steps:
        width = 100 * step.minutes / total
        parts.append(Part(100 * passed / total, width, step.minutes, step.title, is_away(step.kind)))
        passed += step.minutes
    return parts


def is_away(kind: str) -> bool:
    try:
        return kind_of(kind).is_away
    except UnknownKind:
        return False
