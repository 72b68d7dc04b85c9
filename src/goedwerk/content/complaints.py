"""Turns what a schema found into sentences that say where it is and what to do."""

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jsonschema import ValidationError

from goedwerk.content import schemas

Place = tuple[str | int, ...]

LANGUAGES = {"nl": "Dutch", "en": "English", "def_nl": "Dutch", "def_en": "English"}
TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of names with values",
    "null": "nothing",
}


@dataclass(frozen=True)
class Complaint:
    """Something wrong at a place in a document."""

    place: Place
    message: str


def complaints(value: object, *, schema: str) -> list[Complaint]:
    """Everything in a document that does not fit its schema."""
    found: dict[Place, Complaint] = {}
    for error in schemas.validator(schema).iter_errors(value):
        for complaint in _explain(error):
            # One sentence for each place: an empty text is not also too short.
            found.setdefault(complaint.place, complaint)
    return list(found.values())


def _explain(error: ValidationError) -> Iterator[Complaint]:
    place = tuple(error.absolute_path)
    if error.validator == "required":
        yield from _missing(error, place)
    elif error.validator == "additionalProperties":
        yield from _unknown(error, place)
    else:
        sentence = _SENTENCES.get(str(error.validator), _plain)
        yield Complaint(place, sentence(error))


def _missing(error: ValidationError, place: Place) -> Iterator[Complaint]:
    for name in error.validator_value:
        if name not in error.instance:
            yield Complaint((*place, name), what_is_missing(name))


def what_is_missing(name: str) -> str:
    if name in LANGUAGES:
        return f"The {LANGUAGES[name]} text is missing; add `{name}:`."
    return f"This is missing; add `{name}:`."


def _unknown(error: ValidationError, place: Place) -> Iterator[Complaint]:
    known = list(error.schema.get("properties", {}))
    for name in error.instance:
        if name not in known:
            yield Complaint((*place, name), f"'{name}' is not known here; {_suggest(name, known)}")


def _suggest(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"remove it, or use one of: {', '.join(known)}."


def _type(error: ValidationError) -> str:
    wanted = error.validator_value
    names = [wanted] if isinstance(wanted, str) else wanted
    expected = " or ".join(TYPES[name] for name in names)
    if error.instance is None:
        return f"This is empty; write {expected}."
    if "string" in names and isinstance(error.instance, bool | int | float):
        return "This is read as a number or as true/false, but must be a text; put quotes around it."
    return f"This must be {expected}."


def _enum(error: ValidationError) -> str:
    known = [str(value) for value in error.validator_value]
    if known == list(schemas.step_kinds()):
        return f"{_shown(error.instance)} is not a kind of step; the kinds are: {', '.join(known)}."
    return f"{_shown(error.instance)} is not known here; use one of: {', '.join(known)}."


def _pattern(error: ValidationError) -> str:
    wanted = error.schema.get("description", f"It must fit {error.validator_value}.")
    return f"{_shown(error.instance)} does not fit. {wanted}"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:56]}...'"


def _one_of(error: ValidationError) -> str:
    names = [name for branch in error.validator_value for name in branch.get("required", [])]
    return f"Give exactly one of: {', '.join(names)}."


def _plain(error: ValidationError) -> str:
    return f"{error.message}."


def _limit(sentence: str) -> Callable[[ValidationError], str]:
    return lambda error: sentence.format(error.validator_value)


_SENTENCES: dict[str, Callable[[ValidationError], str]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "oneOf": _one_of,
    "minLength": _limit("This text is too short; write at least {} characters."),
    "maxLength": _limit("This text is too long; keep it under {} characters."),
    "minItems": _limit("This list is too short; give at least {}."),
    "maxItems": _limit("This list is too long; give at most {}."),
    "uniqueItems": _limit("Something stands in this list twice; keep one."),
    "minimum": _limit("This number is too low; the lowest is {}."),
    "maximum": _limit("This number is too high; the highest is {}."),
    "minProperties": _limit("This is empty; give at least {}."),
}
