"""Rounds after the first, for who leads: the day on which the group looks again, and the next round itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from goedwerk.dialogues import hosting, next_time, queries
from goedwerk.dialogues.actions import rounds
from goedwerk.dialogues.errors import MovedOn, NotLeading, NotPossible
from goedwerk.dialogues.forms.rounds import NextDayForm, NextRoundForm
from goedwerk.dialogues.models import Dialogue, Round, Step
from goedwerk.dialogues.visits import round_of
from goedwerk.organisations.permissions import hosts_only


@dataclass(frozen=True)
class NextDayPage:
    dialogue: Dialogue
    round: Round
    form: NextDayForm
    # What comes back then, as the approach says.
    steps: Sequence[str]


@hosts_only
@never_cache
def next_day(request: HttpRequest, dialogue) -> HttpResponse:
    """Write down on which day the group looks again."""
    own = hosting.own_dialogue(request, dialogue)
    round = round_of(own)
    form = NextDayForm(request.POST or None, initial=day_to_start_from(own, round))
    if request.method == "POST" and form.is_valid() and plan(request, round, form):
        return redirect("dialogues:console" if round.is_live and round.is_open else "dialogues:dialogue", own.pk)
    coming = rounds.steps_to_repeat(round)
    titles = [step.title for step in own.approach.steps if step.key in coming]
    page = NextDayPage(own, round, form, titles)
    return render(request, "dialogues/next_day.html", {"page": page}, status=422 if form.errors else 200)


def day_to_start_from(dialogue: Dialogue, round: Round) -> dict:
    day = dialogue.next_round_on or next_time.proposed_day(round, next_time.days_proposed(round))
    return {"day": day, "version": round.version}


def plan(request: HttpRequest, round: Round, form: NextDayForm) -> bool:
    given = form.cleaned_data
    try:
        rounds.plan_next(round=round, user=request.user, version=given["version"], day=given["day"])
    except MovedOn:
        form.add_error(None, _("Somebody acted meanwhile. Look at the day once more, and keep it again."))
    except NotLeading:
        form.add_error(None, _("Somebody else leads now, and writes down the day."))
    else:
        messages.success(request, _("Kept. Everybody sees the day."))
        return True
    form.data = {**form.data.dict(), "version": queries.version_of(round)}
    return False


@dataclass(frozen=True)
class NextRoundPage:
    dialogue: Dialogue
    number: int
    form: NextRoundForm
    # Steps with texts that nobody has decided on yet, and how many: they can be read until this round is made.
    texts: Sequence[tuple[Step, int]]


@hosts_only
@never_cache
def next_round(request: HttpRequest, dialogue) -> HttpResponse:
    """The same dialogue again: with the same people as far as they come, and the same promise."""
    own = hosting.own_dialogue(request, dialogue)
    last = round_of(own)
    form = NextRoundForm(request.POST if request.method == "POST" else None, dialogue=own)
    if request.method == "POST" and form.is_valid() and make(request, own, form):
        return redirect("dialogues:invite", own.pk)
    if not last.is_closed:
        messages.info(request, _("This round is not closed yet. A next one comes after it."))
        return redirect("dialogues:dialogue", own.pk)
    page = NextRoundPage(own, last.number + 1, form, queries.waiting_texts(last))
    return render(request, "dialogues/next_round.html", {"page": page}, status=422 if form.errors else 200)


def make(request: HttpRequest, dialogue: Dialogue, form: NextRoundForm) -> bool:
    try:
        rounds.make_next(dialogue=dialogue, user=request.user, decided=form.decided)
    except NotPossible as reason:
        form.add_error(None, str(reason))
        return False
    messages.success(request, _("The next round is ready. Invite people; nothing opens yet."))
    return True
