from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.dialogues.kinds.writing import WritingForm, WrittenField

LONGEST = 280
FOR, AGAINST = "for", "against"
SIDES = {FOR: gettext_lazy("For"), AGAINST: gettext_lazy("Against")}
TYPES = {
    "principle": gettext_lazy("a principle or a right"),
    "consequence": gettext_lazy("what follows from it"),
    "virtue": gettext_lazy("what a good public servant does"),
    "care": gettext_lazy("care for people"),
    "feasibility": gettext_lazy("whether it can be done"),
}


def box(option: str, side: str) -> str:
    return f"{option}_{side}"


def type_of(name: str) -> str:
    """The name of the field that says of which type the argument in the box `name` is."""
    return f"{name}_type"


@dataclass(frozen=True)
class Sides:
    """What can be said of one option: (argument, its type) on either side."""

    option: str
    rows: Sequence[tuple[forms.BoundField, forms.BoundField | None]]

    @property
    def is_filled(self) -> bool:
        """Whether something is written here or wrong, so that it must not stay folded."""
        return any(field.errors or field.value() for row in self.rows for field in row if field is not None)


class ArgumentForm(WritingForm):
    """An argument for and one against each option, each with its type. One is enough."""

    def __init__(
        self,
        data: Any,
        *,
        options: Sequence[tuple[str, str]],
        types: Sequence[str],
        initial: Mapping[str, str] | None = None,
    ):
        super().__init__(data, boxes=(), initial=initial)
        self.options, self.types = options, types
        for option, _text in options:
            for side, label in SIDES.items():
                self._add(box(option, side), label)

    def _add(self, name: str, label: Any) -> None:
        self.fields[name] = WrittenField(label=label, most=LONGEST, rows=2)
        if len(self.types) > 1:
            choices = [("", _("Choose, or leave it open")), *((key, TYPES[key]) for key in self.types)]
            self.fields[type_of(name)] = forms.ChoiceField(label=_("It is about"), choices=choices, required=False)

    @property
    def lines(self) -> dict[str, str]:
        """The arguments, and the types of those that were written."""
        written = super().lines
        types = {type_of(name): self.cleaned_data.get(type_of(name), "") for name in written}
        return {**written, **{name: key for name, key in types.items() if key}}

    @property
    def sides(self) -> list[Sides]:
        return [Sides(text, [self._row(box(option, side)) for side in SIDES]) for option, text in self.options]

    def _row(self, name: str) -> tuple[forms.BoundField, forms.BoundField | None]:
        return self[name], self[type_of(name)] if type_of(name) in self.fields else None
