"""How somebody comes in: with a code, with what they want to say of themselves, or with a return code."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.accounts import tokens
from goedwerk.dialogues import queries
from goedwerk.dialogues.actions import taking_part
from goedwerk.dialogues.attributes import NOT_SAID, Attribute, attribute_of
from goedwerk.dialogues.models import Dialogue, Participation

AS_TYPED = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "gw-code"}


class CodeForm(forms.Form):
    """The code on the big screen. Spaces and small letters are forgiven."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("Eight characters. You see them on the big screen."),
        max_length=40,
        widget=forms.TextInput(attrs=AS_TYPED),
        error_messages={"required": gettext_lazy("Type the code that you got.")},
    )

    def clean_code(self) -> Dialogue:
        dialogue = queries.dialogue_by_code(self.cleaned_data["code"])
        if dialogue is None:
            raise forms.ValidationError(
                _("We do not know this code. Check it on the big screen, or ask the facilitator for the link.")
            )
        return dialogue


class ReturnForm(forms.Form):
    """The return code of somebody who was here before."""

    code = forms.CharField(
        label=gettext_lazy("Your return code"),
        help_text=gettext_lazy("Sixteen characters. You saw them under “My answers”."),
        max_length=60,
        widget=forms.TextInput(attrs=AS_TYPED),
        error_messages={"required": gettext_lazy("Type your return code.")},
    )

    def __init__(self, data=None, *, dialogue: Dialogue):
        super().__init__(data)
        self.dialogue = dialogue
        self.participation = None

    def clean_code(self) -> str:
        self.participation = queries.participation_by_token(self.dialogue, self.cleaned_data["code"])
        if self.participation is None:
            raise forms.ValidationError(
                _("We do not know this return code in this dialogue. Check every character, or join as somebody new.")
            )
        return tokens.plain(self.cleaned_data["code"])


class TakePartForm(forms.Form):
    """The one thing that is asked before: an attribute, when one is compared. Not saying is always right.

    In an open round of a large group there may be more of them, in lists to choose from.
    """

    def __init__(self, data=None, *, dialogue: Dialogue, known: Participation | None = None):
        """What is still known of somebody who came in before is not asked again."""
        super().__init__(data)
        attribute = attribute_of(dialogue)
        if attribute is not None and not (known and known.attribute):
            self.fields["attribute"] = question_of(attribute, widget=forms.RadioSelect)
        self.together = [] if known and known.described else taking_part.asked_together(dialogue)
        for each in self.together:
            self.fields[field_of(each)] = question_of(each, widget=forms.Select)

    @property
    def first(self) -> list[forms.BoundField]:
        return [self["attribute"]] if "attribute" in self.fields else []

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[field_of(each)] for each in self.together]

    @property
    def described(self) -> dict[str, str]:
        return {each.key: self.cleaned_data.get(field_of(each), NOT_SAID) for each in self.together}

    @property
    def attribute(self) -> str:
        return self.cleaned_data.get("attribute", NOT_SAID)


def field_of(attribute: Attribute) -> str:
    return f"described_{attribute.key}"


def question_of(attribute: Attribute, *, widget: type[forms.Widget]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=attribute.question,
        choices=[*attribute.classes, (NOT_SAID, _("I would rather not say"))],
        initial=NOT_SAID,
        required=False,
        widget=widget,
    )
