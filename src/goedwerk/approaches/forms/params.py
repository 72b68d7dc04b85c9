"""The form of a kind's parameters, made of their schema: a new kind brings its own form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from goedwerk.approaches.forms.fields import LabelsField, NumbersField, ParagraphField, ShapesField
from goedwerk.approaches.param_shapes import Shape, defaults_of, one_of, own_properties, shape_of
from goedwerk.approaches.param_words import choice_of, hint_of, label_of
from goedwerk.approaches.references import Within, allowed_for
from goedwerk.approaches.step_kind import StepKind

Path = tuple[str, ...]

TEXT = {"nl", "en"}


@dataclass(frozen=True)
class Slot:
    """One field of the form, and where its value stands in the parameters."""

    path: Path
    field: forms.Field

    @property
    def name(self) -> str:
        return "param__" + "__".join(self.path)

    @property
    def is_english(self) -> bool:
        return self.path[-1] == "en"

    @property
    def names_something(self) -> bool:
        return isinstance(self.field, Reference | References)


class Reference(forms.ChoiceField):
    """One input or earlier step."""


class References(forms.MultipleChoiceField):
    """Some inputs and earlier steps."""


@dataclass(frozen=True)
class Asked:
    """Everything that the fields of one kind depend on."""

    kind: StepKind
    within: Within
    params: Mapping[str, Any]

    def slots(self) -> list[Slot]:
        shape = shape_of(self.kind)
        needed = shape.get("required", ())
        return [
            slot
            for name, part in own_properties(shape).items()
            for slot in self.slots_of((name,), part, needed=name in needed)
        ]

    def slots_of(self, path: Path, part: Shape, *, needed: bool) -> Iterator[Slot]:
        if part.get("type") == "object":
            for name, inner in part["properties"].items():
                always = needed and name in part.get("required", ())
                yield from self.slots_of((*path, name), inner, needed=always)
            return
        field = self.field_of(path, part, needed)
        if field is not None:
            yield Slot(path, field)

    def field_of(self, path: Path, part: Shape, needed: bool) -> forms.Field | None:
        allowed = allowed_for(self.kind.key, path[0])
        about = {"label": self.label(path, part), "required": needed}
        if allowed and path[-1] in (path[0], "of"):
            return self.reference(part, self.within.choices(allowed, path[0]), about)
        maker = MAKERS.get("string" if "enum" in part else part.get("type", ""))
        return maker(self, path, part, about) if maker else None

    def label(self, path: Path, part: Shape) -> Any:
        """A text is asked in two languages, under one name."""
        inner = path[:-1] if path[-1] in TEXT else path
        return label_of(self.kind, inner, part.get("description", ""))

    def reference(self, part: Shape, choices: list[tuple[str, Any]], about: dict[str, Any]) -> forms.Field:
        # Nothing to choose from yet is told on the page of the approach, and keeps nobody from going on here.
        about["required"] = about["required"] and bool(choices)
        if part.get("type") == "array":
            return References(choices=choices, widget=forms.CheckboxSelectMultiple, **about)
        none = [] if about["required"] else [("", _("None"))]
        return Reference(choices=[*none, *choices], **about)

    def flag(self, path: Path, part: Shape, about: dict[str, Any]) -> forms.Field:
        return forms.BooleanField(**{**about, "required": False})

    def number(self, path: Path, part: Shape, about: dict[str, Any]) -> forms.Field:
        limits = {"min_value": part.get("minimum"), "max_value": part.get("maximum")}
        return forms.IntegerField(help_text=hint_of(path), **limits, **about)

    def text(self, path: Path, part: Shape, about: dict[str, Any]) -> forms.Field:
        if "enum" in part:
            choices = [(value, choice_of(self.kind, path, value)) for value in part["enum"]]
            # Without a choice the kind's own default holds, and that one is marked.
            default = defaults_of(self.kind).get(path[0]) if len(path) == 1 else None
            none = [] if about["required"] or default in part["enum"] else [("", _("None"))]
            return forms.ChoiceField(choices=[*none, *choices], widget=forms.RadioSelect, **about)
        return ParagraphField(help_text=hint_of(path[:1]), **about)

    def several(self, path: Path, part: Shape, about: dict[str, Any]) -> forms.Field | None:
        inner = part["items"]
        if "enum" in inner:
            choices = [(value, choice_of(self.kind, path, value)) for value in inner["enum"]]
            return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **about)
        if inner.get("type") == "object" and set(inner["properties"]) >= TEXT:
            hint = " ".join(map(str, filter(None, (hint_of(path), hint_of((), "labels")))))
            return LabelsField(earlier=self.params.get(path[0]) or (), help_text=hint, **about)
        if inner.get("type") == "integer":
            return NumbersField(help_text=hint_of((), "numbers"), **about)
        if inner.get("type") == "array":
            return ShapesField(help_text=hint_of((), "shapes"), **about)
        return None


MAKERS = {"boolean": Asked.flag, "integer": Asked.number, "string": Asked.text, "array": Asked.several}


# From the recipe into the form, and back


def initial_of(kind: StepKind, params: Mapping[str, Any], slots: list[Slot]) -> dict[str, Any]:
    given = {**sayable(kind), **params}
    return {slot.name: value_at(given, slot.path) for slot in slots}


def sayable(kind: StepKind) -> dict[str, Any]:
    """Defaults that a form can show: zero for "no limit" is an empty box."""
    shape = own_properties(shape_of(kind))
    defaults = {name: default for name, default in defaults_of(kind).items() if name in shape}
    return {name: default for name, default in defaults.items() if default or not shape[name].get("minimum")}


def value_at(value: Any, path: Path) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def params_from(
    kind: StepKind, cleaned: Mapping[str, Any], slots: list[Slot], *, before: Mapping[str, Any]
) -> dict[str, Any]:
    """What was filled in, as the recipe holds it: without what is empty, or holds when nothing is said.

    What was said before stays said, so that a form that changes nothing changes nothing.
    """
    params: dict[str, Any] = {}
    for slot in slots:
        value = cleaned.get(slot.name)
        name = slot.path[0]
        if value in (None, "", []) or (name not in before and len(slot.path) == 1 and value == usual(kind, name)):
            continue
        inside = params
        for part in slot.path[:-1]:
            inside = inside.setdefault(part, {})
        inside[slot.path[-1]] = value
    return {name: value for name, value in params.items() if is_whole(kind, name, value)}


def usual(kind: StepKind, name: str) -> Any:
    """What holds when a parameter is left out; one that the recipe needs is always written."""
    if name in shape_of(kind).get("required", ()):
        return None
    default = defaults_of(kind).get(name)
    return list(default) if isinstance(default, tuple) else default


def is_whole(kind: StepKind, name: str, value: Any) -> bool:
    """A group of which only numbers were given, and not what they are about, was not meant."""
    part = own_properties(shape_of(kind))[name]
    return not (isinstance(value, dict) and "of" in part.get("properties", {}) and "of" not in value)


def doubled(kind: StepKind, params: Mapping[str, Any]) -> list[str]:
    """Names of which more than one was given, where the kind takes one."""
    given = [name for name in one_of(shape_of(kind)) if name in params]
    return given if len(given) > 1 else []
