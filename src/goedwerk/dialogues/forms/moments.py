"""Days and moments, as browsers ask for them."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOMENT = "%Y-%m-%dT%H:%M"


def moment_field() -> forms.DateTimeField:
    return forms.DateTimeField(
        required=False,
        label=gettext_lazy("When do you meet?"),
        help_text=gettext_lazy("For the invitation and for diaries. You open it yourself, at that moment."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        input_formats=[MOMENT],
    )
