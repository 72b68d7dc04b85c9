"""Statements that may say the same are suggested, in Dutch and in English; nothing is decided by it."""

from __future__ import annotations

import numpy as np
import pytest

from goedwerk.conversations.duplicates import alike, cosines, stems

POOL = {
    "cases": "Wij moeten vaker samen lastige gevallen bespreken.",
    "letter": "Een brief is duidelijker dan een gesprek.",
    "rules": "Rules should bend when people need them to bend.",
    "time": "We need more time for every resident.",
}


@pytest.mark.parametrize(
    ("text", "twin"),
    [
        ("Lastige gevallen zouden we vaker samen moeten bespreken.", "cases"),
        ("Brieven zijn duidelijker dan gesprekken.", "letter"),
        ("A rule should bend when people need it.", "rules"),
        ("Residents need more of our time.", "time"),
    ],
)
def test_the_same_in_other_words_is_found(text, twin):
    assert alike({"new": text}, POOL) == {"new": twin}


@pytest.mark.parametrize(
    "text",
    [
        "Inwoners weten ons makkelijk te vinden.",
        "Ik durf tegen mijn leidinggevende te zeggen dat iets niet klopt.",
        "The counter should open on Saturdays.",
        "…",
        "",
    ],
)
def test_something_else_is_left_alone(text):
    assert alike({"new": text}, POOL) == {}


def test_two_that_were_written_are_put_side_by_side():
    written = {"a": "Vergaderingen duren hier te lang.", "b": "Onze vergaderingen duren veel te lang."}

    assert alike(written, {}) == {"a": "b", "b": "a"}


def test_one_statement_has_no_twin():
    assert alike({"a": "Vergaderingen duren hier te lang."}, {}) == {}


def test_a_word_that_everybody_uses_weighs_less_than_a_rare_one():
    texts = [["werk", "brief"], ["werk", "gesprek"], ["werk", "brief"], ["werk", "loket"]]

    angles = cosines(texts)

    assert angles[0, 2] == pytest.approx(1)
    assert angles[0, 1] < angles[0, 2] / 2
    assert np.allclose(angles, angles.T)


def test_words_are_cut_to_their_stems_in_their_own_language():
    assert stems("Wij bespreken de gevallen.") == stems("Zij bespreekt een geval.")
    assert stems("We are discussing the cases.") == stems("They discussed a case.")
