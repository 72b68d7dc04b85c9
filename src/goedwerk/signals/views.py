"""Pages on signals: the desk of who leads, the signals of an organisation, and the page of the owner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from goedwerk.dialogues import hosting
from goedwerk.dialogues.errors import MovedOn, NotLeading, NotPossible
from goedwerk.dialogues.models import Step
from goedwerk.organisations.permissions import hosts_only
from goedwerk.signals import actions, links, queries
from goedwerk.signals.forms import AnswerForm, VersionForm, WordingForm
from goedwerk.signals.models import Signal
from goedwerk.signals.pages import DeskPage, OwnerPage, SignalPage, SignalsPage

KIND = "signal"
USUAL_DAYS = 30


# The desk

Perform = Callable[[Step, Any, Any], object]


def put(run: Step, user: Any, form: WordingForm) -> None:
    actions.put_to_group(step=run, user=user, version=form.cleaned_data["version"], draft=form.draft)


def agree(run: Step, user: Any, form: WordingForm) -> None:
    actions.agree(step=run, user=user, version=form.cleaned_data["version"], draft=form.draft)


def none(run: Step, user: Any, form: VersionForm) -> None:
    actions.agree_on_none(step=run, user=user, version=form.cleaned_data["version"])


ACTS: dict[str, tuple[type[VersionForm], Perform]] = {
    "put": (WordingForm, put),
    "agree": (WordingForm, agree),
    "none": (VersionForm, none),
}


@hosts_only
@never_cache
def desk(request: HttpRequest, dialogue: UUID, step: UUID) -> HttpResponse:
    run = run_of(request, dialogue, step)
    if request.method != "POST":
        return show_desk(request, run, fresh_form(run))
    form_class, perform = ACTS.get(request.POST.get("act", ""), (None, None))
    if form_class is None:
        raise Http404
    form = form_class(request.POST)
    if not form.is_valid():
        return show_desk(request, run, form if isinstance(form, WordingForm) else fresh_form(run), status=422)
    return attempt(request, run, form, perform)


def run_of(request: HttpRequest, dialogue: UUID, key: UUID) -> Step:
    """The last run of the step: what is written goes on from there."""
    own = hosting.own_dialogue(request, dialogue)
    step = queries.step_of(own, key, kind=KIND)
    if step is None:
        raise Http404(key)
    return queries.runs_of(step)[-1]


def attempt(request: HttpRequest, run: Step, form: Any, perform: Perform) -> HttpResponse:
    """Do it once, or say why not; what was typed is still there."""
    try:
        perform(run, request.user, form)
    except MovedOn:
        messages.info(request, _("This was done already, or somebody moved on meanwhile. This is where you are."))
    except NotLeading:
        messages.warning(request, _("Somebody else leads now. Take over at the console if that is what you agreed."))
    except NotPossible as reason:
        messages.warning(request, str(reason))
    else:
        return redirect("signals:desk", run.round.dialogue_id, run.pk)
    now = queries.runs_of(run)[-1]
    return show_desk(request, now, typed_again(form, now), status=409)


def typed_again(form: Any, run: Step) -> WordingForm:
    """The same words, on the version of now."""
    if not isinstance(form, WordingForm):
        return fresh_form(run)
    typed = {name: form.cleaned_data[name] for name in ("text", "owner", "answer_by")}
    return WordingForm(initial={**typed, "version": run.round.version})


def fresh_form(run: Step) -> WordingForm:
    """The last version, to go on with; before there is one, who would follow up according to the preparation."""
    last = next(reversed(queries.versions_of(run)), None)
    days = run.params.get("days", USUAL_DAYS)
    first = {"owner": run.round.dialogue.follow_up_owner, "answer_by": timezone.localdate() + timedelta(days=days)}
    so_far = {"text": last.text, "owner": last.owner, "answer_by": last.answer_by} if last else first
    return WordingForm(initial={**so_far, "version": run.round.version})


def show_desk(request: HttpRequest, run: Step, form: WordingForm, *, status: int = 200) -> HttpResponse:
    return render(request, "signals/desk.html", {"page": DeskPage.of(request, run, form)}, status=status)


# The signals of an organisation


@hosts_only
@never_cache
@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    page = SignalsPage.of(queries.signals_of(request.organisation))
    return render(request, "signals/signals.html", {"page": page})


@hosts_only
@never_cache
@require_safe
def signal(request: HttpRequest, signal: UUID) -> HttpResponse:
    page = SignalPage.of(request, own_signal(request, signal))
    return render(request, "signals/signal.html", {"page": page})


@hosts_only
@require_POST
def renew(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Make the link anew, for when it ended or came into wrong hands."""
    actions.renew_link(signal=own_signal(request, signal), user=request.user)
    messages.success(request, _("There is a new link. The one before it does not work any more."))
    return redirect("signals:signal", signal)


def own_signal(request: HttpRequest, key: UUID) -> Signal:
    found = queries.signal_by_key(request.organisation, key)
    if found is None:
        raise Http404(key)
    return found


# The owner


@never_cache
def answer(request: HttpRequest, link: str) -> HttpResponse:
    """Answer by the link alone. Every answer is added under those before it."""
    asked = links.signal_behind(link)
    if asked is None:
        return render(request, "signals/link_not_valid.html", status=410)
    if request.method != "POST":
        return show_answers(request, asked)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return give_back(request, asked, form)
    try:
        actions.answer(signal=asked, **form.given)
    except actions.AnsweredMeanwhile:
        return answered_meanwhile(request, links.signal_behind(link), form)
    messages.success(request, _("Your answer is kept. Those who took part read it from now on."))
    return redirect("signals:answer", link)


def show_answers(request: HttpRequest, asked: Signal, form: AnswerForm | None = None, **how: Any) -> HttpResponse:
    status = how.pop("status", 200)
    form = form or AnswerForm.fresh(after=len(asked.answers.all()))
    return render(request, "signals/answer.html", {"page": OwnerPage(asked, form, **how)}, status=status)


def give_back(request: HttpRequest, asked: Signal, form: AnswerForm) -> HttpResponse:
    if form.is_outdated:
        messages.warning(request, _("This page was outdated. This is how it stands now."))
        return show_answers(request, asked, status=422)
    return show_answers(request, asked, form, status=422)


def answered_meanwhile(request: HttpRequest, asked: Signal, form: AnswerForm) -> HttpResponse:
    """Two people had the page open: the second reads the first one's answer, and decides anew."""
    again = AnswerForm.fresh(after=len(asked.answers.all()))
    again.initial |= {name: form.cleaned_data[name] for name in ("verdict", "text", "on")}
    return show_answers(request, asked, again, meanwhile=True, status=409)
