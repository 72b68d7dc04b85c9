"""The page of now: what is asked, what is kept, and what comes back when it came too late."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cast import prepare
from dialogues.phones import Phone, words
from goedwerk.dialogues import device, queries
from goedwerk.dialogues.actions import leading, reading
from goedwerk.dialogues.models import Attendance, Round, TextResponse

pytestmark = pytest.mark.django_db
SENTENCE = "Ik vraag vaker waarom."


@pytest.fixture
def room(play, dagstart):
    """Eight others in a live dialogue."""
    return play(dagstart, people=8)


@pytest.fixture
def phone(room, dagstart):
    return Phone(dagstart).join()


@pytest.fixture
def option(dagstart):
    return dagstart.material["dilemma"]["options"][0]["id"]


def test_a_step_says_where_we_are_who_sees_it_and_how_to_skip(room, phone):
    room.go_to("first")

    page = words(phone.look())

    assert "Step 2 of 10" in page
    assert "Only you see what you fill in. Together it becomes a picture." in page
    assert "Skip this step" in page
    assert "Phones that joined: 9" in page


def test_an_answer_is_kept_and_read_back_to_its_writer(room, phone, option):
    step = room.go_to("first")

    page = phone.send(step, option=option, confidence="4")

    assert "Kept" in words(page)
    assert "Change my answer" in words(page)
    assert queries.answer_of(step, queries.participation_by_token(room.dialogue, phone.token))["option"] == option


def test_an_answer_can_be_changed_while_the_step_is_open(room, phone, option):
    step = room.go_to("first")
    phone.send(step, option=option, confidence="4")

    again = phone.look("step", step.pk).content.decode()
    page = phone.send(step, option="dont-know", confidence="1")

    assert re.search(rf'value="{option}" checked', again)
    assert "I don't know yet" in words(page)


def test_pressing_twice_keeps_one_answer(room, phone):
    step = room.go_to("harvest")
    field = step.behaviour.form(step).boxes[0].name

    for _ in range(2):
        page = phone.send(step, **{field: SENTENCE})

    assert "Kept" in words(page)
    assert TextResponse.objects.count() == 1


def test_a_skipped_step_counts_as_ready_and_leaves_no_answer(room, phone, option):
    step = room.go_to("first")
    phone.send(step, option=option, confidence="4")

    page = phone.send(step, **{"pass": "yes"})

    person = queries.participation_by_token(room.dialogue, phone.token)
    assert "You are ready" in words(page)
    assert queries.is_ready(step, person)
    assert queries.answer_of(step, person) is None


@pytest.mark.parametrize("tampered", ["another", "", "<script>"])
def test_a_choice_that_was_not_offered_is_refused_with_words(room, phone, tampered):
    step = room.go_to("first")

    page = phone.send(step, option=tampered, confidence="4")

    assert page.status_code == 422
    assert "gw-field--wrong" in page.content.decode()
    assert not Attendance.objects.filter(ready=True).exists()


def test_a_text_that_is_too_long_says_how_long_it_may_be_and_stays_in_the_box(room, phone):
    step = room.go_to("harvest")
    field = step.behaviour.form(step).boxes[0].name
    long = "woord " * 60

    page = phone.send(step, **{field: long})

    assert page.status_code == 422
    assert "140" in words(page)
    assert long.strip() in words(page)


def test_what_comes_after_the_step_closed_is_given_back_and_not_counted(room, phone):
    step = room.go_to("harvest")
    field = step.behaviour.form(step).boxes[0].name
    room.act(leading.close_step)

    page = phone.send(step, **{field: SENTENCE})

    assert page.status_code == 409
    assert "The group has moved on" in words(page)
    assert re.search(rf"<textarea[^>]* readonly>{SENTENCE}</textarea>", page.content.decode())
    assert not TextResponse.objects.exists()


def test_a_choice_that_came_too_late_is_given_back_in_words(room, phone, option):
    step = room.go_to("first")
    text = dict(step.behaviour.form(step).fields["option"].choices)[option]
    room.next()

    page = phone.send(step, option=option, confidence="4")

    assert page.status_code == 409
    assert str(text) in words(page)


def test_an_empty_form_that_came_too_late_just_goes_on(room, phone):
    step = room.go_to("first")
    room.next()

    page = phone.send(step, **{"pass": "yes"})

    assert page.status_code == 200
    assert "What weighed in" in words(page)


def test_whoever_lost_their_place_gets_the_text_back_and_a_way_in(room, dagstart):
    step = room.go_to("harvest")
    field = step.behaviour.form(step).boxes[0].name

    page = Phone(dagstart).send(step, **{field: SENTENCE})

    assert page.status_code == 403
    assert SENTENCE in words(page)
    assert f'href="/d/{dagstart.code}/return/"' in page.content.decode()


def test_a_step_of_another_dialogue_does_not_exist_here(room, phone, membership, play):
    elsewhere = play(prepare(membership, "dagstart-dilemma"))

    assert phone.send(elsewhere.go_to("first")).status_code == 404


def test_a_step_that_is_not_of_now_leads_to_now(room, phone):
    read = room.next()
    room.go_to("first")

    assert "First choice" in words(phone.look("step", read.pk))


def test_talking_turns_the_page_dark_and_asks_nothing(room, phone):
    room.go_to("pairs")

    page = phone.look()

    assert "gw-step--away" in page.content.decode()
    assert "Put your phone away" in words(page)
    assert "<form method" not in page.content.decode().split('id="step"')[1]


def test_the_picture_is_for_everybody(room, phone, option):
    room.go_to("first")
    room.answer_all({"option": option, "confidence": "3"})
    room.go_to("picture")

    page = phone.look()

    assert "gw-step--group" in page.content.decode()
    assert "Everybody in the group sees this" in words(page)
    assert "More than half" in words(page)


def test_texts_are_on_the_page_only_after_the_facilitator_let_them_go(room, phone):
    step = room.go_to("harvest")
    field = step.behaviour.form(step).boxes[0].name
    room.answer_all({field: SENTENCE})
    room.act(leading.close_step)
    before = words(phone.look())

    passage = room.step.passages.first()
    room.act(reading.let_go, step=room.step, decisions={str(passage.pk): ("show", "")})

    assert "This step is closed" in before
    assert SENTENCE not in before
    assert words(phone.look()).count(SENTENCE) == 1


def test_a_passage_of_the_material_stands_above_the_step(room, phone):
    room.go_to("pairs")
    aside = queries.asides_of(room.round)[0]

    room.act(leading.show_aside, key=aside.key)

    page = words(phone.look())
    assert page.index(aside.parts[0][1][:40]) < page.index("Put your phone away")


def test_the_last_page_thanks_and_gives_the_return_code(room, phone):
    room.go_to("first")
    room.close()

    page = words(phone.look())

    assert "Done. Thank you." in page
    assert device.return_code(phone.token) in page
    assert "Read the report" in page


def test_a_page_tells_which_drafts_the_server_has_by_now(room, phone, option):
    first = room.go_to("first")
    phone.send(first, option=option, confidence="4")
    room.next()

    page = phone.look().content.decode()

    assert f'data-done="{room.dialogue.code}:{first.pk}"' in page


def test_no_page_of_a_participant_is_kept_by_the_browser(room, phone):
    for name in ("now", "own", "kept", "doors", "come-back"):
        assert "no-store" in phone.look(name)["Cache-Control"]


def test_the_page_of_now_asks_the_database_a_fixed_number_of_times(room, phone, django_assert_max_num_queries):
    room.go_to("first")

    with django_assert_max_num_queries(12):
        phone.look()


# An open round: step by step, in one's own time


@pytest.fixture
def days(membership, pack, play):
    dialogue = prepare(membership, "korte-reflectie", mode="open", closes_at=timezone.now() + timedelta(days=3))
    return play(dialogue)


def test_in_an_open_round_everybody_goes_on_by_themselves(days):
    phone = Phone(days.dialogue).join()
    first, second = list(days.round.steps.all())[:2]

    page = phone.send(first, **{"pass": "yes"})

    assert second.title in words(page)
    assert f"Back to: {first.title}" in words(page)
    assert "Open until" in words(page)


def test_in_an_open_round_somebody_may_go_back_to_an_earlier_step(days):
    phone = Phone(days.dialogue).join()
    first = days.round.steps.first()
    phone.send(first, **{"pass": "yes"})

    page = phone.look("step", first.pk)

    assert first.title in words(page)
    assert "Step 1 of" in words(page)


def test_a_talk_in_an_open_round_sends_no_phone_away(days):
    phone = Phone(days.dialogue).join()
    talk = days.round.steps.get(key="harvest")

    page = phone.look("step", talk.pk)

    assert "This step is a talk" in words(page)
    assert "gw-step--away" not in page.content.decode()


def test_whoever_is_through_reads_until_when_they_may_change_it(days):
    phone = Phone(days.dialogue).join()
    for step in days.round.steps.all():
        page = phone.send(step, **{"pass": "yes"})

    assert "You are through. Thank you." in words(page)
    assert "The dialogue is open until" in words(page)
    assert device.return_code(phone.token) in words(page)


def test_after_its_last_day_an_open_round_is_closed_for_whoever_looks(days):
    phone = Phone(days.dialogue).join()
    Round.objects.update(closes_at=timezone.now() - timedelta(minutes=1))

    page = phone.look()

    assert "Done. Thank you." in words(page)
    assert days.round.state == "closed"
