"""The form of a step is made of the parameters of its kind, and changes nothing that nobody changed."""

from dataclasses import dataclass

import pytest
from django.http import QueryDict

from approaches.drafts import SIX, draft_of, params_in
from goedwerk.approaches import drafting, registry, step_kind
from goedwerk.approaches.forms.step import StepForm
from goedwerk.approaches.param_shapes import own_properties, shape_of
from goedwerk.approaches.param_words import LABELS
from goedwerk.approaches.queries import all_approaches

pytestmark = pytest.mark.django_db


def form_of(draft, key, **changes):
    """As a browser posts it, with these fields changed."""
    blank = StepForm(None, draft=draft, step=drafting.step_of(draft, key))
    data = QueryDict(mutable=True)
    for name in blank.fields:
        put(data, name, changes.get(name, blank[name].value()))
    return StepForm(data, draft=draft, step=drafting.step_of(draft, key))


def put(data, name, value):
    if isinstance(value, list | tuple):
        data.setlist(name, value)
    elif value is not None and value is not False:
        data[name] = "on" if value is True else str(value)


def written(draft, key, **changes):
    form = form_of(draft, key, **changes)
    assert form.is_valid(), form.errors
    return form.written()


def known_steps():
    known = {kind.key for kind in registry.all_kinds()}
    return [
        (listed.recipe.document, step.key)
        for listed in all_approaches()
        for step in listed.recipe.steps
        if step.kind in known
    ]


def test_saving_a_step_of_any_shipped_approach_changes_nothing(pack):
    steps = known_steps()

    changed = [
        (draft["id"], key) for draft, key in steps if written(draft, key) != (draft, drafting.step_of(draft, key))
    ]

    assert len(steps) > 100
    assert changed == []


def test_texts_become_one_paragraph_without_what_cannot_be_seen():
    _draft, step = written(draft_of(*SIX), "choice", script_nl="  Kies nu.\n\n Rustig\u202e aan. ", title_en="")

    assert step["script"]["nl"] == "Kies nu. Rustig aan."
    assert step["title"] == {"nl": "Keuze"}


def test_an_empty_prompt_shows_only_the_title():
    _draft, step = written(draft_of(*SIX), "group-talk", prompt_nl="", prompt_en="")

    assert step["prompt"] is None


def test_english_without_dutch_is_told():
    form = form_of(draft_of(*SIX), "reveal", prompt_nl="", param__spoken__nl="")

    assert not form.is_valid()
    assert {"prompt_nl", "param__spoken__nl"} <= set(form.errors)


def test_labels_are_lines_and_keep_their_ids_while_their_text_changes():
    draft = draft_of("welcome", "evaluate")
    lines = "Ik kon alles zeggen. | I could say everything.\nIk hoorde iets dat ik nog niet had bedacht.\nNieuw"

    _draft, step = written(draft, "evaluate", param__items=lines)

    assert step["params"]["items"] == [
        {"id": "speak", "nl": "Ik kon alles zeggen.", "en": "I could say everything."},
        {"id": "other", "nl": "Ik hoorde iets dat ik nog niet had bedacht."},
        {"id": "work", "nl": "Nieuw"},
    ]


def test_a_choice_takes_its_options_from_one_place():
    form = form_of(draft_of(*SIX), "choice", param__options="Wel\nNiet")

    assert not form.is_valid()
    assert form.non_field_errors()


def test_options_of_ones_own_replace_the_dilemma():
    _draft, step = written(draft_of(*SIX), "choice", param__dilemma="", param__options="Wel\nNiet")

    assert [option["nl"] for option in step["params"]["options"]] == ["Wel", "Niet"]
    assert "dilemma" not in step["params"]


def test_material_that_is_not_there_yet_comes_in_with_the_step():
    draft, step = written(draft_of(*SIX), "read", param__input="new:text")

    assert step["params"]["input"] == "text"
    assert [needed["kind"] for needed in draft["inputs"]] == ["dilemma", "text"]


def test_only_earlier_steps_that_leave_something_can_be_shown():
    draft = draft_of("welcome", "read", "choice", "text", "reveal", "values_pick")
    text = drafting.step_of(draft, "text")
    draft = drafting.replaced(draft, "text", {**text, "params": {"reader": "self"}})

    form = StepForm(None, draft=draft, step=drafting.step_of(draft, "reveal"))

    assert [key for key, _label in form.fields["param__of"].choices] == ["choice"]


@pytest.mark.parametrize("shape", ["1, 2, drie", "1, -2, 1", "1,,99999"])
def test_a_shape_is_numbers(shape):
    form = form_of(draft_of("welcome", "sort"), "sort", param__shape=shape)

    assert "param__shape" in form.errors


def test_cards_of_no_sort_are_not_asked_for():
    draft = draft_of("welcome", "sort", "text")

    _draft, without = written(draft, "text", param__cards__top="2", param__cards__bottom="2")
    _draft, step = written(draft, "text", param__cards__of="sort", param__cards__top="2", param__cards__bottom="1")

    assert "cards" not in without["params"]
    assert step["params"]["cards"] == {"of": "sort", "top": 2, "bottom": 1}


def test_a_step_can_be_off_and_for_one_way_only():
    draft, step = written(draft_of(*SIX), "commit", optional=True, mode="live")

    assert step["params"] == {"optional": True, "mode": "live"}
    assert params_in(draft, "commit") == {}


# A kind that nobody here knew


@dataclass(frozen=True)
class Params(step_kind.Params):
    loud: bool = False
    times: int = 2
    colours: tuple = ()


class Bell(step_kind.StepKind):
    key = "bell"
    label = "Bell"
    Params = Params
    words = {"loud": "Ring loudly"}


@pytest.fixture
def bell(tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "_kinds", dict(registry._kinds))
    monkeypatch.setattr(registry, "_folders", dict(registry._folders))
    registry.register(Bell(), tmp_path)


def test_a_new_kind_brings_its_own_form(bell):
    draft = draft_of("welcome", "bell")

    form = StepForm(None, draft=draft, step=drafting.step_of(draft, "bell"))
    _draft, step = written(draft, "bell", param__loud=True, param__times="3", param__colours="Rood\nGroen")

    assert [field.name for field in form.params] == ["param__loud", "param__times", "param__colours"]
    assert form["param__loud"].label == "Ring loudly"
    assert step["params"]["loud"] is True
    assert step["params"]["times"] == 3
    assert [label["nl"] for label in step["params"]["colours"]] == ["Rood", "Groen"]


def test_every_parameter_of_every_kind_can_be_filled_in():
    """Nothing that a kind takes is missing from its form."""
    missing = []
    for kind in registry.all_kinds():
        draft = draft_of("welcome", "brainstorm", "sort", kind.key)
        form = StepForm(None, draft=draft, step=draft["steps"][-1])
        asked = {slot.path[0] for slot in form.slots}
        missing += [(kind.key, name) for name in shape_of(kind).get("properties", {}) if name not in {*asked, *COMMON}]

    assert missing == []


COMMON = {"optional", "mode"}


def test_everything_that_shipped_kinds_ask_has_words_of_its_own():
    """Without words a writer would read the description of a schema, in English."""
    bare = []
    for kind in registry.all_kinds():
        for name, part in own_properties(shape_of(kind)).items():
            has_words = {name, f"{kind.key}.{name}"} & set(LABELS) or name in kind.words
            bare += [] if has_words or part.get("type") == "object" else [(kind.key, name)]

    assert bare == []
