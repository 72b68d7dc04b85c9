"""What a facilitator fills in: the three questions, the preparation, and the small forms behind each act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from goedwerk.approaches.inputs import InputKind, Offer, input_kind
from goedwerk.approaches.recipes import Recipe
from goedwerk.approaches.texts import said
from goedwerk.dialogues import queries
from goedwerk.dialogues.actions.preparing import Preparation
from goedwerk.dialogues.attributes import LARGE_GROUP, Attribute
from goedwerk.dialogues.forms.moments import moment_field
from goedwerk.dialogues.models import Mode, Step
from goedwerk.dialogues.picking import EXPERIENCES, PURPOSES, TIMES, Wish
from goedwerk.organisations.forms import LONGEST_DAYS, ContactsField
from goedwerk.organisations.models import Organisation
from goedwerk.ui.forms import Card

LONGEST_OPEN = timedelta(days=366)
USUAL_OPEN = timedelta(days=7)
USUAL_PEOPLE = 9


# Three questions


def cards(answers: Iterable[Any]) -> list[tuple[str, Card]]:
    return [(answer.key, Card(answer.label, hint=answer.hint)) for answer in answers]


class PickerForm(forms.Form):
    """Three questions, each answered from the start; a wrong value falls back to the first answer."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("1. What do you come together for?"), widget=forms.RadioSelect, choices=cards(PURPOSES)
    )
    time = forms.ChoiceField(
        label=gettext_lazy("2. How much time do you have?"), widget=forms.RadioSelect, choices=cards(TIMES)
    )
    experience = forms.ChoiceField(
        label=gettext_lazy("3. How experienced are you as a facilitator?"),
        widget=forms.RadioSelect,
        choices=cards(EXPERIENCES),
    )

    @classmethod
    def answered(cls, data: Mapping[str, str]) -> PickerForm:
        given = {name: data.get(name) for name in cls.base_fields}
        known = {name: key for name, key in given.items() if key in dict(cls.base_fields[name].choices)}
        first = {name: field.choices[0][0] for name, field in cls.base_fields.items()}
        return cls(initial={**first, **known})

    @property
    def wish(self) -> Wish:
        return Wish(
            purpose=found(PURPOSES, self.initial["purpose"]),
            time=found(TIMES, self.initial["time"]),
            experience=found(EXPERIENCES, self.initial["experience"]),
        )


def found(answers: Iterable[Any], key: str) -> Any:
    return next(answer for answer in answers if answer.key == key)


# Preparation


