"""The organisation: what holds for all its dialogues, who leads them, and what its hosts did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from goedwerk.accounts.actions import make_link
from goedwerk.accounts.address import public_address
from goedwerk.accounts.forms import ColleagueForm
from goedwerk.organisations import actions, panels, queries
from goedwerk.organisations.forms import OrganisationForm, RoleForm
from goedwerk.organisations.models import HostAct, Membership, Organisation, Role
from goedwerk.organisations.permissions import hosts_only

# Two forms on one page ask for a name.
COLLEAGUE_ID = "colleague_%s"


@dataclass(frozen=True)
class NewLink:
    """Shown once, right after it was made."""

    name: str
    url: str


@dataclass(frozen=True)
class OrganisationPage:
    organisation: Organisation
    form: OrganisationForm
    invitation: ColleagueForm
    members: Sequence[Membership]
    is_owner: bool
    panels: Sequence[SafeString]
    link: NewLink | None = None


@hosts_only
def organisation(request: HttpRequest) -> HttpResponse:
    form = OrganisationForm(request.POST or None, instance=request.organisation)
    if request.method == "POST":
        require_owner(request)
        if form.is_valid():
            actions.change_organisation(organisation=form.instance, by=request.user)
            messages.success(request, _("Kept. It holds for dialogues that you prepare from now on."))
            return redirect("organisations:organisation")
    return show(request, form=form, status=422 if form.errors else 200)


@hosts_only
@never_cache
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    require_owner(request)
    invitation = ColleagueForm(request.POST, auto_id=COLLEAGUE_ID)
    if not invitation.is_valid():
        return show(request, invitation=invitation, status=422)
    membership = actions.invite(
        organisation=request.organisation, name=invitation.cleaned_data["name"], by=request.user
    )
    return show(request, link=link_for(request, membership, make_link(user=membership.user)))


@hosts_only
@never_cache
@require_POST
def colleague_link(request: HttpRequest, key) -> HttpResponse:
    membership = colleague(request, key)
    token = actions.make_colleague_link(membership=membership, by=request.user)
    return show(request, link=link_for(request, membership, token))


@hosts_only
@require_POST
def role(request: HttpRequest, key) -> HttpResponse:
    membership = colleague(request, key)
    form = RoleForm(request.POST)
    if form.is_valid() and membership.role != Role.OWNER:
        actions.change_role(membership=membership, role=form.cleaned_data["role"], by=request.user)
        messages.success(request, _("Kept."))
    return redirect("organisations:organisation")


def colleague(request: HttpRequest, key) -> Membership:
    """Somebody of this organisation, for who owns it."""
    require_owner(request)
    membership = queries.member(request.organisation, key)
    if membership is None:
        raise Http404(key)
    return membership


def link_for(request: HttpRequest, membership: Membership, token: str) -> NewLink:
    address = public_address(request) + reverse("accounts:use-link", args=[token])
    return NewLink(membership.user.name, address)


def show(
    request: HttpRequest,
    *,
    form: OrganisationForm | None = None,
    invitation: ColleagueForm | None = None,
    link: NewLink | None = None,
    status: int = 200,
) -> HttpResponse:
    page = OrganisationPage(
        # Read anew: a form that is wrong has put its values into the one of the request.
        organisation=Organisation.objects.get(pk=request.organisation.pk),
        form=form or OrganisationForm(instance=request.organisation),
        invitation=invitation or ColleagueForm(auto_id=COLLEAGUE_ID),
        members=queries.members_of(request.organisation),
        is_owner=is_owner(request),
        panels=panels.drawn_for(request.organisation),
        link=link,
    )
    return render(request, "organisations/organisation.html", {"page": page}, status=status)


def is_owner(request: HttpRequest) -> bool:
    return request.user.membership.role == Role.OWNER


def require_owner(request: HttpRequest) -> None:
    if not is_owner(request):
        raise PermissionDenied


@dataclass(frozen=True)
class LogPage:
    organisation: Organisation
    acts: Sequence[HostAct]


@hosts_only
@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """What hosts did. Participants never stand here."""
    page = LogPage(request.organisation, queries.acts_of(request.organisation))
    return render(request, "organisations/log.html", {"page": page})
