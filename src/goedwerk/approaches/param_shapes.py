"""What parameters a kind takes, as JSON Schema: from the schema of approaches, or from the kind's own dataclass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from goedwerk.approaches.step_kind import StepKind
from goedwerk.content import schemas

Shape = Mapping[str, Any]

# What every step has; the form of a step asks it apart.
EVERYWHERE = ("optional", "mode")


@cache
def shape_of(kind: StepKind) -> Shape:
    """The parameters of a kind, with everything that the schema refers to written out."""
    written = schemas.schema("approach")["$defs"].get(f"params_{kind.key}")
    return resolved(written) if written else from_dataclass(kind)


def resolved(part: Any) -> Any:
    if isinstance(part, list):
        return [resolved(each) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        found = schemas.schema("approach")["$defs"][part["$ref"].rpartition("/")[2]]
        return resolved({**found, **{name: value for name, value in part.items() if name != "$ref"}})
    return {name: resolved(value) for name, value in part.items()}


def from_dataclass(kind: StepKind) -> Shape:
    """A kind of another package has no schema here; what its parameters are follows from their defaults."""
    shapes = {field.name: shape_by(default_of(field)) for field in fields(kind.Params)}
    return {"properties": {name: shape for name, shape in shapes.items() if shape and name not in EVERYWHERE}}


def shape_by(default: Any) -> Shape | None:
    if isinstance(default, bool):
        return {"type": "boolean"}
    if isinstance(default, int):
        return {"type": "integer"}
    if isinstance(default, str):
        return {"type": "string"}
    if isinstance(default, tuple | list):
        return resolved({"$ref": "#/$defs/labels"})
    return None


def defaults_of(kind: StepKind) -> dict[str, Any]:
    return {field.name: default_of(field) for field in fields(kind.Params)}


def default_of(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def own_properties(shape: Shape) -> dict[str, Shape]:
    return {name: part for name, part in shape.get("properties", {}).items() if name not in EVERYWHERE}


def one_of(shape: Shape) -> list[str]:
    """Names of which exactly one is to be given."""
    return [name for branch in shape.get("oneOf", ()) for name in branch["required"]]
