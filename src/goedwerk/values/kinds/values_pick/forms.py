from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from goedwerk.approaches.texts import said


class ValuesPickForm(forms.Form):
    """Which cards weighed most; and, when asked, which had to give way."""

    picked = forms.MultipleChoiceField(label=gettext_lazy("What weighed most?"), widget=forms.CheckboxSelectMultiple)
    given_up = forms.MultipleChoiceField(
        label=gettext_lazy("What did you have to let go?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, data, *, cards: Sequence[Mapping[str, Any]], pick: int, give_up: int, initial=None):
        super().__init__(data, initial=initial)
        self.cards, self.pick, self.give_up = cards, pick, give_up
        names = [(card["id"], said(card["name"])) for card in cards]
        self.fields["picked"].choices = self.fields["given_up"].choices = names
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
        chosen = self.cleaned_data[name]
        if len(chosen) > most:
            raise forms.ValidationError(
                ngettext("Pick one card. You picked %(n)d.", "Pick at most %(most)d cards. You picked %(n)d.", most)
                % {"most": most, "n": len(chosen)}
            )
        return chosen
