"""One statement at a time: agree, disagree or pass, with a way back. A plain form post does everything."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from goedwerk.conversations import queries
from goedwerk.conversations.actions import voting
from goedwerk.conversations.models import Choice
from goedwerk.conversations.routing import next_statement
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.pages import Progress, show
from goedwerk.dialogues.queries import place
from goedwerk.dialogues.step_pages import StepPage
from goedwerk.dialogues.views.steps import is_reachable
from goedwerk.dialogues.visits import Visit, for_participants


@dataclass(frozen=True)
class Undo:
    """The vote that was just given, to take back."""

    statement: str
    words: str


@dataclass(frozen=True)
class VotePage:
    at: StepPage
    statement: str
    text: str
    # How many votes this person gave, on what is in the pool now.
    done: int
    left: int
    undo: Undo | None
    list_url: str
    # Where one can add a statement, in an open round.
    write_url: str


@for_participants
def vote(request: HttpRequest, visit: Visit, step: UUID) -> HttpResponse:
    found = vote_step(visit, step)
    if not (visit.is_here and is_reachable(visit, found)):
        return redirect("dialogues:now", visit.dialogue.code)
    if request.method == "POST":
        return receive(request, visit, found)
    return show_next(request, visit, found)


def vote_step(visit: Visit, key: UUID) -> Step:
    found = next((each for each in visit.round.steps.all() if each.pk == key and each.kind == queries.VOTE), None)
    if found is None:
        raise Http404
    return found


def show_next(request: HttpRequest, visit: Visit, step: Step) -> HttpResponse:
    pool, votes = dict(queries.pool_of(step)), queries.own_votes(step, visit.participation)
    wanted = request.GET.get("again", "")
    statement = wanted if wanted in pool else next_of(step, visit, pool, votes)
    page = VotePage(
        at=StepPage.of(step),
        statement=statement or "",
        text=pool.get(statement, ""),
        done=sum(key in votes for key in pool),
        left=sum(key not in votes for key in pool),
        undo=undo_of(request.GET.get("last", ""), votes),
        list_url=reverse("conversations:votes", args=[visit.dialogue.code, step.pk]),
        write_url=write_url(visit, step),
    )
    steps = Progress.of(place(visit.round, step))
    return show(request, visit, "conversations/vote.html", page, room="own", steps=steps, follows=True)


def next_of(step: Step, visit: Visit, pool: dict[str, str], votes: dict[str, str]) -> str | None:
    return next_statement(queries.ballot_of(step), visit.participation, keys=list(pool), voted=votes.keys() & pool)


def undo_of(statement: str, votes: dict[str, str]) -> Undo | None:
    return Undo(statement, str(Choice(votes[statement]).label)) if statement in votes else None


def write_url(visit: Visit, step: Step) -> str:
    source = queries.where_to_write(step)
    return reverse("dialogues:step", args=[visit.dialogue.code, source.pk]) if source else ""


# What is sent


def receive(request: HttpRequest, visit: Visit, step: Step) -> HttpResponse:
    """Whatever is sent leads on: to the next statement, back to the last one, or away when one is ready."""
    try:
        after = keep(request, visit, step)
    except StepClosed:
        after = None
    if after is None:
        return redirect("dialogues:now", visit.dialogue.code)
    here = reverse("conversations:vote", args=[visit.dialogue.code, step.pk])
    return redirect(f"{here}?{urlencode(after)}" if after else here)


def keep(request: HttpRequest, visit: Visit, step: Step) -> dict[str, str] | None:
    """Where the page goes on; None: away from it."""
    sent, act = request.POST, {"step": step, "participation": visit.participation}
    if sent.get("undo"):
        voting.take_back(**act, statement=sent["undo"])
        return {"again": sent["undo"]}
    if "ready" in sent:
        voting.finish(**act)
        return None
    return one_vote(visit, step, sent.get("statement", ""), sent.get("choice", ""))


def one_vote(visit: Visit, step: Step, statement: str, choice: str) -> dict[str, str] | None:
    """A statement that was taken out meanwhile, or a choice that is none, changes nothing."""
    pool = dict(queries.pool_of(step))
    if statement not in pool or choice not in Choice.values:
        return {}
    act = {"step": step, "participation": visit.participation}
    voting.vote(**act, statement=statement, choice=choice)
    if pool.keys() <= queries.own_votes(step, visit.participation).keys():
        voting.finish(**act)
        return None
    return {"last": statement}
