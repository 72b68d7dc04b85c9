"""The big screen: how to join, what is asked now, the picture, the clock while people talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goedwerk.approaches.inputs import Aside
from goedwerk.dialogues import queries
from goedwerk.dialogues.hosting import JoinAddress
from goedwerk.dialogues.models import RoundState, Step
from goedwerk.dialogues.pages import Follow, Progress
from goedwerk.dialogues.queries import Readiness
from goedwerk.dialogues.step_pages import StepPage
from goedwerk.dialogues.visits import Visit, visiting


@dataclass(frozen=True)
class JoinSheet:
    join: JoinAddress
    is_open: bool


@dataclass(frozen=True)
class StepSheet:
    at: StepPage
    # Whether people fill in something here; the readiness is told while they do.
    asks: bool
    readiness: Readiness | None
    after: Step | None


@dataclass(frozen=True)
class AsideSheet:
    aside: Aside


@require_safe
@visiting
def screen(request: HttpRequest, visit: Visit) -> HttpResponse:
    round = visit.round
    if round.state == RoundState.CLOSED:
        return sheet(request, visit, "screen_end")
    if round.current is None:
        return sheet(request, visit, "screen_join", JoinSheet(JoinAddress.of(request, visit.dialogue), round.is_open))
    aside = queries.aside_now(round)
    if aside is not None:
        return sheet(request, visit, "screen_aside", AsideSheet(aside))
    return show_step(request, visit, round.current)


def show_step(request: HttpRequest, visit: Visit, step: Step) -> HttpResponse:
    at = StepPage.of(step, big=True, part=part_asked(request))
    asks = step.behaviour.form(step) is not None
    readiness = queries.readiness_of(step) if asks and step.is_open else None
    page = StepSheet(at, asks, readiness, step_after(step))
    return sheet(request, visit, "screen_step", page, at=at)


def part_asked(request: HttpRequest) -> int:
    asked = request.GET.get("part", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 3 else 0


def step_after(step: Step) -> Step | None:
    coming = [other for other in step.round.steps.all() if other.position > step.position and other.is_waiting]
    return coming[0] if coming else None


def sheet(
    request: HttpRequest, visit: Visit, template: str, page: Any = None, *, at: StepPage | None = None
) -> HttpResponse:
    around = {
        "dialogue": visit.dialogue,
        "room": at.room if at else "open",
        "steps": Progress.of(queries.place(visit.round, at.step)) if at else None,
        "follow": Follow.of(visit.round),
        "people": queries.people_in(visit.dialogue),
    }
    return render(request, f"dialogues/{template}.html", {"page": page, **around})
