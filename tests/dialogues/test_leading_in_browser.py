"""Leading in a real browser: what only a browser can show."""

import re
import shutil

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PORTRAIT, LANDSCAPE = {"width": 834, "height": 1112}, {"width": 1180, "height": 820}
A4 = (595, 842)
OVERFLOWS = "sheet => sheet.scrollHeight > sheet.clientHeight + 1 || sheet.scrollWidth > sheet.clientWidth + 1"


@pytest.fixture
def plain_static_files(settings):
    """The live server looks for files by the names they have in the source."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def tablet(plain_static_files, chromium, host, live_server):
    """The browser of the facilitator, on a tablet lying down."""
    context = chromium.new_context(viewport=LANDSCAPE, locale="nl-NL", base_url=live_server.url)
    cookie = host.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    # A stream would keep the server of the test from ending; without it pages ask for the version themselves.
    context.route("**/events/", lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


# After `make run` and the link that it prints; printing from the menu of the browser is the last one.
CLICKS = (
    'main a[href="/dialogues/start/"]',
    "#fits a.nl-button--primary",
    "#prepare button.nl-button--primary",
    'a[href$="/rehearse/"]',
    'button[value="next"]',
    'a[href$="/script/"]',
)


def test_from_an_empty_folder_to_a_rehearsed_dialogue_and_a_script_in_ten_actions(pack, tablet):
    tablet.goto("/dialogues/")

    for button in CLICKS:
        with tablet.expect_navigation():
            tablet.locator(button).first.click()

    assert 2 + len(CLICKS) + 1 <= 10
    expect(tablet.locator("h1")).to_have_text("Even meekijken")
    expect(tablet.locator(".gw-paper__step").first).to_contain_text("Lees")


@pytest.mark.parametrize("paper", ["script", "cards"])
def test_paper_is_a4_and_nothing_is_cut(dagstart, tablet, paper):
    tablet.goto(f"/dialogues/{dagstart.pk}/{paper}/")

    pdf = tablet.pdf(prefer_css_page_size=True)
    sheets = {tuple(round(float(side)) for side in box) for box in re.findall(rb"/MediaBox\s*\[0 0 (\S+) (\S+)\]", pdf)}
    tablet.emulate_media(media="print")
    cut = [sheet for sheet in tablet.locator(".gw-paper:not(.gw-paper--flow)").all() if sheet.evaluate(OVERFLOWS)]

    assert sheets == {A4}
    assert cut == []


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_the_console_fills_a_tablet_and_every_button_is_in_sight(dagstart, play, tablet, size):
    play(dagstart, people=6).go_to("values")
    tablet.set_viewport_size(size)
    tablet.goto(f"/dialogues/{dagstart.pk}/console/")

    scrolls = tablet.evaluate(
        "[document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - innerWidth]"
    )

    assert scrolls == [0, 0]
    for button in tablet.locator(".gw-console__foot button").all():
        box = button.bounding_box()
        assert box["y"] + box["height"] <= size["height"]
        assert box["height"] >= 44
    expect(tablet.locator("#readiness")).to_contain_text("minder dan de helft", ignore_case=True)
