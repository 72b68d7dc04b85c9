"""What is better said before a list is used: classes so many or so fine that they point at people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

MANY = 8
NARROW_YEARS = 5
# Functions that mostly one person has, in both languages of the platform.
OF_ONE_PERSON = re.compile(
    r"\b(directeur|directeur-generaal|secretaris|gemeentesecretaris|griffier|burgemeester|wethouder|minister|"
    r"staatssecretaris|secretaris-generaal|voorzitter|dijkgraaf|commissaris|"
    r"director|director-general|secretary|clerk|mayor|alderman|chair|chairman|secretary-general)\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"(\d+)\s*(?:-|–|to|tot|t/m|tot en met)\s*(\d+)")


def warnings_for(labels: Sequence[str]) -> list[str]:
    """About the classes of one list, as far as they are offered."""
    found = []
    if len(labels) > MANY:
        found.append(
            _(
                "There are more than %d answers. Most groups then stay smaller than five people, and are put together. "
                "Fewer answers show more."
            )
            % MANY
        )
    found += [fine_words(label) for label in labels if is_fine(label)]
    return found


def is_fine(label: str) -> bool:
    return bool(OF_ONE_PERSON.search(label)) or any(
        0 <= int(last) - int(first) < NARROW_YEARS for first, last in YEARS.findall(label)
    )


def fine_words(label: str) -> str:
    return _("“%s” may fit one or two people. Who chooses it can then be guessed. Make it wider.") % label
