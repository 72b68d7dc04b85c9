"""What holds for the templates of every room, not of this one alone."""

import re
from pathlib import Path

import pytest

import goedwerk.ui

UI = Path(goedwerk.ui.__file__).parent
TEMPLATES = sorted(UI.parent.glob("**/templates/**/*.html")) + sorted(UI.parent.glob("**/kinds/**/*.html"))
HTMX = (UI / "static/ui/vendor/htmx.min.js").read_text(encoding="utf-8")
INHERITS = re.compile(r"(:inherited|:append)+$")
# The style sheet, and what a room draws for a page that stands alone.
STYLE_SHEETS = "".join(path.read_text(encoding="utf-8") for path in UI.parent.glob("*/static/**/*.css"))
DRAWN = set(re.findall(r"\.(gw-[\w-]+)", STYLE_SHEETS))
VERBS = {"hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete", "hx-query"}


def text_of(path: Path) -> str:
    return re.sub(r"{% comment %}.*?{% endcomment %}", "", path.read_text(encoding="utf-8"), flags=re.S)


def htmx_attributes() -> set[str]:
    """The attributes that the shipped version asks for, read from its source."""
    verbs = re.search(r'\[("get","post"[^\]]*)\]', HTMX)
    spelled = {f"hx-{verb}" for verb in re.findall(r'"(\w+)"', verbs[1])}
    return spelled | set(re.findall(r'["\'`\[](hx-[a-z-]+)', HTMX))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(UI.parent)))
def test_every_htmx_attribute_exists_in_the_shipped_version(path):
    known = htmx_attributes()
    used = {INHERITS.sub("", name) for name in re.findall(r"\s(?:data-)?(hx-[\w:.-]+)\s*=", text_of(path))}

    assert {name for name in used if name.split(":")[0] not in known} == set()


def test_the_shipped_version_is_read_rightly():
    """Known from its documentation: attributes of version 4, and two that went with version 2."""
    known = htmx_attributes()

    assert known >= VERBS | {"hx-target", "hx-swap", "hx-select", "hx-sync", "hx-push-url", "hx-confirm", "hx-status"}
    assert known & {"hx-disabled-elt", "hx-params", "hx-ext"} == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(UI.parent)))
def test_no_template_needs_more_than_the_policy_allows(path):
    text = text_of(path)

    assert re.findall(r"\sstyle\s*=|<style|<iframe|javascript:|\s(?:data-)?hx-on|\son[a-z]+\s*=|js:\{", text) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)", text) == []
    assert re.findall(r"(?:src|href)=[\"']https?://", text.replace('href="https://github.com/', "")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(UI.parent)))
def test_every_icon_is_there(path):
    names = re.findall(r'{% icon "([\w-]+)"', text_of(path))

    assert [name for name in names if not (UI / f"icons/{name}.svg").exists()] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(UI.parent)))
def test_every_element_is_ours(path):
    elements = set(re.findall(r"<(gw-[\w-]+)", text_of(path)))
    defined = {
        name
        for module in UI.parent.glob("**/static/**/*.js")
        for name in re.findall(r'customElements\.define\("([\w-]+)"', module.read_text(encoding="utf-8"))
    }

    assert elements - defined == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(UI.parent)))
def test_every_class_of_ours_is_drawn_somewhere(path):
    text = re.sub(r"{[{%].*?[%}]}", "\0", text_of(path))
    used = {name for names in re.findall(r'class="([^"]*)"', text) for name in names.split() if name.startswith("gw-")}

    assert {name for name in used if "\0" not in name} - DRAWN == set()
