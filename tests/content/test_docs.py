import re
from pathlib import Path

from goedwerk.content import schemas

DOCS = Path(__file__).parents[2] / "docs"


def test_the_pack_in_the_how_to_can_be_read(tmp_path, small_pack):
    guide = (DOCS / "how-to/write-a-pack.md").read_text(encoding="utf-8")
    pack = type(small_pack)(tmp_path / "water")
    for content, file in re.findall(r"```yaml\n(# file: (\S+)\n.*?)```", guide, re.DOTALL):
        pack.write(file, content)

    found = pack.read()

    assert [dilemma.key for dilemma in found.dilemmas] == ["het-lage-peil"]


def test_the_reference_names_every_field_of_every_schema():
    reference = (DOCS / "reference/packs.md").read_text(encoding="utf-8")

    fields = {field for name in schemas.NAMES for field in fields_of(schemas.schema(name))}

    assert {field for field in fields if f"`{field}`" not in reference and f"#### {field}" not in reference} == set()


def fields_of(part):
    """Every name that a schema knows, and every kind of step."""
    for name, child in part.items() if isinstance(part, dict) else ():
        if name == "properties":
            yield from child
        if name == "kind" and "enum" in child:
            yield from child["enum"]
        yield from fields_of(child)