class PreparationForm(forms.Form):
    """Everything that is decided before a dialogue, filled with what fits most groups."""

    title = forms.CharField(
        required=False,
        max_length=120,
        label=gettext_lazy("What is it called?"),
        help_text=gettext_lazy("Everybody sees this. Without names of people."),
    )
    people = forms.IntegerField(
        min_value=1, max_value=10_000, label=gettext_lazy("How many people do you expect?"), required=False
    )
    whole_group = forms.ChoiceField(
        label=gettext_lazy("Do you ask everybody whom it is about?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            ("no", Card(gettext_lazy("No, some of more people"), hint=gettext_lazy("Pictures say how sure they are."))),
            ("yes", Card(gettext_lazy("Yes, a whole team"), hint=gettext_lazy("It is described, not estimated."))),
        ],
    )
    leads_group = forms.ChoiceField(
        label=gettext_lazy("Do you manage people in this group?"),
        widget=forms.RadioSelect,
        choices=[("no", Card(gettext_lazy("No"))), ("yes", Card(gettext_lazy("Yes")))],
    )
    attribute = forms.ChoiceField(
        label=gettext_lazy("Do you want to compare choices?"), widget=forms.RadioSelect, required=False
    )
    described_by = forms.MultipleChoiceField(
        label=gettext_lazy("Do you want to see what the differences go with?"),
        help_text=gettext_lazy(
            "Only when it is open for some days, and you expect 40 people or more. Each is asked, and each is optional."
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("Together, or each at a moment of their own?"),
        widget=forms.RadioSelect,
        choices=Mode.choices,
    )
    closes_on = forms.DateField(
        required=False,
        label=gettext_lazy("Last day on which somebody can answer"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    starts_at = moment_field()
    optional_steps = forms.MultipleChoiceField(
        label=gettext_lazy("Steps you may add"), widget=forms.CheckboxSelectMultiple, required=False
    )
    retention_days = forms.IntegerField(
        min_value=0,
        max_value=LONGEST_DAYS,
        label=gettext_lazy("After how many days do we erase the separate answers?"),
        help_text=gettext_lazy("0 is at once after closing. Participants read this before their first answer."),
    )
    follow_up_owner = forms.CharField(
        required=False,
        max_length=120,
        label=gettext_lazy("Who sees to it that something happens with what was said?"),
        help_text=gettext_lazy("A function, such as “head of the department”. Not a name."),
    )
    contacts = ContactsField(required=False)
    # Pressing twice prepares one dialogue: the second press finds the first by this key.
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, recipe: Recipe, organisation: Organisation, initial: Mapping[str, Any]):
        self.recipe, self.organisation = recipe, organisation
        super().__init__(data, initial={**self.defaults(), **initial})
        self.inputs = [InputChoice.of(needed) for needed in recipe.inputs]
        for choice in self.inputs:
            self.fields[choice.name] = choice.field
            if not choice.offer(self.initial.get(choice.name)):
                self.initial[choice.name] = choice.default
        self.leave_out()
        if not self.initial.get("title"):
            self.initial["title"] = self.usual_title(self.initial)

    def defaults(self) -> dict[str, Any]:
        lowest, highest = self.recipe.group_min, self.recipe.group_max
        return {
            "people": min(max(USUAL_PEOPLE, lowest), highest),
            "leads_group": "yes" if self.recipe.document.get("leadership_speaks_last") else "no",
            "whole_group": "no",
            "attribute": "",
            "mode": self.recipe.modes[0],
            "closes_on": timezone.localdate() + USUAL_OPEN,
            "retention_days": self.organisation.retention_days,
            "contacts": self.organisation.contacts,
        }

    def leave_out(self) -> None:
        """Questions that this recipe does not ask are not asked."""
        lists = [attribute_card(attribute) for attribute in queries.lists_of(self.organisation)]
        self.fields["attribute"].choices = [("", Card(_("No comparison"))), *lists]
        self.fields["described_by"].choices = lists
        self.fields["optional_steps"].choices = [
            (step.key, Card(step.title, hint=minutes(step.minutes))) for step in self.recipe.steps if step.is_optional
        ]
        self.fields["mode"].choices = [(mode.value, Card(mode.label)) for mode in Mode if mode in self.recipe.modes]
        for name, is_asked in self.asked().items():
            if not is_asked:
                del self.fields[name]

    def asked(self) -> dict[str, bool]:
        return {
            "attribute": any(step.behaviour.may_split(step) for step in steps_in(self.recipe)),
            "described_by": Mode.OPEN in self.recipe.modes and self.may_compare(),
            "whole_group": self.may_compare(),
            "mode": len(self.recipe.modes) > 1,
            "closes_on": Mode.OPEN in self.recipe.modes,
            "starts_at": Mode.LIVE in self.recipe.modes,
            "optional_steps": any(step.is_optional for step in self.recipe.steps),
        }

    def may_compare(self) -> bool:
        return any(step.behaviour.may_compare(step) for step in steps_in(self.recipe))

    # What was filled in, also while something else is still wrong

    def now(self, name: str) -> Any:
        """The value on the page at this moment."""
        if name not in self.fields:
            return self.initial.get(name)
        if self.is_bound and name in getattr(self, "cleaned_data", {}):
            return self.cleaned_data[name]
        return self[name].value()

    @property
    def now_mode(self) -> str:
        return self.now("mode") or self.recipe.modes[0]

    @property
    def now_days(self) -> int:
        days = self.now("retention_days")
        return days if isinstance(days, int) else self.organisation.retention_days

    @property
    def now_people(self) -> int:
        people = self.now("people")
        return people if isinstance(people, int) else self.defaults()["people"]

    # Checks

    def clean_closes_on(self) -> Any:
        day = self.cleaned_data["closes_on"]
        if self.cleaned_data.get("mode", self.recipe.modes[0]) != Mode.OPEN:
            return None
        if day is None:
            raise forms.ValidationError(_("Choose the last day, so that people know until when they can answer."))
        if not timezone.localdate() < day <= timezone.localdate() + LONGEST_OPEN:
            raise forms.ValidationError(_("Choose a day after today, within a year."))
        return day

    def clean_described_by(self) -> list[str]:
        """Fields are cleaned in the order in which they stand; how many and when stand before it."""
        chosen = self.cleaned_data["described_by"]
        together = self.data.get("mode", self.recipe.modes[0]) != Mode.OPEN
        if chosen and (together or (self.cleaned_data.get("people") or 0) < LARGE_GROUP):
            raise forms.ValidationError(
                _("This is for 40 people or more, each at a moment of their own. Choose one thing to compare instead.")
            )
        return chosen

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        title = given.get("title", "").strip()
        # The title of another dilemma is left over from before the choice changed.
        if "title" in given and (not title or title in self.titles_of_others(given)):
            given["title"] = self.usual_title(given)
        return given

    def usual_title(self, given: Mapping[str, Any]) -> str:
        chosen = (choice.offer(given.get(choice.name)) for choice in self.inputs if choice.gives_title)
        return next((offer.title for offer in chosen if offer), self.recipe.title)[:120]

    def titles_of_others(self, given: Mapping[str, Any]) -> set[str]:
        offers = {offer for choice in self.inputs if choice.gives_title for offer in choice.titles}
        return offers - {self.usual_title(given)}

    @property
    def preparation(self) -> Preparation:
        given = self.cleaned_data
        mode = given.get("mode") or self.recipe.modes[0]
        return Preparation(
            key=given["key"],
            title=given["title"],
            mode=mode,
            inputs={choice.input: given[choice.name] for choice in self.inputs},
            attribute=given.get("attribute", ""),
            described_by=tuple(given.get("described_by", ())),
            retention_days=given["retention_days"],
            is_whole_group=given.get("whole_group") == "yes",
            facilitator_leads_group=given["leads_group"] == "yes",
            follow_up_owner=given["follow_up_owner"].strip(),
            contacts=tuple(given["contacts"]),
            optional_steps=tuple(given.get("optional_steps", ())),
            starts_at=given.get("starts_at") if mode == Mode.LIVE else None,
            closes_at=end_of(given.get("closes_on")) if mode == Mode.OPEN else None,
        )


def end_of(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(23, 59)))


def steps_in(recipe: Recipe) -> list[Step]:
    return [Step(kind=step.kind, document=step.document) for step in recipe.steps]


def attribute_card(attribute: Attribute) -> tuple[str, Card]:
    classes = ", ".join(label.lower() for _key, label in attribute.classes)
    return attribute.key, Card(attribute.label, hint=classes)


def minutes(number: int) -> str:
    return ngettext("%d minute", "%d minutes", number) % number


class InputChoice:
    """One input of a recipe as a question: choose from a library, write a text, or nothing to do yet."""

    def __init__(self, needed: Mapping[str, Any], kind: InputKind):
        self.input, self.kind, self.text = needed["id"], kind, said(needed["text"])
        self.name = f"input_{self.input}"
        self.is_required = needed["required"]
        self.offers = [] if kind.brought_along else kind.offers()
        self.field = self.make_field()

    @classmethod
    def of(cls, needed: Mapping[str, Any]) -> InputChoice:
        return cls(needed, input_kind(needed["kind"]))

    def make_field(self) -> forms.Field:
        about = {"label": self.kind.label, "help_text": self.text, "required": self.is_required}
        if self.kind.brought_along:
            return forms.CharField(widget=forms.HiddenInput, required=False)
        if not self.offers:
            return forms.CharField(
                widget=forms.Textarea(attrs={"rows": self.kind.rows}), max_length=self.kind.longest, **about
            )
        choices = [(offer.key, offer.title) for offer in self.offers]
        field = forms.ChoiceField(choices=choices if self.is_required else [("", _("None")), *choices], **about)
        field.error_messages["invalid_choice"] = _("This one does not exist (any more). Choose from the list.")
        return field

    @property
    def default(self) -> str:
        return self.offers[0].key if self.offers and self.is_required else ""

    @property
    def gives_title(self) -> bool:
        """A library with pages of its own holds things that a dialogue can be named after; a deck is not one."""
        return bool(self.offers and self.kind.library_url())

    @property
    def titles(self) -> list[str]:
        return [offer.title for offer in self.offers]

    def offer(self, key: Any) -> Offer | None:
        return next((offer for offer in self.offers if offer.key == key), None)


# Acts in the console


class ActForm(forms.Form):
    """Every act says on which state it was pressed."""

    version = forms.IntegerField(min_value=1)


class MinutesForm(ActForm):
    minutes = forms.TypedChoiceField(coerce=int, choices=[(1, "1"), (5, "5")])


class AsideForm(ActForm):
    key = forms.CharField(max_length=80, required=False)


class MoveForm(ActForm):
    step = forms.CharField(max_length=80)
    up = forms.BooleanField(required=False)


class NoteForm(ActForm):
    text = forms.CharField(
        max_length=2000,
        label=gettext_lazy("A note of the group"),
        help_text=gettext_lazy("One point on each line. Everybody sees it. No names."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
