"""What rooms above this one show on the page of an organisation: they register here, once, how to draw it."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.safestring import SafeString

from goedwerk.organisations.models import Organisation

Panel = Callable[[Organisation], SafeString]
_panels: list[Panel] = []


def register(panel: Panel) -> None:
    if panel not in _panels:
        _panels.append(panel)


def drawn_for(organisation: Organisation) -> list[SafeString]:
    return [panel(organisation) for panel in _panels]
