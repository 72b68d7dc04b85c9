from dataclasses import FrozenInstanceError

import pytest

from goedwerk.content.pack import PackInvalid
from goedwerk.content.reader import pack_digest, read_pack

DILEMMA = "dilemmas/een.yaml"
APPROACH = "approaches/kort.yaml"
DECK = "values/kaarten.yaml"
CARD = "pack.yaml"
WORDS = "vocabulary.yaml"

FORM = [
    (DILEMMA, '\n      en: "No."', "", f"{DILEMMA}:19: options[1].en: The English text is missing; add `en:`."),
    (DILEMMA, 'nl: "De sleutel", ', "", f"{DILEMMA}:13: title.nl: The Dutch text is missing; add `nl:`."),
    (DILEMMA, 'nl: "Nee."', "nl:", f"{DILEMMA}:21: options[1].nl: This is empty; write a text."),
    (DILEMMA, 'nl: "Nee."', 'nl: "x"', f"{DILEMMA}:21: options[1].nl: This text is too short; write at least 2"),
    (DILEMMA, 'nl: "Nee."', 'nl: "Nee. "', f"{DILEMMA}:21: options[1].nl: 'Nee. ' does not fit. The Dutch text"),
    (DILEMMA, 'nl: "Nee."', "nl: |\n        Nee.", f"{DILEMMA}:21: options[1].nl: 'Nee.\\n' does not fit. The Dutch"),
    (DILEMMA, 'version: "1.0"', "version: 1.0", f"{DILEMMA}:2: version: This is read as a number or as true/false"),
    (DILEMMA, "terrain: burger", "terrain: burgers", f"{DILEMMA}:3: terrain: 'burgers' is not known here; use one"),
    (DILEMMA, "seed_example: false", "seed_example: no", f"{DILEMMA}:12: seed_example: This must be true or false."),
    (DILEMMA, "roles: [medewerker]", "roles: []", f"{DILEMMA}:9: roles: This list is too short; give at least 1."),
    (DILEMMA, "id: de-sleutel", "id: De sleutel", f"{DILEMMA}:1: id: 'De sleutel' does not fit. Stable id of the"),
    (DILEMMA, "id: de-sleutel", 'id: "sleutel\\n"', f"{DILEMMA}:1: id: 'sleutel\\n' does not fit. Stable id of the"),
    (DILEMMA, 'version: "1.0"', 'version: "١.٠"', f"{DILEMMA}:2: version: '١.٠' does not fit. Version in quotes"),
    (DILEMMA, "values: [moed, zorg]", "values: [moed, moed]", f"{DILEMMA}:10: values: Something stands in this list"),
    (DECK, "full_3:", "all_3:", f"{DECK}:2: distributions: 'all_3' does not fit. `full_` or `short_`"),
    (CARD, "licence: CC0-1.0\n", "", f"{CARD}:1: licence: This is missing; add `licence:`."),
    (CARD, "languages: [nl, en]", "languages: []", f"{CARD}:5: languages: This list is too short"),
    (CARD, "languages: [nl, en]", "languages: [en]", f"{CARD}:5: languages: Dutch is missing"),
    (APPROACH, "minutes: 3", "minutes: 500", f"{APPROACH}:26: steps[1].minutes: This number is too high; the highest"),
    (APPROACH, "minutes: 3", "minutes: 0", f"{APPROACH}:26: steps[1].minutes: This number is too low; the lowest is 1"),
    (APPROACH, "minutes: 3", "minutes: drie", f"{APPROACH}:26: steps[1].minutes: This must be a whole number."),
    (APPROACH, "kind: sort", "kind: sorteren", f"{APPROACH}:25: steps[1].kind: 'sorteren' is not a kind of step; the"),
    (APPROACH, "{dilemma: dilemma, occasion: first}", "{}", f"{APPROACH}:23: steps[0].params: Give exactly one of: di"),
    (APPROACH, ", repeat_of: first", "", f"{APPROACH}:44: steps[3].params.repeat_of: This is missing; add `repeat"),
    (APPROACH, "prompt: null", "prompt: {nl: Kijk}", f"{APPROACH}:36: steps[2].prompt.en: The English text is missing"),
]

