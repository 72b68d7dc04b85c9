"""A database that cannot write: nothing was acknowledged, so nothing is lost, and everybody is told."""

import pytest
from django.db import OperationalError

from dialogues.phones import Phone, words
from goedwerk.dialogues.actions import leading, taking_part
from goedwerk.dialogues.models import TextResponse

SENTENCE = "Ik vraag vaker waarom."


@pytest.fixture
def room(play, dagstart):
    return play(dagstart, people=8)


@pytest.fixture
def phone(room, dagstart):
    return Phone(dagstart).join()


def full(**_what):
    raise OperationalError("database or disk is full")


@pytest.fixture
def full_disk(monkeypatch):
    """The database cannot write; what it holds can be read."""

    for act in ("answer_step", "pass_step", "join"):
        monkeypatch.setattr(taking_part, act, full)


def test_on_a_full_disk_what_was_typed_is_given_back(room, phone, full_disk, caplog):
    step = room.go_to("harvest")
    field = step.behaviour.form(step).boxes[0].name

    page = phone.send(step, **{field: SENTENCE})

    assert page.status_code == 503
    assert "This could not be kept" in words(page)
    assert SENTENCE in words(page)
    assert not TextResponse.objects.exists()
    assert "Is the disk full?" in caplog.text
    assert SENTENCE not in caplog.text


@pytest.mark.parametrize("sent", [{"pass": "yes"}, {}])
def test_on_a_full_disk_whoever_sends_nothing_to_lose_is_told_as_well(room, dagstart, phone, full_disk, caplog, sent):
    step = room.go_to("harvest")

    newcomer = Phone(dagstart)
    newcomer.look()

    page = phone.send(step, **sent) if sent else newcomer.post("take-part")

    assert page.status_code == 503
    assert "This could not be kept" in words(page)
    assert "Is the disk full?" in caplog.text
    assert "Traceback" not in caplog.text


def test_who_leads_is_told_and_the_group_stays_where_it_is(host, room, dagstart, monkeypatch):
    step = room.go_to("first")
    monkeypatch.setattr(leading, "log_act", full)

    page = host.post(f"/dialogues/{dagstart.pk}/act/next/", {"version": room.round.version}, HTTP_ACCEPT_LANGUAGE="en")

    assert page.status_code == 503
    assert "This could not be kept" in words(page)
    assert room.round.current == step
