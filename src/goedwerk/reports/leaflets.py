"""Two leaflets on paper: for the works council and for the privacy officer, made of what the software itself says."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from goedwerk.reports.cannot import CANNOT, NOT_PROTECTED
from goedwerk.reports.privacy import Section, sections

TEMPLATES = {
    "works-council": "reports/leaflets/works_council.html",
    "privacy-officer": "reports/leaflets/privacy_officer.html",
}


@dataclass(frozen=True)
class Leaflet:
    command: str
    version: str
    days: int
    cannot: tuple[Any, ...]
    limits: tuple[Any, ...]
    of_participants: Section


def leaflet(reader: str, *, language: str) -> str:
    """The leaflet as HTML. Its two style sheets are named, not yet put in."""
    page = Leaflet(
        command=f"goedwerk leaflet {reader} --language {language}",
        version=version("goedwerk"),
        days=settings.RETENTION_DAYS,
        cannot=tuple(CANNOT.values()),
        limits=NOT_PROTECTED,
        of_participants=next(sections()),
    )
    with translation.override(language):
        return render_to_string(TEMPLATES[reader], {"page": page})
