"""Approaches as a list shows them."""

from goedwerk.approaches.models import Approach
from goedwerk.approaches.queries import all_approaches, find_approach


def lacking(key, **changes):
    approach = Approach.objects.get(key=key)
    approach.document = {**approach.document, **changes}
    approach.save()


def test_all_shipped_approaches_are_listed(pack):
    assert len(all_approaches()) == 17


def test_what_can_be_started_comes_first_and_the_shortest_of_it(pack):
    order = [(not listed.can_start, listed.recipe.minutes) for listed in all_approaches()]

    assert order == sorted(order)


def test_the_first_dialogues_can_be_started(pack):
    assert find_approach("dagstart-dilemma").can_start
    assert find_approach("korte-reflectie").can_start


def test_an_approach_that_lacks_a_kind_says_which(pack):
    step = find_approach("dagstart-dilemma").recipe.document["steps"][0]
    lacking("dagstart-dilemma", steps=[{**step, "kind": "hologram"}])

    listed = find_approach("dagstart-dilemma")

    assert (listed.can_start, listed.missing) == (False, ["hologram"])


def test_an_approach_that_lacks_a_kind_of_input_says_which(pack):
    lacking("dagstart-dilemma", inputs=[{"id": "x", "kind": "smell", "required": False, "text": {"nl": "x"}}])

    assert find_approach("dagstart-dilemma").missing == ["smell"]


def test_an_unknown_approach_is_none(pack):
    assert find_approach("no-such-approach") is None
