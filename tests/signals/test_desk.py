"""The desk on which the text is written, and the list of signals: for who leads, in their own organisation."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goedwerk.dialogues.actions import leading, rounds
from goedwerk.dialogues.actions.rounds import NextRound
from goedwerk.organisations.actions import found, invite
from goedwerk.organisations.models import HostAct
from goedwerk.signals import actions, queries
from goedwerk.signals.models import Signal, Wording
from signals.asking import AGREE, OWNER, TEXT, give, in_days, put

ENGLISH = {"accept-language": "en"}


@pytest.fixture
def desk(host, group):
    """Press a button of the desk, on the version that is on the screen."""

    def press(act, **given):
        fields = {"text": TEXT, "owner": OWNER, "answer_by": str(in_days(30)), "version": group.round.version}
        return host.post(address(group), {**fields, **given, "act": act}, headers=ENGLISH)

    return press


def address(group):
    return reverse("signals:desk", args=[group.dialogue.pk, group.step.pk])


def said_on(host, group):
    return host.get(address(group), headers=ENGLISH).content.decode()


# Writing


def test_the_console_leads_to_the_desk(host, group):
    console = host.get(reverse("dialogues:console", args=[group.dialogue.pk]), headers=ENGLISH)

    assert address(group) in console.content.decode()


def test_the_box_begins_with_who_follows_up_and_a_day(host, group):
    form = host.get(address(group)).context["page"].form

    assert form.initial["owner"] == "Hoofd Vergunningen"
    assert form.initial["answer_by"] == in_days(30)


def test_what_earlier_steps_brought_stands_beside_the_box(host, asking, play):
    cast = play(asking, people=9)
    cast.go_to("first")
    cast.answer_all({"option": "dont-know"})
    cast.go_to("harvest")

    assert [each.title for each in host.get(address(cast)).context["page"].beside] == [
        asking.round.steps.get(key="first").title
    ]


def test_a_text_is_put_and_can_be_read_on_phones_and_the_big_screen(client, desk, group, host):
    assert desk("put").status_code == 302

    screen = client.get(reverse("dialogues:screen", args=[group.dialogue.code]))
    assert TEXT in screen.content.decode()
    assert "The group reads this now" in said_on(host, group)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"text": ""}, "Write what you ask"),
        ({"owner": " "}, "Say which function"),
        ({"answer_by": str(in_days(0))}, "after today"),
        ({"answer_by": ""}, "required"),
        ({"text": "x" * 1200}, "too long"),
        ({"owner": "x" * 121}, "too long"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(desk, given, says):
    response = desk("put", **given)

    assert response.status_code == 422
    assert says in response.content.decode()
    assert not Wording.objects.exists()


def test_the_name_of_a_person_asks_for_a_second_look(desk):
    first, second = desk("put", owner="Pieter Jansen"), desk("put", owner="Pieter Jansen", second_look="1")

    assert (first.status_code, second.status_code) == (422, 302)
    assert "Pieter Jansen" in first.content.decode()


@pytest.mark.parametrize("owner", ["Teamleider Vergunningen", "Directeur Dienstverlening", "Head of Permits"])
def test_a_function_asks_for_nothing(desk, owner):
    assert desk("put", owner=owner).status_code == 302


def test_pressed_on_an_old_page_the_words_are_still_there(desk, group):
    version = group.round.version
    group.act(leading.add_minutes, minutes=1)

    response = desk("put", version=version, text="Een andere tekst.")

    assert response.status_code == 409
    assert response.context["page"].form.initial["text"] == "Een andere tekst."
    assert not Wording.objects.exists()


def test_after_closing_the_desk_shows_the_picture_and_both_ways_on(desk, group, host):
    put(group)
    group.answer_all(AGREE)
    group.act(leading.close_step)

    said = said_on(host, group)

    assert "I agree with this text" in said
    assert {"Ask the group once more", "The group agrees on this"} <= set(words_of_buttons(said))


def words_of_buttons(said):
    return [re.sub(r"<[^>]+>", "", found).strip() for found in re.findall(r"<button[^>]*>(.*?)</button>", said, re.S)]


def test_asking_once_more_puts_the_next_version(desk, group):
    first = group.step
    desk("put")
    group.act(leading.close_step)

    desk("put", text="Zeg wie beslist, en waarom.")

    assert queries.thread_of(group.step) == first
    assert queries.wording_of(group.step).number == 2


def test_agreeing_leads_to_the_signal(desk, group, host):
    desk("put")
    group.act(leading.close_step)

    desk("agree")

    assert reverse("signals:signal", args=[Signal.objects.get().pk]) in said_on(host, group)


def test_asking_nothing_needs_no_text(desk, group, host):
    assert desk("none", text="", owner="", answer_by="").status_code == 302

    assert Signal.objects.get().wording is None
    assert "asks nothing of anybody" in said_on(host, group)


def test_a_colleague_looks_along_without_buttons(group, membership):
    other = Client()
    other.force_login(invite(organisation=membership.organisation, name="Sam").user)

    said = other.get(address(group), headers=ENGLISH).content.decode()

    assert "Noor leads now" in said
    assert words_of_buttons(said).count("Put it to the group") == 0


@pytest.mark.parametrize("act", ["", "delete"])
def test_an_act_that_does_not_exist_is_not_there(desk, act):
    assert desk(act).status_code == 404


def test_a_step_of_another_kind_has_no_desk(host, group):
    other = group.dialogue.round.steps.get(key="first")

    assert host.get(reverse("signals:desk", args=[group.dialogue.pk, other.pk])).status_code == 404


def test_in_an_open_round_the_page_of_the_dialogue_leads_to_the_desk(host, group):
    group.close()

    page = host.get(reverse("dialogues:dialogue", args=[group.dialogue.pk]))

    assert address_of(group) in page.content.decode()


def address_of(group):
    step = group.dialogue.round.steps.get(key="harvest")
    return reverse("signals:desk", args=[group.dialogue.pk, step.pk])


# Signals of an organisation


@pytest.fixture
def stranger(db):
    browser = Client()
    browser.force_login(found(name="Elders", owner="Bo").user)
    return browser


def test_another_organisation_sees_nothing_of_it(stranger, agreed):
    signal, step = agreed.pk, agreed.thread.pk

    assert stranger.get(reverse("signals:signal", args=[signal])).status_code == 404
    assert stranger.post(reverse("signals:renew", args=[signal])).status_code == 404
    assert stranger.get(reverse("signals:desk", args=[agreed.dialogue.pk, step])).status_code == 404
    assert TEXT not in stranger.get(reverse("signals:signals")).content.decode()


def test_who_is_not_signed_in_sees_no_list(client, agreed):
    for name, args in (("signals", []), ("signal", [agreed.pk]), ("desk", [agreed.dialogue.pk, agreed.thread.pk])):
        assert client.get(reverse(f"signals:{name}", args=args)).status_code == 302


@pytest.mark.parametrize(
    ("days", "says"),
    [(30, "There are 30 days left"), (1, "There is 1 day left"), (0, "The day is today"), (-3, "3 days ago")],
)
def test_the_list_says_in_words_how_much_time_there_is(host, group, days, says):
    decided(group, answer_by=in_days(days))

    assert says in host.get(reverse("signals:signals"), headers=ENGLISH).content.decode()


def decided(group, answer_by):
    """As it is some days after it was agreed."""
    step = group.step
    group.act(leading.close_step)
    wording = Wording.objects.create(thread=step, number=1, text=TEXT, owner=OWNER, answer_by=answer_by)
    return Signal.objects.create(**about(group.dialogue, step), wording=wording)


def test_later_waits_for_the_promised_day(host, agreed):
    give(agreed, "later", on=in_days(50))

    said = host.get(reverse("signals:signals"), headers=ENGLISH).content.decode()

    assert "There are 50 days left" in said
    assert "later" in said


def test_what_is_answered_waits_no_more(host, agreed):
    give(agreed, "not", "Daar is geen geld voor.")

    page = host.get(reverse("signals:signals"), headers=ENGLISH).context["page"]

    assert not page.waiting
    assert [entry.standing for entry in page.answered] == ["Answered: we do not do this."]


def test_the_page_of_a_signal_has_words_to_send_with_the_link(host, agreed):
    page = host.get(reverse("signals:signal", args=[agreed.pk]), headers=ENGLISH).context["page"]

    for letter in (page.letter, page.reminder):
        assert page.address in letter.text
        assert TEXT in letter.text
        assert letter.mailto.startswith("mailto:?subject=")
    assert page.address.startswith("http://testserver/answer/")


def test_the_link_names_the_address_that_others_can_reach(host, agreed, settings):
    settings.PUBLIC_URL = "https://goedwerk.example/"

    page = host.get(reverse("signals:signal", args=[agreed.pk])).context["page"]

    assert page.address.startswith("https://goedwerk.example/answer/")
    assert not page.is_this_computer_only


def test_a_link_that_ended_is_replaced_by_a_press(host, agreed):
    Signal.objects.update(link_until=in_days(-1))
    address = reverse("signals:signal", args=[agreed.pk])
    before = host.get(address, headers=ENGLISH).content.decode()

    host.post(reverse("signals:renew", args=[agreed.pk]))

    assert "does not work any more. Make a new one." in before
    assert Signal.objects.get().link == 2
    assert HostAct.objects.filter(act="made a new link for a signal").exists()


def test_nothing_asked_stands_in_no_list(host, group):
    none = actions.agree_on_none(step=group.step, user=group.facilitator, version=group.round.version)

    assert host.get(reverse("signals:signals")).context["page"].waiting == []
    assert host.get(reverse("signals:signal", args=[none.pk])).status_code == 404


def test_the_list_asks_the_database_as_often_for_many_signals_as_for_one(host, group, asking):
    decided(group, answer_by=in_days(3))
    one = queries_of(host)
    for key in ("read", "first"):
        step = asking.round.steps.get(key=key)
        wording = Wording.objects.create(thread=step, number=1, text=TEXT, owner=OWNER, answer_by=in_days(9))
        give(Signal.objects.create(**about(asking, step), wording=wording), "later", on=in_days(20))

    assert queries_of(host) == one


def queries_of(host):
    with CaptureQueriesContext(connection) as asked:
        assert host.get(reverse("signals:signals")).status_code == 200
    return len(asked)


def about(dialogue, step):
    owned = {"organisation": dialogue.organisation, "dialogue": dialogue, "thread": step}
    return {**owned, "agreed_on": in_days(0), "link_until": in_days(60)}


def test_a_text_that_was_not_decided_on_can_be_gone_to_after_a_next_round_is_made(host, group):
    step = group.step
    group.close()
    decided = NextRound(number=2, mode="live", steps=("first",))
    rounds.make_next(dialogue=group.dialogue, user=group.facilitator, decided=decided)

    page = host.get(reverse("dialogues:dialogue", args=[group.dialogue.pk]))

    assert reverse("signals:desk", args=[group.dialogue.pk, step.pk]) in page.content.decode()
