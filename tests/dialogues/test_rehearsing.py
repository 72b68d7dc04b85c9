"""A rehearsal looks like the real thing, and stores nothing."""

import pytest
from django.apps import apps
from django.core import signing

from goedwerk.dialogues.models import Step


@pytest.fixture
def rehearsal(dagstart):
    return f"/dialogues/{dagstart.pk}/rehearse/"


def everything():
    """How many rows there are of everything, and where each step stands."""
    counts = {model._meta.label: model.objects.count() for model in apps.get_models()}
    return counts, sorted(Step.objects.values_list("key", "state", "ends_at"))


def go_on(host, rehearsal, times):
    for _ in range(times):
        host.post(rehearsal, {"move": "next"})
    return host.get(rehearsal).context["page"]


def test_a_whole_rehearsal_stores_nothing(host, rehearsal):
    host.get(rehearsal)
    before = everything()

    page = go_on(host, rehearsal, 12)

    assert page.is_over
    assert everything() == before


def test_every_page_of_a_rehearsal_says_that_nothing_is_kept(host, rehearsal):
    for _ in range(13):
        body = host.get(rehearsal, HTTP_ACCEPT_LANGUAGE="en").content.decode()

        assert "Rehearsal: nothing is kept" in body
        host.post(rehearsal, {"move": "next"})


def test_it_shows_console_phone_and_big_screen_of_the_same_step(host, rehearsal):
    page = go_on(host, rehearsal, 2)

    assert (page.console.step.key, page.phone.at.step.key, page.console.screen.step.key) == ("first",) * 3
    assert page.console.people == 9
    assert page.phone.at.form is not None


def test_the_picture_of_simulated_colleagues_is_drawn(host, rehearsal):
    page = go_on(host, rehearsal, 4)

    assert page.console.step.key == "picture"
    assert page.phone.at.body.pictures


def test_the_same_rehearsal_looks_the_same_when_it_is_drawn_again(host, rehearsal):
    first = go_on(host, rehearsal, 4).phone.at.body.pictures

    assert host.get(rehearsal).context["page"].phone.at.body.pictures == first


def test_texts_of_simulated_colleagues_are_read_first(host, rehearsal):
    asked = go_on(host, rehearsal, 10)
    assert not asked.reads_texts

    read = go_on(host, rehearsal, 1)

    assert read.reads_texts
    assert read.texts


def test_back_and_again(host, rehearsal):
    seed = go_on(host, rehearsal, 3).seed

    host.post(rehearsal, {"move": "back"})
    assert host.get(rehearsal).context["page"].console.step.key == "first"

    host.post(rehearsal, {"move": "again"})
    page = host.get(rehearsal).context["page"]
    assert page.is_before
    assert page.seed != seed or page.console.step is None


def test_stopping_leads_back_and_forgets(host, rehearsal, dagstart):
    go_on(host, rehearsal, 3)

    response = host.post(rehearsal, {"move": "stop"})

    assert response.url == f"/dialogues/{dagstart.pk}/"
    assert host.get(rehearsal).context["page"].is_before


@pytest.mark.parametrize("move", ["", "delete", "next; drop", "x" * 5000])
def test_an_unknown_move_changes_nothing(host, rehearsal, move):
    go_on(host, rehearsal, 2)

    host.post(rehearsal, {"move": move})

    assert host.get(rehearsal).context["page"].console.step.key == "first"


def test_how_far_it_is_lives_in_the_signed_cookie(host, rehearsal):
    go_on(host, rehearsal, 2)

    cookie = host.cookies["sessionid"].value
    kept = signing.loads(cookie, salt="django.contrib.sessions.backends.signed_cookies", serializer=Serializer)

    assert set(kept["rehearsal"]) == {"dialogue", "seed", "position", "closed"}


class Serializer:
    def loads(self, data):
        import json

        return json.loads(data)


def test_a_real_round_is_not_touched_by_rehearsing(host, rehearsal, dagstart, play):
    cast = play(dagstart, people=5)
    cast.go_to("first")
    before = everything()

    go_on(host, rehearsal, 5)

    assert everything() == before
    assert cast.step.key == "first"
