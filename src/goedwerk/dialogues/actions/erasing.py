"""Erasing: when its day has come, and again after an older copy of the database was put back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from goedwerk.dialogues import ledger, queries, traces
from goedwerk.dialogues.actions import reading, taking_part
from goedwerk.dialogues.ledger import Erased
from goedwerk.dialogues.models import (
    Attendance,
    Dialogue,
    Participation,
    Passage,
    PassageState,
    Presence,
    Round,
    RoundState,
    StepState,
)

log = logging.getLogger("goedwerk.erasure")


def erase_due_rounds(now: datetime | None = None) -> int:
    """Erase the answers of rounds whose retention has ended. Findings and shown passages stay."""
    due = queries.due_rounds(now or timezone.now())
    for round in due:
        erase(round)
    return len(due)


@transaction.atomic
def erase(round: Round) -> None:
    ledger.note(Erased(ledger.ROUND, str(round.pk), timezone.localdate().isoformat()))
    remove_answers(round)
    log.info("Answers of a closed round are erased")
    traces.wipe_soon()


def remove_answers(round: Round) -> None:
    for step in round.steps.all():
        step.behaviour.erase(step)
        Attendance.erase(step=step)
    texts = Passage.objects.filter(step__round=round)
    texts.exclude(state=PassageState.SHOWN).delete()
    # That a case was discussed stays known; what it was about was never said yes to.
    texts.filter(stays_in_room=True).update(heading="", lines=[])
    round.erased = True
    round.save(update_fields=["erased"])
    forget_attributes(round.dialogue)


def forget_attributes(dialogue: Dialogue) -> None:
    """What somebody said of their role goes with their last answers: a place then opens the report, nothing else."""
    kept = dialogue.rounds.filter(erased=False).exclude(state=RoundState.PREPARED)
    here = Presence.objects.filter(round__in=kept).values("participation")
    said = dialogue.participations.exclude(attribute="", described={})
    said.exclude(pk__in=here).update(attribute="", described={})


# After a restore


@transaction.atomic
def replay() -> int:
    """Erase again whatever the ledger says is erased and the database still has; how much that was."""
    found = brought_back()
    for what, row in found:
        ERASE_AGAIN[what](row)
    if found:
        log.warning("An older copy of the database was put back: erased again what it brought back")
        traces.wipe_soon()
    return len(found)


def brought_back() -> list[tuple[str, Model]]:
    """Everything that the ledger says is erased and that is in the database nevertheless."""
    return [
        (what, row) for what, rows in STILL_KEPT.items() for row in still_there(rows(), keys=set(ledger.keys_of(what)))
    ]


def still_there(rows: QuerySet, *, keys: set) -> list[Model]:
    return list(rows.filter(pk__in=keys & set(rows.values_list("pk", flat=True))))


def remove_again(round: Round) -> None:
    """It was closed before it was erased, though this copy may not know that. It gets no pictures any more."""
    now = timezone.now()
    round.steps.exclude(state=StepState.CLOSED).update(state=StepState.SKIPPED)
    round.state, round.current = RoundState.CLOSED, None
    round.closed_at, round.erase_at = round.closed_at or now, round.erase_at or now
    round.version += 1
    round.save()
    remove_answers(round)


STILL_KEPT: dict[str, Callable[[], QuerySet]] = {
    ledger.PARTICIPATION: lambda: Participation.objects.filter(left=False).select_related("dialogue"),
    ledger.ROUND: lambda: Round.objects.filter(erased=False).select_related("dialogue"),
    ledger.PASSAGE: Passage.objects.all,
    ledger.DIALOGUE: Dialogue.objects.all,
}
ERASE_AGAIN: dict[str, Callable[[Any], object]] = {
    ledger.PARTICIPATION: taking_part.withdraw,
    ledger.ROUND: remove_again,
    ledger.PASSAGE: reading.take_out,
    ledger.DIALOGUE: Dialogue.delete,
}
