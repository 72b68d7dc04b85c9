"""What is said of a table, and the words that are said more than once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class TableWords:
    """What a table is for, who sees what is in it, when it goes, and what each field holds."""

    title: Any
    seen_by: Any
    gone: Any
    fields: Mapping[str, Any]


# Said more than once

KEY = _("A random key. It tells nothing about when or in which order.")
STEP = _("Which step of the dialogue it belongs to.")
PSEUDONYM = _("Which pseudonym it belongs to: never a name or an account.")
PACK = _("Which content pack it comes from.")
VERSION = _("Which version it is.")
CONTENT = _("The text itself.")
NAME_IN_PACK = _("By which short name it is known.")
ORDER = _("At which place it stands in a list.")

NOBODY = _("Nobody. The system counts it, once, when the step closes. Only you can read your own back.")
HOSTS = _("Facilitators of the organisation.")
EVERYBODY = _("Everybody who uses this site.")

WITH_ANSWERS = _("With the answers: so many days after closing as was said before the first answer.")
WITH_DIALOGUE = _("When a facilitator deletes the dialogue.")
WITH_CONTENT = _("When the content is replaced. It is about nobody.")
