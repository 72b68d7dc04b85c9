"""The shape of a sort: which rungs there are, how many cards fit, and which deck it is for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk.values.shapes import Shape, shape_for

SHORT, FULL = [1, 2, 3, 4, 3, 2, 1], [2, 3, 4, 5, 8, 5, 4, 3, 2]
sizes = st.lists(st.integers(1, 9), min_size=3, max_size=13)


def rungs(shape):
    return [(rung.label, rung.size) for rung in shape.rungs]


def test_the_heaviest_rung_comes_first():
    shape = Shape.of_columns(SHORT)

    assert rungs(shape) == [("+3", 1), ("+2", 2), ("+1", 3), ("0", 4), ("−1", 3), ("−2", 2), ("−3", 1)]
    assert [rung.shade for rung in shape.rungs] == [3, 2, 1, 0, -1, -1, -1]


def test_a_shape_without_a_middle_has_no_nought():
    assert [label for label, _size in rungs(Shape.of_columns([1, 2, 2, 1]))] == ["+2", "+1", "−1", "−2"]


def test_a_list_has_a_place_of_its_own_for_each_thing():
    assert rungs(Shape.of_ranks(3)) == [("1", 1), ("2", 1), ("3", 1)]


@pytest.mark.parametrize(("cards", "expected"), [(16, SHORT), (36, FULL)])
def test_the_shape_that_adds_up_to_the_deck_is_used(cards, expected):
    assert [rung.size for rung in reversed(shape_for(cards, [SHORT, FULL]).rungs)] == expected


@given(shape=sizes, cards=st.integers(3, 80))
def test_a_deck_of_another_size_finds_a_place_for_every_card(shape, cards):
    found = shape_for(cards, [shape])

    assert found.cards == cards
    assert all(rung.size > 0 for rung in found.rungs)


@given(shape=sizes)
def test_a_shape_is_overfull_exactly_where_too_many_cards_lie(shape):
    found = Shape.of_columns(shape)
    full = {f"{rung.value}-{at}": rung.value for rung in found.rungs for at in range(rung.size)}

    assert found.overfull(full) == []
    assert found.overfull({**full, "one more": found.top.value}) == [(found.top, found.top.size + 1)]
