"""A new kind of step is one folder: named in the settings it runs a whole dialogue, and no other file knows it."""

import sys
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

import goedwerk
from cast import find_approach, prepare
from goedwerk.approaches import registry
from goedwerk.approaches.models import Approach
from goedwerk.dialogues.models import PassageState
from goedwerk.dialogues.rehearsal import rehearsed
from goedwerk.reports.showing import shown_of

HERE = Path(__file__).parent
MODULE = "toy_kinds.kinds.traffic_light.kind"
STEP = {
    "id": "light",
    "kind": "traffic_light",
    "minutes": 2,
    "title": {"nl": "Stoplicht", "en": "Traffic light"},
    "script": {"nl": "Laat zien.", "en": "Show."},
    "prompt": {"nl": "Welke kleur?", "en": "Which colour?"},
    "params": {"reason": True},
}


@pytest.fixture
def toy_kind(settings, monkeypatch):
    """The kind, installed as an organisation would: by naming its module in the settings."""
    monkeypatch.syspath_prepend(str(HERE))
    monkeypatch.setattr(registry, "_kinds", dict(registry._kinds))
    monkeypatch.setattr(registry, "_folders", dict(registry._folders))
    settings.EXTRA_KINDS = [MODULE]
    registry.discover()
    yield registry.kind_of("traffic_light")
    for name in [name for name in sys.modules if name.startswith("toy_kinds")]:
        del sys.modules[name]


@pytest.fixture
def approach(pack):
    """An approach that asks it twice around the kinds that are shipped."""
    document = deepcopy(find_approach("dagstart-dilemma").approach.document)
    picture = next(step for step in document["steps"] if step["kind"] == "reveal")
    document |= {"id": "toy", "steps": [STEP, {**picture, "params": {**picture["params"], "of": ["light"]}}]}
    return Approach.objects.create(
        key="toy", pack="toy", version="1", pack_version="1", pack_digest="0", document=document
    )


def test_without_the_kind_the_approach_cannot_start(approach):
    assert find_approach("toy").missing == ["traffic_light"]


def test_a_toy_kind_runs_a_whole_dialogue(approach, toy_kind, membership, play):
    cast = play(prepare(membership, "toy"), people=9)
    step = cast.next()
    for number, person in enumerate(cast.people):
        cast.answer(person, {"colour": "go" if number < 6 else "stop", "reason": f"Reden {number}"})

    reveal = cast.next()

    (picture,) = reveal.behaviour.body(reveal).pictures
    assert "Go" in picture.sentence
    step.refresh_from_db()
    assert [passage.state for passage in step.passages.all()] == [PassageState.WAITING] * 9
    cast.close()
    assert len(shown_of(step).pictures) == 1


def test_a_toy_kind_draws_from_its_own_folder(approach, toy_kind, membership, play):
    step = play(prepare(membership, "toy"), people=1).next()
    page = SimpleNamespace(step=step, form=toy_kind.form(step), body=None, prompt="", draft_key="x")

    html = render_to_string(toy_kind.template, {"page": page})

    assert html.count('name="colour"') == 3
    assert not toy_kind.has_screen


def test_a_toy_kind_can_be_rehearsed(approach, toy_kind, membership):
    dialogue = prepare(membership, "toy")

    round = rehearsed(dialogue.round, seed=5, position=2, closed=False)

    assert len(shown_of(round.steps.all()[0]).pictures) == 1


def test_no_other_file_knows_the_toy_kind():
    source = Path(goedwerk.__file__).parent
    files = [path for path in source.rglob("*") if path.suffix in {".py", ".html", ".yaml", ".json", ".js", ".css"}]

    assert len(files) > 100
    assert [str(path) for path in files if "traffic_light" in path.read_text(encoding="utf-8")] == []
