"""Whether the name of a function is perhaps the name of a person. A guess, for a second look; it never blocks."""

from __future__ import annotations

import re

from goedwerk.dialogues.kinds.writing import trace_hints

FUNCTION = re.compile(
    r"(?:leider|leiding|manager|directeur|directie|directrice|hoofd|bestuur|bestuurder|college|wethouder|burgemeester"
    r"|secretaris|minister|ministerie|adviseur|co[öo]rdinator|beleid|medewerker|team|afdeling|commissie|raad|griffier"
    r"|inspecteur|inspectie|voorzitter|ambtenaar|dienst|functionaris"
    r"|leader|director|head|board|alderman|mayor|secretary|adviser|advisor|officer|department|committee|council|chair)",
    re.IGNORECASE,
)


def name_hints(owner: str) -> list[str]:
    """Two words with capitals look like a name, unless one of them says what somebody does."""
    return [] if FUNCTION.search(owner) else trace_hints([owner])
