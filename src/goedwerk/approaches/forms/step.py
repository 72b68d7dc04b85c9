"""One step: its texts, its minutes, and what its kind wants to know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import drafting
from goedwerk.approaches.composing import resolved
from goedwerk.approaches.drafting import Draft, Step
from goedwerk.approaches.forms.fields import ParagraphField
from goedwerk.approaches.forms.meanwhile import BegunForm
from goedwerk.approaches.forms.params import Asked, Slot, doubled, initial_of, params_from
from goedwerk.approaches.param_words import label_of
from goedwerk.approaches.references import Within
from goedwerk.approaches.registry import kind_of

TEXTS = ("title", "script", "prompt")
LANGUAGES = ("nl", "en")
MODES = [
    ("", gettext_lazy("As the dialogue")),
    ("live", gettext_lazy("Always together")),
    ("open", gettext_lazy("Always at a moment of one's own")),
]


class StepForm(BegunForm):
    """Texts are asked in Dutch; the English ones stand apart, and may be left empty."""

    title_nl = ParagraphField(rows=1, max_length=120, label=gettext_lazy("What is this step called?"))
    minutes = forms.IntegerField(min_value=1, max_value=120, label=gettext_lazy("How many minutes?"))
    script_nl = ParagraphField(
        rows=4,
        label=gettext_lazy("What does the facilitator say?"),
        help_text=gettext_lazy("Read aloud. Between [square brackets] stands what the facilitator does."),
    )
    prompt_nl = ParagraphField(
        required=False,
        label=gettext_lazy("What do participants read?"),
        help_text=gettext_lazy("On the phone and on the big screen. Leave it empty to show only the title."),
    )
    title_en = ParagraphField(rows=1, max_length=120, required=False, label=gettext_lazy("What is this step called?"))
    script_en = ParagraphField(rows=4, required=False, label=gettext_lazy("What does the facilitator say?"))
    prompt_en = ParagraphField(required=False, label=gettext_lazy("What do participants read?"))
    optional = forms.BooleanField(
        required=False,
        label=gettext_lazy("Off, until the facilitator switches it on in the preparation"),
        help_text=gettext_lazy("Then its minutes do not count."),
    )
    mode = forms.ChoiceField(
        required=False, choices=MODES, widget=forms.RadioSelect, label=gettext_lazy("Together, or each alone?")
    )

    def __init__(self, data: Any = None, *, draft: Draft, step: Step):
        self.draft, self.step, self.kind = draft, step, kind_of(step["kind"])
        within = Within(draft, drafting.place_of(draft, step["id"]), step["kind"])
        self.slots = Asked(self.kind, within, step["params"]).slots()
        super().__init__(data, initial={**texts_of(step), **initial_of(self.kind, step["params"], self.slots)})
        for slot in self.slots:
            self.fields[slot.name] = slot.field
        self.began_from(drafting.digest_of(step))

    # Groups of fields, as the page shows them

    @property
    def texts(self) -> list[forms.BoundField]:
        return [self[name] for name in ("title_nl", "minutes", "script_nl", "prompt_nl")]

    @property
    def params(self) -> list[forms.BoundField]:
        return [self[slot.name] for slot in self.slots if not slot.is_english]

    @property
    def english(self) -> list[forms.BoundField]:
        inner = [self[slot.name] for slot in self.slots if slot.is_english]
        return [*(self[f"{name}_en"] for name in TEXTS), *inner]

    @property
    def more(self) -> list[forms.BoundField]:
        return [self["optional"], self["mode"]]

    @property
    def english_is_wrong(self) -> bool:
        return any(field.errors for field in self.english)

    # Checks

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for name in TEXTS:
            if given.get(f"{name}_en") and not given.get(f"{name}_nl") and f"{name}_nl" not in self.errors:
                self.add_error(f"{name}_nl", _("Write the Dutch text as well; English comes beside it."))
        self.check_text_params(given)
        found = doubled(self.kind, self.params_given(given))
        if found:
            names = ", ".join(f"“{label_of(self.kind, (name,))}”" for name in found)
            self.add_error(None, _("Fill in one of these, not more: %s.") % names)
        return given

    def check_text_params(self, given: dict[str, Any]) -> None:
        for slot in self.slots:
            dutch = Slot((*slot.path[:-1], "nl"), slot.field).name
            if slot.is_english and given.get(slot.name) and not given.get(dutch) and dutch not in self.errors:
                self.add_error(dutch, _("Write the Dutch text as well; English comes beside it."))

    # What was written

    def written(self) -> tuple[Draft, Step]:
        """The draft, with inputs that the step newly asks for, and the step as it is now."""
        given, draft = self.cleaned_data, self.draft
        params = self.params_given(given)
        for slot in self.slots:
            if slot.names_something and given.get(slot.name):
                draft, name = resolved(draft, given[slot.name])
                put(params, slot.path, name)
        if given["optional"]:
            params["optional"] = True
        if given["mode"]:
            params["mode"] = given["mode"]
        return draft, {**self.step, "minutes": given["minutes"], **self.texts_given(), "params": params}

    def params_given(self, given: dict[str, Any]) -> dict[str, Any]:
        return params_from(self.kind, given, self.slots, before=self.step["params"])

    def texts_given(self) -> dict[str, Any]:
        return {name: text_in(self.cleaned_data, name) for name in TEXTS}


def texts_of(step: Step) -> dict[str, Any]:
    texts = {f"{name}_{language}": (step[name] or {}).get(language, "") for name in TEXTS for language in LANGUAGES}
    params = step["params"]
    return {**texts, "minutes": step["minutes"], "optional": params.get("optional"), "mode": params.get("mode", "")}


def text_in(given: dict[str, Any], name: str) -> dict[str, str] | None:
    texts = {language: given.get(f"{name}_{language}", "") for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text} or None


def put(params: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """Only where it was kept: a group that is not whole is left out altogether."""
    for name in path[:-1]:
        params = params.get(name, {})
    if path[-1] in params:
        params[path[-1]] = value


# A new step


class NewStepForm(forms.Form):
    """Which kind of step comes where; the rest follows from the kind."""

    kind = forms.CharField(max_length=80)
    title = ParagraphField(rows=1, max_length=120, required=False)
    minutes = forms.IntegerField(min_value=1, max_value=120, required=False)
    after = forms.CharField(max_length=80, required=False)
