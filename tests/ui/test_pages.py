import gzip
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

import goedwerk.ui
from goedwerk.ui import views

STATIC = Path(goedwerk.ui.__file__).parent / "static/ui"


def request_for(path="/"):
    return RequestFactory().get(path)


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "500", "503"])
def test_an_error_page_stands_alone_and_shows_a_way_on(code):
    html = render_to_string(f"{code}.html")

    assert html.count("<h1") == 1
    assert '<a class="nl-button nl-button--primary" href="/"' in html
    assert "<script" not in html


def test_a_form_that_was_open_too_long_gets_a_page_of_its_own():
    response = views.csrf_failure(request_for())

    assert response.status_code == 403
    assert b"<h1" in response.content


def test_the_style_pages_are_for_developers_only(client, settings):
    settings.DEBUG_PAGES = False

    assert client.get("/ui/").status_code == 404
    assert client.get("/ui/components/").status_code == 404


@pytest.mark.parametrize(("entry"), [("/a", "Here", True), {"url": "/a", "label": "Here", "current": True}])
def test_the_main_menu_takes_tuples_and_objects(entry):
    html = render_to_string("ui/host.html", {"page_nav": [entry]}, request_for())

    assert '<li><a href="/a" aria-current="page">Here</a></li>' in html


def test_a_phone_page_without_context_still_stands():
    html = render_to_string("ui/participant.html", {}, request_for())

    assert '<div id="step" class="gw-step gw-step--open">' in html
    assert "gw-follow" not in html
    assert "data-people" not in html


def test_a_phone_page_says_who_sees_it_and_how_many_joined():
    html = render_to_string("ui/participant.html", {"room": "own", "people": 9}, request_for())

    assert "gw-room--own" in html
    assert "<b data-people>9</b>" in html


def test_a_page_that_moves_on_carries_its_version():
    follow = {"events": "/e/", "version": "/v/", "current": 7}

    html = render_to_string("ui/screen.html", {"follow": follow}, request_for())

    assert 'data-version="7"' in html
    assert 'data-events="/e/" data-version="/v/" data-current="7"' in html


def test_a_first_visit_stays_far_below_150_kilobytes():
    """Style sheet, htmx, elements and font, compressed as they are sent; 20 kB are left for the page itself."""
    page = render_to_string("ui/participant.html", {"room": "own"}, request_for())

    total = sum(weight(path) for path in fetched()) + len(gzip.compress(page.encode()))

    assert total < 80_000


def test_the_policy_of_the_house_forbids_what_htmx_would_inject():
    page = render_to_string("ui/base.html", {}, request_for())

    assert '"includeIndicatorCSS": false' in page


def fetched() -> list[Path]:
    files = [STATIC / "goedwerk.css", STATIC / "vendor/htmx.min.js", *(STATIC / "elements").glob("*.js")]
    return [*files, *(STATIC / "fonts").glob("*.woff2")]


def weight(path: Path) -> int:
    raw = path.read_bytes()
    return len(raw) if path.suffix == ".woff2" else len(gzip.compress(raw))
