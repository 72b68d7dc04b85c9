"""The elements in a real browser, under the strict policy."""

import json
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from goedwerk.ui.views import SHEETS

pytestmark = pytest.mark.browser

KEPT = "Object.keys(localStorage).filter(key => key.startsWith('goedwerk:')).length"


@pytest.fixture
def step(page):
    page.goto("/step/")
    return page


def told(page) -> dict:
    return page.request.get("/told/").json()


def go_on(page) -> int:
    """The group moves on; gives the new version."""
    return page.request.get("/move/").json()["version"]


# gw-follow


def test_an_untouched_page_goes_along_with_the_group(step):
    version = go_on(step)

    step.wait_for_selector(f"#step[data-version='{version}']")

    assert step.text_content("#version") == str(version)
    assert step.title()


def test_a_page_that_is_being_filled_in_is_never_replaced(step):
    step.fill("#reason", "because of the")
    version = go_on(step)

    step.wait_for_selector("[data-moved-on]:visible")
    step.wait_for_timeout(2500)

    assert step.input_value("#reason") == "because of the"
    assert step.text_content("#version") != str(version)


def test_a_choice_that_was_made_is_not_replaced_either(step):
    step.check("#a")
    go_on(step)

    step.wait_for_selector("[data-moved-on]:visible")

    assert step.is_checked("#a")


def test_whoever_wants_can_go_along_and_finds_the_text_again(step):
    step.fill("#reason", "because of the")
    version = go_on(step)
    step.wait_for_selector("[data-moved-on]:visible")

    step.click("text=Go along")
    step.wait_for_selector(f"#step[data-version='{version}']")

    expect(step.locator("#reason")).to_have_value("because of the")


def test_the_number_of_phones_goes_along_everywhere(step):
    step.fill("#reason", "busy")
    go_on(step)

    people = told(step)["people"]

    expect(step.locator("[data-people]")).to_have_text(str(people))


def test_somebody_who_starts_typing_while_the_next_page_is_on_its_way_keeps_the_page(step):
    step.route("**/step/", lambda route: (step.wait_for_timeout(1500), route.continue_()))
    with step.expect_request("**/step/", timeout=10_000):
        go_on(step)
    step.fill("#reason", "just in time")

    step.wait_for_selector("[data-moved-on]:visible")

    assert step.input_value("#reason") == "just in time"


def test_going_along_is_told_and_the_focus_is_not_lost(step):
    step.focus("#reason")
    version = go_on(step)

    step.wait_for_selector(f"#step[data-version='{version}']")

    assert step.evaluate("document.activeElement.id") == "content"
    assert step.text_content("[data-arrived]") == step.title()


def test_a_lost_connection_is_told_and_found_again(step):
    step.context.set_offline(True)
    step.wait_for_selector("[data-lost]:visible", timeout=20_000)
    version = go_on_from_outside(step)

    step.context.set_offline(False)

    step.wait_for_selector(f"#step[data-version='{version}']", timeout=40_000)
    step.wait_for_selector("[data-lost]", state="hidden")


def go_on_from_outside(page) -> int:
    """Somebody else's request: this tab is offline."""
    with urlopen(page.url.replace("/step/", "/move/"), timeout=5) as answer:
        return json.load(answer)["version"]


# gw-draft, gw-own


def test_a_draft_comes_back_after_a_closed_tab(step):
    step.fill("#reason", "half a thought")
    step.check("#a")
    assert step.is_visible("[data-kept-here]")
    context = step.context
    step.close()

    again = context.new_page()
    again.goto("/step/")

    expect(again.locator("#reason")).to_have_value("half a thought")
    assert again.is_checked("#a")
    assert again.is_visible("[data-put-back]")


def test_a_draft_goes_when_the_server_has_it(step):
    step.fill("#reason", "a whole thought")

    step.click("text=Send")
    step.wait_for_url("**/sent/")

    assert step.evaluate(KEPT) == 0
    step.goto("/step/")
    assert step.input_value("#reason") == ""


def test_what_is_for_oneself_stays_on_the_device_and_is_never_sent(step):
    step.fill("#own", "only mine")
    posts = []
    step.on("request", lambda request: posts.append(request.post_data or ""))
    step.fill("#reason", "for you")
    step.click("text=Send")
    step.wait_for_url("**/sent/")

    step.goto("/step/")

    expect(step.locator("#own")).to_have_value("only mine")
    assert [post for post in posts if "only" in post] == []


# gw-once


@pytest.mark.parametrize("address", ["/step/", "/smooth/"])
def test_a_double_press_sends_once(page, address):
    page.goto(address)
    before = told(page)["sent"]

    press_twice(page)
    expect(page.locator("h1")).to_have_text("Kept")

    assert told(page)["sent"] == before + 1


def press_twice(page) -> None:
    """The second press comes while the first is under way."""
    page.evaluate(
        """() => {
          const button = document.querySelector('.gw-dock button')
          button.click()
          setTimeout(() => button.click(), 150)
        }"""
    )


