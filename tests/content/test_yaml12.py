import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk.content.files import MAX_FILE
from goedwerk.content.yaml12 import NotReadable, read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("ja", "ja"),
        ("Yes", "Yes"),
        ("off", "off"),
        ('"1.0"', "1.0"),
        ("'true'", "true"),
        ('"null"', "null"),
        ("1.2.3", "1.2.3"),
        ("2026-01-01", "2026-01-01"),
        ("12:30:00", "12:30:00"),
        ("1_000", "1_000"),
        ("=", "="),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("", None),
        ("-12", -12),
        ("0o17", 15),
        ("0x1F", 31),
        ("5.0", 5),
        ("2.5", 2.5),
        ("1e400", float("inf")),
        (".inf", ".inf"),
    ],
)
def test_a_word_gets_the_type_of_the_core_schema(written, meant):
    document = read(f"a: {written}\n")

    assert document.value == {"a": meant}
    assert type(document.value["a"]) is type(meant)


def test_a_name_before_a_colon_is_always_a_text():
    assert read("no: a\n1: b\ntrue: c\nnull: d\n").value == {"no": "a", "1": "b", "true": "c", "null": "d"}


def test_each_place_knows_its_line():
    document = read("a: 1\nb:\n  - c\n  - d: 2\n\n    e: 3\n")

    assert [document.line(place) for place in [("a",), ("b",), ("b", 1), ("b", 1, "e"), ("b", 1, "f")]] == [
        1,
        2,
        4,
        6,
        4,
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "This file is empty"),
        ("# only a remark\n", 1, "This file is empty"),
        ("a: 1\nb: 2\na: 3\n", 3, "'a' stands here twice (also on line 1)"),
        ("a: {b: 1, b: 2}", 1, "'b' stands here twice"),
        ("a: !!python/object/apply:os.system [ls]", 1, "Tags that start with !"),
        ("a: !!str 1", 1, "Tags that start with !"),
        ("a: ! b", 1, "Tags that start with !"),
        ("a: &b 1", 1, "References with & and *"),
        ("a: 1\nb: *a", 2, "References with & and *"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", 1, "References with & and *"),
        ("a: &a [*a]", 1, "References with & and *"),
        ("&k a: 1", 1, "References with & and *"),
        ("? [a, b]\n: 1", 1, "A name before a colon must be one word"),
        ("%YAML 1.1\n---\na: no", 2, "A pack is written in YAML 1.2"),
        ("a: 1\n---\nb: 2\n", 2, "A file holds one document"),
        ("a: [1, 2\n", 2, "This is not valid YAML"),
        ("a: 'open\nb: 1\n", 3, "This is not valid YAML"),
        ("a: b: c", 1, "This is not valid YAML"),
        ("\ta: 1", 1, "This is not valid YAML"),
        ("a: 1\n b: 2", 2, "This is not valid YAML"),
        ("a: 1\nb: x\x00y", 2, "There is a character here that cannot stand in a text"),
        ("a: 1\nb: \x1b[31m", 2, "There is a character here that cannot stand in a text"),
        ('a: "\\0"', 1, "There is a character here"),
        ('a: "\\ud800"', 1, "There is a character here"),
        ('a: "\\u202eoops"', 1, "There is a character here"),
        ('"a\\e": 1', 1, "There is a character here"),
        ("[" * 22, 1, "This is nested more than 20 levels deep"),
        ("[" * 9_000, 1, "This is nested more than 20 levels deep"),
        ("- a\n" * 30_000, 20_000, "This file has more than 20,000 values"),
        ("{a: " * 2_000, 1, "This is nested more than 20 levels deep"),
        ("a: 1\nb: " + "!" * 10_000, 2, "This line is longer than 10,000 characters"),
    ],
)
def test_hostile_or_broken_yaml_is_refused_with_its_line(text, line, message):
    with pytest.raises(NotReadable) as caught:
        read(text)

    assert (caught.value.line, caught.value.message[: len(message)]) == (line, message)


@pytest.mark.parametrize(
    "line", ["!" * 9_000, "&" * 9_000, "a" * 9_000, '"\\', "- ", "? ", "", "#", " b", "{a: 1, b: ["]
)
def test_a_large_file_of_nonsense_ends_soon(line):
    text = f"{line}\n" * (MAX_FILE // (len(line) + 1))
    began = time.monotonic()

    with suppress(NotReadable):
        read(text)

    assert time.monotonic() - began < 10


LETTERS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co")), max_size=8)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | LETTERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LETTERS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(PLAIN)
def test_what_is_written_as_json_is_read_as_the_same(value):
    assert read(json.dumps(value)).value == value


YAMLISH = st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#,~<=. \n\t01\\é\u2028\x85\ufeff\x07", max_size=40)


@settings(max_examples=500, deadline=None)
@given(YAMLISH)
def test_any_text_is_read_or_refused_and_never_breaks_the_reader(text):
    assert 1 <= first_line(text) <= len(text) + 1


def first_line(text):
    """The line where the document starts, or where it was refused."""
    try:
        return read(text).line(())
    except NotReadable as refused:
        return refused.line
