"""Everything of an approach that is not a step: what it is for, for whom, and what is chosen beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import drafting
from goedwerk.approaches.drafting import Draft
from goedwerk.approaches.forms.fields import LONGEST, ParagraphField, line_of, paragraph_of, texts_in
from goedwerk.approaches.forms.meanwhile import BegunForm
from goedwerk.approaches.inputs import all_input_kinds, input_kind
from goedwerk.approaches.references import named_by, new_input
from goedwerk.ui.forms import Card

LANGUAGES = ("nl", "en")
MOST_MINUTES = 480
TEXTS = {
    "title": (gettext_lazy("What is it called?"), 1),
    "purpose": (gettext_lazy("What is it for?"), 3),
    "choose_when": (gettext_lazy("When do you choose it?"), 2),
    "do_not_choose_when": (gettext_lazy("When do you choose something else?"), 2),
    "aftercare": (gettext_lazy("What does the facilitator do afterwards?"), 2),
}
OUTCOMES = [
    ("insight", Card(gettext_lazy("Insight"), hint=gettext_lazy("what we share, and where we differ"))),
    ("judgement", Card(gettext_lazy("A judgement"), hint=gettext_lazy("with its reasons"))),
    ("agreement", Card(gettext_lazy("Agreements"))),
    ("signal", Card(gettext_lazy("A signal"), hint=gettext_lazy("to somebody who has to answer"))),
    ("publication", Card(gettext_lazy("Something others can read"))),
]
MODES = [
    ("live", Card(gettext_lazy("Together"), hint=gettext_lazy("led by a facilitator"))),
    ("open", Card(gettext_lazy("Open for some days"), hint=gettext_lazy("everybody in their own time"))),
]


class TextsField(forms.CharField):
    """Texts, one on each line: "Dutch | English"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": LONGEST, "widget": forms.Textarea(attrs={"rows": 4}), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else "\n".join(map(line_of, value or ()))

    def clean(self, value: Any) -> list[dict[str, str]]:
        found = [texts_in(line) for line in super().clean(value).splitlines() if paragraph_of(line)]
        if len(found) > 20 or any(len(text) < 2 for texts in found for text in texts.values()):
            raise ValidationError(_("Write at most 20 lines, each of two characters or more."))
        return found


