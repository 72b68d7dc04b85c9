"""What holds for every kind of step: its forms survive anything, its pages draw, its own words read back."""

import re
from dataclasses import fields
from html.parser import HTMLParser
from random import Random
from types import SimpleNamespace

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.http import urlencode
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from cast import shipped_packs
from goedwerk.approaches import registry
from goedwerk.approaches.recipes import Recipe
from goedwerk.approaches.step_kind import Reader
from kind_steps import asks, every_step

STEPS = every_step()
ASKING = [name for name, step in STEPS.items() if asks(step)]
SHIPPED = {"welcome", "read", "choice", "values_pick", "text", "case_input", "question_form", "perspective_table"}
SHIPPED |= {"pair_talk", "group_talk", "round", "brainstorm", "reveal", "residue", "commit", "evaluate"}
SHIPPED |= {"sort", "rank", "rate", "clarify", "argument_map", "statement", "vote", "signal", "repeat"}


def page_of(step, form=None):
    return SimpleNamespace(
        step=step, form=form, body=step.behaviour.body(step), prompt=step.recipe.prompt, draft_key="ABCD2345:1", part=0
    )


def drawn(step, form=None):
    return render_to_string(step.behaviour.template, {"page": page_of(step, form or step.behaviour.form(step))})


def test_all_shipped_kinds_are_there():
    assert {kind.key for kind in registry.all_kinds()} >= SHIPPED


def test_there_is_an_example_of_every_kind():
    assert {step.kind for step in STEPS.values()} == SHIPPED


# Parameters


def steps_shipped():
    for item in shipped_packs()[0].approaches:
        for recipe in Recipe.of(item.document).steps:
            if recipe.kind in SHIPPED:
                yield pytest.param(recipe, id=f"{item.key}-{recipe.key}")


@pytest.mark.parametrize("recipe", list(steps_shipped()))
def test_the_parameters_of_every_shipped_step_are_read(recipe):
    params = registry.kind_of(recipe.kind).Params.read(recipe.document["params"])

    assert {name: getattr(params, name) for name in recipe.document["params"]} == recipe.document["params"]


@pytest.mark.parametrize("key", sorted(SHIPPED))
def test_a_kind_has_exactly_the_parameters_of_the_schema(key, approach_schema):
    written = set(approach_schema["$defs"][f"params_{key}"]["properties"])

    assert {field.name for field in fields(registry.kind_of(key).Params)} == written


@pytest.mark.parametrize("key", sorted(SHIPPED))
def test_an_unknown_parameter_is_an_error(key):
    with pytest.raises(ValueError, match="unknown params colour"):
        registry.kind_of(key).Params.read({"colour": "red"})


# What people send


NAMES = """
    option confidence picked given_up text one two facts question ideas none_needed what rubs remark second_look
    item-one item-two one_one party_own_1 own_1_one
    statement-1 statement-2 vote-0f1e2d3c4b5a vote-a1b2c3d4e5f6
    questions a_for a_for_type b_against_type
    vote objection proposal
    card-moed card-openheid card-one card-two most least point-one point-two reason-one reason-two
"""
names = st.sampled_from(NAMES.split())
values = st.one_of(
    st.text(max_size=400),
    st.sampled_from(["", "a", "1", "5", "-2", "maatwerk", "moed", "dont-know", "\x00", "9" * 5000, "-1", "on"]),
)


@settings(max_examples=60, deadline=None)
@given(sent=st.lists(st.tuples(names, values), max_size=12), name=st.sampled_from(ASKING))
def test_whatever_is_sent_gives_an_answer_or_an_error_never_a_fault(sent, name):
    step = STEPS[name]
    data = QueryDict(urlencode([(key, value.encode("utf-8", "replace")) for key, value in sent]))

    form = step.behaviour.form(step, data)

    if form.is_valid():
        assert isinstance(kept(step, form), dict)
    assert "</form>" not in drawn(step, form)


def kept(step, form):
    return step.behaviour.fields_of(step, form)


@pytest.mark.parametrize("name", ASKING)
def test_an_empty_form_is_not_an_answer(name):
    step = STEPS[name]

    assert not step.behaviour.form(step, {}).is_valid()


# Pages


class Fields(HTMLParser):
    def __init__(self):
        super().__init__()
        self.names, self.ids, self.labels, self.depth = [], [], [], 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if attrs.get("id"):
            self.ids.append(attrs["id"])
        if tag == "label":
            self.labels.append(attrs.get("for"))
        if tag in ("input", "textarea", "select"):
            self.names.append(attrs.get("name"))


def fields_in(html):
    found = Fields()
    found.feed(html)
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", list(STEPS))
def test_a_step_draws_its_fields_once_and_nothing_around_them(name, language):
    with override(language):
        html = drawn(STEPS[name])

    assert not re.search(r"<form|<button|csrfmiddlewaretoken", html)
    assert len(fields_in(html).ids) == len(set(fields_in(html).ids))


@pytest.mark.parametrize("name", [name for name, step in STEPS.items() if step.behaviour.has_screen])
def test_the_big_screen_draws_before_anybody_answered(name):
    step = STEPS[name]

    html = render_to_string(step.behaviour.screen_template, {"page": page_of(step)})

    assert html.count("<div") == html.count("</div>")
    assert not fields_in(html).names


@pytest.mark.parametrize("name", ["pair_talk", "read", "choice", "values_pick", "reveal"])
def test_a_kind_with_a_screen_of_its_own_shows_that(name):
    assert STEPS[name].behaviour.screen_template == f"kinds/{STEPS[name].kind}/screen.html"


def test_a_kind_without_a_screen_of_its_own_shows_title_and_prompt():
    assert STEPS["text"].behaviour.screen_template == "dialogues/_screen_step.html"


@pytest.mark.parametrize("name", ["text-self", "residue-self", "commit-personal"])
def test_what_nobody_else_reads_is_never_sent(name):
    html = drawn(STEPS[name])

    assert set(fields_in(html).names) == {None}
    assert "<noscript>" in html
    assert STEPS[name].behaviour.reader(STEPS[name]) == Reader.SELF


def test_the_sentences_under_a_choice_are_never_sent():
    names = fields_in(drawn(STEPS["choice"])).names

    assert names.count(None) == 2
    assert {"option", "confidence"} <= set(names)


# Rehearsal


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ASKING)
def test_a_simulated_answer_could_have_been_a_real_one(name, language):
    step = STEPS[name]
    with override(language):
        answers = [step.behaviour.simulate(step, Random(seed)) for seed in range(12)]
        given_answers = [answer for answer in answers if answer is not None]
        words = [step.behaviour.own_words(step, answer) for answer in given_answers]

    assert given_answers
    assert all(text for lines in words for _label, text in lines)
    assert all(words)


@pytest.mark.parametrize("name", ASKING)
def test_nothing_of_no_answer_is_read_back(name):
    step = STEPS[name]

    assert step.behaviour.own_words(step, None) == []


@pytest.mark.parametrize("name", list(STEPS))
def test_people_without_an_answer_count_and_write_nothing(name):
    step = STEPS[name]

    counts = step.behaviour.summarise(step, [None] * 6)

    assert all(count.people == 6 for count in counts.values())
    assert list(step.behaviour.passages(step, [None] * 6)) == []
