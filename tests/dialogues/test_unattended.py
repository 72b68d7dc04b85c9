"""A short reflection that is open for some days: seven people, each in their own time, and nobody leads.

The days are simulated by the moment at which the jobs look; everything else goes through the pages.
"""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cast import prepare
from goedwerk.dialogues.actions import closing, erasing, leading
from goedwerk.dialogues.models import Attendance, TextResponse
from goedwerk.dialogues.queries import people_in
from goedwerk.reports.models import Finding

RUBS = "Dat de regel niets zegt over haast, nummer {}."


@pytest.fixture
def opened(pack, membership):
    """Open from today, for three days."""
    closes_at = timezone.now() + timedelta(days=3)
    dialogue = prepare(membership, "korte-reflectie", mode="open", closes_at=closes_at, retention_days=7)
    leading.open_round(round=dialogue.round, user=membership.user, version=1)
    return dialogue


def join(dialogue) -> Client:
    phone = Client()
    phone.get(reverse("dialogues:now", args=[dialogue.code]))
    phone.post(reverse("dialogues:take-part", args=[dialogue.code]))
    return phone


def go_through(phone: Client, dialogue, number: int) -> list[str]:
    """Fill in or pass every step that the phone shows, as somebody would; which steps these were."""
    done = []
    while step := step_in_front(phone, dialogue):
        address = reverse("dialogues:step", args=[dialogue.code, step.pk])
        answer = {name: RUBS.format(number) for name in boxes_of(step)} if step.key == "residue" else {"pass": "yes"}
        # A hint about names or numbers may ask for a second look; the second press keeps.
        reply = phone.post(address, answer)
        if reply.status_code == 422:
            phone.post(address, {**answer, "second_look": "yes"})
        done.append(step.key)
    return done


def step_in_front(phone: Client, dialogue):
    page = phone.get(reverse("dialogues:now", args=[dialogue.code])).context["page"]
    return getattr(getattr(page, "at", None), "step", None)


def boxes_of(step) -> list[str]:
    return [name for name in step.behaviour.form(step).fields if name != "second_look"]


@pytest.mark.usefixtures("collected")
def test_seven_people_reflect_in_their_own_time(opened, host):
    now = timezone.now()
    for number in range(7):
        assert closing.close_due_rounds(now + timedelta(hours=8 * number)) == 0
        assert "residue" in go_through(join(opened), opened, number)
    assert people_in(opened) == 7

    assert closing.close_due_rounds(now + timedelta(days=3, minutes=1)) == 1

    residue = opened.round.steps.get(key="residue")
    assert opened.round.is_closed
    assert Attendance.objects.filter(step=residue).count() == 7
    desk = reverse("dialogues:texts", args=[opened.pk, residue.pk])
    host.post(desk, {"version": opened.round.version, "rest": "show"})
    report = host.get(reverse("reports:report", args=[opened.pk])).content.decode()
    for number in range(7):
        assert RUBS.format(number) in report
    # Seven more days later the answers are gone; what was let go stays.
    kept = Finding.objects.count()
    assert erasing.erase_due_rounds(timezone.now() + timedelta(days=8)) == 1
    assert not TextResponse.objects.filter(step__round=opened.round).exists()
    assert Finding.objects.count() == kept
    assert RUBS.format(3) in host.get(reverse("reports:report", args=[opened.pk])).content.decode()


@pytest.mark.usefixtures("collected")
def test_nobody_joins_after_the_last_day(opened):
    closing.close_due_rounds(timezone.now() + timedelta(days=4))

    reply = join(opened).get(reverse("dialogues:now", args=[opened.code]))

    assert people_in(opened) == 0
    assert reply.status_code == 200