class SourcesField(TextsField):
    """Where the method comes from: plain sentences, one on each line."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else "\n".join(value or ())

    def clean(self, value: Any) -> list[str]:
        lines = [paragraph_of(line) for line in forms.CharField.clean(self, value).splitlines() if paragraph_of(line)]
        if any(not 5 <= len(line) <= 1000 for line in lines):
            raise ValidationError(_("Write between 5 and 1000 characters on each line."))
        return lines


class NewForm(forms.Form):
    """Enough to begin with. Everything else is filled in, and can be changed."""

    title = ParagraphField(
        rows=1, max_length=120, label=TEXTS["title"][0], help_text=gettext_lazy("In Dutch. English may come later.")
    )
    purpose = ParagraphField(label=TEXTS["purpose"][0], help_text=gettext_lazy("In a few sentences, in Dutch."))
    minutes = forms.IntegerField(
        min_value=5, max_value=MOST_MINUTES, initial=60, label=gettext_lazy("How many minutes do you have?")
    )


class AboutForm(BegunForm):
    minutes_available = forms.IntegerField(
        min_value=5, max_value=MOST_MINUTES, label=gettext_lazy("How many minutes do you have?")
    )
    group_min = forms.IntegerField(min_value=1, max_value=10_000, label=gettext_lazy("From how many people on?"))
    group_max = forms.IntegerField(min_value=1, max_value=10_000, label=gettext_lazy("Up to how many people?"))
    outcome = forms.ChoiceField(
        choices=OUTCOMES, widget=forms.RadioSelect, label=gettext_lazy("What does the group have at the end?")
    )
    modes = forms.MultipleChoiceField(
        choices=MODES, widget=forms.CheckboxSelectMultiple, label=gettext_lazy("How can it be done?")
    )
    leadership_speaks_last = forms.BooleanField(
        required=False,
        label=gettext_lazy("Who manages the group leads it, and speaks last"),
        help_text=gettext_lazy("This is then filled in in every preparation, and can be changed there."),
    )
    preparation = TextsField(
        label=gettext_lazy("What does the facilitator do beforehand?"),
        help_text=gettext_lazy("One on each line. English may stand behind a bar: Dutch | English."),
    )
    sources = SourcesField(
        label=gettext_lazy("Where does it come from?"),
        help_text=gettext_lazy("One source on each line. Name who thought of it."),
    )
    new_input = forms.ChoiceField(required=False, label=gettext_lazy("Add something that is chosen beforehand"))

    def __init__(self, data: Any = None, *, draft: Draft, minutes_available: int):
        self.draft = draft
        super().__init__(data, initial={**initial_of(draft), "minutes_available": minutes_available})
        for name, (label, rows) in TEXTS.items():
            longest = 120 if name == "title" else LONGEST
            for language in LANGUAGES:
                self.fields[f"{name}_{language}"] = ParagraphField(
                    rows=rows, max_length=longest, label=label, required=language == "nl"
                )
        self.fields["new_input"].choices = [
            ("", _("Nothing")), *((kind.key, kind.label) for kind in all_input_kinds())
        ]  # fmt: skip
        for needed in draft["inputs"]:
            self.fields.update(dict(input_fields(needed, self.is_used(needed["id"]))))
        self.began_from(drafting.digest_of({**draft, "steps": [], "minutes_available": minutes_available}))

    def is_used(self, key: str) -> bool:
        return any(key in named_by(step) for step in self.draft["steps"])

    # Groups of fields, as the page shows them

    @property
    def texts(self) -> list[forms.BoundField]:
        return [self[f"{name}_nl"] for name in TEXTS]

    @property
    def english(self) -> list[forms.BoundField]:
        return [self[f"{name}_en"] for name in TEXTS]

    @property
    def english_is_wrong(self) -> bool:
        return any(field.errors for field in self.english)

    @property
    def materials(self) -> Iterator[tuple[str, Sequence[forms.BoundField]]]:
        for needed in self.draft["inputs"]:
            kind = input_kind(needed["kind"])
            yield kind.label if kind else needed["kind"], [self[name] for name in input_names(self, needed["id"])]

    # Checks, and what was written

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("group_min", 0) > given.get("group_max", 10_000):
            self.add_error("group_max", _("This must not be smaller than the number above it."))
        return given

    def written(self) -> Draft:
        given = self.cleaned_data
        draft = {
            **self.draft,
            **{name: text_of(given, name) for name in TEXTS},
            "group": {"min": given["group_min"], "max": given["group_max"]},
            "outcome": given["outcome"],
            "modes": given["modes"],
            "preparation": given["preparation"],
            "sources": given["sources"],
            "inputs": [input_of(given, needed) for needed in self.draft["inputs"] if not is_removed(given, needed)],
        }
        draft.pop("leadership_speaks_last", None)
        if given["leadership_speaks_last"]:
            draft["leadership_speaks_last"] = True
        return with_new_input(draft, given["new_input"])


def initial_of(draft: Draft) -> dict[str, Any]:
    texts = {f"{name}_{language}": draft[name].get(language, "") for name in TEXTS for language in LANGUAGES}
    same = {name: draft[name] for name in ("outcome", "modes", "preparation", "sources")}
    group = {"group_min": draft["group"]["min"], "group_max": draft["group"]["max"]}
    return {**texts, **same, **group, "leadership_speaks_last": draft.get("leadership_speaks_last", False)}


def text_of(given: Mapping[str, Any], name: str) -> dict[str, str]:
    texts = {language: given[f"{name}_{language}"] for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text}


# What is chosen beforehand


def input_fields(needed: Mapping[str, Any], is_used: bool) -> Iterator[tuple[str, forms.Field]]:
    name = f"input_{needed['id']}"
    text = needed["text"]
    yield f"{name}_nl", ParagraphField(label=_("What do you ask?"), initial=text["nl"])
    yield f"{name}_en", ParagraphField(label=_("In English (not needed)"), initial=text.get("en", ""), required=False)
    yield (
        f"{name}_required",
        forms.BooleanField(label=_("Nothing can start without it"), initial=needed["required"], required=False),
    )
    if not is_used:
        yield f"{name}_remove", forms.BooleanField(label=_("Take it out"), required=False)


def input_names(form: AboutForm, key: str) -> list[str]:
    names = [f"input_{key}_{part}" for part in ("nl", "en", "required", "remove")]
    return [name for name in names if name in form.fields]


def input_of(given: Mapping[str, Any], needed: Mapping[str, Any]) -> dict[str, Any]:
    name = f"input_{needed['id']}"
    text = {"nl": given[f"{name}_nl"], "en": given[f"{name}_en"]}
    said = {language: words for language, words in text.items() if words}
    return {**needed, "required": given[f"{name}_required"], "text": said}


def is_removed(given: Mapping[str, Any], needed: Mapping[str, Any]) -> bool:
    return bool(given.get(f"input_{needed['id']}_remove"))


def with_new_input(draft: Draft, kind: str) -> Draft:
    if not kind:
        return draft
    return drafting.with_input(draft, new_input(draft, kind, drafting.free_id(draft, kind)))
