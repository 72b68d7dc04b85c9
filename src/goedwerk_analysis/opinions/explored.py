"""What an exploration of votes found, before it is told: the parts that `telling` reads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.opinions import common_ground as ground
from goedwerk_analysis.opinions import groups
from goedwerk_analysis.opinions.factors import Scores
from goedwerk_analysis.opinions.lines import Lines
from goedwerk_analysis.responses.votes import Votes


@dataclass(frozen=True, eq=False)
class Explored:
    """Everything found, as arrays in the order of people and statements of `votes`.

    `lines`, `scores` (on the readable axes, for everybody) and `verdict` are
    None when there is too little to find lines. `membership` holds a
    probability per group for everybody, shape (n_participants, k).
    """

    votes: Votes
    outcome: str
    reason: str
    askable: NDArray[np.bool_]
    usable: NDArray[np.bool_]
    agreement: ground.Ground | ground.Plain
    seed: int
    n_fit: int
    land: groups.Landscape | None = None
    lines: Lines | None = None
    scores: Scores | None = None
    verdict: groups.GroupVerdict | None = None
    membership: NDArray[np.float64] | None = None
