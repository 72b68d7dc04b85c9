"""Leading: each act does what its button says, once, on the state that was on the screen."""

import re

import pytest

from goedwerk.dialogues.actions import leading
from goedwerk.dialogues.models import Step
from goedwerk.organisations.models import HostAct


@pytest.fixture
def cast(dagstart, play):
    return play(dagstart, people=6)


@pytest.fixture
def console(dagstart):
    return f"/dialogues/{dagstart.pk}/console/"


@pytest.fixture
def press(host, dagstart, cast):
    """Press a button on the console as it is now; `version` for one that is outdated."""

    def act(name, *, browser=host, version=None, **fields):
        data = {"version": version or cast.round.version, **fields}
        return browser.post(f"/dialogues/{dagstart.pk}/act/{name}/", data)

    return act


# What it shows


def test_the_console_shows_the_step_its_script_and_what_comes_next(host, console, cast):
    cast.go_to("first")

    page = host.get(console).context["page"]

    assert page.step.key == "first"
    assert page.script[0].text.startswith("Kies wat jij nu zou doen")
    assert page.reminders[0].startswith("A")
    assert (page.primary.act, page.number, page.of) == ("next", 2, 10)


def test_a_stage_direction_is_not_said_aloud(host, console, cast):
    cast.go_to("picture")

    script = host.get(console).context["page"].script

    assert [line.is_act for line in script] == [False, True, False]
    assert script[1].text == "Wacht tien tellen."


def test_before_opening_the_button_opens(host, console, dagstart):
    assert host.get(console).context["page"].primary.act == "open"


def test_a_step_with_texts_offers_to_read_them_first(host, console, cast):
    cast.go_to("harvest")

    assert host.get(console).context["page"].primary.act == "close-step"


def test_after_the_last_step_the_button_closes(host, console, cast):
    cast.go_to("harvest")
    cast.act(leading.close_step)

    assert host.get(console).context["page"].primary.act == "close"


def test_a_closed_round_leads_back_to_its_page(host, console, cast, dagstart):
    cast.close()

    assert host.get(console).url == f"/dialogues/{dagstart.pk}/"


def test_at_a_picture_who_leads_sees_what_the_group_sees(host, console, cast):
    cast.go_to("first")
    cast.answer_all({"option": "a"})
    cast.go_to("picture")

    body = host.get(console, HTTP_ACCEPT_LANGUAGE="en").content.decode()

    assert "What the group sees" in body
    # To read, and as it stands on the big screen; the letters of the options differ from dialogue to dialogue.
    assert len(re.findall(r">More than half of you chose [A-D]\.<", body)) == 2
    assert "The same as a table" in body


def test_in_a_room_phones_are_sent_to_its_address_whatever_the_console_uses(host, dagstart, cast, settings):
    settings.ROOM_ADDRESS, settings.PORT = "192.168.1.20", 8001

    page = host.get(f"/dialogues/{dagstart.pk}/console/", headers={"host": "localhost"}).context["page"]

    assert page.join.url == f"http://192.168.1.20:8001/d/{dagstart.code}/"
    assert not page.join.is_this_computer_only


def test_before_a_picture_there_is_none_on_the_console(host, console, cast):
    cast.go_to("first")

    assert b"<figure" not in host.get(console).content


# Readiness


@pytest.mark.parametrize(("ready", "words"), [(0, "less than half"), (4, "more than half"), (6, "nearly everybody")])
def test_readiness_is_told_in_words(host, console, cast, ready, words):
    cast.go_to("first")
    for person in cast.people[:ready]:
        cast.answer(person, {"option": "a"})

    body = host.get(f"{console}readiness/", HTTP_ACCEPT_LANGUAGE="en").content.decode()

    assert words in body.lower()
    assert digits(body) == {"6"}  # the phones


def digits(body):
    return set(re.findall(r">\s*(\d+)\s*<", body))


def test_a_step_that_asks_nothing_has_no_readiness(host, console, cast):
    cast.go_to("pairs")

    assert host.get(f"{console}readiness/").context["page"]["words"] == ""


def test_the_console_itself_holds_no_number_of_people_who_are_ready(host, console, cast):
    cast.go_to("first")
    before = host.get(console).content
    for person in cast.people[:4]:
        cast.answer(person, {"option": "a"})

    after = host.get(console).content

    assert without_moving_parts(before) == without_moving_parts(after)


def without_moving_parts(body):
    moving = rb'(value="[A-Za-z0-9]{64}"|data-(ends|now)="[^"]+"|data-left>[^<]*<|<b>\d\d:\d\d</b>)'
    return re.sub(moving, b"", body)


# Acts


def test_next_goes_on(press, console, cast):
    response = press("next")

    assert response.url == console
    assert cast.step.key == "read"


def test_pressing_twice_goes_on_once(press, cast):
    version = cast.round.version
    press("next", version=version)

    second = press("next", version=version)

    assert second.status_code == 409
    assert cast.step.key == "read"


def test_an_act_is_written_down_once(press, cast):
    version = cast.round.version
    press("next", version=version)
    press("next", version=version)

    assert HostAct.objects.filter(act="next step").count() == 1


