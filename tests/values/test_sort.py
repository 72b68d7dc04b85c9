"""A sort and a ranking as somebody fills them in: every card one place, and never more than fit."""

from random import Random

import pytest
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk.dialogues.lists import points_from_input
from goedwerk.values.models import Ranking, Sort
from kind_steps import CARDS, step_of

CONDITION = {"nl": "Zoals mijn werk nu is", "en": "As my work is now"}
DECK = [card["id"] for card in CARDS["cards"]]
PLACES = ["2", "1", "0", "0", "-1", "-2"]
LABELS = [{"id": key, "nl": key, "en": key} for key in ("self", "near", "work", "society")]


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def sort_step(**params):
    return step_of("sort", **{"set": "values", "shape": [1, 1, 2, 1, 1], "condition": CONDITION, **params})


def filled(places=PLACES, deck=DECK):
    return {f"card-{card}": place for card, place in zip(deck, places, strict=True)}


def faults(form):
    assert not form.is_valid()
    return form.non_field_errors()


# The form


def test_a_whole_sort_is_kept_as_card_and_column():
    step = sort_step()

    form = step.behaviour.form(step, filled())

    assert form.is_valid()
    assert step.behaviour.fields_of(step, form) == {
        "placements": {"moed": 2, "openheid": 1, "maatwerk": 0, "zorg": 0, "gezag": -1, "rust": -2}
    }


def test_too_many_cards_on_a_rung_is_said_with_the_rung_and_the_number():
    step = sort_step()

    form = step.behaviour.form(step, filled(["2", "2", "0", "0", "-1", "-2"]))

    assert faults(form) == ["On +2 lie 2 cards, and 1 fits. Give another place to some of them."]


def test_cards_without_a_place_are_named_when_they_are_few():
    step = sort_step()

    form = step.behaviour.form(step, filled(["2", "1", "0", "0", "", ""]))

    assert faults(form) == ["2 cards have no place yet: gezag, rust."]


def test_many_cards_without_a_place_are_counted():
    step = sort_step()

    form = step.behaviour.form(step, filled(["2", "", "", "", "", ""]))

    assert faults(form) == ["5 cards have no place yet."]


def test_a_place_that_does_not_exist_is_refused():
    step = sort_step()

    form = step.behaviour.form(step, {**filled(), "card-moed": "9"})

    assert not form.is_valid()
    assert list(form.errors) == ["card-moed"]


def test_an_earlier_sort_is_filled_in():
    step = sort_step()

    form = step.behaviour.form(step, None, {"moed": -2, "rust": 2})

    assert form["card-moed"].value() == "-2"
    assert form["card-openheid"].value() is None


places = st.one_of(st.sampled_from(["", "2", "1", "0", "-1", "-2", "3", "x", "\x00", "1e3", "９"]), st.text(max_size=9))


@settings(max_examples=120, deadline=None)
@given(sent=st.lists(st.tuples(st.sampled_from([*DECK, "nobody"]), places), max_size=14))
def test_whatever_is_sent_a_valid_sort_has_the_forced_shape(sent):
    step = sort_step()
    data = QueryDict(urlencode([(f"card-{card}", place.encode("utf-8", "replace")) for card, place in sent]))

    form = step.behaviour.form(step, data)

    if form.is_valid():
        assert sorted(form.placements) == sorted(DECK)
        assert sorted(form.placements.values()) == [-2, -1, 0, 0, 1, 2]
    assert all(str(fault) for fault in form.non_field_errors())


@settings(max_examples=60, deadline=None)
@given(order=st.permutations(DECK))
def test_every_order_of_the_cards_is_a_valid_sort(order):
    step = sort_step()

    form = step.behaviour.form(step, filled(deck=order))

    assert form.is_valid()
    assert step.behaviour.own_order(step, form.placements)[0] == order[0]


# Most and least


def best_worst(most, least):
    step = sort_step(shape=[1, 4, 1])
    return step, step.behaviour.form(step, {"most": most, "least": least})


def test_with_three_columns_only_the_ends_are_asked():
    step, form = best_worst(["zorg"], ["rust"])

    assert form.is_valid()
    assert step.behaviour.fields_of(step, form) == {"placements": {**dict.fromkeys(DECK, 0), "zorg": 1, "rust": -1}}


@pytest.mark.parametrize(
    ("most", "least", "field", "fault"),
    [
        (["zorg", "moed"], ["rust"], "most", "Choose one card. You chose 2."),
        (["zorg"], [], "least", "Choose one card. You chose 0."),
        (["zorg"], ["zorg"], "least", "A card cannot weigh most and least at once. Choose another one."),
    ],
)
def test_the_ends_hold_exactly_as_many_cards_as_fit(most, least, field, fault):
    _step, form = best_worst(most, least)

    assert not form.is_valid()
    assert form.errors[field] == [fault]


# A ranking


def test_a_ranking_is_kept_as_an_order():
    step = step_of("rank", items=LABELS)

    form = step.behaviour.form(step, {"card-self": "4", "card-near": "1", "card-work": "3", "card-society": "2"})

    assert form.is_valid()
    assert step.behaviour.fields_of(step, form) == {"order": ["near", "society", "work", "self"]}


def test_a_kept_ranking_reads_back_as_it_was():
    step = step_of("rank", items=LABELS)

    answer = step.behaviour.answer_of(Ranking(order=["near", "society", "work", "self"]))

    assert step.behaviour.own_words(step, answer) == [("1", "near"), ("2", "society"), ("3", "work"), ("4", "self")]


def test_two_things_cannot_share_a_place_in_a_ranking():
    step = step_of("rank", items=LABELS)

    form = step.behaviour.form(step, {"card-self": "1", "card-near": "1", "card-work": "3", "card-society": "2"})

    assert faults(form) == ["On 1 lie 2 cards, and 1 fits. Give another place to some of them."]


def test_the_list_of_a_ranking_may_come_from_a_text_of_the_dialogue():
    dialogue = step_of("rank", of=["question"]).round.dialogue
    dialogue.recipe["inputs"] = [{"id": "question", "kind": "text"}]

    points = points_from_input(dialogue, "question")

    assert points == [("line-1", "Wat is goed werk?"), ("line-2", "En voor wie?")]


# What becomes of it


def test_only_the_ends_are_counted():
    step = sort_step()
    answer = dict(zip(DECK, map(int, PLACES), strict=True))

    counts = step.behaviour.summarise(step, [answer] * 5 + [None] * 2)["sort"]

    assert (counts.people, counts.top.picks, counts.bottom.picks) == (7, 2, 2)
    assert counts.top.counts == (5, 5, 0, 0, 0, 0)
    assert counts.bottom.counts == (0, 0, 0, 0, 5, 5)


def test_one_reads_ones_own_sort_back_rung_by_rung():
    step = sort_step()

    words = step.behaviour.own_words(
        step, step.behaviour.answer_of(Sort(placements={"moed": 2, "zorg": 0, "rust": -2}))
    )

    assert words == [("+2, weighs most", "moed"), ("0", "zorg"), ("−2, weighs least", "rust")]


@pytest.mark.parametrize("seed", range(8))
def test_a_simulated_colleague_sorts_in_the_shape(seed):
    step = sort_step()

    answer = step.behaviour.simulate(step, Random(seed))

    assert step.behaviour.form(step, {f"card-{key}": str(value) for key, value in answer.items()}).is_valid()
