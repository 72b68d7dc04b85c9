"""An approach that is being written: each step as participant, facilitator and big screen; its script and cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from goedwerk.approaches.models import OwnApproach
from goedwerk.approaches.views.finding import own_of
from goedwerk.dialogues import trying_out
from goedwerk.dialogues.console_pages import about
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.staging import Phone
from goedwerk.dialogues.step_pages import StepPage
from goedwerk.dialogues.views import printing
from goedwerk.organisations.permissions import hosts_only


@dataclass(frozen=True)
class Console:
    """What who leads has in front of them."""

    script: Sequence[Any]
    watch: Sequence[Any]
    reminders: Sequence[str]


@dataclass(frozen=True)
class PreviewPage:
    own: OwnApproach
    step: Step
    phone: Phone
    console: Console
    screen: StepPage
    steps: Sequence[Step]

    @property
    def number(self) -> int:
        return self.step.position

    @property
    def before(self) -> Step | None:
        return next((step for step in self.steps if step.position == self.number - 1), None)

    @property
    def after(self) -> Step | None:
        return next((step for step in self.steps if step.position == self.number + 1), None)


@hosts_only
@require_GET
def preview(request: HttpRequest, approach, step: str) -> HttpResponse:
    own = own_of(request, approach)
    found = trying_out.step_in(own, step)
    if found is None:
        return redirect(f"{editor_of(own)}?step={step}")
    seen = about(found)
    page = PreviewPage(
        own=own,
        step=found,
        phone=Phone(StepPage.of(found, found.behaviour.form(found))),
        console=Console(seen["script"], seen["watch"], seen["reminders"]),
        screen=seen["screen"],
        steps=list(found.round.steps.all()),
    )
    return render(request, "dialogues/preview.html", {"page": page})


def editor_of(own: OwnApproach) -> str:
    return reverse("approaches:editor", args=[own.pk])


# On paper


@hosts_only
@require_GET
def script(request: HttpRequest, approach) -> HttpResponse:
    own = own_of(request, approach)
    if not is_whole(own):
        return redirect(editor_of(own))
    return printing.show(request, "script", printing.script_of(trying_out.round_of(own)), back=editor_of(own))


@hosts_only
@require_GET
def cards(request: HttpRequest, approach) -> HttpResponse:
    own = own_of(request, approach)
    return printing.show(request, "cards", printing.cards_of(trying_out.dialogue_of(own)), back=editor_of(own))


def is_whole(own: OwnApproach) -> bool:
    steps = trying_out.installed(own)
    return bool(steps) and trying_out.can_be_played(own, steps[-1].key)
