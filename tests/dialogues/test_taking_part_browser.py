"""Taking part in a real browser: nothing typed is lost, pressing twice is harmless, no JavaScript is fine."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dialogues.house import House

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
SENTENCE = "Ik vraag vaker waarom."
DONE = ".gw-dock button[type=submit]:not([name])"


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("browser"))
    yield house
    house.close()


@pytest.fixture
def house(running):
    """The running server, with a dialogue that has just been opened."""
    running.act("prepare")
    running.act("open")
    return running


@pytest.fixture
def arrive(browser):
    """Somebody's own browser. A page may not complain of anything, such as a broken policy."""
    contexts, complaints = [], []

    def arrive(**options):
        context = browser.new_context(viewport=PHONE, locale="en", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Policy" in said.text else None)
        return page

    yield arrive
    for context in contexts:
        context.close()
    assert complaints == []


def join(page, house):
    page.goto(house.url())
    page.get_by_role("button", name="I take part").click()
    return page


def test_from_the_front_door_somebody_is_inside_in_three_actions(house, arrive):
    page = arrive()
    page.goto(house.address)

    page.get_by_label("Code").fill(house.code)
    page.get_by_label("Code").press("Enter")
    page.get_by_role("button", name="I take part").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("You are here.")
    expect(page.locator("[data-people]")).to_have_text("1")


def test_a_page_follows_the_facilitator_and_the_focus_goes_along(house, arrive):
    page = join(arrive(), house)

    house.act("next")

    expect(page.get_by_role("heading", level=1)).to_have_text("Read", timeout=10_000)
    assert page.evaluate("document.activeElement.id") in ("content", "")


def test_what_somebody_is_typing_is_never_replaced_and_comes_back_when_it_is_too_late(house, arrive):
    house.act("go-to harvest")
    page = join(arrive(), house)
    page.locator("#step textarea").first.fill(SENTENCE)

    house.act("close-step")

    expect(page.locator("gw-follow [data-moved-on]")).to_be_visible(timeout=10_000)
    expect(page.locator("#step textarea").first).to_have_value(SENTENCE)
    page.locator(DONE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The group has moved on")
    expect(page.get_by_label("Your text").first).to_have_value(SENTENCE)
    expect(page.locator("gw-follow [data-moved-on]")).to_be_hidden()


def test_what_was_typed_in_a_tab_that_closed_is_offered_back_after_the_step(house, arrive):
    house.act("go-to harvest")
    page = join(arrive(), house)
    page.locator("#step textarea").first.fill(SENTENCE)
    expect(page.locator("[data-kept-here]").first).to_be_visible()
    page.goto("about:blank")

    house.act("close-step")
    again = page.context.new_page()
    again.goto(house.url())

    expect(again.locator("gw-leftover textarea")).to_have_value(SENTENCE)
    again.get_by_role("button", name="Throw away").click()
    expect(again.locator("gw-leftover")).to_be_hidden()
    again.reload()
    expect(again.locator("gw-leftover")).to_be_hidden()


def test_what_was_typed_comes_back_in_its_own_box_while_the_step_is_open(house, arrive):
    house.act("go-to harvest")
    page = join(arrive(), house)
    page.locator("#step textarea").first.fill(SENTENCE)

    page.reload()

    expect(page.locator("#step textarea").first).to_have_value(SENTENCE)
    page.locator(DONE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kept")
    house.act("close-step")
    expect(page.get_by_role("heading", level=1)).to_have_text("This step is closed", timeout=10_000)
    expect(page.locator("gw-leftover")).to_be_hidden()


def test_pressing_twice_keeps_one_answer(house, arrive):
    house.act("go-to first")
    page = join(arrive(), house)
    page.locator("label.gw-choice").first.click()
    page.locator(".gw-scale label").first.click()

    page.locator(DONE).dblclick()

    expect(page.get_by_role("heading", level=1)).to_have_text("Kept")
    page.goto(house.url("mine/"))
    expect(page.locator("h3")).to_have_count(1)


def test_everything_works_without_javascript(house, arrive):
    page = join(arrive(java_script_enabled=False), house)
    house.act("go-to first")
    page.goto(house.url())

    page.locator("label.gw-choice").first.click()
    page.locator(".gw-scale label").first.click()
    page.locator(DONE).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Kept")
    page.get_by_role("link", name="Change my answer").click()
    expect(page.locator("input[name=option]").first).to_be_checked()


def test_a_tablet_that_goes_round_keeps_nothing_of_who_was_there(house, arrive):
    house.act("go-to harvest")
    page = arrive()
    page.goto(house.url("tablet/"))
    page.get_by_role("button", name="Let this device go round").click()
    page.get_by_role("link", name="I am new").click()
    page.get_by_role("button", name="I take part").click()
    page.locator("#step textarea").first.fill(SENTENCE)
    page.locator(DONE).click()

    page.get_by_role("button", name="Pass on").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Who is next?")
    assert page.evaluate("Object.keys(localStorage)") == []
    page.go_back()
    expect(page.locator("body")).not_to_contain_text(SENTENCE)
