"""Leading: the console, each act on it, and the desk on which texts are read before the group sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from goedwerk.dialogues import hosting, queries
from goedwerk.dialogues.actions import batches, leading, reading
from goedwerk.dialogues.console_pages import ConsolePage, TextsPage
from goedwerk.dialogues.errors import MovedOn, NotLeading, NotPossible
from goedwerk.dialogues.forms.desk import TextsForm
from goedwerk.dialogues.forms.leading import ActForm, AsideForm, MinutesForm, MoveForm, NoteForm
from goedwerk.dialogues.models import Dialogue, PassageState, Round, Step
from goedwerk.dialogues.pages import Follow
from goedwerk.dialogues.passages import on_desk
from goedwerk.dialogues.visits import round_of
from goedwerk.organisations.permissions import hosts_only


@hosts_only
@never_cache
@require_GET
def console(request: HttpRequest, dialogue) -> HttpResponse:
    round = round_of(hosting.own_dialogue(request, dialogue))
    if not round.is_live or round.is_closed:
        return redirect("dialogues:dialogue", dialogue)
    return show(request, round)


def show(request: HttpRequest, round: Round, *, status: int = 200, note: NoteForm | None = None) -> HttpResponse:
    page = ConsolePage.of_round(
        request,
        round,
        order_is_open="order" in request.GET,
        wants_to_close="close" in request.GET,
    )
    context = {"page": page, "note": note or NoteForm(), "follow": Follow.of(round)}
    return render(request, "dialogues/console.html", context, status=status)


@hosts_only
@never_cache
@require_GET
def readiness(request: HttpRequest, dialogue) -> HttpResponse:
    """How far the group is, in words: never a number of people. The console asks for it; it is never pushed."""
    own = hosting.own_dialogue(request, dialogue)
    step = own.round.current
    words = queries.readiness_of(step).words if step is not None and asks(step) else ""
    page = {"words": words, "people": queries.people_in(own)}
    return render(request, "dialogues/_readiness.html", {"page": page})


def asks(step: Step) -> bool:
    """Whether there is something to be ready with."""
    return step.is_open and step.behaviour.form(step) is not None


# Acts


def with_minutes(given: dict[str, Any]) -> dict[str, Any]:
    return {"minutes": given["minutes"]}


# Each act: its form, what is done, and what of the form it needs.
Performed = tuple[type[ActForm], Callable[..., None], Callable[[dict[str, Any]], dict[str, Any]]]
WITH_MORE: dict[str, Performed] = {
    "add-minutes": (MinutesForm, leading.add_minutes, with_minutes),
    "aside": (AsideForm, leading.show_aside, lambda given: {"key": given["key"]}),
    "move": (MoveForm, leading.move_step, lambda given: {"step_key": given["step"], "up": given["up"]}),
    "note": (NoteForm, reading.add_note, lambda given: {"text": given["text"]}),
}
PLAIN: dict[str, Performed] = {name: (ActForm, done, lambda given: {}) for name, done in leading.ACTS.items()}
BATCH: Performed = (ActForm, batches.show_batch, lambda given: {})
PERFORMED = {**PLAIN, **WITH_MORE, "batch": BATCH}


@hosts_only
@require_POST
def act(request: HttpRequest, dialogue, act: str) -> HttpResponse:
    own = hosting.own_dialogue(request, dialogue)
    if act == "take-over":
        leading.take_over(round=own.round, user=request.user)
        messages.success(request, _("You lead now. This is where the group is."))
        return redirect("dialogues:console", own.pk)
    if act not in PERFORMED:
        raise Http404(act)
    form_class, perform, more = PERFORMED[act]
    form = form_class(request.POST)
    if not form.is_valid():
        return not_understood(request, own, form)
    return attempt(
        request,
        own,
        lambda round: perform(
            round=round, user=request.user, version=form.cleaned_data["version"], **more(form.cleaned_data)
        ),
        after=lambda: redirect(next_address(own, act)),
        otherwise=lambda: where_we_are(request, own, note=form if isinstance(form, NoteForm) else None),
    )


def attempt(
    request: HttpRequest,
    own: Dialogue,
    perform: Callable[[Round], None],
    *,
    after: Callable[[], HttpResponse],
    otherwise: Callable[[], HttpResponse],
) -> HttpResponse:
    """Do it once, or say why not and show where the group is; what was typed is still there."""
    round = round_of(own)
    try:
        perform(round)
    except MovedOn:
        messages.info(request, moved_on_words(request, own))
    except NotLeading:
        messages.warning(request, _("%s leads now. Take over if that is what you agreed.") % leader_of(own))
    except NotPossible as reason:
        messages.warning(request, str(reason))
    else:
        return after()
    return otherwise()


def moved_on_words(request: HttpRequest, own: Dialogue) -> str:
    round = own.round
    if round.led_by_id in (None, request.user.pk):
        return _("This was done already: you pressed twice, or used another tab. This is where you are.")
    return _("%s moved on meanwhile. This is where you are.") % round.led_by.name


def leader_of(own: Dialogue) -> str:
    leader = own.round.led_by
    return leader.name if leader else _("Nobody")


def where_we_are(request: HttpRequest, own: Dialogue, *, note: NoteForm | None = None) -> HttpResponse:
    round = round_of(own)
    if round.is_live and not round.is_closed:
        return show(request, round, status=409, note=note)
    return redirect("dialogues:dialogue", own.pk)


def not_understood(request: HttpRequest, own: Dialogue, form: ActForm) -> HttpResponse:
    """A note that is empty or too long comes back; a button without its version was no button of ours."""
    round = round_of(own)
    if isinstance(form, NoteForm) and "version" not in form.errors and round.is_live and not round.is_closed:
        return show(request, round, status=422, note=form)
    messages.warning(request, _("This button was outdated. This is where you are."))
    return where_we_are(request, own)


def next_address(own: Dialogue, act: str) -> str:
    """Where an act leads: mostly back to the console."""
    round = round_of(own)
    if round.is_closed or not round.is_live:
        return reverse("dialogues:dialogue", args=[own.pk])
    if act == "close-step" and round.current and has_texts_to_read(round.current):
        return round.current.desk or reverse("dialogues:texts", args=[own.pk, round.current.pk])
    address = reverse("dialogues:console", args=[own.pk])
    return f"{address}?order=1" if act == "move" else address


def has_texts_to_read(step: Step) -> bool:
    return bool(on_desk(step) or step.behaviour.waiting(step))


# The desk


@hosts_only
@never_cache
def texts(request: HttpRequest, dialogue, step) -> HttpResponse:
    """Read the texts of a closed step, and let go what the group may see: all at once."""
    own = hosting.own_dialogue(request, dialogue)
    read = step_of(round_of(own), step)
    form = desk_form(request, read)
    if request.method == "GET" or not form.is_valid():
        return show_desk(request, own, read, form, status=422 if form.errors else 200)
    return attempt(
        request,
        own,
        lambda held: reading.let_go(
            round=held, user=request.user, version=form.cleaned_data["version"], step=read, decisions=form.decisions
        ),
        after=lambda: let_go_done(request, own, read),
        otherwise=lambda: show_desk(request, own, read, desk_form(request, read), status=409),
    )


def desk_form(request: HttpRequest, step: Step) -> TextsForm:
    return TextsForm(request.POST or None, passages=on_desk(step), may_join=step.behaviour.may_join)


def show_desk(request: HttpRequest, own: Dialogue, step: Step, form: TextsForm, *, status: int) -> HttpResponse:
    page = TextsPage.of(request, round_of(own), step, form)
    return render(request, "dialogues/texts.html", {"page": page}, status=status)


def step_of(round: Round, key) -> Step:
    found = next((step for step in round.steps.all() if step.pk == key and step.is_closed), None)
    if found is None:
        raise Http404(key)
    return found


def let_go_done(request: HttpRequest, own: Dialogue, step: Step) -> HttpResponse:
    if step.passages.filter(state=PassageState.WAITING).exists():
        messages.success(request, _("Done. The texts without a decision still wait here."))
        return redirect("dialogues:texts", own.pk, step.pk)
    messages.success(request, _("Done. The group sees what you let go."))
    return redirect(next_address(own, "texts"))
