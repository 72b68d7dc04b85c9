"""What was erased, written down outside the database: an older copy that is put back is cleaned with it.

One file in the data folder. A line holds a random key, and for what organisers erase the day; nothing of what was
erased. Lines stand in the order of their random keys, and the file carries no time, so that it does not tell who
stopped first.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection

log = logging.getLogger("goedwerk.erasure")
DIALOGUE, ROUND, PASSAGE, PARTICIPATION = WHAT = ("dialogue", "round", "passage", "participation")
# A number of our own, by which processes on one PostgreSQL wait for each other.
TURN = 7_302_019
NO_TIME = (0, 0)


class LedgerDamaged(Exception):
    """A line that cannot be read: what it says would come back without anybody noticing."""


@dataclass(frozen=True)
class Erased:
    what: str
    id: str
    # Empty for what a participant erased.
    on: str = ""


def ledger_file() -> Path:
    return settings.DATA_FOLDER / "erased.jsonl"


def note(*erased: Erased) -> None:
    """Write down what this transaction erases. Whatever cannot be written down is erased all the same."""
    wait_for_turn()
    try:
        write({*entries(), *erased})
    except OSError as error:
        log.error("Erased, but not written down in %s (%s): a backup could bring it back", ledger_file().name, error)  # noqa: TRY400


def wait_for_turn() -> None:
    """One process at a time. On SQLite the transaction itself sees to that."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


def write(lines: Iterable[Erased]) -> None:
    """Put the file in its place whole, or not at all."""
    path = ledger_file()
    text = "".join(sorted(line_of(each) + "\n" for each in lines))
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix="erased-")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.utime(draft, NO_TIME)
    os.replace(draft, path)


def line_of(erased: Erased) -> str:
    return json.dumps({name: value for name, value in sorted(asdict(erased).items(), key=first_id) if value})


def first_id(pair: tuple[str, str]) -> bool:
    return pair[0] != "id"


def entries() -> set[Erased]:
    try:
        lines = ledger_file().read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return set()
    return {read(number, line) for number, line in enumerate(lines, start=1) if line.strip()}


def read(number: int, line: str) -> Erased:
    try:
        erased = Erased(**json.loads(line))
        UUID(erased.id)
        WHAT.index(erased.what)
    except (ValueError, TypeError, AttributeError) as error:
        raise LedgerDamaged(f"{ledger_file()}, line {number} cannot be read: {line[:80]!r}. Mend it.") from error
    return erased


def keys_of(what: str) -> list[UUID]:
    return [UUID(erased.id) for erased in entries() if erased.what == what]
