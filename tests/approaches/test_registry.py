"""Which kinds of step there are, and what a recipe lacks."""

from pathlib import Path

import pytest
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from goedwerk.approaches import registry
from goedwerk.approaches.recipes import Recipe
from goedwerk.approaches.registry import UnknownKind
from goedwerk.approaches.step_kind import Params, Reader, StepKind

# The kinds with which a first dialogue runs whole.
FIRST = {
    "welcome", "read", "choice", "values_pick", "text", "case_input", "question_form", "perspective_table",
    "pair_talk", "group_talk", "round", "brainstorm", "reveal", "residue", "commit", "evaluate",
}  # fmt: skip


class Hologram(StepKind):
    key = "hologram"
    label = "Hologram"


@pytest.fixture
def hologram(tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "_kinds", dict(registry._kinds))
    monkeypatch.setattr(registry, "_folders", dict(registry._folders))
    registry.register(Hologram(), tmp_path)
    return tmp_path


def recipe_of(*kinds):
    steps = [{"id": kind, "kind": kind, "minutes": 1, "params": {}} for kind in kinds]
    document = {"id": "x", "version": "1", "outcome": "insight", "modes": ["live"], "group": {"min": 1, "max": 9}}
    return Recipe.of({**document, "minutes": 1, "steps": steps})


def test_every_kind_of_a_first_dialogue_is_there():
    assert {kind.key for kind in registry.all_kinds()} >= FIRST


@pytest.mark.parametrize("kind", registry.all_kinds(), ids=lambda kind: kind.key)
def test_a_kind_lives_in_a_folder_of_its_own_name(kind):
    assert registry.folder_of(kind.key).name == kind.key
    assert (registry.folder_of(kind.key) / "kind.py").is_file()


@pytest.mark.parametrize("kind", registry.all_kinds(), ids=lambda kind: kind.key)
def test_a_kind_has_a_label_and_the_page_of_a_phone(kind):
    assert str(kind.label)
    assert get_template(kind.template)


def test_an_unknown_kind_is_named_with_those_that_are_known():
    with pytest.raises(UnknownKind, match=r"hologram.*choice"):
        registry.kind_of("hologram")


def test_a_recipe_says_which_kinds_it_lacks():
    assert registry.missing_kinds(recipe_of("read", "hologram", "choice", "hologram")) == ["hologram"]


def test_a_registered_kind_is_no_longer_lacking(hologram):
    assert registry.missing_kinds(recipe_of("read", "hologram")) == []


def test_a_registered_kind_brings_its_own_templates(hologram):
    (hologram / "step.html").write_text("hologram", encoding="utf-8")

    assert get_template("kinds/hologram/step.html").render() == "hologram"


def test_no_template_is_read_outside_the_folder_of_a_kind(hologram):
    (hologram.parent / "secret.html").write_text("secret", encoding="utf-8")

    with pytest.raises(TemplateDoesNotExist):
        get_template("kinds/hologram/../secret.html")


def test_a_kind_of_another_package_is_found_by_its_module(hologram, monkeypatch, settings):
    module = Path(registry.folder_of("read")) / "kind.py"
    registry._kinds.pop("read")

    registry.take("goedwerk.dialogues.kinds.read.kind")

    assert registry.folder_of("read") == module.parent


# What a kind is, before it adds anything


def test_a_plain_kind_asks_keeps_and_shows_nothing():
    plain = Hologram()

    assert (plain.form(None), plain.body(None), plain.answers(None)) == (None, None, {})
    assert (plain.summarise(None, []), plain.pictures(None, {}), plain.passages(None, [])) == ({}, (), ())
    assert plain.reader(None) == Reader.NOBODY


def test_a_plain_kind_keeps_no_answer_by_accident():
    with pytest.raises(NotImplementedError, match="hologram"):
        Hologram().record(step=None, participation=None, form=None)


def test_params_refuse_what_they_do_not_know():
    with pytest.raises(ValueError, match=r"colour.*optional"):
        Params.read({"colour": "red"})
