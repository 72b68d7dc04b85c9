"""What was promised before the first answer: the database itself refuses to change it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from goedwerk.dialogues.models import Anonymity, Dialogue, Round

CHANGES = {
    "attribute": "role",
    "described_by": ["role", "years"],
    "attribute_lists": {"role": {}},
    "retention_days": 30,
    "anonymity": "named",
}


def change(dialogue: Dialogue, **fields) -> None:
    with transaction.atomic():
        Dialogue.objects.filter(pk=dialogue.pk).update(**fields)


def test_every_dialogue_promises_that_nobody_alone_can_find_out(dagstart):
    assert dagstart.anonymity == Anonymity.NOBODY_ALONE


@pytest.mark.parametrize("field", CHANGES)
def test_before_anybody_joined_it_may_still_change(play, dagstart, field):
    play(dagstart)

    change(dagstart, **{field: CHANGES[field]})

    dagstart.refresh_from_db()
    assert getattr(dagstart, field) == CHANGES[field]


@pytest.mark.parametrize("field", CHANGES)
def test_once_somebody_joined_the_database_refuses_to_change_it(play, dagstart, field):
    play(dagstart, people=1)
    before = getattr(dagstart, field)

    with pytest.raises(IntegrityError, match="promised before the first answer"):
        change(dagstart, **{field: CHANGES[field]})

    dagstart.refresh_from_db()
    assert getattr(dagstart, field) == before


def test_it_is_refused_in_plain_sql_too(play, dagstart):
    play(dagstart, people=1)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE dialogues_dialogue SET retention_days = 365")


def test_who_left_counts_as_somebody_who_read_the_promise(play, dagstart):
    cast = play(dagstart, people=1)
    cast.dialogue.participations.update(left=True)

    with pytest.raises(IntegrityError):
        change(dagstart, retention_days=8)


def test_everything_else_may_change_and_so_may_another_dialogue(play, dagstart, korte_reflectie):
    play(dagstart, people=1)

    change(dagstart, title="Anders")
    change(korte_reflectie, retention_days=1)

    dagstart.refresh_from_db()
    assert dagstart.title == "Anders"


@pytest.mark.parametrize("later", [timedelta(seconds=1), None], ids=["later", "never"])
def test_the_last_day_of_answers_cannot_be_put_off(play, dagstart, later):
    cast = play(dagstart, people=1)
    cast.close()
    last_day = cast.round.erase_at

    with pytest.raises(IntegrityError, match="longer than was promised"), transaction.atomic():
        Round.objects.update(erase_at=later and last_day + later)

    assert cast.round.erase_at == last_day


def test_the_last_day_of_answers_can_be_brought_forward(play, dagstart):
    cast = play(dagstart, people=1)
    cast.close()
    now = timezone.now()

    Round.objects.update(erase_at=now)

    assert cast.round.erase_at == now


@pytest.mark.django_db(transaction=True)
def test_the_migration_can_be_taken_back_and_done_again(db):
    call_command("migrate", "dialogues", "0001", verbosity=0)
    call_command("migrate", verbosity=0)

    assert Dialogue.objects.count() == 0
