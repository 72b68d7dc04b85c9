"""A rehearsal: console, phone and big screen side by side, with nine simulated colleagues. Nothing is stored."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from goedwerk.dialogues import hosting, queries
from goedwerk.dialogues.console_pages import ConsolePage, about, around
from goedwerk.dialogues.models import Dialogue, Passage, Round, Step
from goedwerk.dialogues.passages import rehearsed_passages
from goedwerk.dialogues.rehearsal import rehearsed
from goedwerk.dialogues.step_pages import StepPage
from goedwerk.dialogues.visits import round_of
from goedwerk.organisations.permissions import hosts_only

SESSION = "rehearsal"
MOVES = ("next", "back", "again", "stop")


@dataclass(frozen=True)
class Where:
    """How far a rehearsal is. This, and nothing else, is kept: in the signed cookie of the facilitator."""

    seed: int
    position: int = 0
    closed: bool = False

    @classmethod
    def of(cls, session: Mapping[str, Any], dialogue: Dialogue) -> Where:
        kept = session.get(SESSION) or {}
        if kept.get("dialogue") != str(dialogue.pk):
            return cls(seed=secrets.randbelow(1_000_000))
        return cls(kept["seed"], kept["position"], kept["closed"])

    def keep(self, session: Any, dialogue: Dialogue) -> None:
        session[SESSION] = {
            "dialogue": str(dialogue.pk),
            "seed": self.seed,
            "position": self.position,
            "closed": self.closed,
        }

    def moved(self, move: str, steps: Sequence[Step]) -> Where:
        if move == "again":
            return Where(seed=secrets.randbelow(1_000_000))
        if move == "back":
            return Where(self.seed, max(0, self.position - 1))
        if self.has_texts(steps) and not self.closed:
            return Where(self.seed, self.position, closed=True)
        return Where(self.seed, min(self.position + 1, len(steps) + 1))

    def has_texts(self, steps: Sequence[Step]) -> bool:
        return 0 < self.position <= len(steps) and queries.gathers_texts(steps[self.position - 1])


@dataclass(frozen=True)
class Phone:
    """A phone as a participant holds it; `at` is what the page of a step calls it."""

    at: StepPage


@dataclass(frozen=True)
class RehearsalPage:
    console: ConsolePage
    phone: Phone | None
    texts: Sequence[Passage]
    seed: int
    is_over: bool
    reads_texts: bool

    @property
    def dialogue(self) -> Dialogue:
        return self.console.dialogue

    @property
    def is_before(self) -> bool:
        return self.console.step is None and not self.is_over


@hosts_only
@never_cache
@require_http_methods(["GET", "POST"])
def rehearse(request: HttpRequest, dialogue) -> HttpResponse:
    own = hosting.own_dialogue(request, dialogue)
    round = round_of(own)
    where = Where.of(request.session, own)
    if request.method == "POST":
        return move(request, own, where, list(round.steps.all()))
    where.keep(request.session, own)
    return render(request, "dialogues/rehearse.html", {"page": page_of(round, where)})


def move(request: HttpRequest, own: Dialogue, where: Where, steps: Sequence[Step]) -> HttpResponse:
    asked = request.POST.get("move", "")
    if asked == "stop":
        request.session.pop(SESSION, None)
        return redirect("dialogues:dialogue", own.pk)
    if asked in MOVES:
        where.moved(asked, steps).keep(request.session, own)
    return redirect("dialogues:rehearse", own.pk)


def page_of(round: Round, where: Where) -> RehearsalPage:
    steps = list(round.steps.all())
    round.current = None
    played = rehearsed(round, seed=where.seed, position=where.position, closed=where.closed)
    step = played.current
    return RehearsalPage(
        console=console_of(played),
        phone=Phone(phone_of(step)) if step else None,
        texts=texts_of(step) if step and where.closed else (),
        seed=where.seed,
        is_over=where.position > len(steps),
        reads_texts=where.closed,
    )


def console_of(round: Round) -> ConsolePage:
    return ConsolePage(
        **{**around(round), **(about(round.current) if round.current else {})},
        people=round.rehearsal.people,
        join=None,
        is_rehearsal=True,
    )


def phone_of(step: Step) -> StepPage:
    return StepPage.of(step, step.behaviour.form(step))


def texts_of(step: Step) -> Sequence[Passage]:
    """What the simulated colleagues wrote, in the order of their random keys."""
    return sorted(rehearsed_passages(step), key=lambda passage: passage.pk)
