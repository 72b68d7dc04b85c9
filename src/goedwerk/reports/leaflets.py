"""Two leaflets on paper: for the works council and for the privacy officer, made of what the software itself says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from goedwerk.reports.cannot import CANNOT, NOT_PROTECTED
from goedwerk.reports.privacy import Table, sections

TEMPLATES = {
    "works-council": "reports/leaflets/works_council.html",
    "privacy-officer": "reports/leaflets/privacy_officer.html",
}


@dataclass(frozen=True)
class Row:
    """What is kept alike: seen by the same people, and gone at the same time."""

    titles: Sequence[Any]
    seen_by: Any


@dataclass(frozen=True)
class Until:
    """Everything that goes at the same time."""

    gone: Any
    rows: Sequence[Row]


@dataclass(frozen=True)
class Leaflet:
    command: str
    version: str
    days: int
    cannot: tuple[Any, ...]
    limits: tuple[Any, ...]
    of_participants: Sequence[Until]


def leaflet(reader: str, *, language: str) -> str:
    """The leaflet as HTML. Its two style sheets are named, not yet put in."""
    page = Leaflet(
        command=f"goedwerk leaflet {reader} --language {language}",
        version=version("goedwerk"),
        days=settings.RETENTION_DAYS,
        cannot=tuple(CANNOT.values()),
        limits=NOT_PROTECTED,
        of_participants=by_end(next(sections()).tables),
    )
    with translation.override(language):
        return render_to_string(TEMPLATES[reader], {"page": page})


def by_end(tables: Sequence[Table]) -> list[Until]:
    """What is kept alike stands together, so that everything fits on one sheet."""
    alike: dict[Any, dict[Any, list[Any]]] = {}
    for words in (table.words for table in tables):
        alike.setdefault(words.gone, {}).setdefault(words.seen_by, []).append(words.title)
    return [Until(gone, [Row(titles, seen) for seen, titles in rows.items()]) for gone, rows in alike.items()]
