"""What was said stays as it was said: the database itself refuses to write over it."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from goedwerk.signals.models import Answer, Signal, Wording
from signals.asking import give, in_days

CHANGES = [
    (Wording, {"text": "Iets anders"}),
    (Wording, {"owner": "Iemand anders"}),
    (Wording, {"answer_by": in_days(300)}),
    (Answer, {"verdict": "not"}),
    (Answer, {"text": "Toch niet"}),
    (Answer, {"given_on": in_days(-9)}),
    (Signal, {"agreed_on": in_days(-9)}),
    (Signal, {"wording": None}),
]


@pytest.mark.parametrize(("model", "change"), CHANGES, ids=lambda value: getattr(value, "__name__", str(value)))
def test_the_database_refuses_to_change_what_was_said(agreed, model, change):
    give(agreed, "do", "Vanaf mei.")
    before = list(model.objects.values())

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        model.objects.update(**change)

    assert list(model.objects.values()) == before


def test_it_is_refused_in_plain_sql_too(agreed):
    give(agreed, "do", "Vanaf mei.")

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE signals_answer SET text = 'Toch niet'")


def test_a_new_link_is_no_change_of_what_was_said(agreed):
    Signal.objects.update(link=2, link_until=in_days(10))

    assert Signal.objects.get().link == 2


@pytest.mark.django_db(transaction=True)
def test_the_migration_can_be_taken_back_and_done_again(db):
    call_command("migrate", "signals", "zero", verbosity=0)
    call_command("migrate", verbosity=0)

    assert Signal.objects.count() == 0
