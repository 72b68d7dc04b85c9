from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from goedwerk.accounts import actions
from goedwerk.accounts.actions import LinkNotValid
from goedwerk.accounts.address import public_address
from goedwerk.accounts.forms import NameForm


@dataclass(frozen=True)
class AccountPage:
    form: NameForm
    # Shown once, right after it was made.
    link: str = ""


@require_GET
def sign_in(request: HttpRequest) -> HttpResponse:
    """How to get in: there is no password, and no mail server is needed."""
    return render(request, "accounts/sign_in.html")


@require_GET
@never_cache
def use_link(request: HttpRequest, token: str) -> HttpResponse:
    try:
        user = actions.use_link(token=token)
    except LinkNotValid:
        return render(request, "accounts/link_not_valid.html", status=410)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("dialogues:mine")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("dialogues:front")


@login_required
def account(request: HttpRequest) -> HttpResponse:
    form = NameForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your name is kept."))
        return redirect("accounts:account")
    return render(request, "accounts/account.html", {"page": AccountPage(form)})


@login_required
@require_POST
@never_cache
def another_device(request: HttpRequest) -> HttpResponse:
    link = public_address(request) + reverse("accounts:use-link", args=[actions.make_link(user=request.user)])
    page = AccountPage(NameForm(instance=request.user), link)
    return render(request, "accounts/account.html", {"page": page})


@login_required
@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    actions.sign_out_everywhere(user=request.user)
    logout(request)
    return redirect("dialogues:front")
