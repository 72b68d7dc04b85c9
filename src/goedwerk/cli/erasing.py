"""What the operator reads about erasing: what goes when, and whether it is really gone."""

from __future__ import annotations

import sys
from datetime import datetime

from django.utils import timezone

from goedwerk.cli import house
from goedwerk.dialogues import queries, traces
from goedwerk.dialogues.actions import closing, erasing
from goedwerk.dialogues.models import Round


def announce() -> None:
    """Everything that would go now, and everything that waits for its day. Titles and days: never how many answered."""
    now = timezone.now()
    waiting = queries.rounds_to_erase()
    tell_rounds("Would be erased now:", [round for round in waiting if round.erase_at <= now])
    tell_rounds("Waits for its day:", [round for round in waiting if round.erase_at > now])
    if brought_back := erasing.brought_back():
        print(f"Was erased before, and is back from an older copy: {len(brought_back)}. Would be erased again.")
    if not waiting and not brought_back:
        print("Nothing: of no closed round are answers still kept.")


def tell_rounds(heading: str, rounds: list[Round]) -> None:
    if rounds:
        print(heading)
    for round in rounds:
        print(f"  {day(round.erase_at)}  {round.dialogue.title}, round {round.number}")


def day(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def do() -> bool:
    """Erase what is due and see to it that it is gone from the files too; False when something was in the way."""
    house.put_in_order()
    closing.close_due_rounds()
    erased = erasing.erase_due_rounds()
    print(f"Erased the answers of {erased} round(s).")
    if traces.wipe():
        return True
    print("Not yet gone from the files of the database: something keeps reading. Try again.", file=sys.stderr)
    return False
