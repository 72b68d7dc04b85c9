"""A sort in a real browser: equally good by thumb, keyboard and screen reader, and without JavaScript."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from goedwerk.values.models import Sort
from values.sorters import SIDEWAYS, TARGETS, Sorter, Tapper, Typist, focused

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = (Path(__file__).parents[1] / "vendor/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PHONE = {"width": 390, "height": 844}
SIZES = [{"width": 320, "height": 640}, PHONE, {"width": 834, "height": 1112}]
SHAPE = {"+3": 1, "+2": 2, "+1": 3, "0": 4, "−1": 3, "−2": 2, "−3": 1}


@pytest.fixture
def plain_static_files(settings):
    """The live server looks for files by the names they have in the source."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def arrive(plain_static_files, chromium, live_server, waardensortering, play):
    """Somebody's own browser, in front of the sort. A page may not complain of anything."""
    contexts, complaints, dialogues = [], [], {}

    def arrive(deck="short", *, viewport=PHONE, **options):
        if deck not in dialogues:
            dialogues[deck] = waardensortering(deck, keep=("now",))
            play(dialogues[deck]).go_to("now")
        context = chromium.new_context(viewport=viewport, locale="en", base_url=live_server.url, **options)
        contexts.append(context)
        # A stream would keep the server of the test from ending; without it pages ask for the version themselves.
        context.route("**/events/", lambda route: route.abort())
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Policy" in said.text else None)
        page.goto(f"/d/{dialogues[deck].code}/")
        page.get_by_role("button", name="I take part").click()
        page.locator("gw-sort").wait_for()
        page.wait_for_load_state("load")
        return page

    yield arrive
    for context in contexts:
        context.close()
    assert complaints == []


def kept():
    return sorted(Sort.objects.get().placements.values(), reverse=True)


FORCED = [3, 2, 2, 1, 1, 1, 0, 0, 0, 0, -1, -1, -1, -2, -2, -3]


# By thumb


def test_sixteen_cards_are_sorted_in_at_most_forty_taps(arrive):
    sorter = Tapper(arrive(has_touch=True))

    sorter.pile_all()
    sorter.place_all()
    sorter.keep()

    assert sorter.acts == 33
    assert kept() == FORCED


@pytest.mark.parametrize("deck", ["short", "full"])
@pytest.mark.parametrize("viewport", SIZES, ids=lambda size: str(size["width"]))
def test_no_target_is_small_and_nothing_sticks_out(arrive, deck, viewport):
    page = arrive(deck, viewport=viewport)
    sorter = Sorter(page)
    half = 8 if deck == "short" else 18
    moments = [
        lambda: None,
        lambda: sorter.pile_all(["Weighs heavily"] * half * 2),
        lambda: [sorter.press(sorter.free_place()) for _ in range(half)],
        lambda: sorter.press(sorter.button(re.compile("full, swap a card")).first),
        lambda: sorter.press(sorter.button("Rather not")),
        lambda: sorter.press(sorter.ladder.get_by_role("button").first),
        lambda: sorter.press(sorter.button("Leave it here")),
        sorter.place_all,
        lambda: sorter.press(sorter.button("Rather a list?")),
    ]

    for moment in moments:
        moment()

        assert page.evaluate(TARGETS) == []
        assert page.evaluate(SIDEWAYS) == 0


