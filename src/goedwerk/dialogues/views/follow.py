"""How screens hear that the facilitator has acted: pushed, or asked for where pushing fails."""

from __future__ import annotations

from uuid import UUID

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe

from goedwerk.dialogues import queries
from goedwerk.dialogues.broadcast import broadcaster
from goedwerk.dialogues.models import Round


async def events(request: HttpRequest, code: str) -> HttpResponseBase:
    """An endless stream of version numbers and of the number of phones; nothing about who listens is kept."""
    round = await sync_to_async(latest_round)(code)
    if round is None:
        return HttpResponse(status=404)
    response = StreamingHttpResponse(broadcaster().follow(round), content_type="text/event-stream")
    response["Cache-Control"] = "no-store"
    # A proxy in front passes every event on at once.
    response["X-Accel-Buffering"] = "no"
    return response


def latest_round(code: str) -> UUID | None:
    dialogue = queries.dialogue_by_code(code)
    if dialogue is None:
        return None
    return dialogue.rounds.values_list("pk", flat=True).latest("number")


@require_safe
def version(request: HttpRequest, code: str) -> HttpResponse:
    """The version of now, as a bare number."""
    round = latest_round(code)
    if round is None:
        return HttpResponse(status=404)
    number = Round.objects.values_list("version", flat=True).get(pk=round)
    return HttpResponse(str(number), content_type="application/json", headers={"Cache-Control": "no-store"})
