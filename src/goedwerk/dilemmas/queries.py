"""The library of dilemmas, and finding one in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches.texts import said
from goedwerk.dilemmas.models import Dilemma, Vocabulary
from goedwerk.values.queries import value_names

TERRAINS = {
    "burger": _("Citizens and society"),
    "bestuur": _("Political leadership"),
    "organisatie": _("Own organisation"),
    "samenspel": _("Partners and network"),
}


@dataclass(frozen=True)
class Filter:
    """What somebody looks for: within a facet any of the chosen ones will do, and every facet must fit."""

    terrain: frozenset[str] = frozenset()
    value: frozenset[str] = frozenset()
    role: frozenset[str] = frozenset()
    level: frozenset[str] = frozenset()

    def allows(self, dilemma: Dilemma) -> bool:
        return all(not wanted or wanted & facets_of(dilemma)[name] for name, wanted in vars(self).items())


def facets_of(dilemma: Dilemma) -> dict[str, set[str]]:
    return {
        "terrain": {dilemma.terrain},
        "value": set(dilemma.document["values"]),
        "role": set(dilemma.document["roles"]),
        "level": {dilemma.level},
    }


@dataclass(frozen=True)
class Words:
    """What the labels of dilemmas are called, in the language of the page."""

    terrain: Mapping[str, Any] = field(default_factory=lambda: TERRAINS)
    value: Mapping[str, str] = field(default_factory=dict)
    role: Mapping[str, str] = field(default_factory=dict)
    level: Mapping[str, str] = field(default_factory=dict)
    setting: Mapping[str, str] = field(default_factory=dict)
    work: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def now(cls) -> Words:
        books = [vocabulary.document for vocabulary in Vocabulary.objects.all()]
        return cls(
            value=value_names(),
            role=named(books, "roles"),
            level=named(books, "levels"),
            setting=named(books, "settings"),
            work=named(books, "kinds_of_work"),
        )


def named(books: Sequence[Mapping[str, Any]], part: str) -> dict[str, str]:
    return {entry["id"]: said(entry) for book in books for entry in book.get(part, ())}


@dataclass(frozen=True)
class Shown:
    """A dilemma in words."""

    dilemma: Dilemma
    words: Words

    @property
    def document(self) -> Mapping[str, Any]:
        return self.dilemma.document

    @property
    def title(self) -> str:
        return said(self.document["title"])

    @property
    def short(self) -> str:
        return said(self.document["short"])

    @property
    def question(self) -> str:
        return said(self.document["question"])

    @property
    def situation(self) -> str:
        return said(self.document["situation"])

    @property
    def options(self) -> list[str]:
        return [said(option) for option in self.document["options"]]

    @property
    def turn(self) -> str:
        return said(self.document["turn"])

    @property
    def reflections(self) -> list[tuple[str, str]]:
        """Always both: (value, text)."""
        return [(self.words.value.get(each["value"], ""), said(each)) for each in self.document["reflections"]]

    @property
    def to_ask(self) -> Sequence[str]:
        return said(self.document["reflection"])

    @property
    def terrain(self) -> Any:
        return self.words.terrain.get(self.dilemma.terrain, self.dilemma.terrain)

    @property
    def level(self) -> str:
        return self.words.level.get(self.dilemma.level, self.dilemma.level)

    @property
    def setting(self) -> str:
        return self.words.setting.get(self.document["setting"], "")

    @property
    def roles(self) -> list[str]:
        return [self.words.role.get(key, key) for key in self.document["roles"]]

    @property
    def values(self) -> list[tuple[str, str]]:
        return [(key, self.words.value.get(key, key)) for key in self.document["values"]]


@dataclass(frozen=True)
class Library:
    """Everything there is, and what fits the filter."""

    words: Words
    all: Sequence[Dilemma]
    filter: Filter

    @classmethod
    def filtered(cls, filter: Filter) -> Library:
        return cls(Words.now(), list(Dilemma.objects.all()), filter)

    @cached_property
    def found(self) -> list[Shown]:
        return [Shown(dilemma, self.words) for dilemma in self.all if self.filter.allows(dilemma)]

    def counts(self, facet: str) -> Counter[str]:
        return Counter(key for dilemma in self.all for key in facets_of(dilemma)[facet])


def find_dilemma(key: str) -> Shown | None:
    dilemma = Dilemma.objects.filter(key=key).order_by("pack").first()
    return Shown(dilemma, Words.now()) if dilemma else None