def test_axe_finds_no_fault_at_any_moment(arrive):
    # A card that glides to its rung is faint for a moment.
    page = arrive(bypass_csp=True, reduced_motion="reduce")
    page.evaluate(AXE)
    sorter = Sorter(page)
    moments = [
        lambda: None,
        sorter.pile_all,
        lambda: sorter.press(sorter.place("+3")),
        lambda: sorter.press(sorter.place("+3")),
        lambda: sorter.press(sorter.button("Rather not")),
        lambda: sorter.press(sorter.ladder.get_by_role("button").first),
        lambda: sorter.press(sorter.button("Leave it here")),
        sorter.place_all,
        lambda: sorter.press(sorter.button("Rather a list?")),
    ]

    for moment in moments:
        moment()

        faults = page.evaluate(f"axe.run(document, {{runOnly: {RULES}}})")["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []


# By keyboard alone


def test_a_sort_is_completed_by_keyboard_alone(arrive):
    sorter = Typist(arrive())

    sorter.pile_all()
    sorter.place_all()
    sorter.keep()

    assert kept() == FORCED


def test_after_placing_the_focus_stays_on_the_same_place_for_the_next_card(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()

    sorter.press(sorter.place("0"))

    assert focused(sorter.page) == "0, 3 places left"
    sorter.page.keyboard.press("ArrowRight")
    assert focused(sorter.page) == "−1, 3 places left"


def test_enter_picks_a_card_up_and_climbs_and_escape_lays_it_back(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()
    card = sorter.card
    sorter.press(sorter.place("0"))
    keyboard = sorter.page.keyboard

    sorter.ladder.get_by_role("button", name=card).focus()
    keyboard.press("Enter")
    assert focused(sorter.page) == "Higher"
    keyboard.press("Enter")
    keyboard.press("ArrowUp")

    assert sorter.lying()["+2"] == [card]
    expect(sorter.ladder.get_by_role("button", name=card)).to_have_attribute("aria-pressed", "true")
    keyboard.press("Escape")
    assert focused(sorter.page) == card
    expect(sorter.status).to_contain_text(f"{card} stays on +2.")


# Through the accessibility tree alone


def test_a_sort_is_completed_by_roles_and_names_alone(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()
    expect(sorter.page.get_by_role("group", name=f"Where does this belong: {sorter.card}")).to_be_visible()

    card = sorter.card
    sorter.press(sorter.button("+3, weighs most, 1 place left"))

    expect(sorter.status).to_have_text(re.compile(rf"^{card} lies on \+3\. That is full now\. Next: {sorter.card}\.$"))
    expect(sorter.button("+3, weighs most, full, swap a card")).to_be_visible()
    expect(sorter.ladder.get_by_role("listitem").first).to_contain_text(re.compile(rf"Rung \+3{card}"))
    sorter.place_all()
    expect(sorter.page.get_by_role("group", name="All 16 cards have a place")).to_be_visible()
    assert {rung: len(names) for rung, names in sorter.lying().items()} == SHAPE
    sorter.keep()
    assert kept() == FORCED


def test_the_condition_stays_in_sight(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()
    sorter.place_all()

    sorter.page.mouse.wheel(0, 600)

    expect(sorter.page.get_by_text("As my work is now")).to_be_in_viewport()


# A full place


def test_a_card_from_the_hand_sends_the_other_back_to_the_hand(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()
    first = sorter.card
    sorter.press(sorter.place("+3"))
    second = sorter.card

    sorter.press(sorter.place("+3"))
    assert focused(sorter.page) == "+3 has no place left. Which card do you swap?"
    sorter.press(sorter.button(re.compile(first)))

    assert sorter.lying()["+3"] == [second]
    assert sorter.card == first
    expect(sorter.status).to_contain_text(f"{second} lies on +3. {first} is back in your hand.")


def test_two_cards_on_the_ladder_change_places(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()
    top = sorter.card
    sorter.press(sorter.place("+3"))
    low = sorter.card
    sorter.press(sorter.place("−3"))

    sorter.press(sorter.ladder.get_by_role("button", name=low))
    sorter.press(sorter.place("+3"))
    sorter.press(sorter.button(re.compile(top)))

    assert (sorter.lying()["+3"], sorter.lying()["−3"]) == ([low], [top])


def test_who_would_rather_not_swap_is_back_where_they_were(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()
    sorter.press(sorter.place("+3"))
    card = sorter.card

    sorter.press(sorter.place("+3"))
    sorter.page.keyboard.press("Escape")

    assert sorter.card == card
    assert focused(sorter.page).startswith("+3")


# Ways back


def test_a_step_is_undone_also_across_the_border_of_the_piles(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()
    sorter.press(sorter.place("0"))

    sorter.press(sorter.button("Undo"))
    sorter.press(sorter.button("Undo"))

    expect(sorter.hand.get_by_text("Card 16 of 16")).to_be_visible()


def test_a_card_comes_off_the_ladder_and_is_next(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()
    card = sorter.card
    sorter.press(sorter.place("0"))
    sorter.press(sorter.ladder.get_by_role("button", name=card))

    sorter.press(sorter.button("Off the ladder"))

    assert sorter.card == card
    assert sorter.lying()["0"] == []


def test_this_one_later_comes_after_all_others(arrive):
    sorter = Sorter(arrive())
    sorter.pile_all()
    card = sorter.card

    sorter.press(sorter.button("This one later"))
    for _ in range(15):
        assert sorter.card != card
        sorter.press(sorter.free_place())

    assert sorter.card == card


@pytest.mark.parametrize("how_far", ["piles", "ladder"])
def test_nothing_is_lost_when_the_tab_closes(arrive, how_far):
    page = arrive()
    sorter = Sorter(page)
    sorter.pile_all(["Weighs heavily"] * 5 if how_far == "piles" else ["Weighs heavily"] * 16)
    if how_far == "ladder":
        sorter.press(sorter.place("+2"))
    before = sorter.lying() if how_far == "ladder" else None
    address, context = page.url, page.context
    page.close()

    page = context.new_page()
    page.goto(address)
    page.locator("gw-sort[data-phase]").wait_for()

    if how_far == "piles":
        expect(Sorter(page).hand.get_by_text("Card 6 of 16")).to_be_visible()
    else:
        assert Sorter(page).lying() == before
    assert not Sort.objects.exists()


# The list


def test_the_list_and_the_ladder_are_one(arrive):
    sorter = Sorter(arrive())
    sorter.press(sorter.button("Rather a list?"))
    page = sorter.page

    page.get_by_role("combobox", name="Integrity").select_option("+3")
    page.get_by_role("combobox", name="Transparency").select_option("+3")
    expect(page.get_by_text("Too many on: +3 (1).")).to_be_visible()
    page.get_by_role("combobox", name="Transparency").select_option("+2")
    expect(page.get_by_text("14 cards left.")).to_be_visible()
    page.get_by_role("button", name="Rather the ladder?").click()

    assert sorter.lying()["+3"] == ["Integrity"]
    assert sorter.lying()["+2"] == ["Transparency"]


def test_without_javascript_a_list_does_the_same(arrive):
    page = arrive(java_script_enabled=False)
    selects = page.get_by_role("combobox").all()
    places = [label for label, size in SHAPE.items() for _place in range(size)]
    for select in selects:
        select.select_option("0")
    page.get_by_role("button", name="Ready").click()
    expect(page.get_by_text("On 0 lie 16 cards, and 4 fit.")).to_be_visible()

    for select, place in zip(page.get_by_role("combobox").all(), places, strict=True):
        select.select_option(place)
    page.get_by_role("button", name="Ready").click()

    expect(page.get_by_role("combobox")).to_have_count(0)
    assert kept() == FORCED
