"""What a facilitator and an owner fill in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.dialogues.kinds.writing import SecondLookForm, WrittenField, trace_hints
from goedwerk.signals.actions import Draft
from goedwerk.signals.functions import name_hints
from goedwerk.signals.models import Verdict
from goedwerk.ui.forms import Card

LONGEST_TEXT, LONGEST_OWNER, LONGEST_ANSWER = 1000, 120, 1500
FURTHEST = timedelta(days=731)


class DayField(forms.DateField):
    """A day in the coming two years."""

    def __init__(self, **how: Any):
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **how)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and not timezone.localdate() < value <= timezone.localdate() + FURTHEST:
            raise forms.ValidationError(_("Choose a day after today, within two years."))


class LineField(WrittenField):
    """A text on one line."""

    def __init__(self, **how: Any):
        super().__init__(**how)
        self.widget = forms.TextInput()


class VersionForm(forms.Form):
    """A button of the desk: on which version of the round it was pressed."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class WordingForm(SecondLookForm, VersionForm):
    """What is asked, of which function, and by when."""

    text = WrittenField(
        most=LONGEST_TEXT,
        rows=5,
        label=gettext_lazy("What do we ask?"),
        help_text=gettext_lazy("One short text that can be read without having been there. No names, no cases."),
    )
    owner = LineField(
        most=LONGEST_OWNER,
        label=gettext_lazy("Which function answers?"),
        help_text=gettext_lazy("A function, not a name."),
    )
    answer_by = DayField(label=gettext_lazy("By when do we ask an answer?"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, missing in MISSING.items():
            if name not in self.errors and not cleaned.get(name):
                self.add_error(name, missing)
        self.look_again()
        return cleaned

    def find_hints(self, texts: Sequence[str]) -> list[str]:
        return [*trace_hints([self.cleaned_data["text"]]), *name_hints(self.cleaned_data["owner"])]

    @property
    def draft(self) -> Draft:
        given = self.cleaned_data
        return Draft(given["text"], " ".join(given["owner"].split()), given["answer_by"])


MISSING = {
    "text": gettext_lazy("Write what you ask."),
    "owner": gettext_lazy("Say which function answers."),
}


class AnswerForm(SecondLookForm):
    """One answer of the owner."""

    # Made with the page, so that the same press is kept once; and how many answers were on that page.
    key = forms.UUIDField(widget=forms.HiddenInput)
    after = forms.IntegerField(min_value=0, max_value=999, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=gettext_lazy("What is your answer?"),
        widget=forms.RadioSelect,
        choices=[
            (Verdict.DO, Card(Verdict.DO.label, hint=gettext_lazy("Say what you do, and when people notice it."))),
            (Verdict.NOT, Card(Verdict.NOT.label, hint=gettext_lazy("Say why. A clear no is an answer too."))),
            (Verdict.LATER, Card(Verdict.LATER.label, hint=gettext_lazy("Say on which day, and what it waits for."))),
        ],
        error_messages={"required": gettext_lazy("Choose one of the three answers.")},
    )
    text = WrittenField(
        most=LONGEST_ANSWER,
        rows=6,
        label=gettext_lazy("Your explanation"),
        help_text=gettext_lazy("Everybody who took part reads this. No names."),
    )
    on = DayField(
        required=False,
        label=gettext_lazy("With “later”: on which day do you answer?"),
        help_text=gettext_lazy("Leave it empty with the other two answers."),
    )

    @classmethod
    def fresh(cls, *, after: int) -> AnswerForm:
        return cls(initial={"key": uuid4(), "after": after})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        verdict = cleaned.get("verdict")
        if verdict == Verdict.NOT and not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", _("Say why you do not do it."))
        if verdict == Verdict.LATER and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", _("Say on which day you answer."))
        self.look_again()
        return cleaned

    @property
    def is_outdated(self) -> bool:
        """No page of ours sends a form without its hidden fields."""
        return bool({"key", "after"} & set(self.errors))

    @property
    def given(self) -> dict[str, Any]:
        """What the action needs; a day belongs to "later" alone."""
        fields = {name: self.cleaned_data[name] for name in ("key", "after", "verdict", "text")}
        is_later = fields["verdict"] == Verdict.LATER
        return {**fields, "text": fields["text"].strip(), "on": self.cleaned_data["on"] if is_later else None}
