from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from goedwerk.approaches.texts import said


@dataclass(frozen=True)
class Card:
    """A card as the page draws it."""

    id: str
    value: str
    label: str
    hint: str
    checked: bool


@dataclass(frozen=True)
class PickQuestion:
    """One of the questions of this form: the cards that are near the dilemma first, the others folded away."""

    field: forms.BoundField
    most: int
    near: Sequence[Card]
    far: Sequence[Card]

    @property
    def how_many(self) -> str:
        return ngettext("Choose one at most.", "Choose %(most)d at most.", self.most) % {"most": self.most}

    @property
    def more(self) -> str:
        return ngettext("%(n)d other value", "%(n)d other values", len(self.far)) % {"n": len(self.far)}

    @property
    def far_is_used(self) -> bool:
        return any(card.checked for card in self.far)


class ValuesPickForm(forms.Form):
    """Which cards weighed most; and, when asked, which had to give way."""

    picked = forms.MultipleChoiceField(label=gettext_lazy("What weighed most?"), widget=forms.CheckboxSelectMultiple)
    given_up = forms.MultipleChoiceField(
        label=gettext_lazy("What did you have to let go?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self,
        data: Any,
        *,
        cards: Sequence[Mapping[str, Any]],
        near: Collection[str],
        pick: int,
        give_up: int,
        initial: Mapping[str, Any] | None = None,
    ):
        super().__init__(data, initial=initial)
        self.cards, self.near, self.pick, self.give_up = cards, near, pick, give_up
        names = [(card["id"], said(card["name"])) for card in cards]
        self.fields["picked"].choices = self.fields["given_up"].choices = names
        self.fields["picked"].error_messages["required"] = _("Choose a value, or skip this step.")
        if not give_up:
            del self.fields["given_up"]

    def clean_picked(self) -> list[str]:
        return self._at_most("picked", self.pick)

    def clean_given_up(self) -> list[str]:
        given_up = self._at_most("given_up", self.give_up)
        if set(given_up) & set(self.cleaned_data.get("picked", ())):
            raise forms.ValidationError(_("A card cannot weigh most and give way at once. Choose another one."))
        return given_up

    def _at_most(self, name: str, most: int) -> list[str]:
        chosen = list(dict.fromkeys(self.cleaned_data[name]))
        if len(chosen) > most:
            raise forms.ValidationError(
                ngettext("Pick one card. You picked %(n)d.", "Pick at most %(most)d cards. You picked %(n)d.", most)
                % {"most": most, "n": len(chosen)}
            )
        return chosen

    # What the page draws

    @property
    def questions(self) -> list[PickQuestion]:
        most = {"picked": self.pick, "given_up": self.give_up}
        return [self._question(self[name], most[name]) for name in self.fields]

    def _question(self, field: forms.BoundField, most: int) -> PickQuestion:
        meanings = {card["id"]: said(card["meaning"]) for card in self.cards}
        drawn = [
            Card(
                option.id_for_label,
                option.data["value"],
                option.choice_label,
                meanings[option.data["value"]],
                option.data["selected"],
            )
            for option in field.subwidgets
        ]
        near = [card for card in drawn if card.value in self.near] or drawn
        return PickQuestion(field, most, near, [card for card in drawn if card not in near])
