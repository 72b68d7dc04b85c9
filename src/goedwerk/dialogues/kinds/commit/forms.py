from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.dialogues.kinds.writing import Box, WritingForm


class AgreementForm(WritingForm):
    """An agreement in a few boxes, or the outcome that none is needed."""

    none_needed = forms.BooleanField(required=False, label=gettext_lazy("No agreement is needed"))

    def __init__(self, data: Any, *, boxes: Sequence[Box], initial: Mapping[str, Any] | None = None):
        super().__init__(data, boxes=boxes, initial=initial)

    @property
    def none_needed_chosen(self) -> bool:
        return bool(self.cleaned_data.get("none_needed"))

    def require_words(self) -> None:
        if self.errors:
            return
        if self.none_needed_chosen and self.written():
            raise ValidationError(_("Either write an agreement, or say that none is needed."))
        if not self.none_needed_chosen and not self.cleaned_data.get("what", self.written()):
            raise ValidationError(_("Write what you agree, say that no agreement is needed, or skip this step."))
