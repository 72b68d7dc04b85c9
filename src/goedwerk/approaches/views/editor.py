"""The editor: the list of steps, one step, and everything around them. Each press is an ordinary form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goedwerk.approaches import actions, composing, drafting
from goedwerk.approaches.actions import NotReady
from goedwerk.approaches.drafting import MOST_STEPS, Draft
from goedwerk.approaches.editor_pages import REPEAT, EditorPage, is_known
from goedwerk.approaches.forms.about import AboutForm
from goedwerk.approaches.forms.step import NewStepForm, StepForm
from goedwerk.approaches.models import OwnApproach
from goedwerk.approaches.views.finding import own_of
from goedwerk.organisations.permissions import hosts_only, writers_only


@hosts_only
@require_GET
def editor(request: HttpRequest, key) -> HttpResponse:
    return show(request, own_of(request, key))


def show(
    request: HttpRequest, own: OwnApproach, errors: tuple[str, ...] = (), *, status: int | None = None
) -> HttpResponse:
    """The step that is looked at is named in the address; without it, the first."""
    asked = request.GET.get("step", "")
    first = own.draft["steps"][0]["id"] if own.draft["steps"] else ""
    here = asked if drafting.step_of(own.draft, asked) else first
    page = EditorPage(own, here, request.user.membership.may_write, errors)
    return render(request, "approaches/editor.html", {"page": page}, status=status or (422 if errors else 200))


# The list of steps


@writers_only
@require_POST
def change(request: HttpRequest, key) -> HttpResponse:
    """Every press in the list keeps the minutes as well."""
    own = own_of(request, key)
    minutes, wrong = minutes_in(request.POST, own.draft)
    if request.POST.get("seen", "") not in ("", EditorPage(own, "", may_write=True).digest):
        return list_changed_meanwhile(request, own, minutes)
    if wrong:
        return show(request, own, (_("Minutes are whole numbers from 1 to 120."),))
    actions.keep_draft(own=own, draft=drafting.with_minutes(own.draft, minutes))
    act, _colon, step = request.POST.get("act", "").partition(":")
    if act == "add" or (not act and request.POST.get("title", "").strip()):
        return add(request, own)
    ACTS.get(act, leave)(own, step)
    return back_to(own, step)


def list_changed_meanwhile(request: HttpRequest, own: OwnApproach, minutes: dict[str, int]) -> HttpResponse:
    """Nothing is done with an older list; what was typed in it is read back."""
    typed = [
        _("You filled in %(minutes)d minutes for “%(title)s”.") % {"minutes": minutes[step.key], "title": step.title}
        for step in own.recipe.steps
        if minutes.get(step.key, step.minutes) != step.minutes
    ]
    if title := request.POST.get("title", "").strip():
        typed.append(_("You wrote “%s” as the title of a new step.") % title)
    wrong = _("The steps were changed meanwhile, by somebody else or in another tab. This is how they are now.")
    return show(request, own, (wrong, *typed), status=409)


def minutes_in(data: Any, draft: Draft) -> tuple[dict[str, int], bool]:
    given = {step["id"]: data.get(f"minutes-{step['id']}", str(step["minutes"])).strip() for step in draft["steps"]}
    sound = {key: int(text) for key, text in given.items() if re.fullmatch(r"[0-9]{1,3}", text)}
    sound = {key: minutes for key, minutes in sound.items() if 1 <= minutes <= 120}
    return sound, len(sound) < len(given)


def move_up(own: OwnApproach, step: str) -> None:
    actions.keep_draft(own=own, draft=drafting.moved(own.draft, step, by=-1))


def move_down(own: OwnApproach, step: str) -> None:
    actions.keep_draft(own=own, draft=drafting.moved(own.draft, step, by=1))


def remove(own: OwnApproach, step: str) -> None:
    actions.take_out(own=own, step=step)


def restore(own: OwnApproach, _step: str) -> None:
    actions.put_back(own=own)


def leave(_own: OwnApproach, _step: str) -> None:
    """Nothing but the minutes changed."""


ACTS = {"up": move_up, "down": move_down, "remove": remove, "restore": restore}


def add(request: HttpRequest, own: OwnApproach) -> HttpResponse:
    form = NewStepForm(request.POST)
    if len(own.draft["steps"]) >= MOST_STEPS:
        return show(request, own, (_("An approach has at most %d steps.") % MOST_STEPS,))
    if not form.is_valid():
        return show(request, own, (_("Choose a kind of step. A title has at least two characters."),))
    made = with_added(own.draft, **form.cleaned_data)
    if made is None:
        return show(request, own, (_("Choose a kind of step from the list."),))
    draft, step = made
    actions.keep_draft(own=own, draft=draft)
    return back_to(own, step)


def with_added(draft: Draft, *, kind: str, title: str, minutes: int | None, after: str) -> tuple[Draft, str] | None:
    place = drafting.place_of(draft, after)
    at = place + 1 if place is not None else 0 if after == "first" else len(draft["steps"])
    if kind.startswith(REPEAT):
        first = drafting.step_of(draft, kind.removeprefix(REPEAT))
        # It can only be asked again after it was asked.
        at = max(at, drafting.place_of(draft, first["id"]) + 1) if first else at
        return composing.with_repeat(draft, first, at=at) if first else None
    if not is_known(kind):
        return None
    return composing.with_new_step(draft, kind, at=at, title=title, minutes=minutes)


def back_to(own: OwnApproach, step: str) -> HttpResponse:
    address = reverse("approaches:editor", args=[own.pk])
    return redirect(f"{address}?step={step}#step-{step}" if drafting.step_of(own.draft, step) else address)


# One step


@dataclass(frozen=True)
class StepPage:
    around: EditorPage
    form: StepForm
    # Whether somebody else kept something of this step since.
    is_behind: bool = False

    @property
    def number(self) -> int:
        return drafting.place_of(self.around.draft, self.form.step["id"]) + 1


@writers_only
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, key, step: str) -> HttpResponse:
    own = own_of(request, key)
    document = drafting.step_of(own.draft, step)
    if document is None and request.method == "POST":
        return step_gone_meanwhile(request, own)
    if document is None or not is_known(document["kind"]):
        raise Http404(step)
    form = StepForm(request.POST if request.method == "POST" else None, draft=own.draft, step=document)
    if form.is_valid() and form.is_behind:
        form.catch_up()
        page = StepPage(EditorPage(own, step, may_write=True), form, is_behind=True)
        return render(request, "approaches/step.html", {"page": page}, status=409)
    if form.is_valid():
        draft, written = form.written()
        actions.keep_draft(own=own, draft=drafting.replaced(draft, step, written))
        return back_to(own, step)
    page = StepPage(EditorPage(own, step, may_write=True), form)
    return render(request, "approaches/step.html", {"page": page}, status=422 if form.errors else 200)


def step_gone_meanwhile(request: HttpRequest, own: OwnApproach) -> HttpResponse:
    """Somebody took the step out while another was writing in it: what was written is read back."""
    texts = [request.POST.get(name, "").strip() for name in ("title_nl", "script_nl", "prompt_nl")]
    if not any(texts):
        raise Http404
    wrong = _("This step was taken out meanwhile. Put it back, or copy what you wrote:")
    return show(request, own, (wrong, *filter(None, texts)), status=409)


# Everything around the steps


@dataclass(frozen=True)
class AboutPage:
    own: OwnApproach
    form: AboutForm
    # Whether somebody else kept something of this since.
    is_behind: bool = False


@writers_only
@require_http_methods(["GET", "POST"])
def about(request: HttpRequest, key) -> HttpResponse:
    own = own_of(request, key)
    data = request.POST if request.method == "POST" else None
    form = AboutForm(data, draft=own.draft, minutes_available=own.minutes_available)
    if form.is_valid() and form.is_behind:
        form.catch_up()
        return render(request, "approaches/about.html", {"page": AboutPage(own, form, is_behind=True)}, status=409)
    if form.is_valid():
        actions.keep_draft(own=own, draft=form.written(), minutes_available=form.cleaned_data["minutes_available"])
        messages.success(request, _("Kept."))
        return redirect("approaches:editor", own.pk)
    return render(request, "approaches/about.html", {"page": AboutPage(own, form)}, status=422 if form.errors else 200)


# Versions


@writers_only
@require_POST
def keep(request: HttpRequest, key) -> HttpResponse:
    own = own_of(request, key)
    try:
        version = actions.keep_version(own=own, user=request.user)
    except NotReady:
        return show(request, own, (_("This version cannot be kept yet. What is in the way stands beside the steps."),))
    messages.success(request, _("“%s” is kept. You can prepare a dialogue with it.") % version)
    return redirect("approaches:editor", own.pk)


@dataclass(frozen=True)
class VersionsPage:
    own: OwnApproach
    may_write: bool


@hosts_only
@require_GET
def versions(request: HttpRequest, key) -> HttpResponse:
    page = VersionsPage(own_of(request, key), request.user.membership.may_write)
    return render(request, "approaches/versions.html", {"page": page})


@writers_only
@require_POST
def restore_version(request: HttpRequest, key, number: int) -> HttpResponse:
    """Begin again from a version that was kept; it gets a number of its own when it is kept again."""
    own = own_of(request, key)
    version = own.versions.filter(number=number).first()
    if version is None:
        raise Http404(number)
    actions.keep_draft(own=own, draft={**version.document, "version": own.draft["version"]}, removed=None)
    messages.success(request, _("The draft is now as version %s. Nothing else changed.") % version.version)
    return redirect("approaches:editor", own.pk)
