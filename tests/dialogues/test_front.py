"""The front door: who has a code gets in, who has none can start something, who must go is gone."""

import pytest

from dialogues.phones import words

pytestmark = pytest.mark.django_db


def test_the_front_door_opens_without_signing_in(client):
    page = client.get("/", headers={"accept-language": "en"})

    assert page.status_code == 200
    assert "Start a dialogue" in words(page)


@pytest.mark.parametrize("change", [str, str.lower, lambda code: f" {code[:4]} {code[4:]} "])
def test_a_code_leads_to_its_dialogue_however_it_is_typed(client, dagstart, change):
    page = client.get("/", {"code": change(dagstart.code)})

    assert page.url == f"/d/{dagstart.code}/"


@pytest.mark.parametrize("address", ["/", "/join/"])
@pytest.mark.parametrize(("typed", "said"), [("KKKKKKKK", "We do not know this code"), ("", "Type the code")])
def test_a_code_that_leads_nowhere_is_told_beside_the_field(client, address, typed, said):
    page = client.get(address, {"code": typed}, headers={"accept-language": "en"})

    assert page.status_code == 200
    assert said in words(page)
    assert 'name="code"' in page.content.decode()


def test_an_unknown_address_gives_a_field_to_try_again(client):
    page = client.get("/d/KKKKKKKK/", headers={"accept-language": "en"})

    assert page.status_code == 404
    assert "We do not know this code" in words(page)
    assert 'action="/join/"' in page.content.decode()


def test_an_address_in_small_letters_goes_to_the_one_that_holds_the_cookies(client, dagstart):
    page = client.get(f"/d/{dagstart.code.lower()}/help/")

    assert page.url == f"/d/{dagstart.code}/help/"


def test_the_quick_way_out_says_nothing_of_where_somebody_was(client):
    page = client.get("/leave/", headers={"accept-language": "nl"})

    assert "<title>" in page.content.decode()
    assert "oedwerk" not in words(page)
    assert "dialo" not in words(page).lower()
