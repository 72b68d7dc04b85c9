from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from goedwerk.dialogues.kinds.writing import Box, WritingForm, trace_hints
from goedwerk.dilemmas import coach


class QuestionForm(WritingForm):
    """A moral question, and perhaps two options. The question coach shows hints once, and never blocks."""

    def __init__(self, data: Any, *, boxes: Sequence[Box], initial: Mapping[str, str] | None = None):
        super().__init__(data, boxes=boxes, initial=initial)

    def require_words(self) -> None:
        if not self.errors and not self.cleaned_data.get("question"):
            raise ValidationError(_("Write a question, or skip this step."))

    def find_hints(self, texts: Sequence[str]) -> list[str]:
        return [*coach.hints(self.cleaned_data["question"]), *trace_hints(texts)]
