"""Findings are stored once, at the close, and nothing that comes later changes them."""

import logging

import pytest
from django.db import IntegrityError

from goedwerk.dialogues.actions import leading, taking_part
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.models import Passage, PassageState
from goedwerk.organisations.models import HostAct
from goedwerk.reports import actions, queries
from goedwerk.reports.models import Finding
from goedwerk_analysis.released import ShiftPicture, Withheld, to_json


@pytest.fixture
def room(play, dagstart):
    """Nine people have made their first choice; the step is closed."""
    cast = play(dagstart, people=9)
    cast.go_to("first")
    cast.answer_all({"option": options(dagstart)[0], "confidence": "4"})
    cast.act(leading.close_step)
    return cast


def options(dialogue):
    return [option["id"] for option in dialogue.material["dilemma"]["options"]]


def stored(**which):
    return list(Finding.objects.filter(**which).order_by("id").values())


def test_closing_stores_one_finding_per_question(room):
    assert sorted(finding["name"] for finding in stored(step=room.step)) == ["choice", "confidence"]


def test_a_finding_holds_a_picture_and_nothing_about_anybody(room):
    people = [person.participation for person in room.people]
    traces = {str(each.pk) for each in people} | {each.token_hash for each in people}

    assert not [trace for trace in traces if trace in str(stored())]


def test_a_step_is_never_released_again(room):
    before = stored()

    with pytest.raises(IntegrityError):
        actions.keep_findings(room.step)

    assert before


def test_a_late_answer_changes_no_finding(room):
    before, step = stored(), room.step
    form = step.behaviour.form(step, {"option": options(room.dialogue)[1]})
    assert form.is_valid()

    with pytest.raises(StepClosed):
        taking_part.answer_step(step=step, participation=room.people[0].participation, form=form)

    assert stored() == before


def test_who_stops_afterwards_changes_no_finding(room):
    before = stored()

    for person in room.people:
        taking_part.leave(participation=person.participation)

    assert stored() == before


def test_a_skipped_step_has_no_finding(play, dagstart):
    cast = play(dagstart, people=9)
    step = cast.go_to("first")
    cast.answer_all({"option": options(dagstart)[0]})

    cast.act(leading.skip_step)

    assert stored(step=step) == []


def test_the_second_choice_of_the_same_people_gets_one_bit_of_shift(room):
    second = room.go_to("second")
    room.answer_all({"option": options(room.dialogue)[1]})

    room.act(leading.close_step)

    assert queries.released_of(room.round.steps.get(pk=second.pk))["shift"] == ShiftPicture(9, more_than_half=True)


def test_a_newcomer_at_the_second_choice_costs_the_comparison(room):
    room.go_to("second")
    room.join()
    room.answer_all({"option": options(room.dialogue)[0]})

    room.act(leading.close_step)

    released = queries.released_of(room.step)
    assert released["choice"].form == "withheld-comparison"
    assert released["shift"] == released["confidence"] == Withheld("changed-group")


def test_a_repeat_put_in_ahead_is_held_against_what_was_shown_after_it(room):
    """The second choice is closed already when the first one is repeated, with somebody new."""
    room.go_to("second")
    room.answer_all({"option": options(room.dialogue)[0]})
    room.act(leading.close_step)
    while room.step.key != "first":
        room.act(leading.previous_step)
    room.join()
    room.act(leading.repeat_step)
    repeat = room.step

    earlier = {run.step.key for run in queries.earlier_runs(repeat)}

    assert earlier == {"first", "second"}


def test_a_picture_that_the_audit_refuses_is_logged_loudly(room, monkeypatch, caplog):
    monkeypatch.setattr("goedwerk.reports.second_line.checked", lambda picture: Withheld("audit"))
    room.go_to("values")

    with caplog.at_level(logging.ERROR, logger="goedwerk.disclosure"):
        room.act(leading.close_step)

    assert {finding["released"]["reason"] for finding in stored(step=room.step)} == {"audit"}
    assert [record.levelname for record in caplog.records if record.name == "goedwerk.disclosure"] == ["ERROR"] * 2


def test_what_was_stored_is_read_back_as_it_was(room):
    released = queries.released_of(room.step)

    assert {name: to_json(one) for name, one in released.items()} == {
        finding["name"]: finding["released"] for finding in stored(step=room.step)
    }


def test_striking_a_text_takes_it_out_and_is_written_down_without_it(room, facilitator):
    passage = Passage.objects.create(step=room.step, lines=[["", "Dit liever niet."]], state=PassageState.SHOWN)

    actions.strike(passage=passage, dialogue=room.dialogue, user=facilitator)

    assert not Passage.objects.exists()
    assert HostAct.objects.first().act == "struck a text from the report"
    assert "liever niet" not in str(list(HostAct.objects.values()))
