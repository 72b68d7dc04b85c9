"""The same counts by compiled loops, when Numba is installed and there are people enough.

For every statement its voters' later votes are counted, so that the counters in use
fit a processor's first cache. One 64-bit word holds three of them: a pair of votes
costs one addition.
"""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.votes import Votes

AVAILABLE = find_spec("numba") is not None
ENOUGH_PEOPLE = 2000  # below it compiling costs more than it saves
DENSE_SHARE = 0.2  # above it blocks of matrix products are faster
BLOCK = 8192  # people at a time: their votes stay in the second cache


def worth_it(votes: Votes) -> bool:
    cells = votes.n_participants * votes.n_statements
    return AVAILABLE and votes.n_participants >= ENOUGH_PEOPLE and votes.n_votes <= DENSE_SHARE * cells


def pair_counts(votes: Votes) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Sums of products over people: ``both``, ``signed``, ``product`` of `VoteCounts`."""
    from goedwerk_analysis.summaries.votes_compiled import count_pairs  # compiles on first use

    both, signed, product = np.zeros((3, votes.n_statements, votes.n_statements), dtype=np.int64)
    count_pairs(votes.starts, votes.columns, votes.values, BLOCK, both, signed, product)
    return mirrored(both), signed, mirrored(product)


def mirrored(upper: NDArray[np.int64]) -> NDArray[np.int64]:
    return upper + np.triu(upper, 1).T
