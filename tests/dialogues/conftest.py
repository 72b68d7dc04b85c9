"""A second facilitator beside the first, and an organisation next door."""

import pytest
from django.test import Client

from cast import prepare
from goedwerk.organisations.actions import found, invite


@pytest.fixture
def colleague(membership):
    """Sam, who leads dialogues of the same organisation."""
    return invite(organisation=membership.organisation, name="Sam").user


@pytest.fixture
def other_host(colleague):
    """A second browser, in which the colleague is signed in."""
    browser = Client()
    browser.force_login(colleague)
    return browser


@pytest.fixture
def elsewhere(pack, db):
    """A dialogue of another organisation."""
    return prepare(found(name="Waterschap Elders", owner="Kim"), "dagstart-dilemma")
