"""Which statement comes next: never one that was voted on, and in an order that tells nothing."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

import pytest

from conversations.conftest import step
from goedwerk.conversations import routing
from goedwerk.conversations.models import Tally
from goedwerk.dialogues.models import Participation

KEYS = [f"{number:012x}" for number in range(8)]


@pytest.fixture
def ballot(landscape):
    return step(landscape(people=1), "later-votes")


def somebody(ballot):
    return Participation(dialogue=ballot.round.dialogue, token_hash=uuid4().hex)


def whole_way(ballot, person, keys=KEYS):
    voted = []
    while (key := routing.next_statement(ballot, person, keys=keys, voted=voted)) is not None:
        voted.append(key)
    return voted


def test_everybody_comes_past_every_statement_once(ballot):
    assert all(sorted(whole_way(ballot, somebody(ballot))) == KEYS for _person in range(20))


def test_the_way_of_one_person_is_always_the_same(ballot):
    person = somebody(ballot)

    assert whole_way(ballot, person) == whole_way(ballot, person)


def test_no_statement_comes_first_more_often_than_chance(ballot):
    first = Counter(whole_way(ballot, somebody(ballot))[0] for _person in range(800))

    # 100 expected; five standard deviations.
    assert max(abs(number - 100) for number in first.values()) < 50
    assert set(first) == set(KEYS)


def test_in_a_small_group_votes_do_not_change_the_order(ballot):
    person = somebody(ballot)
    before = whole_way(ballot, person)
    Tally.objects.create(step=ballot, statement=KEYS[0], agree=40, disagree=40)

    assert whole_way(ballot, person) == before


def test_in_a_large_group_a_new_statement_comes_sooner(ballot, monkeypatch):
    monkeypatch.setattr(routing, "LARGE", 1)
    Tally.objects.bulk_create(
        Tally(step=ballot, statement=key, agree=300, disagree=20, passed=5) for key in KEYS if key != KEYS[3]
    )

    places = [whole_way(ballot, somebody(ballot)).index(KEYS[3]) for _person in range(60)]

    assert sum(places) / len(places) < 1.5


def test_without_statements_there_is_no_next_one(ballot):
    assert routing.next_statement(ballot, somebody(ballot), keys=[], voted=[]) is None
