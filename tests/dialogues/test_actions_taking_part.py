"""What a participant does: none of it is kept twice, and none of it comes too late."""

import pytest

from goedwerk.accounts import tokens
from goedwerk.dialogues import queries
from goedwerk.dialogues.actions import leading, taking_part
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.models import Attendance, Participation
from goedwerk.organisations.models import HostAct


@pytest.fixture
def room(play, dagstart):
    """Three people at the first choice."""
    cast = play(dagstart, people=3)
    cast.go_to("first")
    return cast


@pytest.fixture
def options(dagstart):
    return [option["id"] for option in dagstart.material["dilemma"]["options"]]


def form_of(step, **data):
    form = step.behaviour.form(step, data)
    assert form.is_valid(), form.errors
    return form


# Joining


def test_joining_tells_a_token_once_and_keeps_its_hash_only(play, dagstart):
    joined = play(dagstart).join()

    kept = Participation.objects.get()
    assert kept.token_hash == tokens.hashed(joined.token)
    assert joined.token not in str(kept.__dict__)


def test_the_same_token_twice_is_one_person_pressing_twice(play, dagstart):
    play(dagstart)
    token = taking_part.new_token()

    places = {taking_part.join(dialogue=dagstart, token=token).participation.pk for _ in range(2)}

    assert len(places) == 1
    assert queries.people_in(dagstart) == 1


def test_a_token_opens_no_place_in_another_dialogue(play, dagstart, korte_reflectie):
    joined = play(dagstart).join()

    assert queries.participation_by_token(korte_reflectie, joined.token) is None


def test_nobody_joins_before_opening_or_after_closing(play, dagstart):
    with pytest.raises(StepClosed):
        taking_part.join(dialogue=dagstart)
    play(dagstart).close()

    with pytest.raises(StepClosed):
        taking_part.join(dialogue=dagstart)


def test_what_participants_do_is_written_down_nowhere(room, options):
    before = HostAct.objects.count(), room.round.version

    room.join("employee")
    room.answer_all({"option": options[0]})
    taking_part.leave(participation=room.people[0].participation)

    assert (HostAct.objects.count(), room.round.version) == before


# Answering


def test_answering_twice_keeps_the_last_answer_once(room, options):
    person = room.people[0]

    room.answer(person, {"option": options[0]})
    room.answer(person, {"option": options[1], "confidence": "4"})

    answers = room.step.behaviour.answers(room.step)
    assert answers == {person.participation.pk: {"option": options[1], "confidence": 4}}
    assert Attendance.objects.filter(step=room.step).count() == 1


def test_a_closed_step_refuses_an_answer_and_keeps_nothing_of_it(room, options):
    step, form = room.step, form_of(room.step, option=options[0])
    room.act(leading.close_step)

    with pytest.raises(StepClosed):
        taking_part.answer_step(step=step, participation=room.people[0].participation, form=form)

    assert step.behaviour.answers(step) == {}


def test_a_step_that_waits_refuses_an_answer(room, options):
    second = room.round.steps.get(key="second")

    with pytest.raises(StepClosed):
        taking_part.answer_step(
            step=second, participation=room.people[0].participation, form=form_of(second, option=options[0])
        )


def test_skipping_takes_an_earlier_answer_back_and_looks_like_answering(room, options):
    person = room.people[0]
    room.answer(person, {"option": options[0]})

    taking_part.pass_step(step=room.step, participation=person.participation)

    assert room.step.behaviour.answers(room.step) == {}
    assert queries.is_ready(room.step, person.participation)


def test_readiness_is_told_in_words(room, options):
    told = [queries.readiness_of(room.step).value]
    for person in room.people:
        room.answer(person, {"option": options[0]})
        told.append(queries.readiness_of(room.step).value)

    assert told == ["less-than-half", "less-than-half", "nearly-everybody", "nearly-everybody"]


# Stopping


def test_stopping_erases_every_answer_that_is_still_kept(room, options):
    person = room.people[0]
    room.answer_all({"option": options[0]})
    first = room.step
    room.go_to("values")
    cards = [card["id"] for card in room.dialogue.material["values"]["cards"]]
    room.answer(person, {"picked": cards[:2], "given_up": cards[2:3]})

    taking_part.leave(participation=person.participation)

    assert queries.own_answers(person.participation) == []
    assert len(first.behaviour.answers(first)) == 2


def test_who_stopped_no_longer_counts_as_there(room):
    taking_part.leave(participation=room.people[0].participation)

    assert queries.people_in(room.dialogue) == 2
    assert queries.participation_by_token(room.dialogue, room.people[0].token) is None


def test_a_token_of_another_dialogue_opens_no_place_here(play, dagstart, korte_reflectie):
    there = play(dagstart, people=1).people[0]
    play(korte_reflectie)

    joined = taking_part.join(dialogue=korte_reflectie, token=there.token)

    assert joined.token != there.token
    assert joined.participation.dialogue == korte_reflectie
