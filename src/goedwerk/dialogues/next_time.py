"""When a group could look again, as long as it has not agreed on a day."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from goedwerk.dialogues.models import Round

HALF_A_YEAR = 182


def proposed_day(round: Round, days: int = 0) -> date:
    """So many days after this round: after its last day, when it is open for some days."""
    last = timezone.localdate(round.closes_at) if round.closes_at else timezone.localdate()
    return last + timedelta(days=days or HALF_A_YEAR)


def days_proposed(round: Round) -> int:
    """After how many days the steps of this round want to come back."""
    return next((step.params.get("days", 0) for step in round.steps.all() if step.behaviour.plans_round), 0)
