"""What the reader of packs says, said in Dutch."""

import pytest
from django.utils.translation import override

from approaches.drafts import SIX, draft_of, with_params
from goedwerk.approaches import drafting, problems
from goedwerk.approaches.complaint_words import PATTERNS, in_words
from goedwerk.content.single import problems_of
from goedwerk.content.writer import as_yaml

pytestmark = pytest.mark.django_db

CHANGES = [
    {"title": {"en": "Friday"}},
    {"title": {}},
    {"outcome": "wisdom"},
    {"outcome": 5},
    {"modes": []},
    {"modes": ["live", "live"]},
    {"modes": "live"},
    {"group": {"min": 0, "max": 9}},
    {"group": {"min": 9, "max": 3}},
    {"group": None},
    {"minutes": 900},
    {"minutes": "lang"},
    {"version": "1"},
    {"sources": ["x"]},
    {"purpose": {"nl": "x" * 5000}},
    {"purpose": True},
    {"stappen": []},
    {"preparation": [{"nl": "Doe.", "em": "Do."}]},
    {"steps": []},
    {"leadership_speaks_last": "ja"},
]
STEPS = [
    {"kind": "dance"},
    {"params": {"optoins": []}},
    {"params": {}},
    {"params": {"dilemma": "dilemma", "options": [{"id": "a", "nl": "Aa"}]}},
    {"params": {"dilemma": "nothing"}},
    {"params": {"dilemma": "welcome"}},
    {"params": {"dilemma": "dilemma", "occasion": "second", "repeat_of": "commit"}},
    {"params": {"options": [{"id": "a", "nl": "Aa"}, {"id": "a", "nl": "Bb"}]}},
    {"minutes": 5.5},
    {"id": "welcome"},
]


def broken():
    draft = draft_of(*SIX)
    yield from ({**draft, **change} for change in CHANGES)
    choice = drafting.step_of(draft, "choice")
    yield from (drafting.settled(drafting.replaced(draft, "choice", {**choice, **change})) for change in STEPS[:-2])
    yield from (drafting.replaced(draft, "choice", {**choice, **change}) for change in STEPS[-2:])
    yield with_params(draft_of("welcome", "text", "reveal"), "text", reader="self") | {"minutes": 14}


def test_everything_that_can_be_wrong_in_an_approach_has_its_words():
    found = {each.message for draft in broken() for each in problems_of(draft)}

    assert len(found) > 25
    assert sorted(message for message in found if not any(each.fullmatch(message) for each, _words in PATTERNS)) == []


def test_names_and_numbers_stay_as_they_are():
    with override("nl"):
        said = in_words("'outcom' is not known here; did you mean 'outcome'?")

    assert said == "'outcom' kennen we hier niet; bedoel je 'outcome'?"


def test_what_nobody_foresaw_is_told_as_it_is():
    with override("nl"):
        assert in_words("The moon is full.") == "The moon is full."


def test_a_sentence_with_signs_of_its_own_is_safe():
    with override("nl"):
        assert "100%" in in_words("There is no input or earlier step '100% %(a)s'; use one of: x.")


def test_yaml_tells_the_line_in_the_same_words():
    text = as_yaml(draft_of(*SIX)).replace("kind: choice", "kind: dance")
    with override("nl"):
        _draft, (wrong,) = problems.read(text)

    assert wrong.key == "steps[2].kind"
    assert wrong.text.startswith("'dance' is geen soort stap")
