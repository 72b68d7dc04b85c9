"""The form of each kind of file, as JSON Schema: editors complete by it, the reader checks by it."""

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parent
NAMES = ("approach", "dilemma", "pack", "review", "value-set", "vocabulary")


@cache
def schema(name: str) -> dict:
    return json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))


def step_kinds() -> tuple[str, ...]:
    """The kinds of step that a recipe may name."""
    return tuple(schema("approach")["$defs"]["step"]["properties"]["kind"]["enum"])
