"""Inviting people: a text, a link, a QR code, something for the diary; and a reminder that goes to everybody."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from goedwerk.dialogues import diary, hosting, invitations, queries
from goedwerk.dialogues.actions.reading import SMALLEST_GROUP
from goedwerk.dialogues.hosting import JoinAddress
from goedwerk.dialogues.letter import Letter
from goedwerk.dialogues.models import Dialogue, Round
from goedwerk.dialogues.queries import Readiness
from goedwerk.dialogues.visits import Visit, round_of, visiting
from goedwerk.organisations.permissions import hosts_only
from goedwerk.ui import calendar
from goedwerk.ui.calendar import Event


@dataclass(frozen=True)
class InvitePage:
    dialogue: Dialogue
    round: Round
    join: JoinAddress
    invitation: Letter
    # Only of a round that is open for some days and that still runs.
    reminder: Letter | None
    # From five people on: of fewer, words too would tell who is done.
    readiness: Readiness | None
    is_in_diary: bool

    @classmethod
    def of(cls, request: HttpRequest, dialogue: Dialogue) -> InvitePage:
        round, join = round_of(dialogue), JoinAddress.of(request, dialogue)
        runs, people = round.is_open and not round.is_live, queries.people_in(dialogue)
        return cls(
            dialogue=dialogue,
            round=round,
            join=join,
            invitation=invitations.invitation(round, join),
            reminder=invitations.reminder(round, join) if runs else None,
            readiness=queries.readiness_in(round) if runs and people >= SMALLEST_GROUP else None,
            is_in_diary=diary.of_round(round, join) is not None,
        )


@hosts_only
@never_cache
@require_GET
def invite(request: HttpRequest, dialogue) -> HttpResponse:
    own = hosting.own_dialogue(request, dialogue)
    return render(request, "dialogues/invite.html", {"page": InvitePage.of(request, own)})


# For diaries: whoever has the code may have the day


@require_safe
@visiting
def diary_file(request: HttpRequest, visit: Visit) -> HttpResponse:
    return as_file(diary.of_round(visit.round, JoinAddress.of(request, visit.dialogue)))


@require_safe
@visiting
def diary_next(request: HttpRequest, visit: Visit) -> HttpResponse:
    return as_file(diary.of_next(visit.dialogue, JoinAddress.of(request, visit.dialogue)))


def as_file(event: Event | None) -> HttpResponse:
    if event is None:
        raise Http404
    response = HttpResponse(calendar.ics(event, made_at=timezone.now()), content_type=calendar.CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{_("dialogue")}.ics"'
    return response
