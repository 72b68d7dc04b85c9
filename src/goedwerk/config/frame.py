"""What every page gets: where an organiser can go. Rooms do not know each other's addresses; the house does."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

NAVIGATION = [
    ("dialogues:start", _("Approaches")),
    ("dilemmas:library", _("Dilemmas")),
    ("dialogues:mine", _("My dialogues")),
    ("signals:signals", _("Signals")),
    ("organisations:organisation", _("Organisation")),
]


class Destination(NamedTuple):
    url: str
    label: Any
    current: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    return {"page_nav": navigation(request.path) if is_inside(request) else [], **door(request)}


def is_inside(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


def navigation(path: str) -> list[Destination]:
    urls = [(reverse(name), label) for name, label in NAVIGATION]
    # The longest address that fits: /dialogues/start/ lies under /dialogues/, and is another entry.
    here = max((url for url, _label in urls if path.startswith(url)), key=len, default="")
    return [Destination(url, label, current=url == here) for url, label in urls]


def door(request: HttpRequest) -> dict[str, str]:
    """The way in for who is out, and the way out for who is in."""
    if is_inside(request):
        return {"sign_out_url": reverse("accounts:sign-out")}
    return {"sign_in_url": reverse("accounts:sign-in")}
