"""Texts reach the group through the facilitator only, without their writer."""

import pytest

from goedwerk.dialogues.actions import leading, reading
from goedwerk.dialogues.errors import NotPossible
from goedwerk.dialogues.models import Passage, PassageState


def write(play, dialogue, people):
    cast = play(dialogue, people=people)
    step = cast.go_to("harvest")
    for number, person in enumerate(cast.people):
        cast.answer(
            person, {name: f"Zin {number}" for name in step.behaviour.form(step).fields if name != "second_look"}
        )
    return cast


@pytest.fixture
def written(play, dagstart):
    cast = write(play, dagstart, 5)
    cast.act(leading.close_step)
    return cast


def texts(state):
    return sorted(text for passage in Passage.objects.filter(state=state) for _label, text in passage.lines)


def decide(cast, decision, *texts_of, text=""):
    chosen = [passage for passage in Passage.objects.all() if passage.lines[0][1] in texts_of]
    cast.act(reading.let_go, step=cast.step, decisions={str(passage.pk): (decision, text) for passage in chosen})


def test_closing_lays_every_text_ready_and_shows_none(written):
    assert texts(PassageState.WAITING) == [f"Zin {number}" for number in range(5)]
    assert texts(PassageState.SHOWN) == []


def test_a_passage_knows_nothing_of_its_writer(written):
    people = {str(person.participation.pk) for person in written.people}

    for row in Passage.objects.values():
        assert not people & {str(value) for value in row.values()}


def test_only_what_is_let_go_is_shown(written):
    decide(written, "show", "Zin 1", "Zin 3")
    decide(written, "skip", "Zin 2")

    assert texts(PassageState.SHOWN) == ["Zin 1", "Zin 3"]
    assert texts(PassageState.WAITING) == ["Zin 0", "Zin 4"]


def test_a_retold_text_replaces_the_words_of_the_writer(written):
    decide(written, "retell", "Zin 1", text="  In andere woorden.  ")

    assert texts(PassageState.SHOWN) == ["In andere woorden."]
    assert "Zin 1" not in str(list(Passage.objects.values()))


def test_an_open_step_shows_no_text_yet(play, dagstart):
    cast = write(play, dagstart, 5)

    with pytest.raises(NotPossible):
        cast.act(reading.let_go, step=cast.step, decisions={})


def test_under_five_people_no_text_is_let_go(play, dagstart):
    cast = write(play, dagstart, 4)
    cast.act(leading.close_step)

    with pytest.raises(NotPossible):
        decide(cast, "show", "Zin 1")

    assert texts(PassageState.SHOWN) == []


def test_a_step_without_a_note_keeps_none(written):
    with pytest.raises(NotPossible):
        written.act(reading.add_note, text="Wij bellen eerst.")
