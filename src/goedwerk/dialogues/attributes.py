"""What a choice may be compared by: one attribute per dialogue, from a short list, never obliged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

NOT_SAID = ""


@dataclass(frozen=True)
class Attribute:
    key: str
    label: Any
    question: Any
    classes: tuple[tuple[str, Any], ...]


ROLE = Attribute(
    "role",
    _("Role"),
    _("What is your role in your work?"),
    (("executive", _("Executive")), ("manager", _("Manager")), ("employee", _("Employee"))),
)
WORK = Attribute(
    "work",
    _("Kind of work"),
    _("What kind of work do you do?"),
    (
        ("policy", _("Policy and advice")),
        ("delivery", _("Implementation and service")),
        ("oversight", _("Supervision and enforcement")),
        ("support", _("Support and operations")),
    ),
)
ATTRIBUTES = {attribute.key: attribute for attribute in (ROLE, WORK)}


def classes_of(key: str) -> tuple[str, ...]:
    """Every class of an attribute, and the class of people who did not say."""
    attribute = ATTRIBUTES.get(key)
    return (*(name for name, _label in attribute.classes), NOT_SAID) if attribute else ()


def label_of(key: str, name: str) -> Any:
    labels = dict(ATTRIBUTES[key].classes)
    return labels.get(name, _("Not said"))
