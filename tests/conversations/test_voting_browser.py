"""Voting in a real browser: by keyboard alone, by thumb, and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from conversations.conftest import pool, step
from goedwerk.conversations import queries
from goedwerk.dialogues import device
from goedwerk.dialogues.actions import taking_part

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def plain_static_files(settings):
    """The live server looks for files by the names they have in the source."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def cast(landscape):
    """The first person has read what it is about."""
    cast = landscape()
    taking_part.pass_step(step=step(cast, "question"), participation=cast.people[0].participation)
    return cast


@pytest.fixture
def arrive(plain_static_files, chromium, live_server, cast):
    """Somebody's own browser, in front of the first statement. A page may not complain of anything."""
    contexts, complaints = [], []

    def arrive(**options):
        context = chromium.new_context(viewport=PHONE, locale="en", base_url=live_server.url, **options)
        contexts.append(context)
        place = {"name": device.PLACE, "value": cast.people[0].token}
        context.add_cookies([{**place, "domain": "localhost", "path": f"/d/{cast.dialogue.code}/"}])
        # A stream would keep the server of the test from ending; without it pages ask for the version themselves.
        context.route("**/events/", lambda route: route.abort())
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Policy" in said.text else None)
        page.goto(f"/d/{cast.dialogue.code}/step/{step(cast, 'first-votes').pk}/vote/")
        return page

    yield arrive
    for context in contexts:
        context.close()
    assert complaints == []


def own_votes(cast):
    texts = {key: text for text, key in pool(cast).items()}
    kept = queries.own_votes(step(cast, "later-votes"), cast.people[0].participation)
    return {texts[key]: choice for key, choice in kept.items()}


def statement(page):
    return page.locator("#statement").inner_text()


def press(page, key):
    """Press a key, and wait until the next page is there."""
    done = page.locator(".gw-vote__line .gw-hint").inner_text()
    page.keyboard.press(key)
    expect(page.locator("#step")).not_to_contain_text(done)


def test_every_statement_is_voted_on_with_three_keys_and_no_more(cast, arrive):
    page, expected = arrive(), {}
    for key, choice in (("1", "agree"), ("2", "disagree"), ("3", "pass")):
        expected[statement(page)] = choice
        press(page, key)

    last = statement(page)
    page.keyboard.press("1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Add a statement")

    assert own_votes(cast) == {**expected, last: "agree"}


def test_each_new_statement_has_the_focus_so_that_it_is_read_aloud(arrive):
    page = arrive()

    press(page, "1")

    expect(page.get_by_role("group", name=statement(page))).to_be_focused()


def test_keys_do_nothing_while_the_focus_is_elsewhere(cast, arrive):
    page = arrive()
    page.get_by_role("link", name="Goedwerk").or_(page.locator("summary")).first.focus()

    page.keyboard.press("1")

    assert own_votes(cast) == {}


def test_a_vote_is_taken_back_by_thumb(cast, arrive):
    page = arrive(has_touch=True)
    first = statement(page)
    page.get_by_role("button", name="Disagree", exact=True).tap()
    page.get_by_role("button", name="Undo “Disagree”").tap()
    expect(page.get_by_role("button", name="Undo “Disagree”")).to_have_count(0)

    assert statement(page) == first
    assert own_votes(cast) == {}


def test_no_target_is_small(arrive):
    page = arrive(has_touch=True)
    page.get_by_role("button", name="Agree", exact=True).tap()
    expect(page.locator(".gw-undo")).to_be_visible()

    sizes = page.locator("#step :is(button, a)").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).filter(box => box.width < 44 || box.height < 44)"
    )

    assert sizes == []


def test_without_javascript_everything_is_a_plain_form(cast, arrive):
    page = arrive(java_script_enabled=False)
    first = statement(page)
    page.get_by_role("button", name="Agree", exact=True).click()
    page.get_by_role("link", name="All statements and my votes").click()
    group = page.get_by_role("group", name=first)
    assert group.get_by_label("Agree", exact=True).is_checked()
    group.get_by_label("Disagree", exact=True).check(force=True)
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name="Enough for now").click()

    assert own_votes(cast) == {first: "disagree"}
    assert page.get_by_role("heading", level=1).inner_text() == "Add a statement"
