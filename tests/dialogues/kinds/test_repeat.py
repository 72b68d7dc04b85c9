"""Agreeing on a next time: a day that is proposed, then the one that was agreed on, for everybody."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cast import prepare
from dialogues.phones import Phone, words
from goedwerk.dialogues.actions import rounds
from goedwerk.dialogues.models import Round


@pytest.fixture
def planning(play, pack, membership):
    """Six people at the step in which they agree on a next time."""
    cast = play(prepare(membership, "waardensortering"), people=6)
    cast.go_to("repeat")
    return cast


def agree(cast, *, in_days: int) -> None:
    cast.act(rounds.plan_next, day=timezone.localdate() + timedelta(days=in_days))


def body(cast):
    step = Round.objects.get(pk=cast.round.pk).current
    return step.behaviour.body(step)


def test_until_the_group_agrees_the_approach_proposes_a_day(planning):
    found = body(planning)

    assert (found.day, found.is_agreed) == (timezone.localdate() + timedelta(days=365), False)
    assert len(found.steps) == 1


def test_an_open_round_counts_from_its_last_day(pack, membership):
    closes = timezone.now() + timedelta(days=10)
    dialogue = prepare(membership, "waardensortering", mode="open", closes_at=closes)
    step = dialogue.round.steps.get(kind="repeat")

    assert step.behaviour.body(step).day == timezone.localdate(closes) + timedelta(days=365)


def test_the_agreed_day_is_on_phone_and_big_screen_at_once(planning):
    before = planning.round.version
    agree(planning, in_days=100)
    day = timezone.localdate() + timedelta(days=100)
    phone = Phone(planning.dialogue)
    phone.post("come-back", code=planning.people[0].token)

    pages = [words(phone.look()), words(phone.look("screen"))]

    assert all(f"{day.day} " in page and str(day.year) in page for page in pages)
    assert planning.round.version > before


def test_the_phone_says_what_comes_back_and_how_to_compare_with_oneself(planning):
    phone = Phone(planning.dialogue)
    phone.post("come-back", code=planning.people[0].token)

    page = words(phone.look())

    assert "Then this comes back" in page
    assert "keeps their own answer on their own phone" in page


def test_agreeing_remembers_which_steps_come_back(planning):
    agree(planning, in_days=100)
    planning.dialogue.refresh_from_db()

    assert planning.dialogue.next_steps == ["now"]
    assert "now" in rounds.suggested(planning.dialogue)
    assert "pairs" not in rounds.suggested(planning.dialogue)


def test_who_leads_finds_the_way_to_the_day_on_the_console_and_after_closing_elsewhere(planning):
    step = planning.step

    running = step.behaviour.writing_url(step)
    planning.close()
    step = planning.round.steps.get(pk=step.pk)

    assert running == reverse("dialogues:next-day", args=[planning.dialogue.pk])
    assert step.behaviour.writing_url(step) == ""


def test_nothing_is_kept_of_anybody_in_this_step(planning):
    assert planning.step.behaviour.answers(planning.step) == {}
    assert planning.step.behaviour.form(planning.step) is None
