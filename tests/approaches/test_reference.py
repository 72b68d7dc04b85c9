"""The table of approaches in the reference says what runs here, and no more than that."""

import re
from pathlib import Path

import pytest

from goedwerk.approaches.queries import Listed, all_approaches

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/approaches.md"
ROW = re.compile(r"^\| `([a-z-]+)` \| (.+) \|$", re.MULTILINE)
WAYS = {("live",): "together", ("open",): "open", ("live", "open"): "together or open"}
WHOLE = "from start to end"


def table() -> dict[str, list[str]]:
    return {key: cells.split(" | ") for key, cells in ROW.findall(PAGE.read_text(encoding="utf-8"))}


def row_of(listed: Listed) -> list[str]:
    recipe = listed.recipe
    people = "1" if recipe.group_max == 1 else f"{recipe.group_min}-{recipe.group_max}"
    return [recipe.document["title"]["en"], str(recipe.minutes), people, WAYS[recipe.modes], until_where(listed)]


def until_where(listed: Listed) -> str:
    if listed.missing:
        return f"not yet: {', '.join(listed.missing)}"
    later = [f"`{step.kind}`" for step in listed.left_out]
    if later:
        return f"without {', '.join(later)}, which comes later"
    return "up to the journal, which comes later" if listed.recipe.group_max == 1 else WHOLE


@pytest.mark.usefixtures("pack")
def test_every_approach_stands_in_the_table_as_it_runs_here():
    assert table() == {listed.recipe.key: row_of(listed) for listed in all_approaches()}


@pytest.mark.usefixtures("pack")
def test_all_but_two_run_from_start_to_end():
    rest = [key for key, cells in table().items() if cells[-1] != WHOLE]

    assert rest == ["logboek", "moresprudentie"]
