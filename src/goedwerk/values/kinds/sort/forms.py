"""Most and least: the lightest sort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goedwerk.values.kinds.ladder_form import Card
from goedwerk.values.shapes import Shape


@dataclass(frozen=True)
class Drawn:
    """A card as a box to tick."""

    id: str
    value: str
    name: str
    meaning: str
    checked: bool


class BestWorstForm(forms.Form):
    """The lightest sort: which cards weigh most, and which weigh least. The others lie in between."""

    most = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    least = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, data: Any, *, cards: Sequence[Card], shape: Shape, initial: Mapping[str, int] | None = None):
        ends = {"most": shape.top, "least": shape.bottom}
        lying = (initial or {}).items()
        super().__init__(data, initial={name: [k for k, v in lying if v == ends[name].value] for name in ends})
        self.cards, self.shape, self.ends = cards, shape, ends
        self.fields["most"].label, self.fields["least"].label = _("What weighs most?"), _("What weighs least?")
        for name in ends:
            self.fields[name].choices = [(card.key, card.name) for card in cards]

    @property
    def placements(self) -> dict[str, int]:
        lying = {card.key: 0 for card in self.cards}
        for name, rung in self.ends.items():
            lying |= dict.fromkeys(self.cleaned_data[name], rung.value)
        return lying

    def clean_most(self) -> list[str]:
        return self._exactly("most")

    def clean_least(self) -> list[str]:
        least = self._exactly("least")
        if set(least) & set(self.cleaned_data.get("most", ())):
            raise ValidationError(_("A card cannot weigh most and least at once. Choose another one."))
        return least

    def _exactly(self, name: str) -> list[str]:
        chosen, size = list(dict.fromkeys(self.cleaned_data[name])), self.ends[name].size
        if len(chosen) != size:
            raise ValidationError(
                ngettext("Choose one card. You chose %(n)d.", "Choose %(size)d cards. You chose %(n)d.", size)
                % {"size": size, "n": len(chosen)}
            )
        return chosen

    # What the page draws

    @property
    def questions(self) -> list[tuple[forms.BoundField, int, list[Drawn]]]:
        return [(self[name], rung.size, self._drawn(self[name])) for name, rung in self.ends.items()]

    def _drawn(self, field: forms.BoundField) -> list[Drawn]:
        meanings = {card.key: card.meaning for card in self.cards}
        return [
            Drawn(
                box.id_for_label,
                box.data["value"],
                box.choice_label,
                meanings[box.data["value"]],
                box.data["selected"],
            )
            for box in field.subwidgets
        ]
