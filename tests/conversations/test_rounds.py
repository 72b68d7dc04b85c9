"""Conversations from start to end: together with a facilitator, over some days, and in a rehearsal."""

from __future__ import annotations

from random import Random

import pytest
from django.urls import reverse

from cast import Cast, prepare
from conversations.conftest import INPUTS, pool, propose, step
from goedwerk.conversations.actions import moderating, voting
from goedwerk.conversations.models import Statement
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.rehearsal import rehearsed
from goedwerk.reports import showing
from goedwerk.reports.actions import strike
from goedwerk.reports.queries import released_of
from goedwerk_analysis.released import Withheld

IDEAS = ("Wij bellen eerst.", "Wij oefenen elke maand een lastig gesprek.", "Wij schrijven op wat wij niet weten.")


def accept_all(cast: Cast, key: str) -> None:
    asked = step(cast, key)
    chosen = list(Statement.objects.filter(step=asked).values_list("pk", flat=True))
    moderating.accept(step=asked, user=cast.facilitator, version=cast.round.version, chosen=chosen, together=True)


def vote_on_everything(cast: Cast, key: str, *, seed: int = 1) -> None:
    random = Random(seed)
    for person in cast.people:
        for statement in pool(cast, key).values():
            choice = random.choice(["agree", "agree", "disagree", "pass"])
            how = {"statement": statement, "choice": choice}
            voting.vote(step=step(cast, key), participation=person.participation, **how)


def shown(cast: Cast, key: str) -> str:
    return "\n".join(f"{picture.title} {picture.sentence}" for picture in showing.shown_of(step(cast, key)).pictures)


def test_together_people_vote_on_what_the_facilitator_let_into_the_pool(together):
    cast = together()
    cast.go_to("all")
    for person, idea in zip(cast.people, IDEAS, strict=False):
        propose(cast, person, idea, key="all")
    accept_all(cast, "all")
    cast.go_to("support")
    vote_on_everything(cast, "support")

    cast.next()

    assert set(pool(cast, "support")) == set(IDEAS)
    assert shown(cast, "support")


def test_the_console_leads_to_the_statements_before_it_leads_on(together, host):
    cast = together()
    cast.go_to("all")
    propose(cast, cast.people[0], IDEAS[0], key="all")

    answer = host.post(reverse("dialogues:act", args=[cast.dialogue.pk, "close-step"]), {"version": cast.round.version})

    assert answer.url == reverse("conversations:statements", args=[cast.dialogue.pk, step(cast, "all").pk])


def test_over_some_days_statements_and_votes_come_in_side_by_side(landscape):
    cast = landscape()
    vote_on_everything(cast, "first-votes")
    propose(cast, cast.people[0], *IDEAS)
    accept_all(cast, "add")
    vote_on_everything(cast, "later-votes", seed=2)

    cast.close()

    assert shown(cast, "first-votes") == ""
    assert shown(cast, "later-votes")


def test_a_statement_that_was_taken_out_after_closing_is_named_and_not_shown(together):
    cast = together()
    cast.go_to("all")
    propose(cast, cast.people[0], IDEAS[0], key="all")
    accept_all(cast, "all")
    cast.go_to("support")
    vote_on_everything(cast, "support")
    cast.next()

    moderating.refuse(
        step=step(cast, "all"),
        user=cast.facilitator,
        version=cast.round.version,
        chosen=[Statement.objects.get().pk],
        reason="person",
    )

    assert IDEAS[0] not in shown(cast, "support")


def test_a_statement_that_is_struck_from_the_report_leaves_the_pictures_as_well(together):
    cast = together()
    cast.go_to("all")
    propose(cast, cast.people[0], IDEAS[0], key="all")
    accept_all(cast, "all")
    cast.go_to("support")
    vote_on_everything(cast, "support")
    cast.close()

    strike(passage=step(cast, "all").passages.get(), dialogue=cast.dialogue, user=cast.facilitator)

    assert IDEAS[0] not in shown(cast, "support")
    assert not Statement.objects.exists()


@pytest.mark.parametrize(("newcomers", "is_told"), [(0, True), (1, False)])
def test_live_a_second_vote_on_the_same_statements_is_held_against_the_first(together, newcomers, is_told):
    cast = together()
    cast.go_to("all")
    propose(cast, cast.people[0], IDEAS[0], key="all")
    accept_all(cast, "all")
    first = cast.go_to("support")
    document = {**first.document, "id": "once-more"}
    Step.objects.create(round=cast.round, key="once-more", position=99, kind="vote", minutes=1, document=document)
    vote_on_everything(cast, "support")
    cast.go_to("once-more")
    for _newcomer in range(newcomers):
        cast.join()
    vote_on_everything(cast, "once-more")

    cast.close()

    released = released_of(step(cast, "once-more"))["votes"]
    assert (released != Withheld("changed-group")) == is_told


def test_under_five_people_there_is_no_picture(landscape):
    cast = landscape(people=4)
    vote_on_everything(cast, "first-votes")

    cast.close()

    assert showing.shown_of(step(cast, "later-votes")).is_spoken


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_rehearsal_shows_simulated_statements_votes_and_the_picture(shelve, membership, host, language):
    shelve("een-twee-vier-allen")
    dialogue = prepare(membership, "een-twee-vier-allen", inputs=INPUTS)
    address = reverse("dialogues:rehearse", args=[dialogue.pk])
    host.get(address)
    for _press in range(dialogue.round.steps.count() + 3):
        assert host.get(address, headers={"accept-language": language}).status_code == 200
        host.post(address, {"move": "next"})


def test_simulated_colleagues_vote_on_what_simulated_colleagues_wrote(together):
    cast = together()
    round = rehearsed(cast.round, seed=3, position=step(cast, "picture").position, closed=False)
    support = next(each for each in round.steps.all() if each.key == "support")

    answers = [answer for answer in round.rehearsal.answers(support).values() if answer]

    assert {key for answer in answers for key in answer} == {key for key, _text in support.behaviour.points(support)}
    assert showing.shown_of(support).pictures


def test_a_list_of_statements_is_prepared_one_on_each_line_and_each_once(membership, shelve):
    shelve("meningenlandschap")
    seeds = "Eén.\n\n  Twee.  \nEén.\n"

    dialogue = prepare(membership, "meningenlandschap", inputs={**INPUTS, "seeds": seeds}, mode="open")

    statements = dialogue.material["seeds"]["statements"]
    assert [each["text"] for each in statements] == ["Eén.", "Twee."]
    assert len({each["key"] for each in statements}) == 2
