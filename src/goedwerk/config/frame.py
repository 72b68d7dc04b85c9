"""What every page gets: where an organiser can go. Rooms do not know each other's addresses; the house does."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

NAVIGATION = [
    ("dialogues:start", _("Approaches")),
    ("dilemmas:library", _("Dilemmas")),
    ("dialogues:mine", _("My dialogues")),
    ("organisations:organisation", _("Organisation")),
]


@dataclass(frozen=True)
class Destination:
    url: str
    label: Any
    current: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    return {"page_nav": [destination(request, name, label) for name, label in NAVIGATION]}


def destination(request: HttpRequest, name: str, label: Any) -> Destination:
    url = reverse(name)
    return Destination(url, label, current=request.path.startswith(url))
