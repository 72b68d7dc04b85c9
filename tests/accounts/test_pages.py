"""Signing in without a password, and the own account."""

import pytest
from django.test import Client

from goedwerk.accounts.models import User


def test_signing_in_explains_how_without_a_password(client, db):
    body = client.get("/sign-in/").content.decode()

    assert "goedwerk link" in body
    assert 'type="password"' not in body


def test_a_link_that_never_existed_says_how_to_get_another(client, db):
    response = client.get("/sign-in/not-a-token/")

    assert response.status_code == 410
    assert "goedwerk link" in response.content.decode()


def test_a_link_for_another_device_is_shown_once_and_works_once(host):
    page = host.post("/account/link/")
    path = page.context["page"].link.removeprefix("http://testserver")

    assert page.context["page"].link in page.content.decode()
    assert path not in host.get("/account/").content.decode()
    assert Client().get(path).status_code == 302
    assert Client().get(path).status_code == 410


def test_a_name_can_be_changed(host):
    response = host.post("/account/", {"name": "Noor van Dam"})

    assert response.url == "/account/"
    assert User.objects.get().name == "Noor van Dam"


@pytest.mark.parametrize("name", ["", "x" * 81])
def test_a_name_that_does_not_fit_is_refused(host, name):
    response = host.post("/account/", {"name": name})

    assert response.context["page"].form.errors
    assert User.objects.get().name == "Noor"


def test_signing_out_everywhere_ends_every_session(host, facilitator):
    elsewhere = Client()
    elsewhere.force_login(facilitator)

    host.post("/account/sign-out-everywhere/")

    assert elsewhere.get("/account/").status_code == 302


def test_signing_in_leaves_no_time(host, facilitator):
    assert not [field.name for field in User._meta.fields if "login" in field.name or "seen" in field.name]
