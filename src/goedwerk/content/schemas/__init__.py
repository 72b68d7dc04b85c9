"""The form of each kind of file, as JSON Schema: editors complete by it, the reader checks by it."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

FOLDER = Path(__file__).parent
NAMES = ("approach", "dilemma", "pack", "review", "value-set", "vocabulary")


@cache
def schema(name: str) -> dict:
    return json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))


@cache
def validator(name: str) -> Validator:
    return _Exact(schema(name))


def step_kinds() -> tuple[str, ...]:
    """The kinds of step that a recipe may name."""
    return tuple(schema("approach")["$defs"]["step"]["properties"]["kind"]["enum"])


def _pattern(_validator: Validator, pattern: str, value: object, _schema: dict) -> Iterator[ValidationError]:
    """In a JSON Schema `$` is the very end; in Python it also stands before a last line end."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


_Exact = extend(Draft202012Validator, {"pattern": _pattern})
