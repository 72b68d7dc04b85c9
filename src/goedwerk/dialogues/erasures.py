"""What of an organisation is erased when: shown on the page of the organisation."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from goedwerk.dialogues import queries
from goedwerk.organisations.models import Organisation


def panel(organisation: Organisation) -> SafeString:
    return render_to_string("dialogues/_erasures.html", {"rounds": queries.rounds_to_erase(organisation)})
