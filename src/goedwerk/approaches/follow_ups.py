"""What a group asked of somebody outside it, and what came of that: shown wherever those who took part look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One answer of the function that was asked."""

    words: Any
    text: str
    # The day on which another answer was promised.
    until: date | None
    given_on: date


@dataclass(frozen=True)
class FollowUp:
    """A request that the group agreed on; without a text, that it asks nothing of anybody."""

    title: str
    text: str = ""
    owner: str = ""
    answer_by: date | None = None
    # Whether everybody was asked about this very text, in private; otherwise it was agreed aloud.
    was_voted_on: bool = False
    replies: Sequence[Reply] = ()
