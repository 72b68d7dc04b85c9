"""The question coach: nine rules, each with a question that follows it and one that does not."""

import pytest

from goedwerk.dilemmas.coach import broken, hints
from goedwerk.dilemmas.kinds.question_form.forms import QuestionForm
from goedwerk.dilemmas.kinds.question_form.kind import QUESTION

GOOD = [
    "Mag ik deze inwoner meer vertellen dan de regel toelaat?",
    "Moet een teamleider deze fout zelf vertellen?",
    "Durft de gemeente van haar eigen regel af te wijken?",
    "May I tell this resident more than the rule allows?",
]


@pytest.mark.parametrize("question", GOOD)
def test_a_good_question_gets_no_hint(question):
    assert hints(question) == []


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("Hoe moet ik dit oplossen?", "how"),
        ("How should I solve this?", "how"),
        ("Mag ik afwijken, en wie beslist dat?", "comma"),
        ("Is het goed dat ik afwijk?", "opening"),
        ("Mag ik " + "heel " * 14 + "lang vragen?", "length"),
        ("Moet ik accepteren dat er te veel regels zijn?", "loaded"),
        ("Mag dit zonder overleg?", "actor"),
        ("Mag ik toch afwijken van de regel?", "steers"),
        ("Wat doet de gemeente met deze regel?", "ought"),
    ],
)
def test_a_question_that_breaks_a_rule_gets_its_hint(question, rule):
    assert rule in broken(question)


def test_the_hint_about_persons_comes_with_the_question():
    form = QuestionForm({"question": "Mag ik mevrouw Jansen meer vertellen?"}, boxes=[QUESTION])

    assert not form.is_valid()
    assert len(form.hints) == 1


def test_the_coach_speaks_once_and_never_blocks():
    first = QuestionForm({"question": "Hoe lossen we dit op?"}, boxes=[QUESTION])
    assert not first.is_valid()
    assert first.asks_second_look

    second = QuestionForm(first.data, boxes=[QUESTION])

    assert second.is_valid()
    assert second.lines == {"question": "Hoe lossen we dit op?"}


def test_a_question_that_is_too_long_is_told_before_the_hints():
    form = QuestionForm({"question": "Hoe " * 100}, boxes=[QUESTION])

    assert not form.is_valid()
    assert form.hints == []
    assert "200" in form.errors["question"][0]
