"""Paper for a day without phones."""

import re

import pytest

from cast import prepare


def test_the_script_holds_every_step_with_what_to_say(host, dagstart):
    page = host.get(f"/dialogues/{dagstart.pk}/script/").context["page"]

    assert [each.step.key for each in page.steps][:3] == ["read", "first", "values"]
    assert page.minutes == 20
    assert all(each.script and each.watch for each in page.steps)


def test_the_script_names_the_doors_and_both_reflections_together(host, pack, membership):
    dialogue = prepare(membership, "dagstart-dilemma", contacts=({"who": "Vertrouwenspersoon", "how": "kamer 2.14"},))

    response = host.get(f"/dialogues/{dialogue.pk}/script/")

    assert "kamer 2.14" in response.content.decode()
    assert [len(aside.parts) for aside in response.context["page"].asides] == [1, 2]


def test_the_cards_hold_the_options_in_the_order_of_this_dialogue(host, dagstart):
    page = host.get(f"/dialogues/{dagstart.pk}/cards/").context["page"]

    written = [option["nl"] for option in dagstart.material["dilemma"]["options"]]
    letters = [(card.letter, card.title) for card in page.sheets[0].cards]
    assert [title for _letter, title in letters[:4]] == written
    assert [letter for letter, _title in letters] == ["A", "B", "C", "D", "…", "?"]


@pytest.mark.parametrize(("deck", "sheets"), [("short", [8, 8]), ("full", [8, 8, 8, 8, 4])])
def test_value_cards_stand_eight_on_a_sheet(host, pack, membership, deck, sheets):
    inputs = {"dilemma": "wat-werkt-of-wat-mag", "values": f"publieke-waarden-36:{deck}"}
    dialogue = prepare(membership, "dagstart-dilemma", inputs=inputs)

    page = host.get(f"/dialogues/{dialogue.pk}/cards/").context["page"]

    assert [len(sheet.cards) for sheet in page.sheets[1:]] == sheets


def test_a_case_of_the_group_needs_no_cards(host, korte_reflectie):
    page = host.get(f"/dialogues/{korte_reflectie.pk}/cards/").context["page"]

    assert (page.texts, page.sheets) == ([], [])


def test_printing_says_nothing_of_who_joined(host, dagstart, play):
    play(dagstart, people=7)

    body = host.get(f"/dialogues/{dagstart.pk}/script/").content.decode()

    assert not re.search(r"\b7\s*(phones|telefoons)", body)
