"""A step that is not here yet is left out and named, where an approach makes sense without it."""

import pytest
from django.urls import reverse

from cast import prepare
from goedwerk.approaches import registry
from goedwerk.approaches.queries import find_approach


@pytest.fixture
def without(monkeypatch):
    """As if these kinds of step were not installed."""

    def hide(*kinds):
        kept = {key: kind for key, kind in registry._kinds.items() if key not in kinds}
        monkeypatch.setattr(registry, "_kinds", kept)

    return hide


def left_out(key):
    return [step.key for step in find_approach(key).left_out]


@pytest.mark.usefixtures("pack")
def test_publishing_comes_later_and_the_rest_of_the_approach_runs():
    listed = find_approach("moresprudentie")

    assert "publish" not in [kind.key for kind in registry.all_kinds()]
    assert left_out("moresprudentie") == ["publish"]
    assert "publish" not in listed.missing
    assert listed.recipe.minutes == listed.approach.recipe.minutes - 4


@pytest.mark.usefixtures("pack")
def test_an_optional_step_that_is_not_here_stops_nobody(without):
    without("signal")

    assert left_out("utrechts-stappenplan") == ["signal"]
    assert find_approach("utrechts-stappenplan").can_start
    assert [step.key for step in find_approach("utrechts-stappenplan").recipe.steps][-3:] == [
        "plan",
        "residue",
        "evaluate",
    ]


@pytest.mark.usefixtures("pack")
def test_a_step_that_the_approach_is_about_is_missed(without):
    without("choice")

    assert left_out("dagstart-dilemma") == []
    assert find_approach("dagstart-dilemma").missing == ["choice"]


def test_a_dialogue_is_prepared_without_it(without, pack, membership):
    without("signal")

    dialogue = prepare(membership, "utrechts-stappenplan", optional_steps=("signal",))

    assert not dialogue.round.steps.filter(kind="signal").exists()
    assert "signal" not in [step.kind for step in dialogue.approach.steps]


def test_who_prepares_reads_what_is_left_out(without, pack, host):
    without("signal")

    page = host.get(reverse("dialogues:prepare", args=["utrechts-stappenplan"]), headers={"accept-language": "en"})

    assert "is not here yet, and is left out" in page.content.decode()
