"""In which order people answered cannot be read from how the database lays down its rows."""

import pytest
from django.db import connection

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
