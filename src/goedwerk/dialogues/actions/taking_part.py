"""What a participant does. None of it is logged, and none of it moves the version of a round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import transaction

from goedwerk.accounts import tokens
from goedwerk.dialogues import ledger, traces
from goedwerk.dialogues.attributes import Attribute, described_by, known_only
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.ledger import Erased
from goedwerk.dialogues.models import Attendance, Dialogue, Participation, Presence, Step

TOKEN_LENGTH = 16


@dataclass(frozen=True)
class Joined:
    participation: Participation
    token: str


def new_token() -> str:
    return tokens.new_code(TOKEN_LENGTH)


@transaction.atomic
def join(
    *, dialogue: Dialogue, attribute: str = "", token: str = "", described: Mapping[str, str] | None = None
) -> Joined:
    """Let somebody in to the round of now. The token lives on their device only.

    The same one twice is one person: pressing twice, or coming in again in a next round.
    """
    round = dialogue.round
    if not round.is_open:
        raise StepClosed
    token = free_token(token, dialogue)
    said = {"attribute": attribute, "described": known_only(described or {}, asked_together(dialogue))}
    person, is_new = Participation.objects.get_or_create(
        dialogue=dialogue, token_hash=tokens.hashed(token), left=False, defaults=said
    )
    _presence, came_in = Presence.objects.get_or_create(round=round, participation=person)
    if came_in and not is_new:
        say_again(person, said)
    return Joined(person, token)


def free_token(token: str, dialogue: Dialogue) -> str:
    """This one, unless it opens a place in another dialogue: places are never linked."""
    elsewhere = Participation.objects.filter(token_hash=tokens.hashed(token)).exclude(dialogue=dialogue)
    return new_token() if not token or elsewhere.exists() else token


def say_again(person: Participation, said: Mapping[str, Any]) -> None:
    """What was said of oneself went with the answers of an earlier round; what is still known is not asked again."""
    for name, value in said.items():
        setattr(person, name, getattr(person, name) or value)
    person.save(update_fields=list(said))


def asked_together(dialogue: Dialogue) -> list[Attribute]:
    """Several attributes are asked in open rounds only: in a room people see who is who."""
    return [] if dialogue.round.is_live else described_by(dialogue)


@transaction.atomic
def answer_step(*, step: Step, participation: Participation, form: forms.Form) -> None:
    """Keep an answer, in place of an earlier one. Twice the same press keeps it once."""
    require_open(step)
    step.behaviour.record(step=step, participation=participation, form=form)
    Attendance.keep(step=step, participation=participation, ready=True)


@transaction.atomic
def pass_step(*, step: Step, participation: Participation) -> None:
    """Skip a step, or be ready with one that asks nothing. An earlier answer goes."""
    require_open(step)
    step.behaviour.erase(step, participation)
    Attendance.keep(step=step, participation=participation, ready=True)


def require_open(step: Step) -> None:
    # Held, so that an answer either comes before the closing or is refused.
    held = Step.objects.select_for_update(of=("self",)).select_related("round").get(pk=step.pk)
    if not (held.is_open and held.round.is_open):
        raise StepClosed


@transaction.atomic
def leave(*, participation: Participation) -> None:
    """Stop and erase: every answer that is still kept goes. Pictures that were shown do not change."""
    ledger.note(Erased(ledger.PARTICIPATION, str(participation.pk)))
    withdraw(participation)
    traces.wipe_soon()


def withdraw(participation: Participation) -> None:
    for step in Step.objects.filter(round__dialogue=participation.dialogue):
        step.behaviour.erase(step, participation)
    Attendance.objects.filter(participation=participation, step__state="open").delete()
    participation.left, participation.described = True, {}
    # The fingerprint of the token goes too: nothing here fits the device any more.
    participation.token_hash = tokens.hashed(new_token())
    participation.save(update_fields=["left", "described", "token_hash"])
