"""What a facilitator does in a live round: in order, once, and written down."""

import pytest

from goedwerk.dialogues.actions import leading
from goedwerk.dialogues.errors import MovedOn, NotLeading, NotPossible
from goedwerk.dialogues.models import Attendance, StepState
from goedwerk.organisations.actions import invite
from goedwerk.organisations.models import HostAct


@pytest.fixture
def room(play, dagstart):
    return play(dagstart, people=5)


@pytest.fixture
def option(dagstart):
    return dagstart.material["dilemma"]["options"][0]["id"]


@pytest.fixture
def colleague(membership):
    return invite(organisation=membership.organisation, name="Sem").user


def states(room):
    return {step.key: step.state for step in room.round.steps.all()}


def keys(room):
    return [step.key for step in room.round.steps.all()]


# One act at a time


def test_each_act_moves_the_version_and_is_written_down(room):
    version = room.round.version

    room.next()

    assert room.round.version == version + 1
    act = HostAct.objects.first()
    assert (act.actor, act.act, act.subject) == ("Noor", "next step", room.dialogue.title)


def test_an_act_on_an_outdated_screen_does_nothing(room):
    outdated = room.round.version
    room.next()
    before, acts = states(room), HostAct.objects.count()

    with pytest.raises(MovedOn):
        leading.next_step(round=room.round, user=room.facilitator, version=outdated)

    assert (states(room), HostAct.objects.count()) == (before, acts)


def test_a_second_facilitator_cannot_act_until_taking_over(room, colleague):
    room.next()

    with pytest.raises(NotLeading):
        leading.next_step(round=room.round, user=colleague, version=room.round.version)

    leading.take_over(round=room.round, user=colleague)
    leading.next_step(round=room.round, user=colleague, version=room.round.version)
    assert room.step.key == "first"


def test_who_was_taken_over_from_cannot_act_on(room, colleague):
    room.next()
    leading.take_over(round=room.round, user=colleague)

    with pytest.raises(NotLeading):
        room.next()


def test_a_round_opens_once(room):
    with pytest.raises(NotPossible):
        room.act(leading.open_round)


def test_an_act_that_is_refused_leaves_the_version_alone(room):
    version = room.round.version

    with pytest.raises(NotPossible):
        room.act(leading.repeat_step)

    assert room.round.version == version


# Through the steps


def test_next_closes_what_was_open_and_opens_what_comes(room):
    room.go_to("first")

    room.next()

    assert [states(room)[key] for key in ("read", "first", "values", "picture")] == [
        StepState.CLOSED,
        StepState.CLOSED,
        StepState.OPEN,
        StepState.WAITING,
    ]


def test_everybody_who_was_there_is_counted_in_when_a_step_closes(room, option):
    step = room.go_to("first")
    room.answer(room.people[0], {"option": option})

    room.act(leading.close_step)

    assert Attendance.objects.filter(step=step).count() == 5
    assert Attendance.objects.filter(step=step, ready=True).count() == 1


def test_looking_back_reopens_nothing(room):
    room.go_to("values")

    room.act(leading.previous_step)

    assert room.step.key == "first"
    assert states(room)["first"] == StepState.CLOSED
    assert states(room)["values"] == StepState.OPEN


def test_skipping_erases_what_was_filled_in_and_makes_no_picture(room, option):
    step = room.go_to("first")
    room.answer_all({"option": option})

    room.act(leading.skip_step)

    step.refresh_from_db()
    assert step.state == StepState.SKIPPED
    assert step.behaviour.answers(step) == {}
    assert not Attendance.objects.filter(step=step).exists()
    assert not step.findings.exists()


def test_repeating_makes_a_new_step_with_answers_of_its_own(room, option):
    first = room.go_to("first")
    room.answer_all({"option": option})

    room.act(leading.repeat_step)

    again = room.step
    assert (again.key, again.again, again.state) == ("first-2", first, StepState.OPEN)
    assert again.behaviour.answers(again) == {}
    assert len(first.behaviour.answers(first)) == 5
    assert keys(room)[1:4] == ["first", "first-2", "values"]


def test_repeating_a_repeat_counts_on(room):
    room.go_to("first")
    room.act(leading.repeat_step)

    room.act(leading.repeat_step)

    assert room.step.key == "first-3"


def test_the_last_step_is_said_to_be_the_last(room):
    room.go_to("harvest")

    with pytest.raises(NotPossible):
        room.next()


# Order, time, passages


def test_steps_to_come_change_places(room):
    room.next()

    room.act(leading.move_step, step_key="pairs", up=False)

    order = keys(room)
    assert order.index("pairs") == order.index("together") + 1


def test_a_step_does_not_move_before_what_it_shows(room):
    with pytest.raises(NotPossible):
        room.act(leading.move_step, step_key="picture", up=True)  # shows what the values step asks


def test_what_is_asked_does_not_move_after_what_shows_it(room):
    with pytest.raises(NotPossible):
        room.act(leading.move_step, step_key="real", up=False)


def test_a_step_that_was_run_does_not_move(room):
    room.go_to("values")

    with pytest.raises(NotPossible):
        room.act(leading.move_step, step_key="first", up=False)


def test_more_time_is_added_to_what_is_left(room):
    step = room.go_to("first")
    left = step.time_left()

    room.act(leading.add_minutes, minutes=5)

    assert room.step.time_left() - left in (299, 300)


def test_the_clock_stops_and_goes_on(room):
    room.go_to("first")

    room.act(leading.pause_timer)
    stopped = room.step
    room.act(leading.pause_timer)

    assert (stopped.ends_at, stopped.seconds_left is not None) == (None, True)
    assert room.step.ends_at is not None


def test_the_turn_of_a_dilemma_waits_for_the_first_choice(room):
    room.go_to("first")
    with pytest.raises(NotPossible):
        room.act(leading.show_aside, key="turn")

    room.act(leading.close_step)
    room.act(leading.show_aside, key="turn")

    assert room.round.aside == "turn"
