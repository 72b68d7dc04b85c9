"""Hints for who writes a statement: short, said, one idea, about nobody. They never block."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from goedwerk.conversations.statement_checks import hints_for


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Mogen wij afwijken van een regel?", "This is a question."),
        ("Wij bellen eerst. Daarna schrijven wij pas.", "There may be two ideas"),
        ("Wij bellen eerst en ook schrijven wij minder.", "There may be two ideas"),
        ("We call first and also write less.", "There may be two ideas"),
        ("Meer tijd", "This is very short."),
        ("Mevrouw Jansen belt nooit terug.", "This looks like a name"),
        ("Bel mij op 06 12345678 als het niet lukt.", "This looks like a phone number"),
    ],
)
def test_what_may_be_better_is_said(text, hint):
    with override("en"):
        hints = hints_for([text])

    assert any(said.startswith(hint) for said in hints)


@pytest.mark.parametrize(
    "text",
    [
        "Ik durf van een regel af te wijken als ik goed kan uitleggen waarom.",
        "Een gesprek van 2.5 uur is te lang.",
        "We should discuss a difficult case together once a month.",
    ],
)
def test_a_plain_statement_gets_no_hint(text):
    assert hints_for([text]) == []


def test_the_same_hint_is_given_once():
    assert len(hints_for(["Mogen wij dit vaker doen?", "Kunnen wij dit vaker doen?"])) == 1
