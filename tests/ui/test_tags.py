import xml.etree.ElementTree as ET

import pytest
import segno
from django.template import Context, Template

from goedwerk.ui.qr import QUIET, qr_svg


def rendered(text: str, **context) -> str:
    return Template("{% load ui %}" + text).render(Context(context))


def test_an_icon_without_label_is_decoration():
    html = rendered('{% icon "lock" %}')

    assert 'aria-hidden="true"' in html
    assert "style=" not in html
    assert ET.fromstring(html).tag == "svg"


def test_an_icon_with_label_can_be_heard():
    assert 'role="img" aria-label="Only &lt;you&gt;"' in rendered('{% icon "lock" label %}', label="Only <you>")


def test_an_unknown_icon_is_an_error():
    with pytest.raises(FileNotFoundError):
        rendered('{% icon "no-such-icon" %}')


def test_the_qr_code_holds_the_same_modules_as_segno_made():
    svg = ET.fromstring(qr_svg("https://goedwerk.example/j/KM4T7R", "Join"))
    drawn = svg[1].attrib["d"]

    matrix = segno.make("https://goedwerk.example/j/KM4T7R", error="m", micro=False).matrix
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}

    assert modules_of(drawn) == dark
    assert svg.attrib["viewBox"] == f"0 0 {len(matrix) + 2 * QUIET} {len(matrix) + 2 * QUIET}"
    assert svg.attrib["aria-label"] == "Join"


def test_letters_and_repetition():
    assert rendered("{{ 2|letter }}{% for n in 3|times %}{{ n }}{% endfor %}") == "B123"


def test_only_the_present_entry_is_current():
    assert rendered("{{ 'a'|current:'a' }}|{{ 'a'|current:'b' }}") == 'aria-current="page"|'


def modules_of(path: str) -> set[tuple[int, int]]:
    found = set()
    for stroke in path.split("M")[1:]:
        start, rest = stroke.split("h", 1)
        x, y = (int(number) for number in start.split())
        found |= {(x + step, y) for step in range(int(rest.split("v")[0]))}
    return found
