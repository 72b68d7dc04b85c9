"""The approaches that an organisation writes itself: beginning one, copying one, putting one away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goedwerk.approaches import actions, queries, stage
from goedwerk.approaches.bars import Part, bar_of
from goedwerk.approaches.forms.about import NewForm
from goedwerk.approaches.models import OwnApproach
from goedwerk.approaches.queries import Listed
from goedwerk.approaches.views.finding import own_of
from goedwerk.organisations.permissions import hosts_only, writers_only


@dataclass(frozen=True)
class Entry:
    """An own approach in the list."""

    own: OwnApproach
    bar: Sequence[Part]
    prepare_url: str

    @classmethod
    def of(cls, own: OwnApproach) -> Entry:
        return cls(own, bar_of(own.recipe), stage.prepare_url(str(own.pk)) if own.latest else "")


@dataclass(frozen=True)
class ShelfPage:
    own: Sequence[Entry]
    retired: Sequence[Entry]
    to_copy: Sequence[Listed]
    may_write: bool

    @property
    def is_empty(self) -> bool:
        return not self.own and not self.retired


@hosts_only
@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    entries = [Entry.of(own) for own in queries.own_approaches(request.organisation)]
    entries.sort(key=lambda entry: entry.own.title.lower())
    page = ShelfPage(
        own=[entry for entry in entries if not entry.own.retired],
        retired=[entry for entry in entries if entry.own.retired],
        to_copy=sorted(queries.all_approaches(request.organisation), key=lambda listed: listed.recipe.title),
        may_write=request.user.membership.may_write,
    )
    return render(request, "approaches/shelf.html", {"page": page})


@dataclass(frozen=True)
class NewPage:
    form: NewForm


@writers_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    form = NewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        own = actions.write_new(organisation=request.organisation, user=request.user, **form.cleaned_data)
        return redirect("approaches:editor", own.pk)
    return render(request, "approaches/new.html", {"page": NewPage(form)}, status=422 if form.errors else 200)


@writers_only
@require_POST
def copy(request: HttpRequest) -> HttpResponse:
    listed = queries.find_approach(request.POST.get("approach", "")[:80], request.organisation)
    if listed is None:
        raise Http404
    own = actions.copy_approach(organisation=request.organisation, user=request.user, listed=listed)
    messages.success(request, _("This is your own copy. Change what you like; the one it came from stays as it is."))
    return redirect("approaches:editor", own.pk)


@writers_only
@require_POST
def retire(request: HttpRequest, key) -> HttpResponse:
    return carry_out(actions.retire, request, key, said=_("“%s” is no longer offered. Dialogues that have it go on."))


@writers_only
@require_POST
def take_back(request: HttpRequest, key) -> HttpResponse:
    return carry_out(actions.take_back, request, key, said=_("“%s” is offered again."))


@writers_only
@require_POST
def delete(request: HttpRequest, key) -> HttpResponse:
    said = _("“%s” is deleted, with its versions. Dialogues keep their copy.")
    return carry_out(actions.delete_approach, request, key, said=said)


def carry_out(act: Callable[..., None], request: HttpRequest, key: UUID, *, said: str) -> HttpResponse:
    """Do this with an own approach, and say on the shelf what became of it."""
    own = own_of(request, key)
    act(own=own, user=request.user)
    messages.success(request, said % own.title)
    return redirect("approaches:shelf")
