"""Two tabs, one person; many people, one statement: nothing is lost when votes come in at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from conversations.conftest import pool, propose, step
from goedwerk.conversations import queries, tallies
from goedwerk.conversations.actions import voting

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="the SQLite of the tests, in memory, has one connection"),
]


def at_once(votes):
    def keep(vote):
        try:
            voting.vote(**vote)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(votes)) as threads:
        list(threads.map(keep, votes))


def test_two_tabs_do_not_lose_each_other_s_votes(landscape):
    cast = landscape()
    first, person = step(cast, "first-votes"), cast.people[0].participation

    at_once(
        [{"step": first, "participation": person, "statement": key, "choice": "agree"} for key in pool(cast).values()]
    )

    assert queries.own_votes(first, person) == dict.fromkeys(sorted(pool(cast).values()), "agree")


def test_many_people_are_all_counted(landscape):
    cast = landscape()
    first, statement = step(cast, "first-votes"), min(pool(cast).values())
    people = [joined.participation for joined in cast.people]

    at_once([{"step": first, "participation": each, "statement": statement, "choice": "pass"} for each in people])

    later = step(cast, "later-votes")
    assert tallies.of(later) == tallies.recount(later) == {statement: (0, 6, 0)}


def test_how_statements_lie_does_not_tell_which_came_first(landscape):
    cast = landscape()
    for number, person in enumerate(cast.people):
        propose(cast, person, f"Wij bellen {number} keer voordat wij schrijven.")

    cast.close()

    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM conversations_statement ORDER BY ctid")
        lie = [row[0] for row in cursor.fetchall()]
    assert lie == sorted(lie)
