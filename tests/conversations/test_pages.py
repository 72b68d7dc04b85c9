"""The page on which people vote, and the desk on which statements are read."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conversations.conftest import pool, propose, step
from goedwerk.conversations import queries
from goedwerk.conversations.actions import moderating
from goedwerk.conversations.models import Statement
from goedwerk.dialogues import device
from goedwerk.dialogues.models import Attendance

LETTER = "Een brief is duidelijker dan een gesprek."
TIME = "Wij hebben meer tijd nodig voor een gesprek."


@pytest.fixture
def cast(landscape):
    return landscape()


@pytest.fixture
def phone(cast):
    client = Client(headers={"accept-language": "en"})
    client.cookies[device.PLACE] = cast.people[0].token
    return client


def address(cast, key="first-votes", view="conversations:vote"):
    return reverse(view, args=[cast.dialogue.code, step(cast, key).pk])


def asked(response):
    return response.context["page"].statement


def own_votes(cast):
    return queries.own_votes(step(cast, "later-votes"), cast.people[0].participation)


def go_to_votes(cast, phone):
    """Past the question, which only has to be read."""
    phone.post(address(cast, "question", "dialogues:step"), {"pass": "yes"})
    return phone.get(reverse("dialogues:now", args=[cast.dialogue.code]), follow=True)


# Voting


def test_one_statement_after_another_until_all_are_done(cast, phone):
    page = go_to_votes(cast, phone)
    seen = []
    while asked(page):
        seen.append(asked(page))
        page = phone.post(address(cast), {"statement": asked(page), "choice": "agree"}, follow=True)
        if "conversations/vote.html" not in [template.name for template in page.templates]:
            break

    assert sorted(seen) == sorted(pool(cast).values())
    assert own_votes(cast) == dict.fromkeys(sorted(seen), "agree")
    assert Attendance.objects.get(step=step(cast, "first-votes"), participation=cast.people[0].participation).ready


def test_the_same_person_gets_the_same_statement_again(cast, phone):
    assert asked(phone.get(address(cast))) == asked(phone.get(address(cast)))


def test_people_begin_at_different_statements(landscape):
    cast = landscape(people=30)
    first = set()
    for person in cast.people:
        client = Client()
        client.cookies[device.PLACE] = person.token
        first.add(asked(client.get(address(cast))))

    assert first == set(pool(cast).values())


def test_a_vote_can_be_undone_and_the_statement_comes_back(cast, phone):
    statement = asked(phone.get(address(cast)))
    page = phone.post(address(cast), {"statement": statement, "choice": "disagree"}, follow=True)
    assert "Undo “Disagree”" in page.content.decode()

    page = phone.post(address(cast), {"undo": statement}, follow=True)

    assert asked(page) == statement
    assert own_votes(cast) == {}


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"statement": "000000000000", "choice": "agree"},
        {"choice": "agree"},
        {"undo": "000000000000"},
        {"statement": "\x00", "choice": "\x00"},
    ],
)
def test_whatever_else_is_sent_changes_nothing(cast, phone, sent):
    assert phone.post(address(cast), sent).status_code == 302
    assert own_votes(cast) == {}


def test_a_choice_that_is_none_changes_nothing(cast, phone):
    phone.post(address(cast), {"statement": pool(cast)[LETTER], "choice": "maybe"})

    assert own_votes(cast) == {}


def test_enough_for_now_goes_on_and_keeps_the_votes(cast, phone):
    go_to_votes(cast, phone)
    phone.post(address(cast), {"statement": pool(cast)[LETTER], "choice": "agree"})

    page = phone.post(address(cast), {"ready": "yes"}, follow=True)

    assert page.context["page"].at.step.key == "add"
    assert own_votes(cast) == {pool(cast)[LETTER]: "agree"}


def test_what_came_into_the_pool_is_asked_later_and_nothing_twice(cast, phone):
    for statement in pool(cast).values():
        phone.post(address(cast), {"statement": statement, "choice": "pass"})
    propose(cast, cast.people[1], TIME)
    add = step(cast, "add")
    moderating.accept(step=add, user=cast.facilitator, version=1, chosen=[Statement.objects.get().pk], together=True)

    page = phone.get(address(cast, "later-votes"))

    assert (page.context["page"].text, page.context["page"].left) == (TIME, 1)


def test_the_list_shows_all_statements_and_the_own_votes(cast, phone):
    phone.post(address(cast), {"statement": pool(cast)[LETTER], "choice": "agree"})

    form = phone.get(address(cast, view="conversations:votes")).context["page"].form

    assert sorted(text for _name, text, _choice in form.rows) == sorted(pool(cast))
    assert [text for _name, text, choice in form.rows if choice == "agree"] == [LETTER]


def test_a_vote_is_changed_in_the_list_and_what_is_left_open_stays(cast, phone):
    letter, *others = [pool(cast)[LETTER], *(key for text, key in pool(cast).items() if text != LETTER)]
    phone.post(address(cast), {"statement": others[0], "choice": "agree"})

    phone.post(address(cast, view="conversations:votes"), {f"vote-{letter}": "disagree"})

    assert own_votes(cast) == {letter: "disagree", others[0]: "agree"}


def test_a_vote_counts_when_its_statement_moved_to_another_page_meanwhile(cast, phone, monkeypatch):
    monkeypatch.setattr("goedwerk.conversations.views.listing.AT_ONCE", 2)
    last = sorted(pool(cast).values())[-1]

    phone.post(f"{address(cast, view='conversations:votes')}?page=1", {f"vote-{last}": "agree"})

    assert own_votes(cast) == {last: "agree"}


def test_a_long_list_is_shown_some_at_a_time(cast, phone, monkeypatch):
    monkeypatch.setattr("goedwerk.conversations.views.listing.AT_ONCE", 3)
    here = address(cast, view="conversations:votes")
    first = phone.get(here).context["page"].form.rows

    answer = phone.post(here, {first[0][0]: "pass", "then": "next"})

    assert answer.url == f"{here}?page=2"
    assert len(phone.get(answer.url).context["page"].form.rows) == 1
    assert list(own_votes(cast).values()) == ["pass"]


def test_a_step_with_a_page_of_its_own_leads_there(cast, phone):
    assert phone.get(address(cast, view="dialogues:step")).url == address(cast)


def test_all_votes_can_also_be_sent_as_the_form_of_the_step(cast, phone):
    sent = {f"vote-{key}": "disagree" for key in pool(cast).values()}

    phone.post(address(cast, view="dialogues:step"), sent)

    assert own_votes(cast) == dict.fromkeys(sorted(pool(cast).values()), "disagree")


def test_who_has_no_place_is_shown_the_way_in(cast):
    assert Client().get(address(cast)).url == reverse("dialogues:come-back", args=[cast.dialogue.code])


def test_after_closing_there_is_nothing_to_vote_on(cast, phone):
    page = address(cast)
    cast.round.steps.update(state="closed")

    for closed in (page, address(cast, view="conversations:votes")):
        assert phone.get(closed).url == reverse("dialogues:now", args=[cast.dialogue.code])
    assert phone.post(page, {"statement": pool(cast)[LETTER], "choice": "agree"}).status_code == 302
    assert own_votes(cast) == {}


def test_one_s_own_data_hold_votes_and_statements(cast, phone):
    phone.post(address(cast), {"statement": pool(cast)[LETTER], "choice": "agree"})
    propose(cast, cast.people[0], TIME)

    taken = phone.get(reverse("dialogues:take-along", args=[cast.dialogue.code]) + "?as=json").json()

    lines = [line for answer in taken["answers"] for line in answer["lines"]]
    assert {"label": LETTER, "text": "Agree"} in lines
    assert {"label": "Waits until it has been read", "text": TIME} in lines


# A statement of one's own


def test_the_writer_is_asked_to_look_once_more_and_never_stopped(cast, phone):
    sent = {"statement-1": "Mogen wij afwijken van een regel?"}

    asks = phone.post(address(cast, "add", "dialogues:step"), sent)
    assert asks.status_code == 422
    assert "This is a question." in asks.content.decode()

    assert phone.post(address(cast, "add", "dialogues:step"), {**sent, "second_look": "1"}).status_code == 302
    assert Statement.objects.get().text == "Mogen wij afwijken van een regel?"


def test_the_writer_reads_on_the_same_page_what_became_of_it(cast, phone):
    propose(cast, cast.people[0], TIME)
    moderating.refuse(
        step=step(cast, "add"),
        user=cast.facilitator,
        version=1,
        chosen=[Statement.objects.get().pk],
        reason="unclear",
    )

    page = phone.get(address(cast, "add", "dialogues:step")).content.decode()

    assert "Others cannot agree or disagree with it as it stands." in page
    assert TIME in page


# The desk


@pytest.fixture
def desk(cast, host):
    return reverse("conversations:statements", args=[cast.dialogue.pk, step(cast, "add").pk])


def sent(cast, *texts, **more):
    chosen = [str(Statement.objects.get(text=text).pk) for text in texts]
    return {"version": cast.round.version, "chosen": chosen, **more}


def test_the_dialogue_says_how_many_statements_wait_and_leads_to_them(cast, host, desk):
    propose(cast, cast.people[0], TIME)

    page = host.get(reverse("dialogues:dialogue", args=[cast.dialogue.pk]), headers={"accept-language": "en"})

    assert desk in page.content.decode()


def test_ticked_statements_are_accepted_or_refused_together(cast, host, desk):
    others = [f"Wij oefenen lastige gesprekken {number} keer per jaar." for number in range(3)]
    propose(cast, cast.people[0], *others)
    propose(cast, cast.people[1], TIME)

    host.post(desk, sent(cast, *others, act="accept", together="on"))
    host.post(desk, sent(cast, TIME, act="refuse", reason="elsewhere"))

    assert set(others) <= set(pool(cast))
    assert Statement.objects.get(text=TIME).reason == "elsewhere"


def test_a_refusal_needs_a_reason(cast, host, desk):
    propose(cast, cast.people[0], TIME)

    page = host.post(desk, sent(cast, TIME, act="refuse"), headers={"accept-language": "en"})

    assert page.status_code == 422
    assert "Choose a reason" in page.content.decode()
    assert Statement.objects.get().state == "waiting"


def test_what_may_say_the_same_is_suggested_and_joined_by_a_person(cast, host, desk):
    propose(cast, cast.people[0], "Een brief is veel duidelijker dan een gesprek voeren.")
    statement = Statement.objects.get()

    page = host.get(desk, headers={"accept-language": "en"}).content.decode()
    assert f"May say the same as:</b> <b>{LETTER}" in page or f"May say the same as: <b>{LETTER}</b>" in page

    host.post(desk, {"version": cast.round.version, "join": f"{statement.pk.hex}:{pool(cast)[LETTER]}"})

    statement.refresh_from_db()
    assert (statement.reason, statement.same_as) == ("same", pool(cast)[LETTER])


def test_a_long_pile_is_read_a_page_at_a_time_and_what_was_decided_leads_back_there(cast, host, desk, monkeypatch):
    monkeypatch.setattr("goedwerk.conversations.views.moderating.AT_ONCE", 2)
    for number, person in enumerate(cast.people[:5]):
        propose(cast, person, f"Wij oefenen {number} keer per jaar.")

    second = host.get(f"{desk}?state=waiting&page=2")
    ticked = [each.statement.text for each in second.context["page"].statements]
    after = host.post(f"{desk}?state=waiting&page=2", sent(cast, *ticked, act="accept", together="on"))

    words = host.get(f"{desk}?state=waiting", headers={"accept-language": "en"}).content.decode()
    assert len(ticked) == 2
    assert set(ticked) <= set(pool(cast))
    assert after.url == f"{desk}?state=waiting&page=2"
    assert "Statements 1 to 2 of 3." in words
    assert 'rel="next"' in words


def test_what_was_ticked_stays_ticked_when_a_reason_is_missing(cast, host, desk):
    propose(cast, cast.people[0], TIME, LETTER + " Vaak.")

    page = host.post(desk, sent(cast, TIME, act="refuse")).content.decode()

    assert page.count(" checked>") == 1


def test_where_there_is_nothing_to_vote_on_nothing_is_counted(cast, phone, monkeypatch):
    monkeypatch.setattr(queries, "pool_of", lambda step: [])

    one_by_one, as_list = (phone.get(address(cast, view=f"conversations:{view}")) for view in ("vote", "votes"))

    assert "to go" not in one_by_one.content.decode()
    assert "Statements 0" not in as_list.content.decode()


@pytest.mark.parametrize("join", ["x", "0" * 32 + ":" + "0" * 12, "\x00"])
def test_only_a_statement_of_the_pool_can_stay(cast, host, desk, join):
    propose(cast, cast.people[0], TIME)

    assert host.post(desk, {"version": cast.round.version, "join": join}).status_code == 422


@pytest.mark.parametrize("state", ["waiting", "accepted", "rejected"])
def test_every_pile_can_be_looked_through(cast, host, desk, state):
    propose(cast, cast.people[0], TIME)

    assert host.get(f"{desk}?state={state}").status_code == 200


def test_there_are_no_other_piles(cast, host, desk):
    assert host.get(f"{desk}?state=everything").status_code == 404


def test_a_step_that_takes_no_statements_has_no_desk(cast, host):
    other = reverse("conversations:statements", args=[cast.dialogue.pk, step(cast, "first-votes").pk])

    assert host.get(other).status_code == 404


# As many questions to the database for many statements as for a few


def cost(browser, *addresses):
    with CaptureQueriesContext(connection) as queries:
        assert [browser.get(each).status_code for each in addresses] == [200] * len(addresses)
    return len(queries)


def test_pages_ask_no_more_for_many_statements_than_for_one(cast, phone, host, desk):
    later = [address(cast, "later-votes", view) for view in ("conversations:vote", "conversations:votes")]
    propose(cast, cast.people[0], TIME)
    Statement.objects.update(state="accepted")
    few = cost(phone, *later), cost(host, f"{desk}?state=accepted")
    for person in cast.people[1:]:
        propose(cast, person, *[f"Wij oefenen {number} keer per maand." for number in range(3)])
    Statement.objects.update(state="accepted")

    assert (cost(phone, *later), cost(host, f"{desk}?state=accepted")) == few
    assert Statement.objects.count() == 16
