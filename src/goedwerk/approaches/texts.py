"""Texts of content: written per language, shown in the reader's own."""

from collections.abc import Mapping

from django.utils.translation import get_language


def said(text: Mapping[str, str] | None) -> str:
    """The text in the language of the page; Dutch when that one is missing."""
    if not text:
        return ""
    return text.get((get_language() or "nl")[:2]) or text["nl"]
