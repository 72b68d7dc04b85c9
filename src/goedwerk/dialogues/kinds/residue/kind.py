"""What still rubs, what can be repaired, what you need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.texts import said
from goedwerk.dialogues.kinds.text import kind as text
from goedwerk.dialogues.kinds.writing import Box
from goedwerk.dialogues.models import Step

MOST = 280


@dataclass(frozen=True)
class Params(step_kind.Params):
    lines: Sequence[Mapping[str, str]] = ()
    reader: str = "group"


class Residue(text.Text):
    key = "residue"
    label = gettext_lazy("What still rubs")
    icon = "notebook"
    Params = Params
    EXAMPLES = (
        {"nl": "Dat de ander nog niet weet wat wij weten.", "en": "That the other does not know yet what we know."},
        {"nl": "Ik kan zelf bellen en uitleggen wat er gebeurde.", "en": "I can call and explain what happened."},
        {"nl": "Tijd om hier met iemand over door te praten.", "en": "Time to talk on about this with somebody."},
        {
            "nl": "Dat het antwoord afhangt van wie er aan de balie zit.",
            "en": "That the answer depends on who is at the desk.",
        },
        {"nl": "Steun van de leiding als ik afwijk.", "en": "Support of the leadership when I deviate."},
    )

    def boxes(self, step: Step) -> list[Box]:
        written = [(line["id"], said(line)) for line in self.params(step).lines]
        return [Box(key, label, MOST) for key, label in written or usual_lines()]


def usual_lines() -> list[tuple[str, str]]:
    return [
        ("rubs", _("What still rubs")),
        ("repair", _("What I can repair or soften")),
        ("need", _("What I need")),
    ]


KIND = Residue()
