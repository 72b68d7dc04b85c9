"""In which order people answered cannot be read from how the database lays down its rows."""

import pytest
from django.db import connection

from goedwerk.dialogues.actions import closing
from goedwerk.dilemmas.models import Choice


def rows_as_they_lie(table: str, position: str) -> list:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table} ORDER BY {position}")
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.django_db(transaction=True)
def test_rows_lie_in_the_order_of_their_random_keys_after_closing(dagstart, play):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite always lays rows down by key: see test_records.py")
    cast = play(dagstart, people=12)
    step = cast.go_to("first")
    cast.answer_all({"option": step.behaviour.body(step).options[0].key})
    came_in = rows_as_they_lie("dilemmas_choice", "ctid")

    cast.close()

    assert came_in != sorted(came_in)
    assert rows_as_they_lie("dilemmas_choice", "ctid") == sorted(came_in)
    assert Choice.objects.count() == 12


def test_tables_are_laid_down_in_the_order_in_which_an_answer_is_written():
    """First what somebody answered, then that they did; otherwise two dialogues could wait for each other for ever."""
    presence = ["dialogues_attendance", "dialogues_participation", "dialogues_presence"]

    assert closing.tables_of_answers()[-3:] == presence
    answers = {"dilemmas_choice", "conversations_statement", "conversations_votes", "signals_reaction"}
    assert answers <= set(closing.tables_of_answers()[:-3])
