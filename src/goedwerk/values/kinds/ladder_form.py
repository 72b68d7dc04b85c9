"""A list with one choice per card: the whole form. The ladder of the page is a view on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goedwerk.values.shapes import Rung, Shape

MOST_NAMED = 3


@dataclass(frozen=True)
class Card:
    """Something that gets a place."""

    key: str
    name: str
    meaning: str = ""

    @property
    def field(self) -> str:
        return f"card-{self.key}"


class LadderForm(forms.Form):
    """Every card gets a place, and every rung holds as many cards as fit."""

    def __init__(self, data: Any, *, cards: Sequence[Card], shape: Shape, initial: Mapping[str, int] | None = None):
        lying = initial or {}
        super().__init__(data, initial={card.field: str(lying[card.key]) for card in cards if card.key in lying})
        self.cards, self.shape = cards, shape
        places = [("", _("no place yet")), *((str(rung.value), rung.label) for rung in shape.rungs)]
        for card in cards:
            self.fields[card.field] = forms.ChoiceField(
                label=card.name, help_text=card.meaning, choices=places, required=False
            )

    @property
    def placements(self) -> dict[str, int]:
        given = ((card.key, self.cleaned_data.get(card.field)) for card in self.cards)
        return {key: int(value) for key, value in given if value}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        faults = [] if self.errors else self.faults()
        if faults:
            raise ValidationError(faults)
        return cleaned

    def faults(self) -> list[str]:
        lying = self.placements
        if not lying:
            return [_("Give the cards a place, or skip this step.")]
        waiting = [card.name for card in self.cards if card.key not in lying]
        too_many = [overfull(rung, count) for rung, count in self.shape.overfull(lying)]
        return too_many + ([without_place(waiting)] if waiting else [])

    # What the page draws

    @property
    def rows(self) -> list[forms.BoundField]:
        return [self[card.field] for card in self.cards]


def overfull(rung: Rung, lying: int) -> str:
    return ngettext(
        "On %(rung)s lie %(lying)d cards, and %(size)d fits. Give another place to some of them.",
        "On %(rung)s lie %(lying)d cards, and %(size)d fit. Give another place to some of them.",
        rung.size,
    ) % {"rung": rung.label, "lying": lying, "size": rung.size}


def without_place(names: Sequence[str]) -> str:
    count = ngettext("%(n)d card has no place yet", "%(n)d cards have no place yet", len(names)) % {"n": len(names)}
    return f"{count}: {', '.join(names)}." if len(names) <= MOST_NAMED else f"{count}."
