"""What somebody fills in about the case they brought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goedwerk.dialogues.cases import Fact
from goedwerk.dialogues.forms.writing import Box, WritingForm
from goedwerk.ui.forms import Card

LONGEST_ANSWER = 400
YES, NO = "yes", "no"


class FactsForm(WritingForm):
    """One box for each question about the facts."""

    def __init__(self, data: Any, *, facts: Sequence[Fact]):
        self.facts = {f"fact-{fact.passage.pk}": fact for fact in facts}
        boxes = [Box(name, fact.question, LONGEST_ANSWER) for name, fact in self.facts.items()]
        super().__init__(data, boxes=boxes, initial={name: fact.answer for name, fact in self.facts.items()})

    @property
    def answers(self) -> list[tuple[Fact, str]]:
        """What is new or other than before."""
        given = [(self.facts[name], text) for name, text in self.lines.items()]
        return [(fact, text) for fact, text in given if text != fact.answer]


class LeaveForm(forms.Form):
    may_leave = forms.ChoiceField(
        label=_("May your case stand in the report?"),
        widget=forms.RadioSelect,
        choices=[
            (NO, Card(_("No, it stays in this room"), hint=_("The report says only that a case was discussed."))),
            (YES, Card(_("Yes, the case and its facts may stand in it"), hint=_("You can still take that back."))),
        ],
    )

    @property
    def yes(self) -> bool:
        return self.cleaned_data["may_leave"] == YES