RULES = [
    (
        DILEMMA,
        "values: [moed, zorg]",
        "values: [moed, zorg, moet]",
        f"{DILEMMA}:10: values[2]: There is no value card 'm",
    ),
    (DILEMMA, "{value: zorg", "{value: moed", f"{DILEMMA}:27: reflections: Give one reflection for each value"),
    (DILEMMA, 'en: ["Why?"]', 'en: ["Why?", "Who?"]', f"{DILEMMA}:24: reflection.nl: There are 1 questions in Dutch"),
    (DILEMMA, "seed_example: false", "seed_example: true", f"{DILEMMA}:1: seed_situation: Say which example this is"),
    (DILEMMA, "setting: gemeente", "setting: gemeentes", f"{DILEMMA}:5: setting: 'gemeentes' is not in the list `sett"),
    (DILEMMA, "roles: [medewerker]", "roles: [burger]", f"{DILEMMA}:9: roles[0]: 'burger' is not in the list `roles`"),
    (DILEMMA, "    - id: b", "    - id: a", f"{DILEMMA}:19: options[1].id: 'a' is already used in this list"),
    (DECK, "capacity: [1, 1, 1]", "capacity: [1, 2, 1]", f"{DECK}:3: distributions.full_3.capacity: These add up to 4"),
    (DECK, "columns: [-1, 0, 1]", "columns: [-1, 0, 1, 2]", f"{DECK}:3: distributions.full_3.capacity: Give one numb"),
    (DECK, "full_3", "full_4", f"{DECK}:3: distributions.full_4: The name says 4 cards, but the full deck has 3."),
    (DECK, "src: [EIGEN]", "src: [EIGEM]", f"{DECK}:9: values[0].src[0]: There is no source 'EIGEM'; add it"),
    (DECK, "group: alles", "group: niets", f"{DECK}:9: values[0].group: There is no group 'niets'; use one of"),
    (DECK, "id: rust", "id: moed", f"{DECK}:11: values[2].id: 'moed' is already used in this list; give it another"),
    (WORDS, "[moed, zorg]", "[moed, zorgen]", f"{WORDS}:12: listed_tensions[0][1]: There is no value card 'zorgen'"),
    ("review.yaml", "de-sleutel", "de-sleutels", "review.yaml:2: dilemmas.de-sleutels: There is no dilemma 'de-sleu"),
    (APPROACH, "minutes: 8", "minutes: 9", f"{APPROACH}:6: minutes: This says 9, but the steps that are not optional"),
    (APPROACH, "min: 4", "min: 40", f"{APPROACH}:5: group.max: This must be at least 40, the smallest number"),
    (
        APPROACH,
        "{set: cards",
        "{set: kaarten",
        f"{APPROACH}:30: steps[1].params.set: There is no input or earlier step 'kaarten'; use one of: dilemma, cards",
    ),
    (
        APPROACH,
        "{set: cards",
        "{set: dilemma",
        f"{APPROACH}:30: steps[1].params.set: 'dilemma' is a dilemma; this must be one of: value-set (input).",
    ),
    (
        APPROACH,
        "repeat_of: first",
        "repeat_of: second",
        f"{APPROACH}:44: steps[3].params.repeat_of: The step 'second' is",
    ),
    (
        APPROACH,
        "repeat_of: first",
        "repeat_of: talk",
        f"{APPROACH}:44: steps[3].params.repeat_of: 'talk' is a group_talk",
    ),
    (APPROACH, "occasion: first", "occasion: only", f"{APPROACH}:44: steps[3].params.repeat_of: Set `occasion: first`"),
    (
        APPROACH,
        "shape: [1, 1, 1]",
        "shape: [1, 2, 1]",
        f"{APPROACH}:30: steps[1].params.shape: This shape takes 4 cards",
    ),
    (APPROACH, "id: talk", "id: sorted", f"{APPROACH}:31: steps[2].id: 'sorted' is already used in this list; give"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), FORM + RULES)
def test_a_mistake_is_told_once_with_its_file_line_and_key(small_pack, file, old, new, expected):
    small_pack.change(file, old, new)

    (error,) = small_pack.errors()

    assert error.startswith(expected)


WITHOUT_ENGLISH = (APPROACH, 'title: {nl: "Praat", en: "Talk"}', 'title: {nl: "Praat"}')


def test_a_pack_that_speaks_both_languages_gives_english_everywhere(small_pack):
    small_pack.change(*WITHOUT_ENGLISH)

    (error,) = small_pack.errors()

    assert error == f"{APPROACH}:34: steps[2].title.en: The English text is missing; add `en:`."


def test_a_pack_in_dutch_alone_may_leave_english_out_of_its_approaches(small_pack):
    small_pack.change(CARD, "languages: [nl, en]", "languages: [nl]")
    small_pack.change(*WITHOUT_ENGLISH)

    assert small_pack.read().approaches[0].document["steps"][2]["title"] == {"nl": "Praat"}


