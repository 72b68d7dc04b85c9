"""Choices as pictures: what was chosen, how it moved, and how sure people were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from goedwerk.dialogues import pictures
from goedwerk.dialogues.pictures import Question
from goedwerk.ui.pictures import Picture

CHOICE, SURENESS, SHIFT = "choice", "confidence", "shift"


def of_choice(
    question: Question, sureness: Sequence[tuple[str, Any]], released: Mapping[str, Any], **earlier: Any
) -> list[Picture]:
    """The choice, beside the first one when this was the second; then how sure people were, in the form's words."""
    drawn: list[Picture] = []
    before = earlier.get("before", {}).get(CHOICE)
    if CHOICE in released and before is not None:
        drawn += pictures.of_shift(question, before, released[CHOICE], released.get(SHIFT))
    elif CHOICE in released:
        drawn += pictures.of_question(question, released[CHOICE])
    if SURENESS in released:
        title = _("How sure you are")
        drawn += pictures.of_ratings(title, [(SURENESS, title)], sureness, released[SURENESS])
    return drawn
