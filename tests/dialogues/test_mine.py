"""The list of dialogues, and the page of one."""

import pytest

from cast import prepare
from goedwerk.dialogues.models import Dialogue
from goedwerk.organisations.models import HostAct


def test_an_empty_list_leads_to_the_picker_in_one_click(host, pack):
    body = host.get("/dialogues/").content.decode()

    assert 'href="/dialogues/start/"' in body.split("<main")[1]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_needs_the_same_queries_however_long_it_is(
    host, pack, membership, number, django_assert_max_num_queries
):
    for _ in range(number):
        prepare(membership, "dagstart-dilemma")
    host.get("/dialogues/")

    with django_assert_max_num_queries(5):
        page = host.get("/dialogues/").context["page"]

    assert len(page.prepared) == number


def test_a_dialogue_says_how_people_join(host, dagstart):
    response = host.get(f"/dialogues/{dagstart.pk}/")

    page = response.context["page"]
    assert page.join.url == f"http://testserver/d/{dagstart.code}/"
    assert dagstart.code in response.content.decode()


def test_a_page_for_this_computer_only_says_so(host, dagstart):
    response = host.get(f"/dialogues/{dagstart.pk}/", HTTP_HOST="127.0.0.1:8000")

    assert "make room" in response.content.decode()


def test_opening_leads_to_the_console(host, dagstart):
    response = host.post(f"/dialogues/{dagstart.pk}/act/open/", {"version": "1"})

    assert response.url == f"/dialogues/{dagstart.pk}/console/"
    assert Dialogue.objects.get().round.is_open


def test_an_open_dialogue_stays_on_its_own_page(host, pack, membership):
    dialogue = prepare(membership, "korte-reflectie", mode="open")

    response = host.post(f"/dialogues/{dialogue.pk}/act/open/", {"version": "1"})

    assert response.url == f"/dialogues/{dialogue.pk}/"
    assert host.get(f"/dialogues/{dialogue.pk}/console/").url == f"/dialogues/{dialogue.pk}/"


def test_after_closing_it_leads_to_the_report_and_names_the_last_day(host, dagstart, play):
    play(dagstart, people=5).close()

    response = host.get(f"/dialogues/{dagstart.pk}/")

    body = response.content.decode()
    assert f'href="/dialogues/{dagstart.pk}/report/"' in body
    assert response.context["page"].round.erase_at is not None
    assert "/act/" not in body


def test_texts_that_wait_are_named(host, dagstart, play):
    cast = play(dagstart, people=5)
    cast.go_to("harvest")
    cast.answer_all({"text": "Vraag vaker waarom"})
    cast.close()

    [(step, number)] = host.get(f"/dialogues/{dagstart.pk}/").context["page"].texts

    assert (step.key, number) == ("harvest", 5)


def test_deleting_takes_everything_and_is_written_down(host, dagstart, play):
    play(dagstart, people=2)

    response = host.post(f"/dialogues/{dagstart.pk}/delete/")

    assert response.url == "/dialogues/"
    assert not Dialogue.objects.exists()
    assert HostAct.objects.first().act == "deleted"


def test_looking_deletes_nothing(host, dagstart):
    assert host.get(f"/dialogues/{dagstart.pk}/delete/").status_code == 405
    assert Dialogue.objects.exists()


PAGES = ["", "console/", "console/readiness/", "rehearse/", "script/", "cards/"]


@pytest.mark.parametrize("page", PAGES)
def test_a_dialogue_of_another_organisation_does_not_exist(host, elsewhere, page):
    assert host.get(f"/dialogues/{elsewhere.pk}/{page}").status_code == 404


@pytest.mark.parametrize("act", ["act/open/", "act/take-over/", "delete/", "rehearse/"])
def test_nor_can_it_be_led(host, elsewhere, act):
    assert host.post(f"/dialogues/{elsewhere.pk}/{act}", {"version": "1"}).status_code == 404
    assert Dialogue.objects.get().round.state == "prepared"


@pytest.mark.parametrize("page", PAGES)
def test_who_is_not_signed_in_sees_nothing(client, dagstart, page):
    response = client.get(f"/dialogues/{dagstart.pk}/{page}")

    assert response.status_code == 302
    assert response.url.startswith("/sign-in/")
