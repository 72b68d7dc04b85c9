"""A link that signs in: once, within half an hour, and for somebody who may."""

from datetime import timedelta

import pytest
from django.utils import timezone

from goedwerk.accounts import actions
from goedwerk.accounts.models import SignInLink


@pytest.fixture
def path(facilitator):
    return f"/sign-in/{actions.make_link(user=facilitator)}/"


def test_it_is_valid_for_half_an_hour(path):
    left = SignInLink.objects.get().expires_at - timezone.now()

    assert timedelta(minutes=29) < left <= timedelta(minutes=30)


def test_the_second_time_it_says_how_to_get_another(client, path):
    client.get(path)
    client.post("/sign-out/")

    again = client.get(path)

    assert again.status_code == 410
    assert "goedwerk link" in again.content.decode()
    assert "_auth_user_id" not in client.session


def test_after_half_an_hour_it_signs_nobody_in(client, path):
    SignInLink.objects.update(expires_at=timezone.now())

    late = client.get(path)

    assert late.status_code == 410
    assert "goedwerk link" in late.content.decode()
    assert "_auth_user_id" not in client.session


def test_whoever_may_no_longer_is_not_signed_in(client, path, facilitator):
    facilitator.is_active = False
    facilitator.save()

    assert client.get(path).status_code == 410
    assert "_auth_user_id" not in client.session


def test_in_a_room_another_device_gets_the_address_it_can_reach(client, facilitator, settings):
    settings.ROOM_ADDRESS, settings.PORT = "192.168.1.20", 8001
    client.force_login(facilitator)

    page = client.post("/account/link/", headers={"host": "localhost"}).content.decode()

    assert "http://192.168.1.20:8001/sign-in/" in page
