"""Votes on statements: each statement is one question with agree, disagree and no answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from goedwerk_analysis.counts import VoteCounts
from goedwerk_analysis.disclosure.choice import release_choice
from goedwerk_analysis.disclosure.rounds import Earlier
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP
from goedwerk_analysis.released import VotePicture, Withheld


def release_votes(
    counts: VoteCounts, *, earlier: Sequence[Earlier] = (), only: Collection[str] | None = None
) -> VotePicture | Withheld:
    """Per statement only what one question of this group may show, and no table of two statements, ever.

    `earlier` are the pictures of earlier votes. Statements are recognised by their key, so that one that was added
    since is a new question. `only` are the statements that a landscape of the same votes names; of the others nothing
    is told, for the more statements a picture tells, the easier somebody with all votes of a person sees them in it.
    """
    if counts.people < SMALLEST_GROUP:
        return Withheld("few")
    shown = [past for past in earlier if isinstance(past.picture, VotePicture)]
    each = zip(counts.statements, counts.per_statement(), strict=True)
    pictures = {
        key: release_choice(
            votes, earlier=[of_statement(past, key) for past in shown if key in past.picture.statements]
        )
        for key, votes in each
        if only is None or key in only
    }
    return VotePicture(counts.people, tuple(pictures), tuple(pictures.values()))


def of_statement(past: Earlier, key: str) -> Earlier:
    return Earlier(dict(past.picture.rows)[key], past.joined, past.left)
