"""Forms in which people write: the boxes, how long is too long, and a second look before a text is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goedwerk.dialogues import text_checks

SECOND_LOOK = "second-look"
ROWS = {100: 2, 300: 3}


@dataclass(frozen=True)
class Box:
    """One place to write in."""

    key: str
    label: str
    most: int
    hint: str = ""

    @property
    def rows(self) -> int:
        return next((rows for most, rows in ROWS.items() if self.most <= most), 5)


class WrittenField(forms.CharField):
    """A text of at most `most` characters. Nothing is cut off: who writes more hears how much is too much."""

    def __init__(self, *, most: int, rows: int = 3, **how: Any):
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": rows}), **how)
        self.most = most

    def to_python(self, value: Any) -> str:
        # Browsers send two characters for every new line; the writer counts one.
        return super().to_python(value).replace("\r\n", "\n")

    def validate(self, value: str) -> None:
        super().validate(value)
        over = len(value) - self.most
        if over > 0:
            raise ValidationError(
                ngettext(
                    "This is %(over)d character too long. At most %(most)d characters fit here.",
                    "This is %(over)d characters too long. At most %(most)d characters fit here.",
                    over,
                )
                % {"over": over, "most": self.most}
            )


class SecondLookForm(forms.Form):
    """Shows the writer hints at the first press, and keeps the text at the second. It never blocks."""

    # With an underscore, so that no box of a recipe can have the same name. Without an id: a page may hold two forms.
    second_look = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"id": False}))

    def __init__(self, *args: Any, **how: Any):
        super().__init__(*args, **how)
        self.hints: list[str] = []

    def find_hints(self, texts: Sequence[str]) -> list[str]:
        return trace_hints(texts)

    def written(self) -> list[str]:
        """The texts that are filled in."""
        values = (self.cleaned_data.get(name) for name, field in self.fields.items() if isinstance(field, WrittenField))
        return [value for value in values if value]

    def look_again(self) -> None:
        """Call at the end of `clean()`: only a form that is otherwise right asks for a second look."""
        if self.errors:
            return
        self.hints = self.find_hints(self.written())
        if self.hints and not self.cleaned_data.get("second_look"):
            self.data = self.data.copy()
            self.data["second_look"] = "1"
            self.add_error(None, ValidationError(_("Look at your text once more."), code=SECOND_LOOK))

    @property
    def asks_second_look(self) -> bool:
        return self.has_error(forms.forms.NON_FIELD_ERRORS, SECOND_LOOK)

    @property
    def points_to_doors(self) -> bool:
        """Whether the text that was kept before reads like a report: then its writer sees the doors."""
        return not self.is_bound and text_checks.looks_like_report(
            [text for text in self.initial.values() if isinstance(text, str)]
        )

    @property
    def faults(self) -> list[str]:
        """Errors of the form as a whole, other than the question to look again."""
        errors = self.errors.as_data().get(forms.forms.NON_FIELD_ERRORS, ())
        return [message for error in errors if error.code != SECOND_LOOK for message in error.messages]


def trace_hints(texts: Sequence[str]) -> list[str]:
    found = text_checks.traces_in("\n".join(texts))
    return [
        _("This looks like %(detail)s: “%(words)s”.") % {"detail": detail, "words": words} for detail, words in found
    ]


class WritingForm(SecondLookForm):
    """Boxes to write in. One filled box is enough."""

    def __init__(self, data: Any, *, boxes: Sequence[Box], initial: Mapping[str, str] | None = None):
        super().__init__(data, initial=initial)
        for box in boxes:
            self.fields[box.key] = WrittenField(label=box.label, help_text=box.hint, most=box.most, rows=box.rows)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.require_words()
        self.look_again()
        return cleaned

    def require_words(self) -> None:
        if not self.errors and not self.written():
            raise ValidationError(_("Write something, or skip this step."))

    @property
    def lines(self) -> dict[str, str]:
        return {box.name: text for box in self.boxes if (text := self.cleaned_data.get(box.name))}

    @property
    def boxes(self) -> list[forms.BoundField]:
        return [self[name] for name, field in self.fields.items() if isinstance(field, WrittenField)]