def test_a_name_that_is_misspelt_is_told_with_the_name_that_was_meant(small_pack):
    small_pack.change(DILEMMA, "terrain: burger", "terain: burger")

    assert small_pack.errors() == [
        f"{DILEMMA}:1: terrain: This is missing; add `terrain:`.",
        f"{DILEMMA}:3: terain: 'terain' is not known here; did you mean 'terrain'?",
    ]


def test_a_tension_names_values_at_stake_and_has_a_reflection_for_each(small_pack):
    small_pack.change(DILEMMA, "tension: [moed, zorg]", "tension: [moed, rust]")

    assert small_pack.errors() == [
        f"{DILEMMA}:11: tension[1]: 'rust' must also stand under `values`.",
        f"{DILEMMA}:27: reflections: Give one reflection for each value of the tension: moed, rust.",
    ]


def test_a_sound_pack_is_read_whole(small_pack):
    pack = small_pack.read()

    assert (pack.info.id, pack.info.version, pack.info.licence) == ("klein", "1.0", "CC0-1.0")
    assert [item.key for item in (*pack.approaches, *pack.dilemmas, *pack.value_sets)] == [
        "kort",
        "de-sleutel",
        "kaarten",
    ]
    assert [item.key for item in (*pack.vocabulary, *pack.review)] == ["vocabulary", "review"]
    assert pack.dilemmas[0].document["options"][1] == {"id": "b", "coping": "cycling", "nl": "Nee.", "en": "No."}


def test_a_pack_cannot_be_changed_after_reading(small_pack):
    pack = small_pack.read()

    with pytest.raises(FrozenInstanceError):
        pack.info.version = "2.0"


def test_everything_that_is_wrong_is_told_at_once_in_order_of_place(small_pack):
    small_pack.change(DILEMMA, '\n      en: "No."', "")
    small_pack.change(DILEMMA, "terrain: burger", "terrain: zee")
    small_pack.change(APPROACH, "minutes: 8", "minutes: 9")
    small_pack.write(DECK, "deck: [")

    places = [error.split(": ")[0] for error in small_pack.errors()]

    assert places == [f"{APPROACH}:6", f"{DILEMMA}:3", f"{DILEMMA}:19", f"{DECK}:1"]


def test_two_dilemmas_with_one_id_are_told_with_both_places(small_pack):
    small_pack.write("dilemmas/twee.yaml", small_pack.text(DILEMMA))

    assert small_pack.errors() == [
        "dilemmas/twee.yaml:1: id: 'de-sleutel' is already used in dilemmas/een.yaml, line 1; "
        "give one of them another id."
    ]


def test_an_unknown_kind_of_step_is_told_with_the_kinds_that_exist(small_pack):
    small_pack.change(APPROACH, "kind: group_talk", "kind: stemming")

    (error,) = small_pack.errors()

    assert "steps[2].kind: 'stemming' is not a kind of step; the kinds are: welcome, read, case_input," in error
    assert error.endswith("evaluate, repeat.")


def test_a_conversation_without_a_note_cannot_be_read_from(small_pack):
    small_pack.change(APPROACH, "kind: choice\n    minutes: 1", "kind: signal\n    minutes: 1")
    small_pack.change(APPROACH, "{dilemma: dilemma, occasion: second, repeat_of: first}", "{of: [talk]}")

    (error,) = small_pack.errors()

    assert error == f"{APPROACH}:44: steps[3].params.of[0]: 'talk' keeps nothing; set `note: true` there."


def test_a_text_for_its_writer_alone_cannot_be_shown(small_pack):
    small_pack.change(APPROACH, "kind: group_talk", "kind: text")
    small_pack.change(APPROACH, "params: {}", "params: {reader: self}")
    small_pack.change(APPROACH, "kind: choice\n    minutes: 1", "kind: reveal\n    minutes: 1")
    spoken = "{of: [first, talk], spoken: {nl: Vertel, en: Tell}}"
    small_pack.change(APPROACH, "{dilemma: dilemma, occasion: second, repeat_of: first}", spoken)

    (error,) = small_pack.errors()

    assert error.startswith(f"{APPROACH}:44: steps[3].params.of[1]: Only the writer sees 'talk'")


def test_a_second_sort_takes_the_same_cards_as_the_first(small_pack):
    small_pack.change(
        APPROACH,
        "  - {id: cards,",
        "  - {id: others, kind: value-set, required: true, text: {nl: Ja, en: Yes}}\n  - {id: cards,",
    )
    small_pack.change(APPROACH, "kind: group_talk", "kind: sort")
    again = "{set: others, shape: [1, 1, 1], condition: {nl: Ooit, en: Ever}, repeat_of: sorted}"
    small_pack.change(APPROACH, "params: {}", f"params: {again}")

    (error,) = small_pack.errors()

    assert error.startswith(f"{APPROACH}:38: steps[2].params.set: This must be the same as in 'sorted'")


