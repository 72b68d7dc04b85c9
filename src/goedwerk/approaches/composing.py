"""A new step: what its kind proposes, with references to what stands in the approach already."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from goedwerk.approaches import drafting
from goedwerk.approaches.drafting import Draft, Step
from goedwerk.approaches.param_shapes import one_of, own_properties, shape_of
from goedwerk.approaches.references import NEW, Within, allowed_for, named_by, new_input
from goedwerk.approaches.registry import kind_of
from goedwerk.approaches.starters import starter_of
from goedwerk.content.rules.step_references import Allowed


def with_new_step(
    draft: Draft, kind: str, *, at: int, title: str = "", minutes: int | None = None
) -> tuple[Draft, str]:
    """The draft with a step of this kind at this place, and the id of that step."""
    starter = deepcopy(dict(starter_of(kind)))
    step = {
        "id": drafting.free_id(draft, drafting.id_from(title) if title else kind.replace("_", "-")),
        "kind": kind,
        "minutes": minutes or starter["minutes"],
        "title": {"nl": title} if title else starter["title"],
        "script": starter["script"],
        "prompt": starter["prompt"],
        "params": starter["params"],
    }
    draft, step["params"] = referring(draft, kind, step["params"], at=at)
    return drafting.with_step(draft, step, at=at), step["id"]


def referring(draft: Draft, kind: str, params: dict[str, Any], *, at: int) -> tuple[Draft, dict[str, Any]]:
    """Fill in what has to refer to something, as far as there is one thing that lies nearest."""
    shape = shape_of(kind_of(kind))
    needed = [name for name in shape.get("required", ()) if name not in params]
    ways = one_of(shape)
    if ways and not any(name in params for name in ways):
        needed += [name for name in ways if nearest(Within(draft, at, kind), name)][:1]
    for name in needed:
        found = nearest(Within(draft, at, kind), name)
        if found:
            draft, params[name] = resolved(draft, found)
    return draft, params


def nearest(within: Within, param: str) -> Any:
    """A list takes all that was not used yet; one reference takes an input first, then the latest step."""
    allowed = allowed_for(within.kind, param)
    if allowed is None:
        return None
    if own_properties(shape_of(kind_of(within.kind)))[param]["type"] == "array":
        return not_used_yet(within, param, allowed)
    found = [each["id"] for each in within.inputs(allowed)]
    found += [step["id"] for step in reversed(within.steps(allowed, param))]
    found += [NEW + each.key for each in within.new_inputs(allowed)]
    return next(iter(found), None)


def not_used_yet(within: Within, param: str, allowed: Allowed) -> list[str]:
    used = {name for step in within.earlier if step["kind"] == within.kind for name in named_by(step)}
    found = [each["id"] for each in [*within.inputs(allowed), *within.steps(allowed, param)]]
    return [name for name in found if name not in used]


def resolved(draft: Draft, named: Any) -> tuple[Draft, Any]:
    """A reference as the recipe holds it; an input that is not there yet comes into the approach."""
    if isinstance(named, list):
        names = []
        for each in named:
            draft, name = resolved(draft, each)
            names.append(name)
        return draft, names
    if not named.startswith(NEW):
        return draft, named
    kind = named.removeprefix(NEW)
    there = next((each["id"] for each in draft["inputs"] if each["kind"] == kind), None)
    if there:
        return draft, there
    key = drafting.free_id(draft, kind)
    return drafting.with_input(draft, new_input(draft, kind, key)), key


# Asking the same again


def may_repeat(step: Step, kinds: dict[str, Any]) -> bool:
    kind = kinds.get(step["kind"])
    return bool(kind) and "repeat_of" in own_properties(shape_of(kind)) and "repeat_of" not in step["params"]


def with_repeat(draft: Draft, first: Step, *, at: int) -> tuple[Draft, str]:
    """The draft in which a step is asked a second time, so that both can be laid side by side."""
    key = drafting.free_id(draft, f"{first['id']}-again"[: drafting.LONGEST_ID])
    second = {**deepcopy(first), "id": key, "title": again(first["title"])}
    second["params"]["repeat_of"] = first["id"]
    if "occasion" in own_properties(shape_of(kind_of(first["kind"]))):
        second["params"]["occasion"] = "second"
        marked = {**first, "params": {**first["params"], "occasion": "first"}}
        draft = drafting.replaced(draft, first["id"], marked)
    return drafting.with_step(draft, second, at=at), key


def again(title: dict[str, str]) -> dict[str, str]:
    words = {"nl": "opnieuw", "en": "again"}
    return {language: f"{text}, {words[language]}" for language, text in title.items()}
