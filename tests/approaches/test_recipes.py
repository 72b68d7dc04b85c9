"""Recipes as code reads them: data that was checked when it was loaded."""

import pytest
from django.utils import translation

from cast import shipped_packs
from goedwerk.approaches import registry
from goedwerk.approaches.recipes import Recipe, StepRecipe
from goedwerk.approaches.texts import said

RECIPES = {item.key: Recipe.of(item.document) for pack in shipped_packs() for item in pack.approaches}


@pytest.mark.parametrize("key", sorted(RECIPES))
def test_a_shipped_recipe_reads_whole(key):
    recipe = RECIPES[key]

    assert recipe.key == key
    assert recipe.group_min <= recipe.group_max
    assert len({step.key for step in recipe.steps}) == len(recipe.steps)
    assert {"live", "open"} >= set(recipe.modes) > set()


@pytest.mark.parametrize("key", sorted(RECIPES))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_shipped_recipe_speaks_both_languages(key, language):
    with translation.override(language):
        recipe = RECIPES[key]
        told = [recipe.title, recipe.text("purpose"), recipe.text("aftercare"), *recipe.preparation]
        told += [text for step in recipe.steps for text in (step.title, step.script)]

    assert all(told)


@pytest.mark.parametrize("key", sorted(RECIPES))
def test_parameters_of_known_kinds_are_understood(key):
    for step in RECIPES[key].steps:
        if registry.folder_of(step.kind):
            registry.kind_of(step.kind).Params.read(step.document["params"])


@pytest.mark.parametrize("key", sorted(RECIPES))
def test_a_step_refers_to_earlier_steps_only(key):
    before = set()
    for step in RECIPES[key].steps:
        params = step.document["params"]
        named = {name for name in (params.get("repeat_of"), params.get("options_from")) if name}
        assert named <= before
        before.add(step.key)


def test_minutes_are_those_of_one_participant_without_optional_steps():
    recipe = RECIPES["dagstart-dilemma"]

    assert recipe.minutes == sum(step.minutes for step in recipe.steps if not step.is_optional) == 20


def test_a_step_without_a_prompt_says_nothing_on_the_phone():
    assert RECIPES["dagstart-dilemma"].steps[4].prompt == ""


def test_a_step_is_optional_when_its_recipe_says_so():
    document = {"id": "a", "kind": "read", "minutes": 1, "params": {"optional": True}}

    assert StepRecipe.of(document).is_optional


# Texts of content


def test_a_text_is_said_in_the_language_of_the_page():
    text = {"nl": "Lees", "en": "Read"}

    with translation.override("en"):
        english = said(text)
    with translation.override("nl"):
        dutch = said(text)

    assert (english, dutch) == ("Read", "Lees")


def test_a_text_that_lacks_a_language_is_said_in_dutch():
    with translation.override("en"):
        assert said({"nl": "Lees"}) == "Lees"


def test_no_text_is_silence():
    assert said(None) == ""
