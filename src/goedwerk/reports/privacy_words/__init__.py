"""What every table holds, in plain words: the page on privacy is drawn from this and from the tables themselves.

Each model has one entry, and each of its fields one line. A field without words fails a test, so that nobody can store
something new without saying so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.reports.privacy_words.content import CONTENT_TABLES
from goedwerk.reports.privacy_words.organising import ORGANISING
from goedwerk.reports.privacy_words.shared import TableWords
from goedwerk.reports.privacy_words.taking_part import TAKING_PART

__all__ = ["COOKIES", "SECTIONS", "TableWords"]

SECTIONS = (
    (_("Of you, when you take part"), TAKING_PART),
    (_("Of those who organise"), ORGANISING),
    (_("Content, which is about nobody"), CONTENT_TABLES),
)

# Cookies, by what they are for; names and lifetimes come from the settings

COOKIES: Mapping[str, Any] = {
    "place": _("The token that opens your place in one dialogue. Only pages of that dialogue get it."),
    "tablet": _("Says that this device goes round, and forgets after each person."),
    "session": _("Keeps an organiser signed in. Who takes part does not get it."),
    "csrf": _("Shows that a form comes from this site. The server keeps nothing of it."),
    "language": _("Your language, once you choose one."),
    "messages": _("A message for the next page, such as “kept”. It goes when that page is shown."),
}
