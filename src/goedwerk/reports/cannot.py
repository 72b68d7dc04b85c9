"""What this platform cannot do, and what it cannot protect: the page on privacy and the leaflets say these sentences.

Each of the first has a test of its own, `tests/contracts/test_cannot.py`: a sentence without a test fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

# "This site cannot…"
CANNOT: Mapping[str, Any] = {
    "who": _("Make a report about a person, or a list of who answered and who did not."),
    "what": _("Show what one person answered, to anybody but that person."),
    "when": _("Say when or in which order people answered, or how long it took them."),
    "where": _("Say from which address or with which device somebody took part."),
    "often": _("Count how often somebody took part."),
    "link": _("Link your place in one dialogue to your place in another, or to an account."),
    "score": _("Give a person a score, a type or a profile."),
    "teams": _("Compare teams with each other."),
    "facilitators": _("Compare facilitators by what their groups answered."),
    "sign-in": _("Say when an organiser signed in."),
    "log": _("Write in a log who took part, or what they did."),
    "promise": _("Change afterwards what was promised before the first answer."),
    "back": _("Bring an answer back once it is erased, not even when an old copy is put back."),
}

# What no rule protects
NOT_PROTECTED = (
    _("“More than half” is knowledge too. Whoever knows you well can guess, and guess better."),
    _(
        "In a group of five or six people, two who lay their answers side by side can sometimes find out more. "
        "Three mostly can, also in larger groups."
    ),
    _("Somebody who joins with two phones counts as two. That is why every phone shows how many joined."),
    _(
        "The same question to the same people in another dialogue is outside this rule. "
        "We cannot see that they are the same people."
    ),
    _(
        "A text can give its writer away by its style or by what it tells. The facilitator reads it first, "
        "but a facilitator may recognise somebody too."
    ),
    _("A list or table that was announced as open may appear while people write. Then nobody has read it first."),
    _("What is said aloud is beyond any rule."),
    _("Who looks over your shoulder, or looks in your phone, sees what you see."),
    _(
        "Whoever runs this server can read what is in it until it is erased, "
        "and copies that were made of it until these are erased."
    ),
    _(
        "A judge, or somebody who asks for documents by law, can get what is still there. "
        "What is erased nobody can get."
    ),
)
