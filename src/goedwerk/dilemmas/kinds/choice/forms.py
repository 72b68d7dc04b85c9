from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goedwerk.dialogues.pictures import Option

DONT_KNOW = "dont-know"
SOMETHING_ELSE = "something-else"
SOFT_MARKS = {SOMETHING_ELSE: "…", DONT_KNOW: "?"}

CONFIDENCE = [
    ("1", _("Not at all sure")),
    ("2", _("Not very sure")),
    ("3", _("In between")),
    ("4", _("Quite sure")),
    ("5", _("Very sure")),
]


@dataclass(frozen=True)
class Card:
    """An option as the page draws it; the soft ones stand apart, below."""

    id: str
    value: str
    letter: str
    label: str
    # What it costs, in the words of who wrote it.
    hint: str
    checked: bool
    soft: bool


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
    def cards(self) -> list[Card]:
        options = {option.key: option for option in self.options}
        return [
            Card(
                id=radio.id_for_label,
                value=radio.data["value"],
                letter=SOFT_MARKS.get(radio.data["value"]) or options[radio.data["value"]].letter,
                label=radio.choice_label,
                hint=hint_of(options.get(radio.data["value"])),
                checked=radio.data["selected"],
                soft=radio.data["value"] in SOFT_MARKS,
            )
            for radio in self["option"].subwidgets
        ]

    @property
    def chosen(self) -> str:
        """The key of the option; empty for "I don't know yet"."""
        option = self.cleaned_data["option"]
        return "" if option == DONT_KNOW else option

    @property
    def sureness(self) -> int | None:
        return int(self.cleaned_data.get("confidence") or 0) or None


def hint_of(option: Option | None) -> str:
    return gettext("What it costs: %s") % option.price if option and option.price else ""
