"""The same counts by compiled loops, when Numba is installed and there are people enough.

One 64-bit word holds four signed 16-bit counters (both, signed both ways,
product), so a pair of votes costs one addition. Counters are emptied into the
tables before they can overflow. Tables are worked on in tiles that fit a
processor's second-level cache.
"""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.votes import Votes

AVAILABLE = find_spec("numba") is not None
ENOUGH_PEOPLE = 2000  # below it compiling costs more than it saves
DENSE_SHARE = 0.2  # above it blocks of matrix products are faster
SPILL = 32_000
TILE = 334

both_lane, signed_lane, mirror_lane, product_lane = (np.int64(1) << np.int64(16 * lane) for lane in range(4))


def worth_it(votes: Votes) -> bool:
    cells = votes.n_participants * votes.n_statements
    return AVAILABLE and votes.n_participants >= ENOUGH_PEOPLE and votes.n_votes <= DENSE_SHARE * cells


def pair_counts(votes: Votes) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Sums of products over people: ``both``, ``signed``, ``product`` of `VoteCounts`."""
    from numba import get_num_threads

    from goedwerk_analysis.summaries.votes_compiled import count_pairs  # compiles on first use

    edges = np.append(np.arange(0, votes.n_statements, TILE), votes.n_statements)
    words = pair_words()
    runs = min(get_num_threads(), max(votes.n_participants // 4096, 1))
    both, signed, product = np.zeros((3, votes.n_statements, votes.n_statements), dtype=np.int64)
    count_pairs(votes.starts, votes.columns, votes.values, edges, words, SPILL, runs, both, signed, product)
    return mirrored(both), signed, mirrored(product)


def pair_words() -> NDArray[np.int64]:
    """What a pair of votes adds to the four counters, by the two votes plus one."""
    first, second = np.meshgrid([-1, 0, 1], [-1, 0, 1], indexing="ij")
    lanes = both_lane + first * signed_lane + second * mirror_lane + first * second * product_lane
    return lanes.astype(np.int64)


def mirrored(upper: NDArray[np.int64]) -> NDArray[np.int64]:
    return upper + np.triu(upper, 1).T
