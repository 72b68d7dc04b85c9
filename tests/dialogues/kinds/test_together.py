"""What a group writes together is laid together: a map of arguments, one table, one list. And the same is joined."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from cast import prepare
from goedwerk.dialogues.actions import leading, reading
from goedwerk.dialogues.models import Passage, PassageState

IDEAS = ("Eerst bellen", "De regel volgen", "Eerst opbellen")


@pytest.fixture
def cast(pack, membership, play):
    """Six people on a case, at the step in which they think up options."""
    cast = play(prepare(membership, "morele-oordeelsvorming"), people=6)
    cast.go_to("options")
    return cast


def show_all(cast, key):
    step = cast.round.steps.get(key=key)
    waiting = step.passages.filter(state=PassageState.WAITING)
    cast.act(reading.let_go, step=step, decisions={str(passage.pk): ("show", "") for passage in waiting})
    return step


def close(cast):
    cast.act(leading.close_step)
    return cast.round.steps.get(key=cast.step.key)


def drawn(step, place):
    shown = list(step.passages.filter(state=PassageState.SHOWN).order_by("heading", "id"))
    together = step.behaviour.together(step, shown)
    return render_to_string(step.behaviour.together_template, {"together": together, "place": place})


def passage_saying(text):
    return next(passage for passage in Passage.objects.all() if passage.lines[0][1] == text)


@pytest.fixture
def options(cast):
    """Two options that the group wrote, let go."""
    for person, idea in zip(cast.people, IDEAS[:2], strict=False):
        cast.answer(person, {"ideas": idea})
    close(cast)
    return show_all(cast, "options").behaviour.group_options(cast.round.steps.get(key="options"))


# Arguments


def key_of(options, text):
    return next(key for key, option in options if option == text)


def test_arguments_are_asked_on_both_sides_of_every_option_that_the_group_wrote(cast, options):
    step = cast.go_to("arguments")

    form = step.behaviour.form(step)

    assert [sides.option for sides in form.sides] == [text for _key, text in options]
    assert [label for label, _text in form.sides[0].rows[0][1].field.choices] == ["", "principle", "consequence"]


def test_the_map_lays_what_speaks_for_an_option_beside_what_speaks_against_it(cast, options):
    step = cast.go_to("arguments")
    call = key_of(options, "Eerst bellen")
    cast.answer(cast.people[0], {f"{call}_for": "Dan hoor je waarom.", f"{call}_for_type": "consequence"})
    cast.answer(cast.people[1], {f"{call}_against": "Niet iedereen is te bellen."})
    close(cast)
    step = show_all(cast, "arguments")

    with override("en"):
        branches = step.behaviour.together(step, list(step.passages.all()))
        said = {
            (branch.option, str(side)): [(argument.text, str(argument.about)) for argument in arguments]
            for branch in branches
            for side, arguments in branch.sides
        }

    assert said[("Eerst bellen", "For")] == [("Dan hoor je waarom.", "what follows from it")]
    assert said[("Eerst bellen", "Against")] == [("Niet iedereen is te bellen.", "")]
    assert said[("De regel volgen", "For")] == said[("De regel volgen", "Against")] == []


def test_an_argument_that_is_retold_stays_on_its_side(cast, options):
    step = cast.go_to("arguments")
    call = key_of(options, "Eerst bellen")
    cast.answer(cast.people[0], {f"{call}_for": "Mijn buurvrouw Annie belde ook eerst."})
    step = close(cast)
    [passage] = step.passages.all()
    cast.act(reading.let_go, step=step, decisions={str(passage.pk): ("retell", "Bellen werkte eerder.")})

    branches = step.behaviour.together(step, list(step.passages.all()))

    [(_for, [argument]), (_against, against)] = next(each for each in branches if each.option == "Eerst bellen").sides
    assert (argument.text, argument.retold, against) == ("Bellen werkte eerder.", True, [])


def test_arguments_can_be_weighed_one_by_one(cast, options):
    step = cast.go_to("arguments")
    call = key_of(options, "Eerst bellen")
    cast.answer(cast.people[0], {f"{call}_for": "Dan hoor je waarom."})
    close(cast)
    step = show_all(cast, "arguments")

    with override("nl"):
        labels = [text for _key, text in step.behaviour.group_options(step)]

    assert labels == ["Eerst bellen. Voor: Dan hoor je waarom."]


def test_without_options_there_is_nothing_to_argue_for(cast):
    step = cast.go_to("arguments")

    assert step.behaviour.form(step) is None


def test_no_argument_shows_who_wrote_it_nor_what_else_they_wrote(cast, options):
    step = cast.go_to("arguments")
    call, rule = (text_key for text_key, _text in options)
    cast.answer(cast.people[0], {f"{call}_for": "Eén.", f"{rule}_against": "Twee."})
    close(cast)

    assert sorted(len(passage.lines) for passage in cast.round.steps.get(key="arguments").passages.all()) == [1, 1]
    assert step.behaviour.answers(step, cast.people[0].participation)


@pytest.mark.parametrize("place", ["phone", "screen", "paper"])
def test_the_map_can_be_read_everywhere(place, cast, options):
    step = cast.go_to("arguments")
    call = key_of(options, "Eerst bellen")
    cast.answer(cast.people[0], {f"{call}_for": "Dan hoor je waarom."})
    close(cast)
    step = show_all(cast, "arguments")

    html = drawn(step, place)

    assert "Dan hoor je waarom." in html
    assert html.count("<div") == html.count("</div>")


# The table


@pytest.mark.parametrize("closed_in", ["nl", "en"])
def test_entries_of_many_become_one_table(closed_in, pack, membership, play):
    cast = play(prepare(membership, "korte-reflectie"), people=6)
    cast.go_to("reflect")
    cast.answer(cast.people[0], {"citizen_matters": "Gehoord worden."})
    cast.answer(cast.people[1], {"citizen_matters": "Zekerheid.", "party_own_1": "De buren", "own_1_why": "Rust."})
    with override(closed_in):
        close(cast)
    step = show_all(cast, "reflect")

    with override("nl"):
        shown = step.behaviour.together(step, list(step.passages.all()))

    cells = {party: [sorted(entries) for entries in row] for party, row in shown.rows}
    assert sorted(cells["Inwoner of burger"][0]) == ["Gehoord worden.", "Zekerheid."]
    assert cells["De buren"][1] == ["Rust."]
    assert list(cells)[-1] == "De buren"
    assert "<table" in drawn(step, "paper")
    assert "<table" not in drawn(step, "phone")


# Joining


def test_the_same_words_stand_once(cast):
    cast.answer_all({"ideas": "Eerst bellen"})

    assert [passage.lines for passage in close(cast).passages.all()] == [[["", "Eerst bellen"]]]


@pytest.fixture
def desk(cast, host):
    """Three ideas on the desk, two of which say the same."""
    for person, idea in zip(cast.people, IDEAS, strict=False):
        cast.answer(person, {"ideas": idea})
    step = close(cast)
    address = reverse("dialogues:texts", args=[cast.dialogue.pk, step.pk])
    return lambda **sent: host.post(address, {"version": cast.round.version, **sent})


def test_what_says_the_same_is_joined_before_a_later_step_uses_the_list(desk, cast):
    same, kept = passage_saying("Eerst opbellen"), passage_saying("Eerst bellen")

    reply = desk(rest="show", **{f"same-{same.pk}": str(kept.pk)})

    step = cast.round.steps.get(key="options")
    assert reply.status_code == 302
    assert sorted(text for _key, text in step.behaviour.group_options(step)) == ["De regel volgen", "Eerst bellen"]


def test_a_text_is_not_joined_with_one_that_is_not_shown(desk, cast):
    same, other = passage_saying("Eerst opbellen"), passage_saying("Eerst bellen")

    reply = desk(rest="show", **{f"same-{same.pk}": str(other.pk), f"decision-{other.pk}": "skip"})

    assert reply.status_code == 422
    assert not Passage.objects.filter(state=PassageState.SHOWN).exists()


def test_two_texts_are_not_joined_with_each_other(desk):
    first, second = passage_saying("Eerst opbellen"), passage_saying("Eerst bellen")

    reply = desk(rest="show", **{f"same-{first.pk}": str(second.pk), f"same-{second.pk}": str(first.pk)})

    assert reply.status_code == 422
