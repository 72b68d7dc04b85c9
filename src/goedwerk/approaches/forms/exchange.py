"""An approach as text: written or pasted as YAML, or brought in as a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.content.files import MAX_PACK
from goedwerk.content.single import LONGEST


def checked_box(rows: int) -> forms.Textarea:
    """A box of which the text is checked when somebody stops typing for a moment."""
    attributes = {
        "rows": rows,
        "spellcheck": "false",
        "data-hx-post": reverse_lazy("approaches:check"),
        "data-hx-trigger": "input changed delay:600ms",
        "data-hx-target": "#checked",
        "data-hx-swap": "outerHTML",
    }
    return forms.Textarea(attrs=attributes)


class YamlForm(forms.Form):
    # Of the draft as this text began; another one meanwhile is not written over unseen.
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    yaml = forms.CharField(
        strip=False,
        max_length=LONGEST,
        label=gettext_lazy("The approach as YAML"),
        widget=checked_box(rows=24),
    )


class ImportForm(forms.Form):
    """A file or a text; one of them."""

    file = forms.FileField(
        required=False,
        label=gettext_lazy("A file"),
        help_text=gettext_lazy("YAML, or a pack as a zip."),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.zip"}),
    )
    yaml = forms.CharField(
        strip=False,
        required=False,
        max_length=LONGEST,
        label=gettext_lazy("Or paste the YAML here"),
        widget=checked_box(rows=10),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > MAX_PACK:
            raise forms.ValidationError(_("This file is larger than 5 MB. An approach is a few pages of text."))
        return file

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and not given.get("file") and not given.get("yaml", "").strip():
            raise forms.ValidationError(_("Choose a file, or paste a text."))
        return given