def test_steps_that_are_optional_do_not_count_in_the_minutes(small_pack):
    small_pack.change(APPROACH, "params: {}", "params: {optional: true}")
    small_pack.change(APPROACH, "minutes: 8", "minutes: 6")

    assert small_pack.read().approaches[0].document["minutes"] == 6


def test_one_broken_deck_does_not_blame_the_dilemmas_that_use_it(small_pack):
    small_pack.change(DECK, "id: moed, group: alles, short: false", "id: moed, group: alles, short: nee")

    assert small_pack.errors() == [f"{DECK}:9: values[0].short: This must be true or false."]


def test_a_sound_dilemma_is_checked_beside_a_broken_one(small_pack):
    second = small_pack.text(DILEMMA).replace("de-sleutel", "het-slot").replace("terrain: burger", "terrain: zee")
    small_pack.change(DILEMMA, "setting: gemeente", "setting: gemeentes")
    small_pack.write(DILEMMA, small_pack.text(DILEMMA) + second)

    keys = [error.split(": ")[:2] for error in small_pack.errors()]

    assert keys == [[f"{DILEMMA}:5", "setting"], [f"{DILEMMA}:32", "terrain"]]


def test_words_that_look_like_no_and_yes_stay_words(small_pack):
    small_pack.change(DILEMMA, '{id: a, coping: bias, nl: "Ja.", en: "Yes."}', "{id: no, coping: bias, nl: ja, en: on}")

    option = small_pack.read().dilemmas[0].document["options"][0]

    assert option == {"id": "no", "coping": "bias", "nl": "ja", "en": "on"}


def test_a_file_that_is_not_utf_8_is_told_with_its_line(small_pack):
    small_pack.write(DILEMMA, "# eerst\n# café".encode("latin-1"))

    assert small_pack.errors() == [f"{DILEMMA}:2: This is not UTF-8; save the file as UTF-8."]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dilemmas/twee.yml", "dilemmas/twee.yml:1: The name of this file must end in .yaml; rename it."),
        ("dilemma/twee.yaml", "dilemma/twee.yaml:1: This file has no place in a pack; a pack has: pack.yaml,"),
        ("dilemmas/oud/twee.yaml", "dilemmas/oud/twee.yaml:1: This file has no place in a pack; a pack has:"),
        ("kaarten.yaml", "kaarten.yaml:1: This file has no place in a pack; a pack has: pack.yaml,"),
    ],
)
def test_a_file_in_the_wrong_place_is_not_passed_over_in_silence(small_pack, name, expected):
    small_pack.write(name, "[]")

    (error,) = small_pack.errors()

    assert error.startswith(expected)


def test_a_pack_without_a_card_says_so(small_pack):
    (small_pack.path / "pack.yaml").unlink()

    assert small_pack.errors() == ["pack.yaml:1: This folder has no pack.yaml; add one, or give the path of a pack."]


def test_a_path_to_nothing_says_so(tmp_path):
    with pytest.raises(PackInvalid, match="There is no such folder or zip; check the path"):
        read_pack(tmp_path / "nergens")


def test_the_digest_changes_with_every_byte_and_is_known_without_reading(small_pack):
    before = small_pack.read().info.digest
    small_pack.change(DILEMMA, "Nee.", "Nee!")

    after = small_pack.read().info.digest

    assert before != after
    assert pack_digest(small_pack.path) == after


def test_a_readme_beside_the_pack_is_no_part_of_it(small_pack):
    before = small_pack.read().info.digest
    small_pack.write("README.md", "Lees mij.")

    assert small_pack.read().info.digest == before


def test_a_pack_of_dilemmas_can_build_on_another_for_its_cards_and_words(small_pack, tmp_path):
    own = type(small_pack)(tmp_path / "eigen")
    own.write(CARD, small_pack.text(CARD).replace("id: klein", "id: eigen") + "builds_on: [klein]\n")
    own.write(DILEMMA, small_pack.text(DILEMMA))

    pack = own.read(shelf=[small_pack.path])

    assert pack.info.builds_on == ("klein",)
    assert [dilemma.key for dilemma in pack.dilemmas] == ["de-sleutel"]
    assert pack.value_sets == ()


def test_a_pack_cannot_build_on_one_that_is_not_here(small_pack):
    small_pack.write(CARD, small_pack.text(CARD) + "builds_on: [groot]\n")

    assert small_pack.errors(shelf=[]) == [
        "pack.yaml:11: builds_on[0]: There is no sound pack 'groot' on this machine; install it, or remove this line."
    ]
