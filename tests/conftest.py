"""What every test may use: the shipped content, a facilitator, a dialogue, a group of people."""

import shutil

import pytest
from django.core.management import call_command
from hypothesis import settings

from cast import Cast, prepare, put_content
from goedwerk.organisations.actions import found

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

# As for the engine alone: how long an example takes on a busy machine is no part of a law.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# The longest files of the suite. Begun last, one of them would keep one process busy while the others are ready.
LONGEST = ("journeys/test_every_page.py", "journeys/test_every_approach.py", "contracts/test_cannot.py", "attack/")


def pytest_collection_modifyitems(items):
    for item in items:
        for mark in marks_of(item):
            item.add_marker(mark)
    with_browser = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: (place_of(item.path), item.path not in with_browser))


def marks_of(item):
    """What a test needs, by the fixtures that it asks for."""
    asked = set(item.fixturenames)
    if asked & {"browser", "chromium"}:
        yield "browser"
    if asked & {"db", "transactional_db", "django_db_setup"} or item.get_closest_marker("django_db"):
        yield "database"


def place_of(file):
    """Where in the row of the longest files this one stands; all others come after those."""
    return next((at for at, longest in enumerate(LONGEST) if f"tests/{longest}" in file.as_posix()), len(LONGEST))


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
    return put_content()


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
