"""What answers may be compared by: short lists of an organisation, each of them optional to answer.

A list is a document: `{"key", "label", "question", "classes": [{"key", "label"}]}`, its texts per language. A dialogue
keeps copies of the lists that it asks, so that what people read before their first answer never changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches.texts import said
from goedwerk.dialogues.models import Dialogue

NOT_SAID = ""
# From so many people on, several attributes may be asked together: the smallest group of which shares of difference
# are shown.
LARGE_GROUP = 40


@dataclass(frozen=True)
class Attribute:
    document: Mapping[str, Any]

    @property
    def key(self) -> str:
        return self.document["key"]

    @property
    def label(self) -> str:
        return said(self.document["label"])

    @property
    def question(self) -> str:
        return said(self.document["question"])

    @property
    def classes(self) -> tuple[tuple[str, str], ...]:
        return tuple((each["key"], said(each["label"])) for each in self.document["classes"])

    def label_of(self, name: str) -> str:
        return dict(self.classes).get(name) or _("Not said")


def classes_of(attribute: Attribute | None) -> tuple[str, ...]:
    """Every class of an attribute, and the class of people who did not say."""
    return (*(name for name, _label in attribute.classes), NOT_SAID) if attribute else ()


# Of a dialogue


def attribute_of(dialogue: Dialogue) -> Attribute | None:
    """The one attribute that choices are split by, as it was when the dialogue was prepared."""
    return Attribute(dialogue.attribute_lists[dialogue.attribute]) if dialogue.attribute else None


def described_by(dialogue: Dialogue) -> list[Attribute]:
    """The attributes that are asked together, for what differs in a large group."""
    return [Attribute(dialogue.attribute_lists[key]) for key in dialogue.described_by]


def known_only(described: Mapping[str, str], asked: Iterable[Attribute]) -> dict[str, str]:
    """What somebody said of themselves, as far as it was asked and is one of the classes."""
    answers = {attribute.key: described.get(attribute.key, NOT_SAID) for attribute in asked}
    classes = {attribute.key: dict(attribute.classes) for attribute in asked}
    return {key: name for key, name in answers.items() if name in classes[key]}


# Shipped with the platform, until an organisation writes its own

SHIPPED: Sequence[tuple[str, Any, Any, Sequence[tuple[str, Any]]]] = (
    (
        "role",
        gettext_lazy("Role"),
        gettext_lazy("What is your role in your work?"),
        (
            ("executive", gettext_lazy("Executive")),
            ("manager", gettext_lazy("Manager")),
            ("employee", gettext_lazy("Employee")),
        ),
    ),
    (
        "work",
        gettext_lazy("Kind of work"),
        gettext_lazy("What kind of work do you do?"),
        (
            ("policy", gettext_lazy("Policy and advice")),
            ("delivery", gettext_lazy("Implementation and service")),
            ("oversight", gettext_lazy("Supervision and enforcement")),
            ("support", gettext_lazy("Support and operations")),
        ),
    ),
    (
        "organisation",
        gettext_lazy("Type of organisation"),
        gettext_lazy("In what kind of organisation do you work?"),
        (
            ("ministry", gettext_lazy("Ministry")),
            ("agency", gettext_lazy("Implementing agency or inspectorate")),
            ("province", gettext_lazy("Province or water authority")),
            ("municipality", gettext_lazy("Municipality")),
        ),
    ),
    (
        "years",
        gettext_lazy("Years in public service"),
        gettext_lazy("How long have you worked in public service?"),
        (
            ("under-5", gettext_lazy("Less than 5 years")),
            ("5-to-15", gettext_lazy("5 to 15 years")),
            ("over-15", gettext_lazy("More than 15 years")),
        ),
    ),
)


def shipped() -> list[Attribute]:
    return [
        Attribute(
            {
                "key": key,
                "label": in_every_language(label),
                "question": in_every_language(question),
                "classes": [{"key": name, "label": in_every_language(text)} for name, text in classes],
            }
        )
        for key, label, question, classes in SHIPPED
    ]


def in_every_language(text: Any) -> dict[str, str]:
    """A text of the platform as content: one string per language."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = str(text)
    return found
