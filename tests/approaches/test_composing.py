"""A new step begins with the texts of its kind, and refers to what is there already."""

import pytest
from django.utils.translation import override

from approaches.drafts import SIX, draft_of, params_in
from goedwerk.approaches import composing, drafting, problems, registry
from goedwerk.approaches.starters import starter_of
from goedwerk.approaches.step_kind import StepKind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


class Hologram(StepKind):
    key = "hologram"
    label = "Hologram"


@pytest.fixture
def hologram(tmp_path, monkeypatch):
    """A kind of another package, that proposes nothing."""
    monkeypatch.setattr(registry, "_kinds", dict(registry._kinds))
    monkeypatch.setattr(registry, "_folders", dict(registry._folders))
    registry.register(Hologram(), tmp_path)
    starter_of.cache_clear()
    yield
    starter_of.cache_clear()


def test_six_steps_make_an_approach_that_can_be_kept(pack):
    assert problems.problems_of(draft_of(*SIX)) == []


def test_a_step_that_needs_material_brings_it_in_once():
    draft = draft_of("read", "choice", "values_pick")

    assert [needed["kind"] for needed in draft["inputs"]] == ["dilemma", "value-set"]
    assert params_in(draft, "read") == {"input": "dilemma"}
    assert params_in(draft, "choice") == {"dilemma": "dilemma"}


def test_a_picture_shows_what_was_not_shown_yet():
    draft = draft_of("read", "choice", "reveal", "values_pick", "reveal")

    assert params_in(draft, "reveal")["of"] == ["choice"]
    assert params_in(draft, "reveal-2")["of"] == ["values-pick"]


def test_asking_again_makes_a_pair():
    draft = draft_of("read", "choice", "group_talk")

    draft, key = composing.with_repeat(draft, drafting.step_of(draft, "choice"), at=3)

    assert params_in(draft, "choice")["occasion"] == "first"
    assert params_in(draft, key) == {"dilemma": "dilemma", "occasion": "second", "repeat_of": "choice"}
    assert drafting.step_of(draft, key)["title"] == {"nl": "Keuze, opnieuw", "en": "Choice, again"}
    assert problems.problems_of(draft) == []


def test_a_title_of_ones_own_gives_the_step_its_id():
    draft, key = composing.with_new_step(draft_of(), "choice", at=0, title="Éérste keuze!", minutes=4)

    step = drafting.step_of(draft, key)
    assert (step["id"], step["title"], step["minutes"]) == ("eerste-keuze", {"nl": "Éérste keuze!"}, 4)


def test_a_kind_that_proposes_nothing_begins_with_its_name(hologram):
    draft, key = composing.with_new_step(draft_of(), "hologram", at=0)

    step = drafting.step_of(draft, key)
    assert step["title"] == {"nl": "Hologram", "en": "Hologram"}
    assert step["script"]["nl"].startswith("[")


def kinds_with_a_starter():
    return [kind.key for kind in registry.all_kinds() if (registry.folder_of(kind.key) / "starter.yaml").is_file()]


@pytest.mark.parametrize("key", kinds_with_a_starter())
def test_what_a_kind_proposes_fits_the_schema_in_both_languages(key, pack):
    starter = starter_of(key)
    draft = draft_of("welcome", "brainstorm", "choice", "sort", key)

    wrong = [each for each in problems.problems_of(draft) if each.step == draft["steps"][-1]["id"]]

    # What a writer has to choose or write is told; all else is right from the start.
    assert {each.text for each in wrong} <= {"Give exactly one of: items, of.", "This is missing; add `of:`."}
    assert all(set(starter[name]) == {"nl", "en"} for name in ("title", "script", "prompt"))


def test_the_label_of_a_kind_is_taken_in_both_languages(hologram):
    with override("nl"):
        assert starter_of("hologram")["title"]["en"] == "Hologram"
