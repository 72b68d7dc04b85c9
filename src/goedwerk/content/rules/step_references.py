"""Which inputs and earlier steps a step may refer to, and whether it does."""

from collections.abc import Iterator
from dataclasses import dataclass

from goedwerk.content.complaints import Complaint, Place

Kinds = frozenset[str]

WRITTEN = frozenset({"text", "residue", "question_form", "case_input", "clarify", "statement", "brainstorm"})
PICKED = frozenset({"choice", "values_pick", "sort", "rank", "rate", "vote", "evaluate"})
SHARED = frozenset({"perspective_table", "argument_map", "commit"})
ANSWERED = WRITTEN | PICKED | SHARED
LISTED = frozenset({"statement", "brainstorm", "argument_map", "perspective_table", "question_form", "group_talk"})
NONE: Kinds = frozenset()


@dataclass(frozen=True)
class Allowed:
    """Kinds of inputs and kinds of earlier steps that a param may name."""

    inputs: Kinds = NONE
    steps: Kinds = NONE

    def describe(self) -> str:
        return ", ".join([*(f"{kind} (input)" for kind in sorted(self.inputs)), *sorted(self.steps)])


STATEMENTS = Allowed(inputs=frozenset({"statements"}), steps=LISTED)

ALLOWED: dict[tuple[str, str], Allowed] = {
    ("read", "input"): Allowed(inputs=frozenset({"dilemma", "text", "statements", "case"})),
    ("case_input", "case"): Allowed(inputs=frozenset({"case"})),
    ("publish", "case"): Allowed(inputs=frozenset({"case"})),
    ("clarify", "about"): Allowed(inputs=frozenset({"dilemma", "text", "case"})),
    ("choice", "dilemma"): Allowed(inputs=frozenset({"dilemma"})),
    ("choice", "options_from"): Allowed(steps=frozenset({"question_form", "brainstorm"})),
    ("choice", "repeat_of"): Allowed(steps=frozenset({"choice"})),
    ("values_pick", "set"): Allowed(inputs=frozenset({"value-set"})),
    ("sort", "set"): Allowed(inputs=frozenset({"value-set"})),
    ("sort", "repeat_of"): Allowed(steps=frozenset({"sort"})),
    ("rank", "of"): STATEMENTS,
    ("rank", "repeat_of"): Allowed(steps=frozenset({"rank"})),
    ("rate", "of"): STATEMENTS,
    ("rate", "repeat_of"): Allowed(steps=frozenset({"rate"})),
    ("vote", "of"): STATEMENTS,
    ("text", "cards"): Allowed(steps=frozenset({"sort"})),
    ("argument_map", "of"): Allowed(inputs=frozenset({"dilemma"}), steps=frozenset({"brainstorm", "question_form"})),
    ("reveal", "of"): Allowed(steps=ANSWERED),
    ("round", "of"): Allowed(steps=ANSWERED),
    ("signal", "of"): Allowed(steps=ANSWERED | {"reveal", "group_talk"}),
    ("repeat", "of"): Allowed(steps=ANSWERED),
}

# What a repeated step must share with the first, or the two cannot be laid side by side.
SAME = {
    "choice": ("dilemma", "options_from", "options"),
    "sort": ("set",),
    "rank": ("items", "of"),
    "rate": ("items", "of", "scale"),
}


def step_references(recipe: dict) -> Iterator[Complaint]:
    inputs = {given["id"]: given["kind"] for given in recipe["inputs"]}
    later = {step["id"] for step in recipe["steps"]}
    earlier: dict[str, dict] = {}
    for index, step in enumerate(recipe["steps"]):
        known = _Known(inputs=inputs, earlier=earlier, later=later - set(earlier))
        yield from _references(step, ("steps", index, "params"), known)
        earlier = {**earlier, step["id"]: step}


@dataclass(frozen=True)
class _Known:
    """What exists at the moment a step starts."""

    inputs: dict[str, str]
    earlier: dict[str, dict]
    later: set[str]


def _references(step: dict, place: Place, known: _Known) -> Iterator[Complaint]:
    for param, value in step["params"].items():
        allowed = ALLOWED.get((step["kind"], param))
        if allowed is None:
            continue
        for where, name in _named(value, (*place, param)):
            yield from _one(name, where, allowed, known)
    yield from _repeat(step, place, known)
    yield from _shown(step, place, known)


def _named(value: object, place: Place) -> list[tuple[Place, str]]:
    """A reference is one id, a list of ids, or (for cards) a group with the id under `of`."""
    if isinstance(value, dict):
        return [((*place, "of"), value["of"])]
    if isinstance(value, list):
        return [((*place, at), name) for at, name in enumerate(value)]
    return [(place, value)]


def _one(name: str, place: Place, allowed: Allowed, known: _Known) -> Iterator[Complaint]:
    fits_input = known.inputs.get(name) in allowed.inputs
    step = known.earlier.get(name)
    fits_step = step is not None and step["kind"] in allowed.steps
    if fits_input and fits_step:
        yield Complaint(place, f"'{name}' is both an input and a step; rename one of them.")
    elif not (fits_input or fits_step):
        yield Complaint(place, _what_is_wrong(name, allowed, known))
    elif fits_step:
        yield from lists_nothing(step, place)


def _what_is_wrong(name: str, allowed: Allowed, known: _Known) -> str:
    found = [known.inputs[name]] if name in known.inputs else []
    found += [known.earlier[name]["kind"]] if name in known.earlier else []
    if found:
        return f"'{name}' is a {' and a '.join(found)}; this must be one of: {allowed.describe()}."
    if name in known.later:
        return f"The step '{name}' is not earlier than this one; refer to an earlier step or move it."
    names = ", ".join([*known.inputs, *known.earlier])
    return f"There is no input or earlier step '{name}'; use one of: {names or 'none exist yet'}."


def lists_nothing(step: dict, place: Place) -> Iterator[Complaint]:
    param = place[-1] if isinstance(place[-1], str) else place[-2]
    if step["kind"] == "group_talk" and param == "of" and not step["params"].get("note"):
        yield Complaint(place, f"'{step['id']}' keeps nothing; set `note: true` there.")
    if step["kind"] == "question_form" and param == "options_from" and not step["params"].get("options"):
        yield Complaint(place, f"'{step['id']}' asks for no options; set `options: true` there.")


def _repeat(step: dict, place: Place, known: _Known) -> Iterator[Complaint]:
    first = known.earlier.get(step["params"].get("repeat_of", ""))
    if first is None or first["kind"] != step["kind"]:
        return
    for param in SAME.get(step["kind"], ()):
        if step["params"].get(param) != first["params"].get(param):
            yield Complaint((*place, param), f"This must be the same as in '{first['id']}', which this step repeats.")
    if step["params"].get("occasion") == "second" and first["params"].get("occasion") != "first":
        yield Complaint((*place, "repeat_of"), f"Set `occasion: first` in '{first['id']}'.")


def _shown(step: dict, place: Place, known: _Known) -> Iterator[Complaint]:
    """What only the writer reads never leaves the device, so there is nothing to show."""
    if step["kind"] != "reveal":
        return
    for at, name in enumerate(step["params"]["of"]):
        shown = known.earlier.get(name)
        if shown is not None and shown["params"].get("reader") == "self":
            yield Complaint((*place, "of", at), f"Only the writer sees '{name}'; take it out, or change its `reader`.")
