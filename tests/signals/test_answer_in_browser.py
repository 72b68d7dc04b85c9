"""The owner in a real browser: a link, no account, and no JavaScript. It can be done by keyboard alone."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from goedwerk.signals import links
from goedwerk.signals.models import Answer
from signals.asking import TEXT, in_days

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plain_static_files(settings):
    """The live server looks for files by the names they have in the source."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def owner(plain_static_files, browser, live_server, agreed):
    """Somebody who was sent the link. A page may not complain of anything."""
    contexts, complaints = [], []

    def arrive(**how):
        context = browser.new_context(locale="en", base_url=live_server.url, **how)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Policy" in said.text else None)
        page.goto(reverse("signals:answer", args=[links.link_of(agreed)]))
        return page

    yield arrive
    for context in contexts:
        context.close()
    assert complaints == []


def test_an_owner_answers_later_and_then_yes_without_javascript(owner):
    page = owner(java_script_enabled=False, viewport={"width": 390, "height": 844})
    expect(page.get_by_text(TEXT)).to_be_visible()

    page.get_by_text("Later", exact=True).click()
    page.get_by_label("Your explanation").fill("Na de begroting.")
    page.get_by_role("button", name="Give this answer").click()
    expect(page.get_by_text("Say on which day you answer.")).to_be_visible()
    page.get_by_label("on which day do you answer?").fill(str(in_days(40)))
    page.get_by_role("button", name="Give this answer").click()
    expect(page.get_by_text("Your answer is kept")).to_be_visible()
    page.get_by_text("We do this", exact=True).click()
    page.get_by_role("button", name="Give this answer").click()
    expect(page.get_by_role("heading", name="We do this")).to_be_visible()

    assert [(answer.verdict, answer.text) for answer in Answer.objects.all()] == [
        ("later", "Na de begroting."),
        ("do", ""),
    ]


def test_an_owner_answers_by_keyboard_alone(owner):
    page = owner()
    page.locator("input[name=verdict]").first.focus()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Daar is geen geld voor.")
    while not page.evaluate("document.activeElement.matches('main button[type=submit]')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Your answer is kept")).to_be_visible()
    assert Answer.objects.get().verdict == "not"
