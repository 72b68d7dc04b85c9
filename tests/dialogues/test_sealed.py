"""What the server hands to a device to seal: one's own choices and values, and nothing else."""

import json

import pytest

from dialogues.phones import Phone
from goedwerk.dialogues import device

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("collected")]


@pytest.fixture
def room(play, dagstart):
    return play(dagstart, people=5)


@pytest.fixture
def chooser(room, dagstart):
    """Somebody who chose, and wrote a text."""
    phone = Phone(dagstart).join()
    step = room.go_to("first")
    phone.send(step, option=dagstart.material["dilemma"]["options"][0]["id"])
    step = room.go_to("harvest")
    phone.send(step, **{step.behaviour.form(step).boxes[0].name: "Ik vraag vaker waarom."})
    return phone


def to_seal(phone: Phone, page: str = "own") -> dict:
    words = phone.look(page).context["page"].to_seal
    return json.loads(words) if words else {}


def test_ones_own_choice_is_handed_out_in_words_with_what_was_asked(chooser, dagstart):
    found = to_seal(chooser)

    (answer,) = found["answers"]
    assert found["dialogue"] == dagstart.title
    assert (answer["question"], answer["title"]) == ("dagstart-dilemma/first", "First choice")
    assert answer["lines"][0] == ["Your choice", dagstart.material["dilemma"]["options"][0]["en"]]
    assert answer["round"] == str(dagstart.round.pk)


def test_a_text_is_not_handed_out(chooser):
    assert "waarom" not in json.dumps(to_seal(chooser))


def test_the_page_after_closing_offers_it_too(chooser, room):
    room.close()

    assert to_seal(chooser, "now") == to_seal(chooser)


def test_once_erased_there_is_nothing_to_hand_out(chooser, room):
    for step in room.round.steps.all():
        step.behaviour.erase(step)

    assert to_seal(chooser) == {}


def test_nobody_gets_the_answer_of_another(chooser, dagstart):
    assert to_seal(Phone(dagstart).join()) == {}


def test_a_device_that_goes_round_is_offered_nothing(chooser):
    chooser.client.cookies[device.TABLET] = device.YES

    assert to_seal(chooser) == {}
    assert "<gw-earlier" not in chooser.look().content.decode()


def test_a_step_that_becomes_a_picture_has_a_place_for_the_earlier_answer_and_a_text_has_not(room, dagstart):
    phone = Phone(dagstart).join()

    room.go_to("first")
    at_choice = phone.look().content.decode()
    room.go_to("harvest")
    at_text = phone.look().content.decode()

    assert 'data-question="dagstart-dilemma/first"' in at_choice
    assert "<gw-earlier" not in at_text
