"""The desk on which statements are read: into the pool, or not, with a reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from goedwerk.conversations import queries
from goedwerk.conversations.actions import moderating
from goedwerk.conversations.actions.proposing import may_be_shown
from goedwerk.conversations.duplicates import alike
from goedwerk.conversations.forms import ACCEPT, DeskForm
from goedwerk.conversations.models import Statement, StatementState
from goedwerk.conversations.outcomes import why
from goedwerk.dialogues import hosting
from goedwerk.dialogues.errors import MovedOn, NotLeading, NotPossible
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.visits import round_of
from goedwerk.organisations.permissions import hosts_only

# How many statements stand on one page of the desk.
AT_ONCE = 25


@dataclass(frozen=True)
class OnDesk:
    """One statement on the desk, and the one that may say the same."""

    statement: Statement
    read_by: str
    why: str
    twin_key: str = ""
    twin: str = ""
    # Only a statement of the pool can stay in place of this one.
    can_join: bool = False
    is_ticked: bool = False


@dataclass(frozen=True)
class DeskPage:
    step: Step
    form: DeskForm
    state: str
    statements: Sequence[OnDesk]
    shown: Page
    numbers: Sequence[tuple[str, Any, int]]
    may_be_shown: bool
    needs_two: bool
    led_by: str


@hosts_only
@never_cache
@require_http_methods(["GET", "POST"])
def statements(request: HttpRequest, dialogue: UUID, step: UUID) -> HttpResponse:
    found = step_of(request, dialogue, step)
    state = request.GET.get("state", StatementState.WAITING)
    if state not in StatementState.values:
        raise Http404
    listed = queries.on_desk(found, state)
    pool = dict(queries.everything_said(found))
    form = DeskForm(request.POST or None, statements=listed, pool=pool)
    if request.method == "GET" or not form.is_valid():
        return show(request, found, state, listed, pool, form, status=422 if form.errors else 200)
    return attempt(request, found, form, state)


def step_of(request: HttpRequest, dialogue: UUID, step: UUID) -> Step:
    round = round_of(hosting.own_dialogue(request, dialogue))
    is_asked = (each for each in round.steps.all() if each.pk == step and each.kind == queries.STATEMENT)
    found = next(is_asked, None)
    if found is None:
        raise Http404
    return found


def attempt(request: HttpRequest, step: Step, form: DeskForm, state: str) -> HttpResponse:
    """Do it once, or say why not."""
    try:
        messages.success(request, decide(request, step, form.cleaned_data))
    except MovedOn:
        messages.info(request, _("The dialogue moved on meanwhile. Nothing was changed; choose again."))
    except NotLeading:
        messages.warning(request, _("Somebody else leads now. Who leads decides on statements."))
    except NotPossible as reason:
        messages.warning(request, str(reason))
    return redirect(f"{request.path}?{urlencode({'state': state, 'page': request.GET.get('page', '1')})}")


def decide(request: HttpRequest, step: Step, given: Mapping[str, Any]) -> str:
    act = {"step": step, "user": request.user, "version": given["version"]}
    if given["join"]:
        goes, _colon, stays = given["join"].partition(":")
        moderating.join(**act, statement=UUID(goes), stays=stays)
        return _("Joined. The writer reads which statement stays.")
    chosen = [statement.pk for statement in given["chosen"]]
    if given["act"] == ACCEPT:
        return read_words(moderating.accept(**act, chosen=chosen, together=given["together"]))
    number = moderating.refuse(**act, chosen=chosen, reason=given["reason"], remark=given["remark"])
    return ngettext("%d statement is not in the pool.", "%d statements are not in the pool.", number) % number


def read_words(read: moderating.Read) -> str:
    accepted = ngettext("%d statement went into the pool.", "%d statements went into the pool.", read.accepted)
    waiting = ngettext("%d waits for a second reader.", "%d wait for a second reader.", read.read_once)
    told = [words % number for words, number in ((accepted, read.accepted), (waiting, read.read_once)) if number]
    return " ".join(told) or _("Nothing was changed.")


# The page


def show(
    request: HttpRequest,
    step: Step,
    state: str,
    listed: Sequence[Statement],
    pool: Mapping[str, str],
    form: DeskForm,
    *,
    status: int,
) -> HttpResponse:
    numbers = queries.number_on_desk(step)
    shown = Paginator(listed, AT_ONCE).get_page(request.GET.get("page"))
    twins = twins_of(listed, pool) if state == StatementState.WAITING else {}
    ticked = set(request.POST.getlist("chosen"))
    page = DeskPage(
        step=step,
        form=form,
        state=state,
        statements=[on_desk(each, twins.get(each.key), pool, ticked) for each in shown],
        shown=shown,
        numbers=[(each.value, each.label, numbers[each.value]) for each in StatementState],
        may_be_shown=may_be_shown(step),
        needs_two=moderating.needs_two(step),
        led_by=led_by_other(request, step),
    )
    return render(request, "conversations/statements.html", {"page": page}, status=status)


def twins_of(listed: Sequence[Statement], pool: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What may say the same as each, of the pool or of all that waits, as (key, text)."""
    written = {statement.key: statement.text for statement in listed}
    texts = {**pool, **written}
    return {key: (twin, texts[twin]) for key, twin in alike(written, pool).items()}


def on_desk(
    statement: Statement, twin: tuple[str, str] | None, pool: Mapping[str, str], ticked: Collection[str]
) -> OnDesk:
    key, text = twin or ("", "")
    return OnDesk(
        statement=statement,
        read_by=statement.read_by.name if statement.read_by else "",
        why=why(statement),
        twin_key=key,
        twin=text,
        can_join=key in pool,
        is_ticked=str(statement.pk) in ticked,
    )


def led_by_other(request: HttpRequest, step: Step) -> str:
    round = step.round
    is_other = round.is_live and not round.is_closed and round.led_by_id not in (None, request.user.pk)
    return round.led_by.name if is_other else ""
