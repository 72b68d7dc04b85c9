"""Coming in: what is kept is told first, saying no is as easy as yes, and one person is one place."""

import re
from datetime import datetime

import pytest
from django.utils import timezone

from cast import prepare
from dialogues.phones import Phone, words
from goedwerk.dialogues import device, queries
from goedwerk.dialogues.models import Participation

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(play, dagstart):
    return play(dagstart)


def test_before_the_first_answer_somebody_reads_what_is_kept_and_who_sees_it(room, dagstart):
    page = words(Phone(dagstart).look())

    assert "erased 7 days after the dialogue closes" in page
    for who in ("You", "The group", "The facilitator", "Your manager"):
        assert who in page
    assert "a court" in page
    assert "Woo" in page


def test_looking_at_the_first_page_makes_nobody(room, dagstart):
    Phone(dagstart).look()

    assert Participation.objects.count() == 0


def test_saying_no_is_a_button_beside_yes_and_keeps_nothing(room, dagstart):
    phone = Phone(dagstart)
    first = phone.look().content.decode()

    page = phone.look("listen")

    assert re.search(r'nl-button--primary"[^>]*>I take part', first)
    assert re.search(r'nl-button--secondary"[^>]*>Rather not', first)
    assert "That is fine" in words(page)
    assert Participation.objects.count() == 0


def test_two_actions_after_scanning_somebody_is_inside(room, dagstart):
    phone = Phone(dagstart)

    phone.look()
    page = phone.post("take-part")

    assert "You are here." in words(page)
    assert queries.people_in(dagstart) == 1


def test_pressing_twice_makes_one_person(room, dagstart):
    phone = Phone(dagstart)
    phone.look()
    laid_ready = phone.client.cookies.output()

    phone.post("take-part")
    phone.client.cookies.load(laid_ready.replace("Set-Cookie: ", ""))
    phone.post("take-part")

    assert queries.people_in(dagstart) == 1


def test_thirty_phones_join_one_after_another(room, dagstart):
    for _ in range(30):
        Phone(dagstart).join()

    assert queries.people_in(dagstart) == 30


def test_the_place_is_a_cookie_of_this_dialogue_alone_that_no_script_reads(room, dagstart):
    phone = Phone(dagstart).join()

    cookie = phone.client.cookies[device.PLACE]

    assert cookie["path"] == f"/d/{dagstart.code}/"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"]
    assert not cookie["secure"]


def test_behind_tls_the_place_travels_over_tls_alone(room, dagstart, settings):
    settings.IS_HTTPS = True

    phone = Phone(dagstart).join()

    assert phone.client.cookies[device.PLACE]["secure"]


def test_in_an_open_round_the_place_is_kept_for_thirty_days(membership, pack, play):
    dialogue = prepare(membership, "korte-reflectie", mode="open")
    play(dialogue)

    phone = Phone(dialogue).join()

    assert phone.client.cookies[device.PLACE]["max-age"] == 30 * 24 * 60 * 60


def test_without_a_place_laid_ready_the_page_says_that_cookies_may_be_off(room, dagstart):
    page = Phone(dagstart).post("take-part")

    assert page.status_code == 400
    assert "Cookies are off" in words(page)
    assert Participation.objects.count() == 0


def test_a_browser_that_refuses_every_cookie_is_told_so(room, dagstart):
    page = Phone(dagstart, enforce_csrf_checks=True).post("take-part")

    assert page.status_code == 403
    assert "cookies" in words(page)


def test_a_token_that_somebody_made_up_is_not_a_place(room, dagstart):
    phone = Phone(dagstart)
    phone.client.cookies[device.PLACE] = "<b>me</b>"

    assert phone.post("take-part").status_code == 400


def test_the_attribute_is_asked_only_when_it_is_compared_and_not_saying_is_the_default(membership, pack, play):
    dialogue = prepare(membership, "dagstart-dilemma", attribute="role")
    play(dialogue)
    phone = Phone(dialogue)

    first = phone.look().content.decode()
    phone.post("take-part", attribute="manager")
    Phone(dialogue).join()

    assert re.search(r'name="attribute" value="" checked', first)
    assert sorted(Participation.objects.values_list("attribute", flat=True)) == ["", "manager"]


def test_an_attribute_outside_the_list_is_refused_with_words(membership, pack, play):
    dialogue = prepare(membership, "dagstart-dilemma", attribute="role")
    play(dialogue)
    phone = Phone(dialogue)
    phone.look()

    page = phone.post("take-part", attribute="spy")

    assert "Before you begin" in words(page)
    assert Participation.objects.count() == 0


