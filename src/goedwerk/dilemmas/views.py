"""The library: finding a dilemma, and reading it whole before it is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from goedwerk.dilemmas.queries import Filter, Library, Shown, find_dilemma
from goedwerk.organisations.permissions import hosts_only

FACETS = (
    ("terrain", _("Terrain")),
    ("role", _("Role")),
    ("level", _("How deep")),
    ("value", _("Value that is at stake")),
)
# A long list folds out; what most dilemmas are about stands on top.
FIRST = 6


@dataclass(frozen=True)
class Option:
    key: str
    label: Any
    number: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: Any
    options: Sequence[Option]

    @classmethod
    def of(cls, library: Library, name: str, label: Any) -> Facet:
        chosen, words, counts = getattr(library.filter, name), getattr(library.words, name), library.counts(name)
        known = [Option(key, words[key], counts[key], key in chosen) for key in words if counts[key]]
        return cls(name, label, sorted(known, key=by_use) if name == "value" else known)

    @property
    def first(self) -> Sequence[Option]:
        return self.options[:FIRST]

    @property
    def more(self) -> Sequence[Option]:
        return self.options[FIRST:]

    @property
    def more_is_chosen(self) -> bool:
        return any(option.chosen for option in self.more)


def by_use(option: Option) -> tuple[int, str]:
    return (-option.number, str(option.label))


@dataclass(frozen=True)
class LibraryPage:
    facets: Sequence[Facet]
    found: Sequence[Shown]
    number: int
    values: frozenset[str]

    @property
    def chosen(self) -> list[Any]:
        return [option.label for facet in self.facets for option in facet.options if option.chosen]


@hosts_only
@require_GET
def library(request: HttpRequest) -> HttpResponse:
    wanted = Filter(**{name: frozenset(request.GET.getlist(name)) for name, _label in FACETS})
    shelves = Library.filtered(wanted)
    page = LibraryPage(
        facets=[Facet.of(shelves, name, label) for name, label in FACETS],
        found=shelves.found,
        number=len(shelves.all),
        values=wanted.value,
    )
    return render(request, "dilemmas/library.html", {"page": page})


@hosts_only
@require_GET
def dilemma(request: HttpRequest, key: str) -> HttpResponse:
    found = find_dilemma(key)
    if found is None:
        raise Http404(key)
    return render(request, "dilemmas/dilemma.html", {"page": found})
