"""The big screen: how to join, what is asked, the picture, the clock; never an answer of one person."""

import pytest

from dialogues.phones import Phone, words
from goedwerk.dialogues import queries
from goedwerk.dialogues.actions import leading, reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(play, dagstart):
    return play(dagstart, people=9)


@pytest.fixture
def screen(dagstart):
    return Phone(dagstart)


def test_it_shows_how_to_join(room, screen, dagstart, settings):
    settings.PUBLIC_URL = "https://goedwerk.example"

    page = screen.look("screen")

    assert "goedwerk.example" in words(page)
    assert f"{dagstart.code[:4]} {dagstart.code[4:]}" in words(page)
    assert "Phones that joined: 9" in words(page)
    assert "gw-qr" in page.content.decode()


def test_it_says_when_phones_cannot_reach_this_machine(room, screen, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]

    page = screen.client.get(screen.url("screen"), headers={"host": "127.0.0.1:8000"})

    assert "works on this machine only" in words(page)


def test_before_opening_it_says_that_the_dialogue_is_not_open(screen):
    assert "not open yet" in words(screen.look("screen"))


def test_a_step_shows_the_question_and_readiness_in_words(room, screen, dagstart):
    room.go_to("first")

    page = words(screen.look("screen"))

    assert "May you depart from the rule here?" in page
    assert "Less than half is ready" in page
    assert "Only you see what you fill in" in page


def test_readiness_never_is_a_number(room, screen, dagstart):
    room.go_to("first")
    option = dagstart.material["dilemma"]["options"][0]["id"]
    for person in room.people[:7]:
        room.answer(person, {"option": option, "confidence": "3"})

    line = words(screen.look("screen")).split("More than half")[1]

    assert not any(letter.isdigit() for letter in line)


def test_a_talk_is_dark_with_a_clock(room, screen):
    room.go_to("pairs")

    page = screen.look("screen").content.decode()

    assert "gw-sheet--away" in page
    assert 'role="timer"' in page


def test_a_paused_clock_stands_still(room, screen):
    room.go_to("pairs")

    room.act(leading.pause_timer)

    assert "data-paused" in screen.look("screen").content.decode()


def test_the_picture_is_shown(room, screen, dagstart):
    room.go_to("first")
    room.answer_all({"option": dagstart.material["dilemma"]["options"][0]["id"], "confidence": "3"})
    room.go_to("picture")

    assert "More than half" in words(screen.look("screen"))


def test_only_texts_that_were_let_go_are_shown(room, screen):
    step = room.go_to("harvest")
    field = step.behaviour.form(step).boxes[0].name
    for number, person in enumerate(room.people):
        room.answer(person, {field: f"Zin {number} van vandaag."})
    room.act(leading.close_step)
    before = words(screen.look("screen"))

    shown = room.step.passages.first()
    room.act(reading.let_go, step=room.step, decisions={str(shown.pk): ("show", "")})

    assert "van vandaag" not in before
    assert words(screen.look("screen")).count("van vandaag") == 1


def test_a_passage_of_the_material_takes_the_screen(room, screen):
    room.go_to("pairs")
    aside = queries.asides_of(room.round)[0]

    room.act(leading.show_aside, key=aside.key)

    assert aside.parts[0][1][:40] in words(screen.look("screen"))


def test_the_end_thanks_and_says_when_answers_go(room, screen):
    room.go_to("first")
    room.close()

    page = words(screen.look("screen"))

    assert "Thank you." in page
    assert "All answers are erased in 7 days" in page
