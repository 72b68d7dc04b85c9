"""The report, for who led and for who took part; and the page on what is kept."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from goedwerk.dialogues import hosting
from goedwerk.dialogues.forms.entry import ReturnForm
from goedwerk.dialogues.models import Passage, RoundState
from goedwerk.dialogues.pages import Links
from goedwerk.dialogues.visits import Visit, visiting
from goedwerk.organisations.permissions import hosts_only
from goedwerk.reports import actions, queries, showing
from goedwerk.reports.pages import report_of
from goedwerk.reports.privacy import privacy_page


@never_cache
@require_safe
@hosts_only
def report(request: HttpRequest, dialogue: UUID) -> HttpResponse:
    """What came of it, for the organisation that hosted it."""
    found = hosting.own_dialogue(request, dialogue)
    back_url = reverse("dialogues:dialogue", args=[found.pk])
    page = report_of(found, back_url=back_url, may_strike=True, number=asked_round(request))
    if page is None:
        return render(request, "reports/not_yet.html", {"dialogue": found})
    return render(request, "reports/report.html", around(page))


@require_POST
@hosts_only
def strike(request: HttpRequest, dialogue: UUID, passage: UUID) -> HttpResponse:
    """Take a text out of the report, for everybody and for good."""
    found = hosting.own_dialogue(request, dialogue)
    reported = Passage.objects.filter(step__round__dialogue=found, step__round__state=RoundState.CLOSED)
    struck = get_object_or_404(reported, pk=passage)
    actions.strike(passage=struck, dialogue=found, user=request.user)
    messages.success(request, _("The text is taken out."))
    return redirect("reports:report", found.pk)


@require_safe
@visiting
def shared(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The same report for whoever took part: the token on their device opens it."""
    if not visit.is_inside:
        return for_phone(request, visit, "reports/not_inside.html", form=ReturnForm(dialogue=visit.dialogue))
    back_url = reverse("dialogues:now", args=[visit.dialogue.code])
    since = queries.first_round_of(visit.participation)
    page = report_of(visit.dialogue, back_url=back_url, number=asked_round(request), since=since)
    if page is None:
        return for_phone(request, visit, "reports/not_yet_shared.html")
    own = showing.own_pictures(page.round.steps.all(), visit.participation)
    return render(request, "reports/report.html", around(page) | {"own": own})


def asked_round(request: HttpRequest) -> int | None:
    """Which round the report is about; without a number the last one."""
    number = request.GET.get("round", "")
    return int(number) if number.isascii() and number.isdigit() else None


def around(page) -> dict:
    """What the frame of a report on paper needs besides the page itself."""
    return {"page": page, "back_url": page.back_url}


def for_phone(request: HttpRequest, visit: Visit, template: str, **more) -> HttpResponse:
    frame = {"visit": visit, "bar_title": visit.dialogue.title, "links": Links.of(visit)}
    return render(request, template, {**frame, **more})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "reports/privacy.html", {"page": privacy_page(request.user)})
