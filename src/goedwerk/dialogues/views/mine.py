"""The dialogues of an organisation, and one of them: before, while and after it runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from goedwerk.dialogues import hosting, keeper, parts, queries
from goedwerk.dialogues.actions import preparing
from goedwerk.dialogues.attributes import attribute_of, described_by
from goedwerk.dialogues.hosting import JoinAddress
from goedwerk.dialogues.models import Dialogue, Round, RoundState, Step, StepState
from goedwerk.dialogues.promises import Promise, promise_of
from goedwerk.dialogues.visits import round_of
from goedwerk.organisations.permissions import hosts_only

GROUPS = (RoundState.OPEN, RoundState.PREPARED, RoundState.CLOSED)


@dataclass(frozen=True)
class Entry:
    dialogue: Dialogue
    round: Round

    @classmethod
    def of(cls, dialogue: Dialogue) -> Entry:
        return cls(dialogue, max(dialogue.rounds.all(), key=lambda round: round.number))


@dataclass(frozen=True)
class MinePage:
    open: Sequence[Entry]
    prepared: Sequence[Entry]
    closed: Sequence[Entry]

    @property
    def is_empty(self) -> bool:
        return not (self.open or self.prepared or self.closed)


@hosts_only
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    entries = [Entry.of(dialogue) for dialogue in queries.dialogues_of(request.organisation)]
    by_state = {state: [entry for entry in entries if entry.round.state == state] for state in GROUPS}
    return render(request, "dialogues/mine.html", {"page": MinePage(*(by_state[state] for state in GROUPS))})


@dataclass(frozen=True)
class DialoguePage:
    dialogue: Dialogue
    round: Round
    steps: Sequence[Step]
    join: JoinAddress
    people: int
    promise: Promise
    # Steps with texts that nobody has decided on yet, and how many.
    texts: Sequence[tuple[Step, int]]
    outcome_url: str
    # Where who leads writes for the group, as (step, address).
    writing_places: Sequence[tuple[Step, str]] = ()

    @classmethod
    def of(cls, request: HttpRequest, dialogue: Dialogue) -> DialoguePage:
        round = round_of(dialogue)
        return cls(
            dialogue=dialogue,
            round=round,
            steps=[step for step in round.steps.all() if step.state != "skipped" or not round.is_closed],
            join=JoinAddress.of(request, dialogue),
            people=queries.people_in(dialogue),
            promise=promise_of(mode=round.mode, days=dialogue.retention_days, closes_on=day_of(round.closes_at)),
            texts=queries.waiting_texts(round),
            outcome_url=keeper.outcome_url(dialogue) if round.is_closed or not round.is_first else "",
            writing_places=every_writing_place(round),
        )

    @property
    def compared_by(self) -> str:
        attribute = attribute_of(self.dialogue)
        asked = [attribute, *described_by(self.dialogue)] if attribute else described_by(self.dialogue)
        return ", ".join(each.label for each in asked)

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    @property
    def next_part(self) -> Sequence[Step]:
        """What an open round can go on with, once the texts of now are read."""
        return parts.next_part(self.round)

    @property
    def has_meeting(self) -> bool:
        return parts.has_meeting(self.round)


def every_writing_place(round: Round) -> list[tuple[Step, str]]:
    """Also of rounds before, as long as their answers are kept; but for the day of a next round, which has come."""
    before = round.dialogue.rounds.filter(number__lt=round.number, erased=False)
    left = [place for earlier in before for place in writing_places(earlier)]
    return [*(place for place in left if not place[0].behaviour.plans_round), *writing_places(round)]


def writing_places(round: Round) -> list[tuple[Step, str]]:
    """Where a live round is led, the console leads there; before it opens there is nothing to do."""
    if not round.is_closed and (round.is_live or not round.is_open):
        return []
    steps = round.steps.all() if round.is_closed else parts.before_meeting(round)
    first_runs = [step for step in steps if step.again_id is None and step.state != StepState.SKIPPED]
    return [(step, address) for step in first_runs if (address := step.behaviour.writing_url(step))]


def day_of(moment: datetime | None):
    return moment.date() if moment else None


@hosts_only
@never_cache
@require_GET
def dialogue(request: HttpRequest, dialogue) -> HttpResponse:
    own = hosting.own_dialogue(request, dialogue)
    return render(request, "dialogues/dialogue.html", {"page": DialoguePage.of(request, own)})


@hosts_only
@require_POST
def delete(request: HttpRequest, dialogue) -> HttpResponse:
    own = hosting.own_dialogue(request, dialogue)
    title = own.title
    preparing.delete_dialogue(dialogue=own, user=request.user)
    messages.success(request, _("“%s” is deleted, with everything in it.") % title)
    return redirect("dialogues:mine")
