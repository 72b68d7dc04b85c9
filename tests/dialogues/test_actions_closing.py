"""Closing and erasing: what goes, what stays, and when."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cast import prepare
from goedwerk.dialogues.actions import closing, erasing, leading, reading, taking_part
from goedwerk.dialogues.models import Attendance, Participation, Passage, PassageState, RoundState, StepState
from goedwerk.reports.models import Finding

DAY = timedelta(days=1)


@pytest.fixture
def harvested(play, dagstart):
    """Six people chose and wrote; two texts were let go, the others not."""
    cast = play(dagstart, people=6)
    option = dagstart.material["dilemma"]["options"][0]["id"]
    cast.go_to("first")
    cast.answer_all({"option": option})
    step = cast.go_to("harvest")
    for number, person in enumerate(cast.people):
        cast.answer(
            person, {name: f"Zin {number}" for name in step.behaviour.form(step).fields if name != "second_look"}
        )
    cast.act(leading.close_step)
    step = cast.step
    show, skip, *_wait = step.passages.order_by("id")
    cast.act(reading.let_go, step=step, decisions={str(show.pk): ("show", ""), str(skip.pk): ("skip", "")})
    return cast


@pytest.fixture
def closed(harvested):
    harvested.close()
    return harvested


def answers_kept(round):
    return sum(len(step.behaviour.answers(step)) for step in round.steps.all())


def test_closing_a_round_closes_what_is_open_and_skips_what_waits(play, dagstart):
    cast = play(dagstart, people=5)
    cast.go_to("first")

    cast.close()

    states = {step.key: step.state for step in cast.round.steps.all()}
    assert (states["first"], states["values"]) == (StepState.CLOSED, StepState.SKIPPED)
    assert cast.round.state == RoundState.CLOSED


def test_answers_get_their_last_day_at_closing(closed):
    round = closed.round

    assert round.erase_at - round.closed_at == closed.dialogue.retention_days * DAY


def test_before_their_last_day_nothing_is_erased(closed):
    erased = erasing.erase_due_rounds(closed.round.erase_at - timedelta(minutes=1))

    assert erased == 0
    assert answers_kept(closed.round) == 12


def test_on_their_last_day_answers_attendance_and_unshown_texts_go(closed):
    erasing.erase_due_rounds(closed.round.erase_at)

    assert answers_kept(closed.round) == 0
    assert not Attendance.objects.exists()
    assert [passage.state for passage in Passage.objects.all()] == [PassageState.SHOWN]


def test_findings_and_places_outlive_the_answers(closed):
    before = list(Finding.objects.order_by("id").values())

    erasing.erase_due_rounds(closed.round.erase_at)

    assert before
    assert list(Finding.objects.order_by("id").values()) == before
    assert Participation.objects.count() == 6


def test_erasing_is_done_once(closed):
    last_day = closed.round.erase_at

    assert [erasing.erase_due_rounds(last_day), erasing.erase_due_rounds(last_day + DAY)] == [1, 0]


def test_keeping_for_no_day_at_all_erases_at_the_next_minute(pack, membership, play):
    cast = play(prepare(membership, "dagstart-dilemma", retention_days=0), people=5)
    cast.go_to("first")
    cast.close()

    assert erasing.erase_due_rounds(timezone.now()) == 1


# A round that is open for some days


@pytest.fixture
def open_for_days(pack, membership, play):
    dialogue = prepare(membership, "korte-reflectie", mode="open", closes_at=timezone.now() + 3 * DAY)
    return play(dialogue, people=7)


def test_in_an_open_round_every_step_is_open_at_once(open_for_days):
    assert {step.state for step in open_for_days.round.steps.all()} == {StepState.OPEN}


def test_an_open_round_stays_open_until_its_date(open_for_days):
    assert closing.close_due_rounds(timezone.now() + 2 * DAY) == 0
    assert open_for_days.round.is_open


def test_an_open_round_closes_at_its_date_and_screens_follow(open_for_days):
    version = open_for_days.round.version

    assert closing.close_due_rounds(timezone.now() + 3 * DAY) == 1

    assert open_for_days.round.state == RoundState.CLOSED
    assert open_for_days.round.version == version + 1
    assert {step.state for step in open_for_days.round.steps.all()} == {StepState.CLOSED}


def test_a_live_round_never_closes_by_itself(play, dagstart):
    cast = play(dagstart)

    assert closing.close_due_rounds(timezone.now() + 400 * DAY) == 0
    assert cast.round.is_open


def test_who_left_before_closing_is_not_counted_in(open_for_days):
    taking_part.leave(participation=open_for_days.people[0].participation)

    closing.close_due_rounds(timezone.now() + 3 * DAY)

    step = open_for_days.round.steps.first()
    assert Attendance.objects.filter(step=step).count() == 6
