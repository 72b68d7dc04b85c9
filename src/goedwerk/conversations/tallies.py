"""How many votes each statement has while people vote. Kept by one step per vote, equal to a count of all votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.db.models import F

from goedwerk.conversations.models import Tally, Votes
from goedwerk.dialogues.models import Step

COLUMNS = {"agree": "agree", "disagree": "disagree", "pass": "passed"}


def move(step: Step, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Count what changed between somebody's earlier votes and their votes of now."""
    for statement in sorted({*before, *after}):
        old, new = before.get(statement), after.get(statement)
        if old != new:
            count(step, statement, {choice: by for choice, by in ((old, -1), (new, 1)) if choice})


def count(step: Step, statement: str, by: Mapping[str, int]) -> None:
    changes = {COLUMNS[choice]: F(COLUMNS[choice]) + number for choice, number in by.items()}
    rows = Tally.objects.filter(step=step, statement=statement)
    if not rows.update(**changes):
        Tally.objects.get_or_create(step=step, statement=statement)
        rows.update(**changes)


def of(step: Step) -> dict[str, tuple[int, int, int]]:
    """(disagree, passed, agree) per statement, as the engine wants them."""
    rows = Tally.objects.filter(step=step).values_list("statement", "disagree", "passed", "agree")
    return {statement: tuple(numbers) for statement, *numbers in rows}


def recount(step: Step) -> dict[str, tuple[int, int, int]]:
    """The same from the votes themselves."""
    counted: dict[str, Counter] = {}
    for votes in Votes.objects.filter(step=step).values_list("votes", flat=True):
        for statement, choice in votes.items():
            counted.setdefault(statement, Counter())[choice] += 1
    return {key: (each["disagree"], each["pass"], each["agree"]) for key, each in counted.items()}
