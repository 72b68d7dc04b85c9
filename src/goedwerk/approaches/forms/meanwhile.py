"""Two people in one draft: whoever keeps second sees what the first one wrote, and decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Difference:
    """What stands in the draft by now, where the form that was sent says something else."""

    label: str
    now: str


class BegunForm(forms.Form):
    """Knows from which text it began, so that one of somebody else meanwhile is not written over unseen."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def began_from(self, digest: str) -> None:
        self.digest = digest
        self.initial["seen"] = digest

    @property
    def is_behind(self) -> bool:
        return self.cleaned_data["seen"] not in ("", self.digest)

    def catch_up(self) -> None:
        """The page that tells of the other text is read now: sent once more, this form counts."""
        self.data = self.data.copy()
        self.data["seen"] = self.digest

    @property
    def differences(self) -> list[Difference]:
        shown = [Difference(str(bound.label), in_words(bound, bound.initial)) for bound in self.visible_fields()]
        sent = [in_words(bound, bound.data) for bound in self.visible_fields()]
        return [each for each, text in zip(shown, sent, strict=True) if each.now.split() != text.split()]


def in_words(bound: forms.BoundField, value: Any) -> str:
    if isinstance(bound.field, forms.BooleanField):
        return _("yes") if value else _("no")
    value = "" if value is None else bound.field.prepare_value(value)
    labels = labels_of(bound.field)
    if isinstance(value, list | tuple):
        return ", ".join(labels.get(str(each), str(each)) for each in value)
    return labels.get(str(value), str(value))


def labels_of(field: forms.Field) -> Mapping[str, str]:
    """What the choices of a field are called, with groups of choices laid open."""
    pairs: list[Any] = []
    for key, label in getattr(field, "choices", ()):
        pairs += label if isinstance(label, list | tuple) else [(key, label)]
    return {str(key): str(label) for key, label in pairs}
