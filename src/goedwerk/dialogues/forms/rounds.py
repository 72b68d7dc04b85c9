"""What a facilitator fills in for a next round, and the day on which the group agreed to look again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.dialogues.actions import rounds
from goedwerk.dialogues.actions.rounds import NextRound
from goedwerk.dialogues.forms.leading import LONGEST_OPEN, USUAL_OPEN, ActForm, end_of, minutes
from goedwerk.dialogues.forms.moments import DAY, moment_field
from goedwerk.dialogues.models import Dialogue, Mode
from goedwerk.ui.forms import Card

LONGEST_AHEAD = timedelta(days=3 * 366)


class NextDayForm(ActForm):
    day = forms.DateField(
        required=False,
        label=gettext_lazy("On which day do you look again?"),
        help_text=gettext_lazy("Leave it empty when you agreed on no day."),
        widget=DAY,
    )

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day is not None and not timezone.localdate() < day <= timezone.localdate() + LONGEST_AHEAD:
            raise forms.ValidationError(_("Choose a day after today, within three years."))
        return day


class NextRoundForm(forms.Form):
    """A next round of the same dialogue: when, and which steps. The rest was laid down before the first round."""

    mode = forms.ChoiceField(
        label=gettext_lazy("Together, or each at a moment of their own?"), widget=forms.RadioSelect
    )
    starts_at = moment_field()
    closes_on = forms.DateField(required=False, label=gettext_lazy("Last day on which somebody can answer"), widget=DAY)
    steps = forms.MultipleChoiceField(
        label=gettext_lazy("Which steps do you do again?"), widget=forms.CheckboxSelectMultiple
    )
    # The number of the round: pressing twice makes one.
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=2)

    def __init__(self, data: Any = None, *, dialogue: Dialogue):
        self.dialogue, recipe = dialogue, dialogue.approach
        last = dialogue.round
        super().__init__(
            data,
            initial={
                "mode": last.mode if last.mode in recipe.modes else recipe.modes[0],
                "closes_on": timezone.localdate() + USUAL_OPEN,
                "steps": rounds.suggested(dialogue),
                "number": last.number + 1,
            },
        )
        self.fields["mode"].choices = [(mode.value, Card(mode.label)) for mode in Mode if mode in recipe.modes]
        self.fields["steps"].choices = [
            (step.key, Card(step.title, hint=minutes(step.minutes))) for step in recipe.steps
        ]
        if Mode.LIVE not in recipe.modes:
            del self.fields["starts_at"]
        if Mode.OPEN not in recipe.modes:
            del self.fields["closes_on"]

    def clean_closes_on(self) -> Any:
        day = self.cleaned_data["closes_on"]
        if self.cleaned_data.get("mode") != Mode.OPEN:
            return None
        if day is None or not timezone.localdate() < day <= timezone.localdate() + LONGEST_OPEN:
            raise forms.ValidationError(_("Choose a day after today, within a year."))
        return day

    @property
    def decided(self) -> NextRound:
        given = self.cleaned_data
        closes_on = given.get("closes_on")
        return NextRound(
            number=given["number"],
            mode=given["mode"],
            steps=tuple(given["steps"]),
            starts_at=given.get("starts_at") if given["mode"] == Mode.LIVE else None,
            closes_at=end_of(closes_on) if closes_on else None,
        )
