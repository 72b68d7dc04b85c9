from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goedwerk.dialogues.kinds.writing import Box, SecondLookForm, WritingForm, WrittenField
from goedwerk.signals.models import Vote

LONGEST = 280


class ReactionForm(SecondLookForm):
    """Agree or not, and what should be different."""

    vote = forms.ChoiceField(
        label=_("What do you think of this text?"),
        widget=forms.RadioSelect,
        choices=Vote.choices,
        error_messages={"required": _("Choose an answer, or skip this step.")},
    )
    objection = WrittenField(
        most=LONGEST,
        label=_("What should be different in the text?"),
        help_text=_("You may leave this empty. The facilitator reads it first, without your name and your vote."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.look_again()
        return cleaned

    @property
    def fields_kept(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("vote", "objection")}


class ProposalForm(WritingForm):
    """A text that somebody proposes, before there is one."""

    def __init__(self, data: Any, *, initial: Mapping[str, Any] | None = None):
        box = Box("proposal", _("What would you ask, and of whom?"), LONGEST, _("A function, not a name."))
        super().__init__(data, boxes=[box], initial=initial)

    @property
    def fields_kept(self) -> dict[str, str]:
        return {"proposal": self.cleaned_data["proposal"]}
