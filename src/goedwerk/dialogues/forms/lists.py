"""A list to compare by, as its owner fills it in: words, classes, their order, and which are retired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches.texts import said
from goedwerk.dialogues.actions.listing import Decided
from goedwerk.dialogues.models import AttributeList

LONGEST_LABEL, LONGEST_QUESTION = 60, 120
MOST_CLASSES = 20
NEW_ROWS = 2


@dataclass(frozen=True)
class Row:
    """One class in the form; a new one has no way to retire it yet."""

    label: forms.BoundField
    place: forms.BoundField
    retired: forms.BoundField | None


class ListForm(forms.Form):
    label = forms.CharField(max_length=LONGEST_LABEL, label=gettext_lazy("What is it about?"))
    question = forms.CharField(
        max_length=LONGEST_QUESTION,
        label=gettext_lazy("How do you ask it?"),
        help_text=gettext_lazy("People read this before their first answer. “I would rather not say” is always added."),
    )

    def __init__(self, data: Any = None, *, kept: AttributeList | None = None):
        classes = kept.classes if kept else []
        self.keys = [each["key"] for each in classes]
        self.new = new_rows(NEW_ROWS if kept else 4, taken=self.keys)
        super().__init__(data, initial={"label": said(kept.label), "question": said(kept.question)} if kept else None)
        for place, name in enumerate([*self.keys, *self.new], start=1):
            self.add_row(name, place, next((each for each in classes if each["key"] == name), None))

    def add_row(self, name: str, place: int, known: Any) -> None:
        self.fields[f"label_{name}"] = forms.CharField(
            max_length=LONGEST_LABEL,
            required=known is not None,
            initial=said(known["label"]) if known else "",
            label=_("Answer %d") % place,
        )
        self.fields[f"place_{name}"] = forms.IntegerField(
            min_value=1, max_value=99, initial=place, label=_("Place of answer %d") % place
        )
        if known:
            self.fields[f"retired_{name}"] = forms.BooleanField(
                required=False, initial=bool(known.get("retired")), label=_("No longer offer this")
            )

    @property
    def rows(self) -> list[Row]:
        return [self.row(name) for name in (*self.keys, *self.new)]

    def row(self, name: str) -> Row:
        retired = f"retired_{name}"
        return Row(self[f"label_{name}"], self[f"place_{name}"], self[retired] if retired in self.fields else None)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if self.errors:
            return given
        offered = [key for key, _label in self.in_order() if key not in self.retired]
        labels = [label.casefold() for _key, label in self.in_order()]
        if len(offered) < 2:
            raise forms.ValidationError(_("Offer at least two answers."))
        if len(labels) > MOST_CLASSES:
            raise forms.ValidationError(_("At most %d answers: nobody reads a longer list.") % MOST_CLASSES)
        if len(set(labels)) < len(labels):
            raise forms.ValidationError(_("Two answers are the same."))
        return given

    @property
    def retired(self) -> frozenset[str]:
        return frozenset(key for key in self.keys if self.cleaned_data.get(f"retired_{key}"))

    def in_order(self) -> Sequence[tuple[str, str]]:
        given = self.cleaned_data
        filled = [name for name in (*self.keys, *self.new) if given.get(f"label_{name}")]
        by_place = sorted(filled, key=lambda name: given[f"place_{name}"])
        return [(name if name in self.keys else "", given[f"label_{name}"]) for name in by_place]

    @property
    def decided(self) -> Decided:
        given = self.cleaned_data
        return Decided(given["label"], given["question"], self.in_order(), self.retired)


def new_rows(count: int, *, taken: Sequence[str]) -> list[str]:
    """Names of empty rows, which no class has as its key."""
    free = (name for number in range(MOST_CLASSES + count) if (name := f"new{number}") not in taken)
    return list(islice(free, count))


class MoveForm(forms.Form):
    """The small buttons beside a list."""

    act = forms.ChoiceField(choices=[(name, name) for name in ("up", "down", "retire", "offer")])
    key = forms.SlugField(max_length=40)
