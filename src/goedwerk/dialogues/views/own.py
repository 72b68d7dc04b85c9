"""What is one's own: what is kept, taking it along, stopping; and the doors for what does not belong here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goedwerk.approaches.follow_ups import FollowUp
from goedwerk.dialogues import device, queries, sealed
from goedwerk.dialogues.actions import taking_part
from goedwerk.dialogues.doors import Door, contacts_of, general_doors
from goedwerk.dialogues.pages import show
from goedwerk.dialogues.views.entry import Promise
from goedwerk.dialogues.visits import Visit, for_participants, visiting


@dataclass(frozen=True)
class Kept:
    """One answer of one's own, in words."""

    title: str
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class OwnPage:
    kept: Sequence[Kept]
    promise: Promise
    # One's own choices and values, for the device to seal.
    to_seal: str


@dataclass(frozen=True)
class KeptPage:
    promise: Promise


@dataclass(frozen=True)
class FollowUpPage:
    follow_ups: Sequence[FollowUp]


@dataclass(frozen=True)
class DoorsPage:
    contacts: Sequence[Door]
    doors: Sequence[Door]
    aftercare: str


def kept_of(visit: Visit) -> list[Kept]:
    answers = queries.own_answers(visit.participation)
    return [Kept(step.title, list(step.behaviour.own_words(step, answer))) for step, answer in answers]


@require_safe
@for_participants
def mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = OwnPage(kept_of(visit), Promise.of(visit), sealed.to_seal(visit))
    return show(request, visit, "own", page, room="own")


@require_safe
@for_participants
def take_along(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Everything of one's own that is still kept, as a file: plain text, or JSON for a machine."""
    if request.GET.get("as") == "json":
        return download(as_json(visit), "application/json", "json")
    return download(as_text(visit), "text/plain", "txt")


def as_json(visit: Visit) -> str:
    answers = [
        {"step": kept.title, "lines": [{"label": str(label), "text": str(text)} for label, text in kept.lines]}
        for kept in kept_of(visit)
    ]
    return json.dumps({"dialogue": visit.dialogue.title, "answers": answers}, ensure_ascii=False, indent=2)


def as_text(visit: Visit) -> str:
    parts = [visit.dialogue.title]
    for kept in kept_of(visit):
        lines = [f"{label}: {text}" if label else str(text) for label, text in kept.lines]
        parts.append("\n".join([kept.title, *lines]))
    return "\n\n".join(parts) + "\n"


def download(contents: str, kind: str, ending: str) -> HttpResponse:
    response = HttpResponse(contents, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("my-answers")}.{ending}"'
    return response


@for_participants
def stop(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Stop and erase: asked once, then done."""
    if request.method != "POST":
        return show(request, visit, "stop")
    taking_part.leave(participation=visit.participation)
    response = show(request, outside(visit), "stopped")
    device.forget_token(response, visit.round)
    return response


def outside(visit: Visit) -> Visit:
    return Visit(visit.dialogue, visit.round, token="", participation=None, is_tablet=visit.is_tablet)


@require_safe
@visiting
def what_we_keep(request: HttpRequest, visit: Visit) -> HttpResponse:
    return show(request, visit, "what_we_keep", KeptPage(Promise.of(visit)))


@require_safe
@visiting
def follow_up(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was asked of somebody outside, and the answer: the code is enough, for who listened without a phone."""
    return show(request, visit, "follow_up", FollowUpPage(queries.follow_ups_of(visit.dialogue)))


@require_safe
@visiting
def doors(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = DoorsPage(contacts_of(visit.dialogue), general_doors(), visit.dialogue.approach.text("aftercare"))
    return show(request, visit, "doors", page)
