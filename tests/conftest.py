"""What every test may use: the shipped content, a facilitator, a dialogue, a group of people."""

import shutil

import pytest
from django.core.management import call_command

from cast import Cast, load_content, prepare
from goedwerk.organisations.actions import found

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def pytest_collection_modifyitems(items):
    for item in items:
        if {"browser", "chromium"} & set(item.fixturenames):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser():
    """One Chromium for the tests of a file; each visitor gets a context of their own.

    Not for longer: its loop runs in this thread, and other tests start loops of their own.
    """
    from playwright.sync_api import sync_playwright

    found = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=next(found, None), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def chromium(browser):
    return browser


@pytest.fixture(scope="session")
def collected():
    """Static files as they are served: hashed and compressed."""
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)


@pytest.fixture(autouse=True)
def _static_files_of_pages(request):
    """Whatever uses the database may draw a page."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        request.getfixturevalue("collected")


@pytest.fixture
def pack(db):
    """The shipped content, loaded."""
    return load_content()


@pytest.fixture
def membership(db):
    """The first facilitator, with her organisation."""
    return found(name="Gemeente Waterrijk", owner="Noor")


@pytest.fixture
def facilitator(membership):
    return membership.user


@pytest.fixture
def host(client, facilitator):
    """A browser in which the facilitator is signed in."""
    client.force_login(facilitator)
    return client


@pytest.fixture
def dagstart(pack, membership):
    """A prepared live dialogue of twenty minutes."""
    return prepare(membership, "dagstart-dilemma")


@pytest.fixture
def korte_reflectie(pack, membership):
    return prepare(membership, "korte-reflectie")


@pytest.fixture
def play(facilitator):
    """Lead and fill a dialogue: `play(dialogue, people=9)` gives a Cast that acts on it."""

    def start(dialogue, *, people=0, attributes=()):
        return Cast.open(dialogue, facilitator, people=people, attributes=attributes)

    return start
