"""The way to the lists to compare by, on the page of the organisation."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from goedwerk.dialogues import queries
from goedwerk.organisations.models import Organisation


def panel(organisation: Organisation) -> SafeString:
    labels = [attribute.label for attribute in queries.lists_of(organisation)]
    return render_to_string("dialogues/_lists.html", {"labels": labels})
