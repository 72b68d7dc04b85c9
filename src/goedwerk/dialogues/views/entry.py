"""Coming in: by code, by a plain screen on what is kept, with a return code, or on a tablet that goes round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from goedwerk.accounts import tokens
from goedwerk.dialogues import device, keeper
from goedwerk.dialogues.actions import taking_part
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.forms.entry import ReturnForm, TakePartForm
from goedwerk.dialogues.models import Dialogue
from goedwerk.dialogues.pages import show
from goedwerk.dialogues.views.front import by_code
from goedwerk.dialogues.visits import Visit, visiting


@dataclass(frozen=True)
class Promise:
    """What is kept, who sees it and when it goes: the same words before the first answer and at any later moment."""

    dialogue: Dialogue
    days: int
    erased_on: datetime
    # Whether the last day is known, or still depends on when the facilitator closes.
    is_sure: bool

    @classmethod
    def of(cls, visit: Visit) -> Promise:
        round, days = visit.round, visit.dialogue.retention_days
        closing = round.closed_at or round.closes_at or timezone.now()
        return cls(
            dialogue=visit.dialogue,
            days=days,
            erased_on=round.erase_at or closing + timedelta(days=days),
            is_sure=bool(round.erase_at or round.closes_at),
        )


@dataclass(frozen=True)
class EntryPage:
    form: TakePartForm
    promise: Promise


@dataclass(frozen=True)
class AgainPage(EntryPage):
    # What came of the round before.
    report_url: str


@dataclass(frozen=True)
class ReturnPage:
    form: ReturnForm


@require_safe
def join_by_code(request: HttpRequest) -> HttpResponse:
    return by_code(request, "dialogues/join.html")


def before_the_first_answer(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is kept and who sees it. The place is laid ready on the device; it exists once somebody says yes."""
    response = show(request, visit, "entry", EntryPage(form_of(request, visit), Promise.of(visit)))
    device.keep_token(response, visit.round, taking_part.new_token())
    return response


def again(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A next round, for who was in an earlier one: the same place, and what holds this time."""
    page = AgainPage(form_of(request, visit), Promise.of(visit), keeper.participant_url(visit.dialogue))
    return show(request, visit, "again", page)


def form_of(request: HttpRequest, visit: Visit) -> TakePartForm:
    given = request.POST if request.method == "POST" else None
    return TakePartForm(given, dialogue=visit.dialogue, known=visit.participation)


@require_POST
@visiting
def take_part(request: HttpRequest, visit: Visit) -> HttpResponse:
    if visit.is_here:
        return redirect("dialogues:now", visit.dialogue.code)
    if not is_token(visit.token):
        return show(request, visit, "no_cookies", status=400)
    form = form_of(request, visit)
    if not form.is_valid():
        return again(request, visit) if visit.is_inside else before_the_first_answer(request, visit)
    return come_in(visit, form)


def is_token(token: str) -> bool:
    return len(token) == taking_part.TOKEN_LENGTH and tokens.plain(token) == token


def come_in(visit: Visit, form: TakePartForm) -> HttpResponse:
    response = redirect("dialogues:now", visit.dialogue.code)
    try:
        joined = taking_part.join(
            dialogue=visit.dialogue, attribute=form.attribute, token=visit.token, described=form.described
        )
    except StepClosed:
        return response
    device.keep_token(response, visit.round, joined.token)
    return response


@require_safe
@visiting
def listen(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Rather not: nothing is kept, and listening along is always fine."""
    return show(request, visit, "listening")


@visiting
def come_back(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = ReturnForm(request.POST or None, dialogue=visit.dialogue)
    if not form.is_valid():
        return show(request, visit, "come_back", ReturnPage(form))
    response = redirect("dialogues:now", visit.dialogue.code)
    device.keep_token(response, visit.round, form.cleaned_data["code"])
    return response


@visiting
def shared_tablet(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Make this device go round, or make it one person's again. Either way it forgets who was here."""
    if request.method != "POST":
        return show(request, visit, "tablet")
    response = redirect("dialogues:now", visit.dialogue.code)
    if "stop" in request.POST:
        device.make_phone(response, visit.round)
    else:
        device.make_tablet(response, visit.round)
    device.forget_token(response, visit.round)
    return response


@require_POST
@visiting
def pass_on(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Forget this person and be ready for the next."""
    response = redirect("dialogues:now", visit.dialogue.code)
    device.forget_token(response, visit.round)
    return response
