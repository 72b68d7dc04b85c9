"""What a step can refer to: the inputs of its approach and the steps before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from goedwerk.approaches.drafting import Draft, Step
from goedwerk.approaches.inputs import InputKind, input_kind
from goedwerk.approaches.texts import said
from goedwerk.content.rules.step_references import ALLOWED, Allowed, lists_nothing

# Chosen in a form: an input that the approach does not have yet.
NEW = "new:"


@dataclass(frozen=True)
class Within:
    """The approach around one place in it, and the kind of step that stands there."""

    draft: Draft
    at: int
    kind: str

    @property
    def earlier(self) -> list[Step]:
        return self.draft["steps"][: self.at]

    def inputs(self, allowed: Allowed) -> list[dict[str, Any]]:
        return [each for each in self.draft["inputs"] if each["kind"] in allowed.inputs]

    def steps(self, allowed: Allowed, param: str) -> list[Step]:
        found = [step for step in self.earlier if step["kind"] in allowed.steps]
        return [step for step in found if not self.cannot_show(step) and not any(lists_nothing(step, (param,)))]

    def cannot_show(self, step: Step) -> bool:
        """What only the writer reads never leaves the device, so there is nothing to show."""
        return self.kind == "reveal" and step["params"].get("reader") == "self"

    def new_inputs(self, allowed: Allowed) -> list[InputKind]:
        """Kinds of input that could be added: known here, and not in the approach."""
        there = {each["kind"] for each in self.draft["inputs"]}
        found = filter(None, (input_kind(key) for key in sorted(allowed.inputs - there)))
        return sorted(found, key=lambda kind: kind.brought_along)

    def choices(self, allowed: Allowed, param: str) -> list[tuple[str, Any]]:
        """Everything that may be named, in words."""
        return [
            *((each["id"], self.name_of(each)) for each in self.inputs(allowed)),
            *((step["id"], said(step["title"])) for step in self.steps(allowed, param)),
            *((f"{NEW}{kind.key}", kind.label) for kind in self.new_inputs(allowed)),
        ]

    def name_of(self, needed: dict[str, Any]) -> str:
        """An input is called by its kind; by what it asks when there are several of a kind."""
        alone = [each["kind"] for each in self.draft["inputs"]].count(needed["kind"]) == 1
        kind = input_kind(needed["kind"])
        return str(kind.label) if kind and alone else said(needed["text"])


def allowed_for(kind: str, param: str) -> Allowed | None:
    return ALLOWED.get((kind, param))


def named_by(step: Step) -> Iterable[str]:
    """Every input and step that a step names."""
    for param, value in step["params"].items():
        if allowed_for(step["kind"], param):
            yield from names_in(value)


def names_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [value["of"]] if "of" in value else []
    return list(value) if isinstance(value, list) else [value]


def new_input(draft: Draft, kind: str, key: str) -> dict[str, Any]:
    texts = {"nl": "Kies wat past bij je groep.", "en": "Choose what suits your group."}
    return {"id": key, "kind": kind, "required": not input_kind(kind).brought_along, "text": texts}
