"""Preparation asks whether a sort is of a whole team, and the answer is fixed before anybody sorts."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from cast import prepare
from goedwerk.approaches.queries import find_approach
from goedwerk.dialogues.forms.leading import PreparationForm
from values.conftest import DECKS, shelve

pytestmark = pytest.mark.django_db


def asked(membership, key):
    recipe = find_approach(key).approach.recipe
    return PreparationForm(recipe=recipe, organisation=membership.organisation, initial={}).fields


def test_it_is_asked_where_a_large_group_can_be_compared_and_nowhere_else(pack, membership):
    shelve("waardensortering", None)

    assert "whole_group" in asked(membership, "waardensortering")
    assert "whole_group" not in asked(membership, "dagstart-dilemma")


def test_the_page_of_preparation_asks_it(pack, host):
    shelve("waardensortering", None)

    page = host.get(reverse("dialogues:prepare", args=["waardensortering"]), headers={"accept-language": "en"})

    assert "Do you ask everybody whom it is about?" in page.content.decode()


def test_it_cannot_be_changed_once_somebody_has_joined(pack, membership, play):
    shelve("waardensortering", None)
    dialogue = prepare(membership, "waardensortering", inputs={"cards": DECKS["short"]}, is_whole_group=True)
    play(dialogue, people=1)

    dialogue.is_whole_group = False

    with pytest.raises(IntegrityError, match="promised"):
        dialogue.save(update_fields=["is_whole_group"])


def test_what_is_prepared_is_what_was_chosen(pack, membership):
    shelve("waardensortering", None)

    chosen = [
        prepare(membership, "waardensortering", inputs={"cards": DECKS["short"]}, is_whole_group=whole).is_whole_group
        for whole in (True, False)
    ]

    assert chosen == [True, False]