def test_who_manages_and_leads_is_told_plainly(membership, pack, play):
    dialogue = prepare(membership, "dagstart-dilemma", facilitator_leads_group=True)
    play(dialogue)

    assert "The facilitator also manages people in this group." in words(Phone(dialogue).look())


@pytest.mark.parametrize(
    ("days", "said"), [(0, "erased as soon as the dialogue closes"), (1, "erased 1 day after"), (30, "30 days after")]
)
def test_the_day_of_erasing_stands_in_the_text(membership, pack, play, days, said):
    dialogue = prepare(membership, "dagstart-dilemma", retention_days=days)
    play(dialogue)

    assert said in words(Phone(dialogue).look())


def test_a_dialogue_that_is_not_open_yet_waits_with_a_page_that_follows(dagstart):
    page = Phone(dagstart).look()

    assert "Not open yet" in words(page)
    assert "<gw-follow" in page.content.decode()


def test_nobody_can_join_a_dialogue_that_is_closed(room, dagstart):
    phone = Phone(dagstart)
    phone.look()
    room.close()

    page = phone.post("take-part")

    assert "This dialogue is closed" in words(page)
    assert "return code" in words(page)
    assert Participation.objects.count() == 0


def test_a_late_one_comes_in_at_the_step_of_now(room, dagstart):
    room.go_to("first")

    page = Phone(dagstart).join().look()

    assert "First choice" in words(page)


def test_a_return_code_opens_the_same_place_on_another_device(room, dagstart):
    first = Phone(dagstart).join()
    other = Phone(dagstart)

    page = other.post("come-back", code=device.return_code(first.token).lower())

    assert "You are here." in words(page)
    assert other.token == first.token
    assert queries.people_in(dagstart) == 1


@pytest.mark.parametrize("code", ["", "ABCD-EFGH-JKMN-PQRT"])
def test_a_wrong_return_code_is_told_and_opens_nothing(room, dagstart, code):
    page = Phone(dagstart).post("come-back", code=code)

    assert page.status_code == 200
    assert "return code" in words(page)
    assert device.PLACE not in page.cookies


def test_a_return_code_of_another_dialogue_opens_nothing(room, dagstart, membership, play):
    elsewhere = prepare(membership, "dagstart-dilemma")
    token = play(elsewhere).join().token

    page = Phone(dagstart).post("come-back", code=token)

    assert "We do not know this return code" in words(page)


# One tablet that goes round


def test_a_tablet_that_goes_round_forgets_after_each_person(room, dagstart):
    tablet = Phone(dagstart)
    tablet.post("tablet")
    tablet.look(new="1")
    tablet.post("take-part")
    first = tablet.token

    page = tablet.post("pass-on")

    assert "Who is next?" in words(page)
    assert "<gw-forget>" in page.content.decode()
    assert tablet.token == ""
    tablet.look(new="1")
    tablet.post("take-part")
    assert tablet.token != first
    assert queries.people_in(dagstart) == 2


def test_somebody_finds_their_place_again_on_the_tablet(room, dagstart):
    tablet = Phone(dagstart)
    tablet.post("tablet")
    tablet.look(new="1")
    waiting = tablet.post("take-part")
    code = device.return_code(tablet.token)
    tablet.post("pass-on")

    page = tablet.post("come-back", code=code)

    assert code in words(waiting)
    assert "Pass on" in words(page)
    assert queries.people_in(dagstart) == 1


def test_a_tablet_can_be_passed_on_at_every_step_that_is_not_a_talk(room, dagstart):
    tablet = Phone(dagstart)
    tablet.post("tablet")
    tablet.look(new="1")
    tablet.post("take-part")
    offered = {}
    for key in ("read", "first", "pairs"):
        room.go_to(key)
        offered[key] = "Pass on" in words(tablet.look())

    assert offered == {"read": True, "first": True, "pairs": False}


def test_a_tablet_becomes_one_persons_again(room, dagstart):
    tablet = Phone(dagstart)
    tablet.post("tablet")

    page = tablet.post("tablet", stop="yes")

    assert "Before you begin" in words(page)


def test_the_last_day_of_an_open_round_is_a_date(membership, pack, play):
    closes_at = timezone.make_aware(datetime(2099, 3, 2, 17))
    dialogue = prepare(membership, "korte-reflectie", mode="open", closes_at=closes_at)
    play(dialogue)

    assert "erased on Monday 9 March 2099" in words(Phone(dialogue).look())