def test_more_time_is_given(press, cast):
    cast.go_to("pairs")
    before = cast.step.ends_at

    press("add-minutes", minutes="5")

    assert (cast.step.ends_at - before).seconds in (299, 300, 301)


def test_the_clock_stops_and_goes_on(press, host, console, cast):
    cast.go_to("pairs")

    press("pause")
    assert host.get(console).context["page"].clock.paused

    press("pause")
    assert not host.get(console).context["page"].clock.paused


def test_skipping_leaves_a_step_out(press, cast):
    skipped = cast.go_to("values")

    press("skip")

    assert Step.objects.get(pk=skipped.pk).state == "skipped"
    assert cast.step.key == "picture"


def test_repeating_asks_again_beside_the_first_time(press, cast):
    cast.go_to("first")

    press("repeat")

    assert cast.step.key == "first-2"


def test_looking_back_closes_nothing_and_next_returns(press, cast):
    still_open = cast.go_to("values")
    ends_at = cast.step.ends_at

    press("back")
    assert cast.step.key == "first"
    assert Step.objects.get(pk=still_open.pk).is_open

    press("next")
    assert (cast.step.key, cast.step.ends_at) == ("values", ends_at)


def test_the_order_changes_and_the_list_stays_open(press, cast):
    response = press("move", step="together", up="1")

    assert response.url.endswith("?order=1")
    keys = [step.key for step in cast.round.steps.all()]
    assert keys.index("together") < keys.index("pairs")


def test_a_step_cannot_come_before_what_it_builds_on(press, host, console, cast):
    moves = {move.step.key: move for move in host.get(console).context["page"].moves}
    assert not moves["picture"].up
    assert "Wat woog mee" in moves["picture"].why

    response = press("move", step="picture", up="1")

    assert response.status_code == 409
    assert "Wat woog mee" in response.content.decode()


def test_the_turn_comes_after_the_first_choice(press, host, console, cast):
    assert host.get(console).context["page"].asides == []
    assert press("aside", key="turn").status_code == 409

    cast.go_to("values")
    press("aside", key="turn")

    page = host.get(console).context["page"]
    assert page.aside.key == "turn"
    assert [len(aside.parts) for aside in page.asides] == [1, 2]


def test_closing_asks_first_and_then_closes(press, host, console, cast, dagstart):
    page = host.get(f"{console}?close=1").context["page"]
    assert page.wants_to_close
    assert page.undone == 10

    response = press("close")

    assert response.url == f"/dialogues/{dagstart.pk}/"
    assert cast.round.is_closed


# Wrong presses


@pytest.mark.parametrize("act", ["no-such-act", "erase", "leading"])
def test_an_unknown_act_is_not_found(press, act):
    assert press(act).status_code == 404


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("next", {"version": "x"}),
        ("next", {"version": "-1"}),
        ("add-minutes", {"minutes": "999"}),
        ("move", {}),
        ("aside", {"key": "k" * 500}),
        ("note", {"text": "x" * 3000}),
    ],
)
def test_a_tampered_press_changes_nothing(host, dagstart, cast, act, fields):
    cast.go_to("read")
    before = cast.round.version

    response = host.post(f"/dialogues/{dagstart.pk}/act/{act}/", {"version": before, **fields})

    assert response.status_code in (409, 422)
    assert cast.round.version == before


def test_acts_are_posted(host, dagstart):
    assert host.get(f"/dialogues/{dagstart.pk}/act/next/").status_code == 405


def test_a_step_without_notes_keeps_no_note(press, cast):
    cast.go_to("pairs")

    response = press("note", text="Niet vergeten")

    assert response.status_code == 409
    assert "Niet vergeten" not in "".join(str(lines) for lines in passages(cast))


def passages(cast):
    return [passage.lines for step in cast.round.steps.all() for passage in step.passages.all()]


# Two facilitators


def test_a_second_facilitator_looks_along(other_host, console, cast):
    cast.go_to("first")

    response = other_host.get(console)

    assert response.context["page"].led_by == "Noor"
    assert "/act/next/" not in response.content.decode()
    assert "/act/take-over/" in response.content.decode()


def test_a_second_facilitator_cannot_act_without_taking_over(press, other_host, cast):
    cast.go_to("first")

    response = press("next", browser=other_host)

    assert response.status_code == 409
    assert "Noor" in response.content.decode()
    assert cast.step.key == "first"


def test_after_taking_over_the_first_is_told_who_leads(press, other_host, cast):
    cast.go_to("first")
    press("take-over", browser=other_host)
    press("next", browser=other_host)

    response = press("next")

    assert response.status_code == 409
    assert "Sam" in response.content.decode()
    assert cast.step.key == "values"


def test_who_takes_back_meanwhile_does_no_act_twice(press, other_host, cast):
    cast.go_to("first")
    seen = cast.round.version
    press("take-over", browser=other_host)
    press("next", browser=other_host)
    press("take-over")

    response = press("next", version=seen)

    assert response.status_code == 409
    assert cast.step.key == "values"
