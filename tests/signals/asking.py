"""A group that asks something of a function, from its first words to the answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from cast import Cast
from goedwerk.dialogues.models import Step
from goedwerk.signals import actions
from goedwerk.signals.actions import Draft
from goedwerk.signals.models import Answer, Signal

KEY = "harvest"
TEXT = "Zeg wie beslist wanneer we van de termijn mogen afwijken."
OWNER = "Hoofd Vergunningen"
AGREE, AGAINST, UNKNOWN = {"vote": "agree"}, {"vote": "not"}, {"vote": "unknown"}


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def draft(text: str = TEXT, owner: str = OWNER, answer_by: date | None = None) -> Draft:
    return Draft(text, owner, answer_by or in_days(30))


def become(step: Step, kind: str, **params: Any) -> Step:
    step.kind = kind
    step.document = {**step.document, "kind": kind, "params": params}
    step.save()
    return step


def put(cast: Cast, text: str = TEXT, step: Step | None = None, **more: Any):
    """Put a text to the group, as the facilitator does."""
    step = step or cast.step
    return actions.put_to_group(step=step, user=cast.facilitator, version=cast.round.version, draft=draft(text, **more))


def agree(cast: Cast, step: Step, text: str = TEXT, **more: Any) -> Signal:
    step.refresh_from_db()
    return actions.agree(step=step, user=cast.facilitator, version=cast.round.version, draft=draft(text, **more))


def give(signal: Signal, verdict: str = "do", text: str = "", *, on: date | None = None, **more: Any) -> Answer:
    how = {"key": uuid4(), "after": signal.answers.count(), **more}
    return actions.answer(signal=signal, verdict=verdict, text=text, on=on, **how)
