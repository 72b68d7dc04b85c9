import hashlib
import re
import sys
import tomllib
from pathlib import Path

import goedwerk.ui

UI = Path(goedwerk.ui.__file__).parent
STATIC = UI / "static/ui"
FRONTEND = UI.parents[2] / "frontend"
RESULT = (STATIC / "goedwerk.css").read_text(encoding="utf-8")


def test_the_style_sheet_is_made_of_the_present_sources():
    """If this fails: cd frontend && npm ci --ignore-scripts && python build_css.py"""
    sys.path.insert(0, str(FRONTEND))
    try:
        import build_css
    finally:
        sys.path.remove(str(FRONTEND))

    assert RESULT.startswith(f"/* sources {build_css.digest()} */")


def test_the_layers_stand_in_the_order_of_the_house():
    order = "@layer reset, nlds, tokens, base, layout, components, pictures, print, utilities;"

    assert RESULT.splitlines()[1].startswith(order)


def test_every_rule_of_ours_lies_in_a_layer():
    for source in sorted((UI / "css").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", source.read_text(encoding="utf-8"), flags=re.S)
        assert re.match(r"\s*@layer \w+ \{", text), source.name


def test_nothing_is_fetched_from_elsewhere():
    addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)", RESULT)

    assert [address for address in addresses if not address.startswith(("fonts/", "data:"))] == []


def test_no_custom_property_is_used_that_nobody_declares():
    used = set(re.findall(r"var\(\s*(--gw-[\w-]+)\s*\)", RESULT))
    declared = set(re.findall(r"(--gw-[\w-]+)\s*:", RESULT))

    assert used - declared == set()


def test_vendored_files_are_what_they_were():
    vendored = tomllib.loads((STATIC / "vendor/VENDORED.toml").read_text(encoding="utf-8"))["vendored"]
    found = {each["file"]: hashlib.sha256((STATIC / each["file"]).read_bytes()).hexdigest() for each in vendored}

    assert found == {each["file"]: each["sha256"] for each in vendored}


def test_everything_that_is_vendored_is_named():
    vendored = tomllib.loads((STATIC / "vendor/VENDORED.toml").read_text(encoding="utf-8"))["vendored"]
    shipped = [*(STATIC / "vendor").glob("*.js"), *(STATIC / "fonts").glob("*.woff2")]

    assert {str(path.relative_to(STATIC)) for path in shipped} == {each["file"] for each in vendored}


def test_a_class_is_dressed_in_one_style_sheet():
    """Two sheets that name the same thing dress each other's: the card in a ladder is not the card in a picture."""
    named = {
        source.name: set(re.findall(r"^  \.(gw-\w+) \{", source.read_text(encoding="utf-8"), flags=re.M))
        for source in (UI / "css").glob("*.css")
        if source.name != "print.css"
    }

    for name, classes in named.items():
        others = set().union(*(theirs for other, theirs in named.items() if other != name))
        assert not classes & others, name
