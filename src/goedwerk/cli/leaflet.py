"""Writes a leaflet as one file that needs nothing else: styles and letters are put into it."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from django.contrib.staticfiles import finders

from goedwerk.reports import leaflets

LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
LETTERS = re.compile(r"url\(([\w/.-]+\.woff2)\)")


def write(reader: str, *, language: str, out: Path) -> None:
    page = leaflets.leaflet(reader, language=language)
    out.write_text(LINK.sub(lambda link: f"<style>{styles(link[1])}</style>", page), encoding="utf-8")


def styles(name: str) -> str:
    sheet = Path(finders.find(name))
    return LETTERS.sub(lambda found: f"url({as_data(sheet.parent / found[1])})", sheet.read_text(encoding="utf-8"))


def as_data(font: Path) -> str:
    return "data:font/woff2;base64," + base64.b64encode(font.read_bytes()).decode()
