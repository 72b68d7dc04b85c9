"""Closing a step or a round: the picture is taken once, and answers get their last day."""

from datetime import datetime, timedelta

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from goedwerk.dialogues import keeper, traces
from goedwerk.dialogues.models import (
    Attendance,
    Participation,
    PassageState,
    Presence,
    RandomKey,
    Round,
    RoundState,
    Step,
    StepState,
)
from goedwerk.dialogues.passages import lay_down, new_drafts, said_so_far


def close_step(step: Step) -> None:
    """Close an open step for good. Must run in the transaction of the act that closes it."""
    count_in(step)
    step.state = StepState.CLOSED
    step.save(update_fields=["state"])
    draft_passages(step)
    keeper.keep(step)


def count_in(step: Step) -> None:
    """Everybody who came in to this round by now took part in this step, with or without an answer."""
    present = Participation.objects.filter(presences__round=step.round, left=False)
    counted = Attendance.objects.filter(step=step).values("participation")
    Attendance.objects.bulk_create(
        Attendance(step=step, participation=person) for person in present.exclude(pk__in=counted)
    )


def draft_passages(step: Step) -> None:
    answers = list(step.behaviour.answers(step).values())
    lay_down(step, new_drafts(step, answers, said_so_far(step)), state=PassageState.WAITING)
    step.behaviour.has_closed(step)


def skip(step: Step) -> None:
    """Erase what was filled in; no picture is made of this step."""
    step.behaviour.erase(step)
    if step.behaviour.in_batches:
        step.passages.all().delete()
    Attendance.erase(step=step)
    step.state = StepState.SKIPPED
    step.save(update_fields=["state"])
    traces.wipe_soon()


def close(round: Round) -> None:
    """Close a round: steps that are open close with it, steps that wait will not come."""
    for step in round.steps.filter(state=StepState.OPEN):
        close_step(step)
    round.steps.filter(state=StepState.WAITING).update(state=StepState.SKIPPED)
    now = timezone.now()
    forget_order()
    round.state = RoundState.CLOSED
    round.people = round.presences.count()
    round.current = None
    round.closed_at = now
    round.erase_at = now + timedelta(days=round.dialogue.retention_days)


def forget_order() -> None:
    """Lay answers down by their random keys: PostgreSQL keeps rows in the order in which they came."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        # A table cannot be laid down anew while checks on its rows still wait for the end of the transaction.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in map(connection.ops.quote_name, tables_of_answers()):
            cursor.execute(f"CLUSTER {table} USING {key_index(cursor, table)}")


def tables_of_answers() -> list[str]:
    """In the order in which an answer takes them, so that two who wait for each other cannot wait for ever."""
    kept = [model for model in apps.get_models() if issubclass(model, RandomKey) and model.forgets_order]
    return [model._meta.db_table for model in sorted(kept, key=place_of)]


def place_of(model: type[Model]) -> tuple[bool, str]:
    """What somebody answered is written first; then that they did."""
    return issubclass(model, Attendance | Participation | Presence), model._meta.db_table


def key_index(cursor, table: str) -> str:
    cursor.execute("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = %s::regclass AND indisprimary", [table])
    return cursor.fetchone()[0]


def close_due_rounds(now: datetime | None = None) -> int:
    """Close the open rounds whose last day has passed, also when the group met in the meantime."""
    open_rounds = Round.objects.filter(closes_at__isnull=False, state=RoundState.OPEN)
    due = list(open_rounds.filter(closes_at__lte=now or timezone.now()).values_list("pk", flat=True))
    for pk in due:
        with transaction.atomic():
            round = Round.objects.select_for_update(of=("self",)).select_related("dialogue").get(pk=pk)
            if round.is_open:
                close(round)
                round.version += 1
                round.save()
    return len(due)
