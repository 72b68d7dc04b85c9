from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.dialogues.kinds.writing import SecondLookForm, WrittenField

REMARK = "remark"
LONGEST_REMARK = 600
POINTS = [
    ("1", gettext_lazy("Not at all")),
    ("2", gettext_lazy("Hardly")),
    ("3", gettext_lazy("In between")),
    ("4", gettext_lazy("Mostly")),
    ("5", gettext_lazy("Completely")),
]


class EvaluateForm(SecondLookForm):
    """A few sentences to rate, and one box for the facilitator alone."""

    def __init__(self, data: Any, *, items: Sequence[tuple[str, str]], initial: Mapping[str, Any] | None = None):
        super().__init__(data, initial=initial)
        self.items = [key for key, _label in items]
        for key, label in items:
            self.fields[f"item-{key}"] = forms.ChoiceField(
                label=label, choices=POINTS, widget=forms.RadioSelect, required=False
            )
        self.fields[REMARK] = WrittenField(
            label=_("Is there something you want to say to the facilitator?"), most=LONGEST_REMARK, rows=3
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not (self.points or self.remark):
            raise ValidationError(_("Rate a sentence, or skip this step."))
        self.look_again()
        return cleaned

    @property
    def points(self) -> dict[str, int]:
        return {key: int(point) for key in self.items if (point := self.cleaned_data.get(f"item-{key}"))}

    @property
    def remark(self) -> str:
        return self.cleaned_data.get(REMARK, "")

    @property
    def sentences(self) -> list[forms.BoundField]:
        return [self[f"item-{key}"] for key in self.items]

    @property
    def remark_box(self) -> forms.BoundField:
        return self[REMARK]
