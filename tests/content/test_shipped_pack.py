from collections import Counter

import pytest

from goedwerk.content.loaders import shipped_packs
from goedwerk.content.reader import read_pack
from goedwerk.content.schemas import step_kinds


@pytest.fixture(scope="module")
def pack():
    (path,) = shipped_packs()
    return read_pack(path)


def test_the_shipped_pack_says_what_it_is(pack):
    info = pack.info

    assert (info.id, info.version, info.licence) == ("ambtelijk-vakmanschap", "2026.1", "CC-BY-4.0")
    assert info.languages == ("nl", "en")
    assert info.review["state"] == "reread"


def test_the_deck_has_36_cards_in_eight_groups_and_a_short_deck_of_16(pack):
    (deck,) = pack.value_sets

    cards = deck.document["values"]

    assert deck.key == "publieke-waarden-36"
    assert len(cards) == 36
    assert len([card for card in cards if card["short"]]) == 16
    assert len({card["group"] for card in cards}) == 8


def test_there_are_twelve_dilemmas_on_each_of_the_four_terrains(pack):
    terrains = Counter(dilemma.document["terrain"] for dilemma in pack.dilemmas)

    assert terrains == {"burger": 12, "bestuur": 12, "organisatie": 12, "samenspel": 12}


def test_there_are_seventeen_approaches(pack):
    assert [approach.key for approach in pack.approaches] == [
        "dagstart-dilemma",
        "deliberatiemeting",
        "delphi",
        "dilemmamethode",
        "een-twee-vier-allen",
        "goed-werk-spiegel",
        "korte-reflectie",
        "logboek",
        "meningenlandschap",
        "morele-oordeelsvorming",
        "moresprudentie",
        "nijmeegse-methode",
        "pre-mortem-besluit",
        "socratisch-gesprek",
        "utrechts-stappenplan",
        "waardensortering",
        "waarderend-gesprek",
    ]


def test_every_kind_of_step_in_the_schema_is_used_somewhere(pack):
    used = {step["kind"] for approach in pack.approaches for step in approach.document["steps"]}

    assert used == set(step_kinds())


def test_every_text_is_there_in_dutch_and_in_english(pack):
    items = (*pack.approaches, *pack.dilemmas, *pack.value_sets, *pack.vocabulary)

    halves = [
        (item.key, group) for item in items for group in groups(item.document) if ("nl" in group) != ("en" in group)
    ]
    empty = [(item.key, group) for item in items for group in groups(item.document) if not all(texts(group))]

    assert halves == []
    assert empty == []


def groups(value):
    """Every group of names with values inside a document."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from groups(child)


def texts(group):
    return [value for name, value in group.items() if name in {"nl", "en", "def_nl", "def_en"}]


def test_every_dilemma_has_a_note_for_the_editor(pack):
    (review,) = pack.review

    assert set(review.document["dilemmas"]) == {dilemma.key for dilemma in pack.dilemmas}


def test_a_dilemma_knows_where_it_was_written(pack):
    path = shipped_packs()[0]

    dilemma = next(dilemma for dilemma in pack.dilemmas if dilemma.key == "vlag-uit-het-systeem")

    line = (path / dilemma.file).read_text(encoding="utf-8").splitlines()[dilemma.line - 1]
    assert line == '- id: "vlag-uit-het-systeem"'


def test_the_welcome_asks_nobody_to_choose_whether_to_join(pack):
    """Who reads a welcome has joined already."""
    prompts = [
        step["prompt"]["nl"]
        for approach in pack.approaches
        for step in approach.document["steps"]
        if step["kind"] == "welcome"
    ]

    assert prompts
    assert not [prompt for prompt in prompts if "Kies" in prompt]
