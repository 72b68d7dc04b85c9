from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from goedwerk.dialogues.kinds.rate.scales import Scale
from goedwerk.dialogues.kinds.writing import SecondLookForm, WrittenField

LONGEST_REASON = 280
NONE, EXTREMES, ALL = "none", "extremes", "all"


@dataclass(frozen=True)
class Rated:
    """One item as the page draws it: its scale, and the box for a reason."""

    points: forms.BoundField
    reason: forms.BoundField | None
    scale: Scale

    @property
    def choices(self) -> list[tuple[Any, bool]]:
        """Each point, and whether it asks for a reason."""
        return [(box, self.scale.is_extreme(int(box.data["value"]))) for box in self.points.subwidgets]


class RateForm(SecondLookForm):
    """A point for each item, and a sentence of reason where the recipe asks for one."""

    def __init__(
        self,
        data: Any,
        *,
        items: Sequence[tuple[str, str]],
        scale: Scale,
        reasons: str = NONE,
        initial: Mapping[str, Any] | None = None,
    ):
        super().__init__(data, initial=initial and fields_of(initial))
        self.items, self.scale, self.reasons_when = [key for key, _label in items], scale, reasons
        for key, label in items:
            self.fields[point_field(key)] = forms.ChoiceField(
                label=label, choices=self._choices(), widget=forms.RadioSelect, required=False
            )
            if reasons != NONE:
                self.fields[reason_field(key)] = WrittenField(
                    label=_("Your reason, in one sentence"), most=LONGEST_REASON, rows=2
                )

    def _choices(self) -> list[tuple[str, str]]:
        ends = {self.scale.first: self.scale.low, self.scale.last: self.scale.high}
        return [(str(point), ends.get(point, "")) for point in self.scale.points]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not self.points:
            raise ValidationError(_("Give a point to at least one of these, or skip this step."))
        self.look_again()
        return cleaned

    def written(self) -> list[str]:
        return list(self.reasons.values())

    @property
    def points(self) -> dict[str, int]:
        return {key: int(point) for key in self.items if (point := self.cleaned_data.get(point_field(key)))}

    @property
    def reasons(self) -> dict[str, str]:
        """A reason goes with a point; where only extremes ask for one, a box that is closed again is not sent."""
        written = ((key, self.cleaned_data.get(reason_field(key))) for key in self.points)
        return {key: text for key, text in written if text and self._asks(self.points[key])}

    def _asks(self, point: int) -> bool:
        return self.reasons_when == ALL or self.scale.is_extreme(point)

    @property
    def rated(self) -> list[Rated]:
        reasons = [self[reason_field(key)] if self.reasons_when != NONE else None for key in self.items]
        return [
            Rated(self[point_field(key)], reason, self.scale) for key, reason in zip(self.items, reasons, strict=True)
        ]


def point_field(key: str) -> str:
    return f"point-{key}"


def reason_field(key: str) -> str:
    return f"reason-{key}"


def fields_of(answer: Mapping[str, Any]) -> dict[str, str]:
    points = {point_field(key): str(point) for key, point in answer["points"].items()}
    return points | {reason_field(key): text for key, text in answer["reasons"].items()}
