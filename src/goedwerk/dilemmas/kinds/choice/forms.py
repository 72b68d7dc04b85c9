from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

DONT_KNOW = "dont-know"
SOMETHING_ELSE = "something-else"

CONFIDENCE = [
    ("1", _("Not at all sure")),
    ("2", _("Not very sure")),
    ("3", _("In between")),
    ("4", _("Quite sure")),
    ("5", _("Very sure")),
]


@dataclass(frozen=True)
class Option:
    """One of the answers, with the letter by which people can name it aloud."""

    key: str
    letter: str
    text: str


class ChoiceForm(forms.Form):
    option = forms.ChoiceField(label=_("Your choice"), widget=forms.RadioSelect)
    confidence = forms.ChoiceField(
        label=_("How sure are you?"), choices=CONFIDENCE, widget=forms.RadioSelect, required=False
    )

    def __init__(self, data, *, options: Sequence[Option], confidence: bool, initial=None):
        super().__init__(data, initial=initial)
        self.options = options
        self.fields["option"].choices = [
            *((option.key, option.text) for option in options),
            (DONT_KNOW, _("I don't know yet")),
        ]
        self.fields["option"].error_messages["required"] = _("Choose an answer, or skip this step.")
        if not confidence:
            del self.fields["confidence"]

    @property
    def chosen(self) -> str:
        """The key of the option; empty for "I don't know yet"."""
        option = self.cleaned_data["option"]
        return "" if option == DONT_KNOW else option

    @property
    def sureness(self) -> int | None:
        return int(self.cleaned_data.get("confidence") or 0) or None
