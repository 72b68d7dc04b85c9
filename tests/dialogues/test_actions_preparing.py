"""Preparing freezes what a dialogue is about."""

import pytest

from cast import INPUTS, load_content, prepare
from goedwerk.approaches.models import Approach
from goedwerk.dialogues.actions import preparing
from goedwerk.dialogues.errors import CannotStart
from goedwerk.dialogues.models import Dialogue
from goedwerk.dilemmas.models import Dilemma
from goedwerk.organisations.actions import found
from goedwerk.organisations.models import HostAct


def test_a_later_pack_changes_nothing_in_a_dialogue(dagstart):
    recipe, material = dagstart.recipe, dagstart.material

    Approach.objects.update(document={})
    Dilemma.objects.update(document={})
    kept = Dialogue.objects.get(pk=dagstart.pk)

    assert (kept.recipe, kept.material) == (recipe, material)
    load_content()


def test_options_stand_in_an_order_of_their_own_that_stays(pack, membership):
    orders = {
        tuple(option["id"] for option in prepare(membership, "dagstart-dilemma").material["dilemma"]["options"])
        for _ in range(12)
    }

    assert len(orders) > 1
    assert len({frozenset(order) for order in orders}) == 1


def test_an_approach_that_lacks_a_kind_cannot_be_started(pack, membership, settings):
    Approach.objects.filter(key="dagstart-dilemma").update(
        document=with_kind(Approach.objects.get(key="dagstart-dilemma").document, "hologram")
    )

    with pytest.raises(CannotStart, match="hologram"):
        prepare(membership, "dagstart-dilemma")

    assert not Dialogue.objects.exists()


def with_kind(document, kind):
    first, *others = document["steps"]
    return {**document, "steps": [{**first, "kind": kind}, *others]}


def test_what_the_recipe_needs_must_be_chosen(pack, membership):
    with pytest.raises(CannotStart):
        prepare(membership, "dagstart-dilemma", inputs={**INPUTS, "dilemma": ""})


def test_pressing_twice_prepares_one_dialogue(pack, membership):
    key = preparing.Preparation(title="").key

    both = [prepare(membership, "dagstart-dilemma", key=key) for _ in range(2)]

    assert both[0] == both[1]
    assert Dialogue.objects.count() == 1


def test_the_key_of_another_organisation_opens_nothing(dagstart):
    other = found(name="Elders", owner="Bo")

    with pytest.raises(CannotStart):
        prepare(other, "dagstart-dilemma", key=dagstart.pk)


def test_only_the_main_question_is_split_by_an_attribute(pack, membership):
    dialogue = prepare(membership, "dagstart-dilemma", attribute="role")

    split = [step.key for step in dialogue.round.steps.all() if step.is_split]

    assert split == ["first", "second"]


def test_optional_steps_come_only_when_wanted(pack, membership):
    without = {step.key for step in prepare(membership, "dagstart-dilemma").round.steps.all()}
    optional = {step.key for step in prepare(membership, "dagstart-dilemma").approach.steps if step.is_optional}

    assert not without & optional


def test_deleting_a_dialogue_leaves_only_the_act(dagstart, facilitator):
    preparing.delete_dialogue(dialogue=dagstart, user=facilitator)

    assert not Dialogue.objects.exists()
    assert HostAct.objects.first().act == "deleted"
