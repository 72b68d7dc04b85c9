"""Texts of content: written per language, shown in the reader's own."""

from collections.abc import Mapping, Sequence

from django.utils.translation import get_language


def said_again(text: str, labels: Sequence[Mapping[str, str]]) -> str:
    """A text that was said in any language before, in the language of the page when it is one of these labels."""
    return next((said(label) for label in labels if text in label.values()), text)


def said(text: Mapping[str, str] | None) -> str:
    """The text in the language of the page; Dutch when that one is missing."""
    if not text:
        return ""
    return text.get((get_language() or "nl")[:2]) or text["nl"]
