"""The page of now: waiting, the step that is open, what came of it, the end. And what somebody sends from it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from goedwerk.approaches.follow_ups import FollowUp
from goedwerk.approaches.inputs import Aside
from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues import keeper, parts, queries, sealed
from goedwerk.dialogues.actions import taking_part
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.models import Attendance, Round, RoundState, Step, StepState
from goedwerk.dialogues.pages import Progress, show
from goedwerk.dialogues.step_pages import StepPage, Typed, draft_key, passages_of, typed_in
from goedwerk.dialogues.views import entry, own
from goedwerk.dialogues.visits import Visit, visiting

log = logging.getLogger("goedwerk.database")


@dataclass(frozen=True)
class NowPage:
    """One step on a phone: what it asks, or what was kept of it."""

    at: StepPage
    aside: Aside | None
    # Keys of drafts that the server has by now, or that were given up: the device forgets them.
    done_drafts: Sequence[str]
    # What the main button does: "answer", "ready" (there is nothing to send), or "" for no button.
    dock: str = ""
    own_words: Sequence[tuple[str, str]] = ()
    points_to_doors: bool = False
    # In an open round: the step before, to go back to.
    before: Step | None = None
    swaps: bool = True


@dataclass(frozen=True)
class WaitingPage:
    aside: Aside | None
    done_drafts: Sequence[str]


@dataclass(frozen=True)
class NotOpenPage:
    # What came of the round before, for who was in it.
    report_url: str


@dataclass(frozen=True)
class EndPage:
    report_url: str
    # Where one's own place in the pictures stands, for this person alone.
    own_place_url: str
    done_drafts: Sequence[str]
    # One's own choices and values, for the device to seal.
    to_seal: str
    follow_ups: Sequence[FollowUp]


@dataclass(frozen=True)
class AllDonePage:
    steps: Sequence[Step]
    done_drafts: Sequence[str]
    # What the facilitator let go of earlier parts.
    read: Sequence[StepPage]
    # More steps come, in a next part or when the group meets.
    follows_more: bool
    meets: bool


@dataclass(frozen=True)
class MovedOnPage:
    step: Step
    typed: Sequence[Typed]


@visiting
def now(request: HttpRequest, visit: Visit) -> HttpResponse:
    if visit.round.state == RoundState.PREPARED:
        return not_open(request, visit)
    if visit.round.state == RoundState.CLOSED:
        return ended(request, visit)
    if not visit.is_here:
        return entry.again(request, visit) if visit.is_inside else at_the_door(request, visit)
    return together(request, visit) if visit.round.is_live else in_own_time(request, visit)


def not_open(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Before opening; between two rounds, who took part finds what came of it so far."""
    url = keeper.participant_url(visit.dialogue) if visit.is_inside and not visit.round.is_first else ""
    return show(request, visit, "not_open", NotOpenPage(url), follows=True)


def at_the_door(request: HttpRequest, visit: Visit) -> HttpResponse:
    if visit.is_tablet and "new" not in request.GET:
        return show(request, visit, "tablet_start")
    return entry.before_the_first_answer(request, visit)


def ended(request: HttpRequest, visit: Visit) -> HttpResponse:
    follow_ups = queries.follow_ups_of(visit.dialogue)
    if not visit.is_inside:
        return show(request, visit, "ended_outside", own.FollowUpPage(follow_ups))
    page = EndPage(
        report_url=keeper.participant_url(visit.dialogue),
        own_place_url=keeper.own_place_url(visit.participation, visit.round),
        done_drafts=done_drafts(visit),
        to_seal=sealed.to_seal(visit),
        follow_ups=follow_ups,
    )
    return show(request, visit, "ended", page)


# Together: everybody is where the facilitator is


def together(request: HttpRequest, visit: Visit) -> HttpResponse:
    step = visit.round.current
    if step is None and any(other.is_open for other in visit.round.steps.all()):
        return in_own_time(request, visit)
    if step is None:
        page = WaitingPage(queries.aside_now(visit.round), done_drafts(visit))
        return show(request, visit, "waiting", page, follows=True)
    if step.is_open and queries.is_ready(step, visit.participation):
        return what_was_kept(request, visit, step)
    if step.is_closed and step.behaviour.form(step) is not None and not step.behaviour.shows_when_closed:
        return show_closed(request, visit, step)
    return ask_here(request, visit, step)


def show_closed(request: HttpRequest, visit: Visit, step: Step) -> HttpResponse:
    """Nothing to do; the texts that the facilitator let go are for everybody."""
    room = "group" if passages_of(step) else "open"
    return show_step(request, visit, step, "closed_step", room=room)


def what_was_kept(request: HttpRequest, visit: Visit, step: Step) -> HttpResponse:
    answer = queries.answer_of(step, visit.participation)
    if answer is None:
        return show_step(request, visit, step, "kept_step")
    own_words, doors = step.behaviour.own_words(step, answer), step.behaviour.points_to_doors(step, answer)
    return show_step(request, visit, step, "kept_step", own_words=own_words, points_to_doors=doors)


def ask_here(request: HttpRequest, visit: Visit, step: Step) -> HttpResponse:
    """A step that is many small answers has a page of its own."""
    page = step.behaviour.own_page(step) if step.is_open else ""
    return redirect(page) if page else ask(request, visit, step)


def ask(request: HttpRequest, visit: Visit, step: Step, *, swaps: bool = True) -> HttpResponse:
    """Put a step in front of somebody, filled in as far as they did before."""
    answer = queries.answer_of(step, visit.participation) if step.is_open else None
    form = step.behaviour.form_for(step, visit.participation, None, answer) if step.is_open else None
    return show_step(request, visit, step, "step", form=form, dock=dock_of(step, form), swaps=swaps)


