"""The front door: come in with a code, or start something with a group. And a quick way out."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from goedwerk.dialogues.forms.entry import CodeForm


@dataclass(frozen=True)
class DoorPage:
    form: CodeForm
    # Who weighs together: the words in the rings.
    rings: tuple[Any, ...] = (_("executive"), _("manager"), _("employee"))


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    return by_code(request, "dialogues/front.html")


def by_code(request: HttpRequest, template: str) -> HttpResponse:
    """A field for the code; whoever fills it in goes on, or reads what is wrong beside it."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("dialogues:now", form.cleaned_data["code"].code)
    return render(request, template, {"page": DoorPage(form)})


@require_safe
def leave_quickly(request: HttpRequest) -> HttpResponse:
    """A page that says nothing, for who wants to be away from here at once."""
    return render(request, "dialogues/notes.html")