def test_htmx_puts_in_the_next_step_without_a_new_page(page):
    page.goto("/smooth/")
    page.fill("#reason", "a whole thought")
    page.evaluate("window.sameDocument = true")

    page.click("text=Send")
    expect(page.locator("h1")).to_have_text("Kept")

    assert page.evaluate("window.sameDocument") is True
    assert page.title() == "Kept - Goedwerk"
    assert page.evaluate(KEPT) == 0


@pytest.mark.parametrize("fault", [500, 502, 429, None])
def test_what_could_not_be_sent_stays_and_is_told(page, fault):
    page.goto("/smooth/")
    page.fill("#reason", "a whole thought")
    page.route("**/sent/", lambda route: answer_with(route, fault))

    page.click("text=Send")
    expect(page.locator("[data-not-sent]")).to_be_visible()
    page.unroute_all()
    kept = page.input_value("#reason")
    page.click("text=Send")

    expect(page.locator("h1")).to_have_text("Kept")
    assert kept == "a whole thought"


def answer_with(route, fault: int | None) -> None:
    """As a proxy does; without a fault there is no connection."""
    if fault is None:
        route.abort()
    else:
        route.fulfill(status=fault, content_type="text/html", body="<h1>Bad gateway</h1>")


def test_a_busy_button_keeps_its_label(step):
    state = step.evaluate(
        """() => {
          const button = document.querySelector('.gw-dock button')
          button.click()
          return [button.getAttribute('aria-busy'), button.textContent.trim(), button.disabled]
        }"""
    )

    assert state == ["true", "Send", False]


# gw-limit, gw-picked, gw-countdown


def test_a_limit_says_what_is_left_and_cuts_nothing_off(step):
    step.fill("#short", "1234567")

    assert step.input_value("#short") == "1234567"
    assert step.text_content("gw-limit [data-says]") == "over 2"
    assert step.get_attribute("#short", "aria-invalid") == "true"
    step.fill("#short", "123")
    assert step.text_content("gw-limit [data-says]") == "left 2"
    assert step.get_attribute("#short", "aria-invalid") is None


def test_too_many_cards_are_told_not_prevented(step):
    step.check("#p1")
    assert step.text_content("gw-picked [data-says]") == "1 of 1"

    step.check("#p2")

    assert step.text_content("gw-picked [data-says]") == "2 is more than 1"
    assert step.is_checked("#p2")


def test_the_time_counts_down_by_the_clock_of_the_server(page):
    page.goto("/ui/phone-away/")

    expect(page.locator("[data-left]")).to_have_text("3:22", timeout=5000)

    assert page.is_hidden("[data-over]")


# gw-leave, gw-forget, gw-copy


def test_the_quick_way_out_forgets_and_leaves_no_way_back(step):
    step.fill("#reason", "secret")
    step.click("summary:has-text('Menu')")

    step.click("gw-leave a")
    step.wait_for_url("**/blank/")

    assert step.evaluate(KEPT) == 0
    assert step.evaluate("history.length") == 2  # the empty tab, and the neutral page in the place of ours


def test_a_shared_tablet_forgets_everything(step):
    step.fill("#reason", "of the first person")
    step.fill("#own", "mine")

    step.evaluate("document.body.append(document.createElement('gw-forget'))")

    assert step.evaluate(KEPT) == 0


def test_a_text_can_be_copied_on_plain_http_too(page):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto("/step/")
    page.fill("#reason", "take me along")
    page.evaluate(
        """() => document.querySelector('#step').insertAdjacentHTML('beforeend',
          '<gw-copy data-from="#reason" data-done="Copied"><button type="button">Copy</button>' +
          '<span role="status"></span></gw-copy>')"""
    )

    page.click("gw-copy button")

    expect(page.locator("gw-copy [role=status]")).to_have_text("Copied")
    assert page.evaluate("document.getSelection().toString()") == "take me along"


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_whatever_stands_on_the_big_screen_fits(page, width, height):
    page.set_viewport_size({"width": width, "height": height})

    too_big = [name for name in SHEETS if name.startswith("screen") and overflows(page, name)]

    assert too_big == []


def overflows(page, name: str) -> bool:
    page.goto(f"/ui/{name}/")
    page.wait_for_timeout(100)
    return page.evaluate(
        """() => {
          const thing = document.querySelector('.gw-sheet__thing')
          return thing.scrollHeight > thing.clientHeight + 1 || thing.scrollWidth > thing.clientWidth + 1
        }"""
    )


def test_without_javascript_the_form_is_a_form(browser, house):
    context = browser.new_context(java_script_enabled=False, base_url=house)
    page = context.new_page()
    page.goto("/step/")
    page.fill("#reason", "by hand")

    page.click("text=Send")

    assert page.text_content("h1") == "Kept"
    context.close()


def test_no_page_breaks_the_policy_or_scrolls_sideways(browser, house):
    context = browser.new_context(viewport={"width": 320, "height": 640}, base_url=house)
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    wide = [name for name in SHEETS if not name.startswith("screen") and width_at(page, f"/ui/{name}/") > 320]

    assert (wide, complaints) == ([], [])
    context.close()


def width_at(page, address: str) -> int:
    page.goto(address)
    return page.evaluate("document.documentElement.scrollWidth")
