"""The list that a step works through: written in the recipe, chosen as input, or made by the group before."""

from __future__ import annotations

from goedwerk.approaches.inputs import input_kind
from goedwerk.approaches.texts import said
from goedwerk.dialogues.models import Dialogue, Step


def points_of(step: Step) -> list[tuple[str, str]]:
    """What is rated or put in order, as (key, text): the `items` of the recipe, or all that `of` names."""
    written = [(item["id"], said(item)) for item in step.params.get("items", ())]
    found = written or [point for name in step.params.get("of", ()) for point in points_from(step, name)]
    return list(dict(found).items())


def lines_in(text: str) -> list[str]:
    """One point on each line; a dash or a dot in front of it is not part of it."""
    return [point for line in text.splitlines() if (point := line.strip().lstrip("-*•").strip())]


def points_from(step: Step, name: str) -> list[tuple[str, str]]:
    source = step.sibling(name)
    if source is not None:
        return list(source.behaviour.group_options(source))
    return points_from_input(step.round.dialogue, name)


def points_from_input(dialogue: Dialogue, name: str) -> list[tuple[str, str]]:
    needed = next((each for each in dialogue.approach.inputs if each["id"] == name), None)
    document = dialogue.material.get(name) if needed else None
    return list(input_kind(needed["kind"]).points(document)) if document else []
