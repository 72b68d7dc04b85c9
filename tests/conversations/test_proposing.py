"""Statements of one's own: proposed, read by two, refused with a reason, joined; never changed by somebody else."""

from __future__ import annotations

import pytest

from conversations.conftest import pool, propose, step
from goedwerk.conversations.actions import moderating
from goedwerk.conversations.models import Proposals, Reason, Statement
from goedwerk.dialogues.actions import erasing, leading, taking_part
from goedwerk.dialogues.errors import MovedOn, NotPossible
from goedwerk.dialogues.step_pages import StepPage
from goedwerk.organisations.actions import invite
from goedwerk.organisations.models import HostAct

TIME = "Wij hebben meer tijd nodig voor een gesprek."
CASE = "We moeten vaker samen een lastig geval bespreken."


@pytest.fixture
def cast(landscape):
    return landscape()


@pytest.fixture
def sam(membership):
    return invite(organisation=membership.organisation, name="Sam").user


def statement(text=TIME):
    return Statement.objects.get(text=text)


def act(cast, what, *texts, user=None, key="add", **more):
    asked = step(cast, key)
    chosen = [statement(text).pk for text in texts or (TIME,)]
    how = {"step": asked, "user": user or cast.facilitator, "version": asked.round.version}
    return what(**how, chosen=chosen, **more)


def own_words(cast, person, key="add"):
    asked = step(cast, key)
    answers = asked.behaviour.answers(asked, person.participation)
    return asked.behaviour.own_words(asked, answers[person.participation.pk])


def test_a_statement_that_nobody_has_read_is_seen_by_nobody(cast):
    propose(cast, cast.people[0], TIME)

    assert TIME not in pool(cast)
    assert own_words(cast, cast.people[0]) == [("Waits until it has been read", TIME)]


def test_in_an_open_round_two_people_read_first(cast, sam):
    propose(cast, cast.people[0], TIME)

    first = act(cast, moderating.accept)
    again = act(cast, moderating.accept)
    assert (first, again) == (moderating.Read(0, 1), moderating.Read(0, 1))
    assert TIME not in pool(cast)

    assert act(cast, moderating.accept, user=sam) == moderating.Read(1, 0)
    assert TIME in pool(cast)


def test_two_people_at_one_screen_read_once(cast):
    propose(cast, cast.people[0], TIME)

    act(cast, moderating.accept, together=True)

    assert TIME in pool(cast)
    assert own_words(cast, cast.people[0]) == [("In the pool, without your name", TIME)]


def test_live_the_facilitator_reads_alone_and_the_group_sees_it(together):
    cast = together()
    cast.go_to("all")
    propose(cast, cast.people[0], TIME, key="all")

    act(cast, moderating.accept, key="all")

    assert TIME in pool(cast, "support")
    assert [passage.lines for passage in step(cast, "all").passages.all()] == [[["", TIME]]]


def test_live_an_act_on_an_older_screen_changes_nothing(together):
    cast = together()
    cast.go_to("all")
    propose(cast, cast.people[0], TIME, key="all")
    asked = step(cast, "all")

    with pytest.raises(MovedOn):
        moderating.accept(step=asked, user=cast.facilitator, version=asked.round.version - 1, chosen=[statement().pk])

    assert statement().state == "waiting"


def test_a_refused_statement_says_why_to_its_writer(cast):
    propose(cast, cast.people[0], TIME)

    act(cast, moderating.refuse, reason=Reason.SEVERAL, remark="Schrijf er twee van.")

    assert own_words(cast, cast.people[0]) == [
        ("Not in the pool. It holds more than one idea. Schrijf er twee van.", TIME)
    ]


def test_a_refused_statement_frees_its_place(landscape):
    cast = landscape(statement={"each": 1})
    propose(cast, cast.people[0], TIME)
    act(cast, moderating.refuse, reason=Reason.UNCLEAR)

    propose(cast, cast.people[0], CASE)

    assert statement(CASE).state == "waiting"


def test_who_wrote_it_can_change_it_until_it_has_been_read(cast):
    propose(cast, cast.people[0], TIME)

    propose(cast, cast.people[0], CASE)

    assert [each.text for each in Statement.objects.all()] == [CASE]


def test_a_statement_that_was_read_meanwhile_is_not_written_twice(cast):
    propose(cast, cast.people[0], TIME)
    act(cast, moderating.accept, together=True)

    propose(cast, cast.people[0], TIME, CASE)

    assert sorted((each.text, each.state) for each in Statement.objects.all()) == [
        (CASE, "waiting"),
        (TIME, "accepted"),
    ]