def dock_of(step: Step, form: Any) -> str:
    if not step.is_open:
        return ""
    if form is not None:
        return "answer"
    is_own = step.behaviour.reader(step) == Reader.SELF
    return "ready" if is_own or not step.round.is_live else ""


def show_step(
    request: HttpRequest,
    visit: Visit,
    step: Step,
    template: str,
    *,
    form: Any = None,
    room: str = "",
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    at = StepPage.of(step, form)
    page = NowPage(at, queries.aside_now(visit.round), done_drafts(visit), before=step_before(step), **more)
    steps = Progress.of(queries.place(visit.round, step))
    return show(request, visit, template, page, room=room or at.room, steps=steps, follows=True, status=status)


def done_drafts(visit: Visit) -> list[str]:
    """Steps that this person is ready with: answered or skipped."""
    ready = Attendance.objects.filter(participation=visit.participation, ready=True, step__round=visit.round)
    done = set(ready.values_list("step", flat=True))
    return [draft_key(step) for step in visit.round.steps.all() if step.pk in done]


# In one's own time: step by step, while the round is open


def in_own_time(request: HttpRequest, visit: Visit) -> HttpResponse:
    place = queries.open_place(visit.round, visit.participation)
    if place.step is None:
        return all_done(request, visit)
    return ask_here(request, visit, place.step)


def all_done(request: HttpRequest, visit: Visit) -> HttpResponse:
    steps = list(visit.round.steps.all())
    page = AllDonePage(
        steps=[step for step in steps if step.is_open],
        done_drafts=done_drafts(visit),
        read=[StepPage.of(step) for step in steps if step.is_closed and passages_of(step)],
        follows_more=any(step.is_waiting for step in steps),
        meets=visit.round.is_live or parts.has_meeting(visit.round),
    )
    return show(request, visit, "all_done", page, follows=True)


def step_before(step: Step) -> Step | None:
    if not is_in_own_time(step.round):
        return None
    earlier = [other for other in step.round.steps.all() if other.position < step.position and other.is_open]
    return earlier[-1] if earlier else None


# One step by its own address: to change an answer, and to send one


@visiting
def step(request: HttpRequest, visit: Visit, step: UUID) -> HttpResponse:
    found = next((each for each in visit.round.steps.all() if each.pk == step), None)
    if found is None:
        return of_an_earlier_round(request, visit, step)
    if request.method == "POST":
        return receive(request, visit, found)
    if visit.is_here and is_reachable(visit, found):
        page = found.behaviour.own_page(found)
        return redirect(page) if page else ask(request, visit, found, swaps=False)
    return redirect("dialogues:now", visit.dialogue.code)


def of_an_earlier_round(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """A round that is over takes nothing any more; what was typed in it comes back, whoever typed it."""
    found = Step.objects.select_related("round__dialogue").filter(pk=key, round__dialogue=visit.dialogue).first()
    if found is None:
        raise Http404(key)
    if request.method != "POST":
        return redirect("dialogues:now", visit.dialogue.code)
    form = found.behaviour.form_for(found, visit.participation, request.POST)
    return give_back(request, visit, found, form, "moved_on", status=409)


def is_reachable(visit: Visit, step: Step) -> bool:
    """Once the group meets everybody is at one step; in their own time people go to any that is open."""
    return visit.round.is_open and step.is_open and (is_in_own_time(visit.round) or step == visit.round.current)


def is_in_own_time(round: Round) -> bool:
    """An open round; or a live one before it begins, with steps to do at home."""
    return not round.is_live or round.current is None


def receive(request: HttpRequest, visit: Visit, step: Step) -> HttpResponse:
    """Keep what was sent. Whatever stands in the way, what was typed comes back."""
    form = step.behaviour.form_for(step, visit.participation, request.POST)
    if not visit.is_inside:
        return give_back(request, visit, step, form, "place_lost", status=403)
    if not visit.is_here:
        return redirect("dialogues:now", visit.dialogue.code)
    if form is not None and "pass" not in request.POST and not form.is_valid() and step.state == StepState.OPEN:
        return show_step(request, visit, step, "step", form=form, dock="answer", status=422)
    try:
        keep(request, visit, step, form)
    except StepClosed:
        return give_back(request, visit, step, form, "moved_on", status=409)
    except OperationalError as error:
        if not typed_by(request, form):
            raise
        tell_operator(error)
        return give_back(request, visit, step, form, "not_kept", status=503)
    return redirect("dialogues:now", visit.dialogue.code)


def tell_operator(error: OperationalError) -> None:
    log.error("An answer could not be kept. Is the disk full? The database says: %s", error)


def keep(request: HttpRequest, visit: Visit, step: Step, form: Any) -> None:
    if form is None or "pass" in request.POST:
        taking_part.pass_step(step=step, participation=visit.participation)
    elif form.is_valid():
        taking_part.answer_step(step=step, participation=visit.participation, form=form)
    else:
        raise StepClosed


def give_back(request: HttpRequest, visit: Visit, step: Step, form: Any, template: str, *, status: int) -> HttpResponse:
    """What was typed, to copy; with nothing to give back there is nothing to say."""
    typed = typed_by(request, form)
    if not typed:
        return redirect("dialogues:now", visit.dialogue.code)
    return show(request, visit, template, MovedOnPage(step, typed), follows=True, status=status)


def typed_by(request: HttpRequest, form: Any) -> list[Typed]:
    return typed_in(form) if form is not None and "pass" not in request.POST else []
