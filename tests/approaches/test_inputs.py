"""What a dialogue is about: offers to choose from, and what is copied of the chosen one."""

from random import Random

import pytest

from goedwerk.approaches import inputs
from goedwerk.approaches.inputs import InputKind, Offer


class Poems(InputKind):
    key = "poem"
    label = "A poem"

    def offers(self):
        return [Offer("rain", "Rain", "It rains.", {"lines": ["It rains."]})]


def test_the_inputs_of_the_shipped_approaches_are_known():
    assert all(inputs.input_kind(key) for key in ("dilemma", "value-set", "case", "text"))


def test_an_unknown_kind_of_input_is_none():
    assert inputs.input_kind("smell") is None


def test_a_room_registers_a_kind_of_its_own(monkeypatch):
    monkeypatch.setattr(inputs, "_inputs", {})

    inputs.register(Poems())

    assert inputs.input_kind("poem").label == "A poem"


@pytest.mark.parametrize(("chosen", "copied"), [("rain", {"lines": ["It rains."]}), ("snow", None), ("", None)])
def test_only_what_is_offered_is_copied(chosen, copied):
    assert Poems().frozen(chosen, Random(1)) == copied


def test_a_text_of_ones_own_is_copied_as_it_is():
    assert inputs.input_kind("text").frozen("Wat is goed werk?", Random(1)) == {"text": "Wat is goed werk?"}


def test_a_case_is_brought_along_so_nothing_is_chosen_before():
    case = inputs.input_kind("case")

    assert case.brought_along
    assert case.frozen(None, Random(1)) is None


def test_a_dilemma_brings_its_turn_and_both_reflections_together(dagstart):
    asides = inputs.input_kind("dilemma").asides(dagstart.material["dilemma"])

    assert [aside.key for aside in asides] == ["turn", "reflections"]
    assert len(asides[1].parts) == 2
