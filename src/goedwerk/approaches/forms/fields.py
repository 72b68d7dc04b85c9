"""Fields that hold what a recipe holds: one paragraph, a list of labels, a row of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from goedwerk.approaches.drafting import id_from

LONGEST = 4000
MOST_LABELS = 40
# Control characters, and those that turn the direction of a text: the reader of packs refuses them.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def paragraph_of(text: str) -> str:
    """One paragraph: a recipe has no line ends inside a text."""
    return " ".join(UNSEEN.sub(" ", text).split())


class ParagraphField(forms.CharField):
    """One paragraph of at least two characters."""

    def __init__(self, *, rows: int = 2, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput()
        super().__init__(**{"max_length": LONGEST, "min_length": 2, "widget": widget, **kwargs})

    def to_python(self, value: Any) -> str:
        return paragraph_of(super().to_python(value))


class LabelsField(forms.CharField):
    """Labels, one on each line: "Dutch | English". A label keeps its id while its text changes in its place."""

    def __init__(self, *, earlier: Sequence[Mapping[str, str]] = (), **kwargs: Any) -> None:
        self.earlier = list(earlier)
        super().__init__(**{"max_length": LONGEST, "widget": forms.Textarea(attrs={"rows": 4}), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else "\n".join(map(line_of, value or ()))

    def clean(self, value: Any) -> list[dict[str, str]]:
        found = [texts_in(line) for line in super().clean(value).splitlines() if paragraph_of(line)]
        if len(found) > MOST_LABELS:
            raise ValidationError(_("At most %d lines.") % MOST_LABELS)
        if any(len(text) < 2 for texts in found for text in texts.values()):
            raise ValidationError(_("Write at least two characters on each line, also behind a bar."))
        return self.with_ids(found)

    def with_ids(self, found: list[dict[str, str]]) -> list[dict[str, str]]:
        by_text = {label["nl"]: label["id"] for label in self.earlier}
        in_place = [label["id"] for label in self.earlier] if len(found) == len(self.earlier) else []
        labels: list[dict[str, str]] = []
        for at, texts in enumerate(found):
            wanted = by_text.get(texts["nl"]) or (in_place[at] if in_place else id_from(texts["nl"])[:40])
            labels.append({"id": free(wanted, [label["id"] for label in labels]), **texts})
        return labels


def line_of(label: Mapping[str, str]) -> str:
    return " | ".join(filter(None, (label["nl"], label.get("en"))))


def texts_in(line: str) -> dict[str, str]:
    dutch, bar, english = (paragraph_of(part) for part in line.partition("|"))
    return {"nl": dutch, "en": english} if bar and english else {"nl": dutch}


def free(wanted: str, taken: Sequence[str]) -> str:
    numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in numbered if name not in taken)


class NumbersField(forms.CharField):
    """Whole numbers with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else ", ".join(map(str, value or ()))

    def clean(self, value: Any) -> list[int]:
        return numbers_in(super().clean(value))


class ShapesField(forms.CharField):
    """Several rows of numbers, one on each line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": LONGEST, "widget": forms.Textarea(attrs={"rows": 2}), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else "\n".join(", ".join(map(str, row)) for row in value or ())

    def clean(self, value: Any) -> list[list[int]]:
        return [numbers_in(line) for line in super().clean(value).splitlines() if line.strip()]


def numbers_in(text: str) -> list[int]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not all(re.fullmatch(r"[0-9]{1,3}", part) and int(part) > 0 for part in parts):
        raise ValidationError(_("Write whole numbers with commas between them, such as 1, 2, 3, 2, 1."))
    return [int(part) for part in parts]
