"""Where to go with what does not belong in a dialogue. Nothing is forwarded; a person chooses a door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.dialogues.models import Dialogue


@dataclass(frozen=True)
class Door:
    name: Any
    text: Any
    url: str = ""


GENERAL = (
    Door(
        _("The confidential adviser of your organisation"),
        _("For when something is wrong, or bothers you. Listens, thinks along, and does nothing without you."),
    ),
    Door(
        _("The integrity office of your organisation"),
        _("For a report of wrongdoing in your own organisation. Your organisation must have a way to report."),
    ),
    Door(
        _("Whistleblowers Authority (Huis voor Klokkenluiders)"),
        _("Independent. Free and confidential advice, before you report anything and also after it."),
        "https://www.huisvoorklokkenluiders.nl/",
    ),
    Door(
        _("Your company doctor or your own doctor"),
        _("For when it keeps you awake. You need nobody's permission."),
    ),
)


def general_doors() -> tuple[Door, ...]:
    return GENERAL


def contacts_of(dialogue: Dialogue) -> list[Door]:
    """The people near by whom the facilitator named."""
    return [Door(contact["who"], contact["how"]) for contact in dialogue.contacts]
