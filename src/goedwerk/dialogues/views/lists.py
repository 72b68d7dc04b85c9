"""The lists that an organisation compares by: to read for everybody who leads, to change for its owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from goedwerk.dialogues import queries
from goedwerk.dialogues.actions import listing
from goedwerk.dialogues.forms.lists import ListForm, MoveForm
from goedwerk.dialogues.list_warnings import warnings_for
from goedwerk.dialogues.models import AttributeList
from goedwerk.organisations.models import Organisation, Role
from goedwerk.organisations.permissions import hosts_only


@dataclass(frozen=True)
class Entry:
    """A list on the page of all of them."""

    key: str
    label: str
    question: str
    classes: Sequence[str]
    is_retired: bool
    warnings: Sequence[str]


@dataclass(frozen=True)
class ListsPage:
    organisation: Organisation
    lists: Sequence[Entry]
    is_owner: bool


@hosts_only
@never_cache
def lists(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return moved(request)
    entries = [entry_of(attribute, retired) for attribute, retired in queries.all_lists_of(request.organisation)]
    page = ListsPage(request.organisation, entries, is_owner(request))
    return render(request, "dialogues/lists.html", {"page": page})


def entry_of(attribute, retired: bool) -> Entry:
    labels = [label for _key, label in attribute.classes]
    return Entry(attribute.key, attribute.label, attribute.question, labels, retired, warnings_for(labels))


def moved(request: HttpRequest) -> HttpResponse:
    require_owner(request)
    form = MoveForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("This button was outdated. This is where you are."))
        return redirect("dialogues:lists")
    about = {"organisation": request.organisation, "user": request.user, "key": form.cleaned_data["key"]}
    act = form.cleaned_data["act"]
    try:
        if act in ("up", "down"):
            listing.move_list(**about, up=act == "up")
        else:
            listing.retire_list(**about, retired=act == "retire")
    except AttributeList.DoesNotExist:
        raise Http404 from None
    return redirect("dialogues:lists")


@dataclass(frozen=True)
class ListPage:
    form: ListForm
    # Empty for a new list.
    title: str
    warnings: Sequence[str]


@hosts_only
@never_cache
def new_list(request: HttpRequest) -> HttpResponse:
    require_owner(request)
    form = ListForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = listing.add_list(organisation=request.organisation, user=request.user, decided=form.decided)
        return kept(request, made.key)
    return show(request, ListPage(form, "", ()))


@hosts_only
@never_cache
def one_list(request: HttpRequest, key: str) -> HttpResponse:
    require_owner(request)
    found = queries.list_of(request.organisation, key)
    if found is None:
        raise Http404(key)
    form = ListForm(request.POST if request.method == "POST" else None, kept=found)
    if request.method == "POST" and form.is_valid():
        about = {"organisation": request.organisation, "user": request.user}
        listing.change_list(**about, key=key, decided=form.decided)
        return kept(request, key)
    attribute = queries.as_attribute(found)
    return show(request, ListPage(form, attribute.label, entry_of(attribute, found.retired).warnings))


def kept(request: HttpRequest, key: str) -> HttpResponse:
    messages.success(request, _("Kept. It holds for dialogues that you prepare from now on."))
    return redirect("dialogues:list", key)


def show(request: HttpRequest, page: ListPage) -> HttpResponse:
    return render(request, "dialogues/list.html", {"page": page}, status=422 if page.form.errors else 200)


def is_owner(request: HttpRequest) -> bool:
    return request.user.membership.role == Role.OWNER


def require_owner(request: HttpRequest) -> None:
    if not is_owner(request):
        raise PermissionDenied
