"""What every page of who takes part gets around its own contents: where we are, what moves on, the ways out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goedwerk.dialogues import cases, queries
from goedwerk.dialogues.models import Case, Round, Step
from goedwerk.dialogues.queries import Place
from goedwerk.dialogues.visits import Visit


@dataclass(frozen=True)
class Follow:
    """Where <gw-follow> hears that the facilitator has acted, and on what this page was drawn."""

    events: str
    version: str
    current: int

    @classmethod
    def of(cls, round: Round) -> Follow:
        code = round.dialogue.code
        return cls(reverse("dialogues:events", args=[code]), reverse("dialogues:version", args=[code]), round.version)


@dataclass(frozen=True)
class Links:
    kept: str
    help: str
    leave: str
    leave_to: str
    stop: str

    @classmethod
    def of(cls, visit: Visit) -> Links:
        code = visit.dialogue.code
        return cls(
            kept=reverse("dialogues:kept", args=[code]),
            help=reverse("dialogues:doors", args=[code]),
            leave=reverse("dialogues:leave-quickly"),
            leave_to=settings.LEAVE_TO,
            stop=reverse("dialogues:stop", args=[code]) if visit.is_inside else "",
        )


@dataclass(frozen=True)
class Progress:
    """How far we are, in words."""

    number: int
    count: int
    label: Any
    left: int

    @classmethod
    def of(cls, place: Place) -> Progress | None:
        return cls(place.number, place.of, label_of(place.step), place.minutes_left) if place.step else None


def label_of(step: Step) -> Any:
    return step.title if step.behaviour.is_away else step.behaviour.label


def show(
    request: HttpRequest,
    visit: Visit,
    template: str,
    page: Any = None,
    *,
    room: str = "open",
    steps: Progress | None = None,
    follows: bool = False,
    status: int = 200,
) -> HttpResponse:
    """Draw a page for who takes part. `follows`: it moves on when the facilitator acts.

    `template` is one of this room by its bare name, or one of another room by its whole name.
    """
    template = template if template.endswith(".html") else f"dialogues/{template}.html"
    brought = case_brought(visit)
    around = {
        "visit": visit,
        "bar_title": visit.dialogue.title,
        "room": room,
        "steps": steps,
        "follow": Follow.of(visit.round) if follows else None,
        "people": queries.people_in(visit.dialogue),
        "links": Links.of(visit),
        "more_links": own_links(visit),
        "brought": brought,
    }
    return render(request, template, {"page": page, **around}, status=status)


def case_brought(visit: Visit) -> Case | None:
    """The case of whoever reads this, when they brought one that is still kept; not on a page that goes round."""
    may_look = visit.is_inside and not visit.is_tablet
    asked = may_look and any(step.kind == cases.CASE for step in visit.dialogue.approach.steps)
    return cases.kept_case_of(visit.participation) if asked else None


def own_links(visit: Visit) -> list[tuple[str, str]]:
    if not visit.is_inside:
        return []
    return [(reverse("dialogues:own", args=[visit.dialogue.code]), _("My answers and return code"))]
