"""The votes on the statements that a landscape names, told of each by itself.

Nobody is exposed for certain by them; but shares are information about everybody, and the more statements are told the
more of it. So of the others nothing is told, and what these tell is measured, not held under the bound.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from attack.membership import StatisticalPicture
from attack.statistical import landscape
from attack.statistical.landscape import Column, World
from goedwerk_analysis.counts import VoteCounts
from goedwerk_analysis.disclosure import release_votes
from goedwerk_analysis.released import LandscapePicture, VotePicture, Withheld


def release(rows: NDArray) -> VotePicture | Withheld:
    shown = landscape.release(rows)
    named = shown.named if isinstance(shown, LandscapePicture) else None
    sheets = [landscape.sheet_of(row) for row in rows]
    return release_votes(VoteCounts.of(landscape.names(), sheets, len(rows)), only=named)


def score(picture: VotePicture, rows: NDArray, world: World) -> Column:
    found = np.zeros(len(rows))
    for key, shown in picture.rows:
        known, given = (answers(table[:, int(key)]) for table in (world.known, rows))
        found += landscape.by_choice(shown, known, given)
    return found


def answers(column: Column) -> NDArray:
    return np.array([{1.0: "agree", -1.0: "disagree"}.get(vote) for vote in column], dtype=object)


NAME = "votes on named statements"
PICTURE = StatisticalPicture(
    NAME, landscape.draw, release, score, sizes=landscape.PICTURE.sizes, groups=60, is_bound=False
)
