"""A scale: its points, what stands at both ends, and the few fields that a picture of a small group can bear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from goedwerk.approaches.texts import said

# With more points than this a picture tells low, middle and high: otherwise hardly any point would have a majority.
MOST_TOLD = 5
THIRDS = 3


@dataclass(frozen=True)
class Scale:
    first: int
    last: int
    low: str
    high: str

    @classmethod
    def of(cls, params: Mapping[str, Any]) -> Scale:
        return cls(params["from"], params["to"], said(params["low"]), said(params["high"]))

    @property
    def points(self) -> list[int]:
        return list(range(self.first, self.last + 1))

    def is_extreme(self, point: int) -> bool:
        return self.field_of(point) in (self.fields[0], self.fields[-1])

    # What a picture tells: each point, or low, middle and high. Fixed by the recipe, before anybody answers.

    @property
    def is_coarse(self) -> bool:
        return len(self.points) > MOST_TOLD

    @property
    def fields(self) -> list[int]:
        return list(range(1, THIRDS + 1)) if self.is_coarse else self.points

    def field_of(self, point: int) -> int:
        """The outer thirds are equally wide; what is left over belongs to the middle."""
        if not self.is_coarse:
            return point
        width = len(self.points) // THIRDS
        return 1 if point < self.first + width else THIRDS if point > self.last - width else 2

    def field_words(self, field: int) -> str:
        inside = [point for point in self.points if self.field_of(point) == field]
        numbers = (
            str(inside[0]) if len(inside) == 1 else _("%(from)d to %(to)d") % {"from": inside[0], "to": inside[-1]}
        )
        ends = {self.fields[0]: self.low, self.fields[-1]: self.high}
        return f"{numbers}, {ends[field]}" if field in ends else numbers
