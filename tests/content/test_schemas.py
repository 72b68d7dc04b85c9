import pytest
from jsonschema import Draft202012Validator

from goedwerk.content import schemas


def parts(value, place=""):
    """Every part of a schema that describes a value, with its place."""
    if not isinstance(value, dict):
        return
    yield place, value
    for name, child in value.get("properties", {}).items():
        yield from parts(child, f"{place}/{name}")
    for name, child in value.get("$defs", {}).items():
        yield from parts(child, f"{place}/$defs/{name}")
    yield from parts(value.get("items"), f"{place}/[]")
    yield from parts(value.get("additionalProperties"), f"{place}/*")


@pytest.mark.parametrize("name", schemas.NAMES)
def test_a_schema_is_itself_valid(name):
    Draft202012Validator.check_schema(schemas.schema(name))

    assert schemas.schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", schemas.NAMES)
def test_a_schema_allows_nothing_that_it_does_not_name(name):
    open_ends = [
        place
        for place, part in parts(schemas.schema(name))
        if "properties" in part and part.get("additionalProperties") is not False
    ]

    assert open_ends == []


@pytest.mark.parametrize("name", schemas.NAMES)
def test_an_editor_can_explain_every_name_in_a_schema(name):
    silent = [
        f"{place}/{key}"
        for place, part in parts(schemas.schema(name))
        for key, child in part.get("properties", {}).items()
        if "description" not in child
    ]

    assert silent == []


def test_every_kind_of_step_has_its_params():
    step = schemas.schema("approach")["$defs"]["step"]

    checked = [rule["if"]["properties"]["kind"]["const"] for rule in step["allOf"]]

    assert tuple(checked) == schemas.step_kinds()
    assert {f"params_{kind}" for kind in checked} <= set(schemas.schema("approach")["$defs"])
