"""The pages of what cannot be given, and the style pages: every component with sample data, for who develops."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from goedwerk.ui import samples
from goedwerk.ui.forms import Card

SHEETS = {
    "components": "ui/style/components.html",
    "front": "ui/style/front.html",
    "choose": "ui/style/choose.html",
    "phone-own": "ui/style/phone_own.html",
    "phone-pick": "ui/style/phone_pick.html",
    "phone-write": "ui/style/phone_write.html",
    "phone-group": "ui/style/phone_group.html",
    "phone-shift": "ui/style/phone_shift.html",
    "phone-away": "ui/style/phone_away.html",
    "phone-wait": "ui/style/phone_wait.html",
    "phone-kept": "ui/style/phone_kept.html",
    "console": "ui/style/console.html",
    "screen-join": "ui/style/screen_join.html",
    "screen-choose": "ui/style/screen_choose.html",
    "screen-picture": "ui/style/screen_picture.html",
    "screen-shift": "ui/style/screen_shift.html",
    "screen-full": "ui/style/screen_full.html",
    "screen-talk": "ui/style/screen_talk.html",
    "report": "ui/style/report.html",
    "cards": "ui/style/cards.html",
}


class SampleForm(forms.Form):
    title = forms.CharField(label="What shall we call it?", help_text="Without names of people.")
    story = forms.CharField(label="What happened?", widget=forms.Textarea(attrs={"rows": 4}))
    people = forms.IntegerField(label="How many people do you expect?", min_value=2, max_value=500)
    terrain = forms.ChoiceField(label="Where does it play?", choices=[("a", "Citizens"), ("b", "Own organisation")])
    lead = forms.ChoiceField(
        label="Do you manage people in this group?",
        widget=forms.RadioSelect,
        choices=[("y", Card("Yes", hint="Then somebody else leads the evaluation.")), ("n", Card("No"))],
    )
    agree = forms.BooleanField(label="Keep the pictures for the second round", required=False)


def style_page(request: HttpRequest) -> HttpResponse:
    _only_for_developers()
    return render(request, "ui/style/index.html", {"sheets": SHEETS})


def style_sheet(request: HttpRequest, sheet: str) -> HttpResponse:
    _only_for_developers()
    if sheet not in SHEETS:
        raise Http404(sheet)
    return render(request, SHEETS[sheet], {**samples.CONTEXT, "form": SampleForm(), "wrong": _wrong_form()})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


# What cannot be given. Nothing of the reason is shown: it can hold an address, and so the code of a dialogue.


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Drawn without context: whatever failed must not fail here again."""
    return HttpResponseServerError(render_to_string("500.html"))


def _wrong_form() -> SampleForm:
    return SampleForm({"wrong-title": "", "wrong-people": "1"}, prefix="wrong")


def _only_for_developers() -> None:
    if not getattr(settings, "DEBUG_PAGES", False):
        raise Http404
