"""What is promised before the first answer, in words: what the group will see, and what is kept until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goedwerk.dialogues.models import Mode

# From how many people on, and what a picture then says. The rule itself stands in `goedwerk_analysis.disclosure`.
RULE = (
    (1, _("1 to 4 people"), _("No picture. Whoever wants to tells it: the reveal is spoken.")),
    (5, _("5 to 7 people"), _("Words only: which answer more than half chose, if any.")),
    (8, _("8 to 11 people"), _("Words only: which answer more than half chose; or else which at least three chose.")),
    (12, _("12 to 49 people"), _("Bands, such as “4 to 6 people”. No exact numbers.")),
    (50, _("50 people and more"), _("Shares, rounded to 5 percent.")),
)
SMALLEST_COMPARISON = 10


@dataclass(frozen=True)
class Showing:
    """What a group of this size will see."""

    people: int
    size: Any
    words: Any
    compares: bool

    @property
    def is_spoken(self) -> bool:
        return self.people < 5

    @property
    def too_few_to_compare(self) -> bool:
        return self.compares and self.people < SMALLEST_COMPARISON

    @property
    def rule(self) -> list[tuple[Any, Any, bool]]:
        return [(size, words, size == self.size) for _low, size, words in RULE]


def showing_for(people: int, *, compares: bool = False) -> Showing:
    _low, size, words = [row for row in RULE if row[0] <= max(1, people)][-1]
    return Showing(people, size, words, compares)


@dataclass(frozen=True)
class Promise:
    """What a participant reads before the first answer."""

    days: int
    erased_on: date
    is_open: bool
    closes_on: date | None


def promise_of(*, mode: str, days: int, closes_on: Any = None) -> Promise:
    """For a dialogue of today; an open one counts from its last day."""
    is_open = mode == Mode.OPEN
    last = closes_on if is_open and isinstance(closes_on, date) else timezone.localdate()
    return Promise(days, last + timedelta(days=days), is_open, last if is_open else None)
