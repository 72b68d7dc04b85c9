"""Which statement comes next for whom. The same person at the same point gets the same one, and nobody can tell why.

In a small group the next statement is drawn by chance alone, so that its coming tells nothing of what others voted.
From fifty people on the engine draws: new statements, and those we are least sure of, come somewhat sooner.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import sha256

import numpy as np

from goedwerk.conversations import tallies
from goedwerk.dialogues.models import Participation, Step
from goedwerk.dialogues.queries import people_in
from goedwerk_analysis.opinions.routing import Route, weights

LARGE = 50


def next_statement(
    ballot: Step, participation: Participation, *, keys: Sequence[str], voted: Collection[str]
) -> str | None:
    """A statement of the pool that this person has not voted on; None when there is none left."""
    done = {column for column, key in enumerate(keys) if key in voted}
    if len(done) == len(keys):
        return None
    column = route(ballot, keys).next(done, seed=seed_of(ballot, participation, len(voted)))
    return None if column is None else keys[column]


def route(ballot: Step, keys: Sequence[str]) -> Route:
    if people_in(ballot.round.dialogue) < LARGE:
        return Route.of(np.ones(len(keys)))
    known = tallies.of(ballot)
    return Route.of(weights(np.array([known.get(key, (0, 0, 0)) for key in keys], dtype=np.int64).T))


def seed_of(ballot: Step, participation: Participation, number: int) -> int:
    return int.from_bytes(sha256(f"{ballot.pk} {participation.pk} {number}".encode()).digest()[:8])
