"""The reference of step kinds names every kind and every parameter."""

import re
from dataclasses import fields
from pathlib import Path

from goedwerk.approaches.step_kind import Params
from kind_steps import every_step

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "step-kinds.md"
COMMON = {field.name for field in fields(Params)}


def rows():
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return {found[1]: line for line in lines if (found := re.match(r"\| `(\w+)` \|", line))}


def test_every_kind_and_every_parameter_stands_in_the_reference():
    kinds = {step.kind: step.behaviour for step in every_step().values()}

    missing = [
        f"{key}: {field.name}"
        for key, kind in kinds.items()
        for field in fields(kind.Params)
        if field.name not in COMMON and f"`{field.name}`" not in rows().get(key, "")
    ]

    assert set(rows()) == set(kinds)
    assert missing == []
