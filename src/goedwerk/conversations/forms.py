"""Votes in a list, and what a facilitator decides on statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.conversations.models import KEY_LENGTH, Choice, Reason, Statement


class BallotForm(forms.Form):
    """All statements in a list. What is left open stays as it was."""

    def __init__(self, data: Any, *, pool: Sequence[tuple[str, str]], votes: Mapping[str, str]):
        super().__init__(data, initial={field_of(key): choice for key, choice in votes.items()})
        self.keys = [key for key, _text in pool]
        for key, text in pool:
            self.fields[field_of(key)] = forms.ChoiceField(
                label=text, choices=Choice.choices, widget=forms.RadioSelect, required=False
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not self.votes and not self.initial:
            raise forms.ValidationError(_("Vote on at least one of these, or skip this step."))
        return cleaned

    @property
    def votes(self) -> dict[str, str]:
        return {key: choice for key in self.keys if (choice := self.cleaned_data.get(field_of(key)))}

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """(name, statement, choice) of each, as they stand on the page."""
        chosen = self.data if self.is_bound else self.initial
        names = [field_of(key) for key in self.keys]
        return [(name, self.fields[name].label, chosen.get(name, "")) for name in names]


def field_of(key: str) -> str:
    return f"vote-{key}"


# Statements on the desk

ACCEPT, REFUSE = "accept", "refuse"


class DeskForm(forms.Form):
    """Tick statements, and say what happens with them. Or join one with another that says the same."""

    version = forms.IntegerField(min_value=1)
    chosen = forms.ModelMultipleChoiceField(queryset=None, required=False)
    act = forms.ChoiceField(choices=[(ACCEPT, ""), (REFUSE, "")], required=False)
    together = forms.BooleanField(required=False, label=gettext_lazy("Two of us read these together"))
    reason = forms.ChoiceField(
        label=gettext_lazy("Why not? The writer reads this."), choices=[("", "-"), *Reason.choices], required=False
    )
    remark = forms.CharField(
        label=gettext_lazy("In your own words, if you like"),
        max_length=280,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    # "<key of the statement that goes>:<key of the one that stays>"
    join = forms.RegexField(rf"^[0-9a-f]{{32}}:[0-9a-f]{{{KEY_LENGTH}}}$", required=False)

    def __init__(self, data: Any = None, *, statements: Sequence[Statement], pool: Sequence[str] = ()):
        super().__init__(data)
        self.pool = pool
        keys = [statement.pk for statement in statements]
        self.fields["chosen"].queryset = Statement.objects.filter(pk__in=keys)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("join"):
            if given["join"].partition(":")[2] not in self.pool:
                raise forms.ValidationError(_("The statement that should stay is not in the pool (any more)."))
            return given
        if not given.get("chosen"):
            raise forms.ValidationError(_("Tick at least one statement."))
        if given.get("act") == REFUSE and not given.get("reason"):
            self.add_error("reason", _("Choose a reason: whoever wrote it deserves to know why."))
        if not given.get("act"):
            raise forms.ValidationError(_("This button was outdated. Choose again."))
        return given
