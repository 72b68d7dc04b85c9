"""Sealing in a real browser: on a secure connection, on the device alone, and for whoever holds the code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dialogues.house import House

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("sealed")]
SEALED = "Object.keys(localStorage).filter(key => key.startsWith('goedwerk:sealed:')).map(key => localStorage[key])"
KEEP = "Keep my answer on this phone for a next time"
# Made once, and to be opened for ever: see docs/reference/sealed-answers.md.
CODE, ANSWER = "AAAA-CCCC-DDDD-EEEE", {"dialogue": "Dialoog", "answers": []}


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path)
    house.act("open")
    yield house
    house.close()


@pytest.fixture
def page(browser, house):
    """A phone of somebody who joined. A page may not complain, such as of a broken policy."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en")
    page, complaints, sent = context.new_page(), [], []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Policy" in said.text else None)
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    page.goto(house.url())
    page.get_by_role("button", name="I take part").click()
    page.sent = sent
    yield page
    context.close()
    assert complaints == []


def choose(page, house):
    house.act("go-to first")
    page.goto(house.url())
    page.locator(".gw-choices label").first.click()
    words = page.locator(".gw-choices label").first.inner_text().splitlines()[-1]
    page.locator(".gw-dock button[type=submit]:not([name])").click()
    expect(page.locator('a[href*="/step/"]').first).to_be_visible()
    return words


def keep(page, house):
    page.goto(house.url("mine/"))
    page.get_by_role("button", name=KEEP).click()
    expect(page.get_by_text("Kept on this phone only.")).to_be_visible()


def test_an_answer_is_kept_sealed_and_comes_back_in_the_next_round_on_this_device_alone(page, house):
    words = choose(page, house)
    keep(page, house)
    (record,) = page.evaluate(SEALED)
    sent_before = len(page.sent)

    house.act("close")
    house.act("next-round")
    house.act("open")
    house.act("go-to first")
    page.goto(house.url())
    page.get_by_role("button", name="I take part again").click()
    page.get_by_text("Your earlier answer").click()

    expect(page.locator("gw-earlier [data-text]").first).to_have_text(words)
    assert words not in record
    assert set(json.loads(record)) == {"version", "salt", "iv", "sealed"}
    assert not any(words in sent or json.loads(record)["sealed"] in sent for sent in page.sent[sent_before:])


def test_in_the_same_round_ones_own_answer_is_no_earlier_answer(page, house):
    choose(page, house)
    keep(page, house)
    page.goto(house.url())

    page.locator('a[href*="/step/"]').first.click()

    expect(page.locator("form.gw-form")).to_be_visible()
    expect(page.get_by_text("Your earlier answer")).to_be_hidden()


def test_what_is_kept_is_listed_replaced_and_erased(page, house):
    choose(page, house)
    keep(page, house)
    first = page.evaluate(SEALED)
    keep(page, house)
    second = page.evaluate(SEALED)

    listed = page.locator("gw-seal [data-list] li")
    expect(listed).to_have_count(1)
    listed.get_by_role("button", name="Erase").click()

    expect(listed).to_have_count(0)
    assert len(first) == len(second) == 1
    assert first != second
    assert page.evaluate(SEALED) == []


def test_stopping_erases_it_too(page, house):
    choose(page, house)
    keep(page, house)

    page.goto(house.url("mine/stop/"))
    page.get_by_role("button", name="Stop and erase").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Your answers are erased")
    assert page.evaluate(SEALED) == []


def test_without_a_secure_connection_it_says_so_and_offers_the_file(page, house):
    choose(page, house)
    page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })")

    page.goto(house.url("mine/"))

    expect(page.get_by_text("This connection is not encrypted.")).to_be_visible()
    expect(page.get_by_role("button", name=KEEP)).to_be_hidden()
    expect(page.get_by_role("link", name="As text")).to_be_visible()


# The format


def with_module(page, body: str, *values):
    """Call the functions of sealed.js, as the page itself loaded them."""
    loaded = "performance.getEntriesByType('resource').map(({ name }) => name).find(name => /\\/sealed\\./.test(name))"
    return page.evaluate(f"async values => {{ const {{ seal, open }} = await import({loaded}); {body} }}", list(values))


def test_only_the_code_opens_it_however_it_is_typed(page):
    opened = with_module(
        page,
        "const record = await seal(values[0], values[1]);return Promise.all(values[2].map(code => open(code, record)))",
        CODE,
        ANSWER,
        [CODE, CODE.lower().replace("-", " "), "AAAA-CCCC-DDDD-EEEF", ""],
    )

    assert opened == [ANSWER, ANSWER, None, None]


def test_its_length_does_not_tell_what_was_answered(page):
    lengths = with_module(
        page,
        "return Promise.all(values.map(async words => (await seal('AAAA', { words })).sealed.length))",
        *["Ja", "Nee, want " + 20 * "zo is het nu eenmaal. "],
    )

    assert len(set(lengths)) == 1


def test_a_record_that_was_touched_or_is_of_another_version_opens_nothing(page):
    opened = with_module(
        page,
        "const record = await seal('AAAA', values[0]);"
        "const touched = { ...record, sealed: 'A' + record.sealed.slice(1) };"
        "return [await open('AAAA', touched), await open('AAAA', { ...record, version: 2 }), await open('AAAA', null)]",
        ANSWER,
    )

    assert opened == [None, None, None]


def test_a_record_of_this_version_can_be_opened_for_ever(page):
    record = json.loads((Path(__file__).parent / "sealed_answer_1.json").read_text())

    assert with_module(page, "return open(values[0], values[1])", CODE, record) == ANSWER
