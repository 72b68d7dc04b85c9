"""All statements in a list, some at a time: to look back at one's votes, and to change them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from goedwerk.conversations import queries
from goedwerk.conversations.actions import voting
from goedwerk.conversations.forms import BallotForm
from goedwerk.conversations.views.voting import vote_step
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.pages import show
from goedwerk.dialogues.views.steps import is_reachable
from goedwerk.dialogues.visits import Visit, for_participants

AT_ONCE = 25


@dataclass(frozen=True)
class VotesPage:
    step: Step
    form: BallotForm
    shown: Page


@for_participants
def votes(request: HttpRequest, visit: Visit, step: UUID) -> HttpResponse:
    found = vote_step(visit, step)
    if not (visit.is_here and is_reachable(visit, found)):
        return redirect("dialogues:now", visit.dialogue.code)
    pool, own = queries.pool_of(found), queries.own_votes(found, visit.participation)
    shown = Paginator(pool, AT_ONCE).get_page(request.GET.get("page"))
    # Of the whole pool: a statement that came in meanwhile may have moved others to another page.
    sent = BallotForm(request.POST or None, pool=pool, votes=own)
    if request.method == "POST" and sent.is_valid():
        return keep(request, visit, found, sent, shown)
    form = BallotForm(request.POST or None, pool=shown.object_list, votes=own)
    page = VotesPage(found, form, shown)
    return show(
        request, visit, "conversations/votes.html", page, room="own", follows=True, status=422 if form.errors else 200
    )


def keep(request: HttpRequest, visit: Visit, step: Step, form: BallotForm, shown: Page) -> HttpResponse:
    try:
        voting.vote_on_list(step=step, participation=visit.participation, votes=form.votes)
    except StepClosed:
        return redirect("dialogues:now", visit.dialogue.code)
    if request.POST.get("then") == "next" and shown.has_next():
        return redirect(f"{request.path}?page={shown.next_page_number()}")
    return redirect(reverse("conversations:vote", args=[visit.dialogue.code, step.pk]))
