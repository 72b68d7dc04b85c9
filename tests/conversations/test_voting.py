"""Votes: kept one by one, changed, taken back, and never in an order."""

from __future__ import annotations

import pytest

from conversations.conftest import pool, propose, step
from goedwerk.conversations import queries, tallies
from goedwerk.conversations.actions import voting
from goedwerk.conversations.models import Statement, Tally, Votes
from goedwerk.dialogues.actions import closing, taking_part
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.models import Attendance

LETTER = "Een brief is duidelijker dan een gesprek."
SAFE = "Wie twijfelt, kan dat hier veilig zeggen."


@pytest.fixture
def cast(landscape):
    return landscape()


def vote(cast, person, text, choice, key="first-votes"):
    statement = pool(cast)[text]
    voting.vote(step=step(cast, key), participation=person.participation, statement=statement, choice=choice)


def votes_of(cast, person):
    texts = {key: text for text, key in pool(cast).items()}
    kept = queries.own_votes(step(cast, "later-votes"), person.participation)
    return {texts[key]: choice for key, choice in kept.items()}


def test_the_last_vote_on_a_statement_counts(cast):
    anna = cast.people[0]

    vote(cast, anna, LETTER, "agree")
    vote(cast, anna, SAFE, "pass")
    vote(cast, anna, LETTER, "disagree")

    assert votes_of(cast, anna) == {LETTER: "disagree", SAFE: "pass"}
    assert Votes.objects.count() == 1


def test_a_vote_that_is_taken_back_was_never_given(cast):
    anna = cast.people[0]
    vote(cast, anna, LETTER, "agree")

    voting.take_back(step=step(cast, "first-votes"), participation=anna.participation, statement=pool(cast)[LETTER])

    assert votes_of(cast, anna) == {}
    assert tallies.of(step(cast, "later-votes")) == {pool(cast)[LETTER]: (0, 0, 0)}


def test_votes_are_kept_by_key_and_not_in_the_order_in_which_they_were_given(cast):
    keys = sorted(pool(cast).values())
    for key in reversed(keys):
        voting.vote(
            step=step(cast, "first-votes"),
            participation=cast.people[0].participation,
            statement=key,
            choice="agree",
        )

    assert list(Votes.objects.get().votes) == keys


def test_two_steps_of_an_open_round_share_one_ballot(cast):
    anna = cast.people[0]

    vote(cast, anna, LETTER, "agree", key="first-votes")
    vote(cast, anna, SAFE, "disagree", key="later-votes")

    assert votes_of(cast, anna) == {LETTER: "agree", SAFE: "disagree"}
    assert Votes.objects.get().step == step(cast, "later-votes")


def test_each_vote_enters_one_picture(cast):
    for person in cast.people:
        vote(cast, person, LETTER, "agree")
    first, later = step(cast, "first-votes"), step(cast, "later-votes")

    assert first.behaviour.summarise(first, [None] * 6) == {}
    assert later.behaviour.summarise(later, list(later.behaviour.answers(later).values()))["votes"].people == 6


def test_a_pass_is_no_answer_for_the_gate_and_a_vote_for_its_voter(cast):
    anna = cast.people[0]
    vote(cast, anna, LETTER, "pass")
    later = step(cast, "later-votes")

    answer = later.behaviour.answers(later)[anna.participation.pk]

    assert answer == {pool(cast)[LETTER]: None}
    assert later.behaviour.own_words(later, answer) == [(LETTER, "Don't know, pass")]


def test_a_closed_step_takes_no_vote(cast):
    statement = pool(cast)[LETTER]
    cast.close()

    with pytest.raises(StepClosed):
        voting.vote(
            step=step(cast, "later-votes"),
            participation=cast.people[0].participation,
            statement=statement,
            choice="agree",
        )


def test_the_running_tally_equals_a_count_of_all_votes(cast):
    for number, person in enumerate(cast.people):
        for place, text in enumerate(sorted(pool(cast))):
            vote(cast, person, text, ("agree", "disagree", "pass")[(number + place) % 3])
    vote(cast, cast.people[0], LETTER, "agree")
    taking_part.leave(participation=cast.people[1].participation)

    later = step(cast, "later-votes")

    assert tallies.of(later) == tallies.recount(later)


def test_being_ready_keeps_the_votes(cast):
    anna = cast.people[0]
    vote(cast, anna, LETTER, "agree")

    voting.finish(step=step(cast, "first-votes"), participation=anna.participation)

    assert Attendance.objects.get(participation=anna.participation).ready
    assert votes_of(cast, anna) == {LETTER: "agree"}


def test_the_list_keeps_what_it_leaves_open(cast):
    anna, later = cast.people[0], step(cast, "later-votes")
    vote(cast, anna, LETTER, "agree")

    form = later.behaviour.form_for(later, anna.participation, {f"vote-{pool(cast)[SAFE]}": "disagree"})
    assert form.is_valid()
    taking_part.answer_step(step=later, participation=anna.participation, form=form)

    assert votes_of(cast, anna) == {LETTER: "agree", SAFE: "disagree"}


# Erasing


def test_who_stops_leaves_no_vote_and_no_count(cast):
    vote(cast, cast.people[0], LETTER, "agree")

    taking_part.leave(participation=cast.people[0].participation)

    assert Votes.objects.count() == 0
    assert set(tallies.of(step(cast, "later-votes")).values()) == {(0, 0, 0)}


def test_nothing_is_left_of_votes_when_the_round_is_erased(cast):
    from goedwerk.dialogues.actions import erasing

    propose(cast, cast.people[0], "Wij hebben meer tijd nodig.")
    vote(cast, cast.people[0], LETTER, "agree")
    cast.close()

    erasing.erase(cast.round)

    assert [model.objects.count() for model in (Votes, Tally, Statement)] == [0, 0, 0]


def test_a_step_that_is_skipped_keeps_nothing(together):
    cast = together()
    cast.go_to("support")
    support = step(cast, "support")
    closing.skip(support)

    assert not Votes.objects.exists()
