"""A recipe as code reads it: the document of a pack, checked when it was loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goedwerk.approaches.texts import said


@dataclass(frozen=True)
class StepRecipe:
    key: str
    kind: str
    minutes: int
    document: Mapping[str, Any]

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> StepRecipe:
        return cls(document["id"], document["kind"], document["minutes"], document)

    @property
    def title(self) -> str:
        return said(self.document["title"])

    @property
    def script(self) -> str:
        return said(self.document["script"])

    @property
    def prompt(self) -> str:
        return said(self.document["prompt"])

    @property
    def is_optional(self) -> bool:
        return bool(self.document["params"].get("optional"))


@dataclass(frozen=True)
class Recipe:
    key: str
    version: str
    minutes: int
    modes: tuple[str, ...]
    group_min: int
    group_max: int
    outcome: str
    steps: tuple[StepRecipe, ...]
    document: Mapping[str, Any]

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Recipe:
        return cls(
            key=document["id"],
            version=document["version"],
            minutes=document["minutes"],
            modes=tuple(document["modes"]),
            group_min=document["group"]["min"],
            group_max=document["group"]["max"],
            outcome=document["outcome"],
            steps=tuple(StepRecipe.of(step) for step in document["steps"]),
            document=document,
        )

    def without(self, left_out: Sequence[StepRecipe]) -> Recipe:
        """The same approach without these steps, and with their minutes taken off."""
        if not left_out:
            return self
        keys = {step.key for step in left_out}
        saved = sum(step.minutes for step in left_out if not step.is_optional)
        steps = [step for step in self.document["steps"] if step["id"] not in keys]
        return Recipe.of({**self.document, "steps": steps, "minutes": self.minutes - saved})

    def text(self, name: str) -> str:
        """One of the recipe's own texts: title, purpose, choose_when, aftercare…"""
        return said(self.document[name])

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def inputs(self) -> list[Mapping[str, Any]]:
        return self.document["inputs"]

    @property
    def preparation(self) -> list[str]:
        return [said(text) for text in self.document["preparation"]]
