"""Votes as counts for the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from goedwerk.conversations.landscape import Sheet, find_landscape
from goedwerk.conversations.names import LANDSCAPE, VOTES
from goedwerk_analysis.counts import LandscapeFound, VoteCounts


def count_votes(
    statements: Sequence[str], answers: Sequence[Sheet | None]
) -> Mapping[str, LandscapeFound | VoteCounts]:
    """The votes together, by name. The landscape comes first: what it names is what is told of single statements.

    `statements` are the keys of what could be voted on, in the order in which they are shown. `answers` holds one sheet
    per person; None, or an empty sheet, for who did not vote.
    """
    each = VoteCounts.of(statements, (sheet or {} for sheet in answers), people=len(answers))
    return {LANDSCAPE: find_landscape(statements, answers), VOTES: each}