def test_a_joined_statement_points_its_writer_to_the_one_that_stays(cast):
    propose(cast, cast.people[0], TIME)
    propose(cast, cast.people[1], CASE)
    act(cast, moderating.accept, CASE, together=True)
    add = step(cast, "add")

    moderating.join(step=add, user=cast.facilitator, version=1, statement=statement().pk, stays=statement(CASE).key)

    assert own_words(cast, cast.people[0]) == [(f"Not in the pool. Another statement says the same. “{CASE}”", TIME)]


def test_what_was_taken_out_is_not_voted_on_any_more(cast):
    propose(cast, cast.people[0], TIME)
    act(cast, moderating.accept, together=True)

    act(cast, moderating.refuse, reason=Reason.PERSON)

    assert TIME not in pool(cast)


def test_read_after_means_that_others_see_it_at_once(landscape):
    cast = landscape(statement={"moderation": "after"})

    propose(cast, cast.people[0], TIME)

    assert TIME in pool(cast)


@pytest.mark.parametrize("moderation", ["before", "after"])
def test_under_five_people_no_statement_is_shown(landscape, moderation):
    cast = landscape(people=4, statement={"moderation": moderation})
    propose(cast, cast.people[0], TIME)

    with pytest.raises(NotPossible):
        act(cast, moderating.accept, together=True)

    assert TIME not in pool(cast)


def test_after_closing_nothing_goes_into_the_pool_and_something_may_still_go_out(cast):
    propose(cast, cast.people[0], TIME, CASE)
    act(cast, moderating.accept, CASE, together=True)
    cast.close()

    with pytest.raises(NotPossible):
        act(cast, moderating.accept, together=True)
    act(cast, moderating.refuse, CASE, reason=Reason.PERSON)

    assert {statement(TIME).state, statement(CASE).state} == {"waiting", "rejected"}


def test_who_opened_the_desk_before_the_closing_takes_nothing_in_after_it(cast):
    propose(cast, cast.people[0], TIME)
    opened = step(cast, "add")
    how = {"step": opened, "user": cast.facilitator, "version": opened.round.version, "chosen": [statement().pk]}
    cast.close()

    with pytest.raises(NotPossible):
        moderating.accept(**how, together=True)

    assert statement().state == "waiting"


def test_who_opened_the_desk_before_the_meeting_began_chooses_again(cast):
    propose(cast, cast.people[0], TIME)
    opened = step(cast, "add")
    how = {"step": opened, "user": cast.facilitator, "version": opened.round.version, "chosen": [statement().pk]}
    cast.act(leading.gather)

    with pytest.raises(MovedOn):
        moderating.accept(**how, together=True)

    assert statement().state == "waiting"


def test_reading_is_written_in_the_log_of_hosts_without_the_words(cast):
    propose(cast, cast.people[0], TIME)
    act(cast, moderating.accept, together=True)

    written = HostAct.objects.filter(act="accepted statements").get()

    assert (written.actor, written.subject) == ("Noor", cast.dialogue.title)


def test_no_statement_holds_its_writer(cast):
    propose(cast, cast.people[0], TIME)

    named = {field.related_model for field in Statement._meta.fields if field.is_relation}

    assert "Participation" not in {model.__name__ for model in named}
    assert Proposals.objects.get().statements == [statement().pk.hex]


# Erasing


def test_who_stops_takes_along_what_is_not_in_the_pool(cast):
    propose(cast, cast.people[0], TIME, CASE)
    act(cast, moderating.accept, CASE, together=True)

    taking_part.leave(participation=cast.people[0].participation)

    assert [each.text for each in Statement.objects.all()] == [CASE]
    assert not Proposals.objects.exists()


def test_the_pool_stays_when_answers_go_and_nobody_can_tell_who_wrote_it(cast):
    propose(cast, cast.people[0], TIME, CASE)
    act(cast, moderating.accept, CASE, together=True)
    cast.close()

    erasing.erase(cast.round)

    assert [each.text for each in Statement.objects.all()] == [CASE]
    assert not Proposals.objects.exists()
    later = step(cast, "later-votes")
    assert CASE in dict(later.behaviour.points(later)).values()


def test_a_phone_says_who_reads_a_statement_first(cast, together):
    open_for_days, live = (step(each, key) for each, key in ((cast, "add"), (together(people=0), "all")))

    words = [str(StepPage.of(each).seen_by[1]) for each in (open_for_days, live)]

    assert words[0].startswith("Two people read this first.")
    assert words[1].startswith("The facilitator reads this first.")
