from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.organisations.models import Organisation, Role

MOST_CONTACTS = 8
LONGEST_DAYS = 365


class ContactsField(forms.CharField):
    """Where somebody can go, one on each line: "who: how". In code a list of {"who", "how"}."""

    def __init__(self, **kwargs: Any) -> None:
        defaults = {
            "label": gettext_lazy("Where can somebody go with a worry or a report?"),
            "help_text": gettext_lazy("One on each line, for instance “Confidential adviser: telephone 0123 456789”."),
            "widget": forms.Textarea(attrs={"rows": 3}),
            "max_length": 2000,
        }
        super().__init__(**{**defaults, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else "\n".join(map(line_of, value or ()))

    def clean(self, value: Any) -> list[dict[str, str]]:
        contacts = [contact_of(line) for line in super().clean(value).splitlines() if line.strip()]
        if len(contacts) > MOST_CONTACTS:
            raise forms.ValidationError(_("At most %d lines: with more, nobody finds the right door.") % MOST_CONTACTS)
        return contacts


def line_of(contact: dict[str, str]) -> str:
    return ": ".join(filter(None, (contact["who"], contact["how"])))


def contact_of(line: str) -> dict[str, str]:
    who, _colon, how = line.partition(":")
    return {"who": who.strip(), "how": how.strip()}


class RoleForm(forms.Form):
    """An owner gives a colleague one of the other roles; who owns is not decided here."""

    role = forms.ChoiceField(choices=[(role.value, role.label) for role in (Role.FACILITATOR, Role.EDITOR)])


class OrganisationForm(forms.ModelForm):
    contacts = ContactsField(required=False)
    retention_days = forms.IntegerField(
        min_value=0,
        max_value=LONGEST_DAYS,
        label=gettext_lazy("How many days do we keep the separate answers after a dialogue?"),
        help_text=gettext_lazy("7 is usual, 0 is possible. Pictures and agreements stay."),
    )

    class Meta:
        model = Organisation
        fields = ["name", "contacts", "retention_days"]
        labels = {"name": gettext_lazy("Name of the organisation")}
        help_texts = {"name": gettext_lazy("It stands on the script and on the report.")}
