"""What is one's own: to see, to take along, to erase. And the doors for what does not belong in a dialogue."""

import json

import pytest

from cast import prepare
from dialogues.phones import Phone, words
from goedwerk.dialogues import device, queries

pytestmark = pytest.mark.django_db
SENTENCE = "Ik vraag vaker waarom."


@pytest.fixture
def room(play, dagstart):
    return play(dagstart, people=2)


@pytest.fixture
def writer(room, dagstart):
    """Somebody who wrote a sentence at the last step."""
    phone = Phone(dagstart).join()
    step = room.go_to("harvest")
    phone.send(step, **{step.behaviour.form(step).boxes[0].name: SENTENCE})
    return phone


def test_somebody_sees_everything_that_is_still_kept_of_them(writer):
    page = words(writer.look("own"))

    assert SENTENCE in page
    assert device.return_code(writer.token) in page
    assert "erased 7 days after the dialogue closes" in page


def test_somebody_sees_nothing_of_another(room, writer, dagstart):
    other = Phone(dagstart).join()

    assert SENTENCE not in words(other.look("own"))


def test_answers_can_be_taken_along_as_text(writer):
    file = writer.look("take-along")

    assert "attachment" in file["Content-Disposition"]
    assert file["Content-Type"] == "text/plain; charset=utf-8"
    assert f"Harvest\nYour text: {SENTENCE}" in file.content.decode()


def test_answers_can_be_taken_along_for_a_machine(writer, dagstart):
    file = writer.client.get(writer.url("take-along"), {"as": "json"})

    assert json.loads(file.content) == {
        "dialogue": dagstart.title,
        "answers": [{"step": "Harvest", "lines": [{"label": "Your text", "text": SENTENCE}]}],
    }


def test_stopping_is_asked_first_and_then_erases_everything(writer, dagstart):
    token = writer.token
    before = queries.own_answers(queries.participation_by_token(dagstart, token))

    asked = writer.look("stop")
    page = writer.post("stop")

    assert len(before) == 1
    assert "Stop and erase your answers?" in words(asked)
    assert "Your answers are erased" in words(page)
    assert "<gw-forget>" in page.content.decode()
    assert writer.token == ""
    assert queries.participation_by_token(dagstart, token) is None


def test_after_the_answers_are_erased_the_page_says_that_nothing_is_kept(writer, room):
    step = room.step
    step.behaviour.erase(step)

    assert "Nothing." in words(writer.look("own"))


@pytest.mark.parametrize("name", ["own", "take-along", "stop"])
def test_whoever_has_no_place_is_led_to_the_return_code(room, dagstart, name):
    page = Phone(dagstart).look(name)

    assert "Come back to your place" in words(page)


def test_the_doors_are_open_to_everybody_and_name_who_is_near(membership, pack, play):
    near = {"who": "Samira, vertrouwenspersoon", "how": "Kamer 2.14"}
    dialogue = prepare(membership, "dagstart-dilemma", contacts=(near,))
    play(dialogue)

    page = words(Phone(dialogue).look("doors"))

    assert near["who"] in page
    assert near["how"] in page
    assert "Huis voor Klokkenluiders" in page
    assert "Stay around for five minutes" in page


def test_every_page_of_a_participant_has_the_ways_out_in_its_menu(writer, dagstart):
    for name in ("now", "own", "kept", "doors"):
        page = writer.look(name).content.decode()

        assert 'href="/leave/"' in page
        assert f'href="/d/{dagstart.code}/help/"' in page
        assert f'href="/d/{dagstart.code}/mine/stop/"' in page


def test_what_we_keep_can_be_read_at_any_moment(dagstart):
    assert "Who sees what?" in words(Phone(dagstart).look("kept"))
