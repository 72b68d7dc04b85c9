"""Votes as pictures: one per statement, in words that fit the size of the group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from goedwerk.conversations.names import VOTES
from goedwerk.dialogues import pictures
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.pictures import Option, Question
from goedwerk.ui.pictures import Picture
from goedwerk_analysis.released import Withheld


def draw(step: Step, released: Mapping[str, Any], texts: Mapping[str, str]) -> Sequence[Picture]:
    votes = released.get(VOTES)
    if votes is None:
        return ()
    if isinstance(votes, Withheld):
        return [pictures.withheld(step.title, votes)]
    return [drawn for key, shown in votes.rows for drawn in pictures.of_question(question(texts[key]), shown)]


def question(text: str) -> Question:
    return Question(text, [Option("agree", "", _("Agree")), Option("disagree", "", _("Disagree"))])
