"""A whole team: everybody took part, so it is described and nothing is inferred."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison.cells import centred_positions
from goedwerk_analysis.comparison.common import agreement
from goedwerk_analysis.responses.sorts import Sorts


@dataclass(frozen=True)
class Team:
    """What this team laid, without interval or p-value: there is nobody else to infer about.

    Attributes
    ----------
    agreement : float
        Mean correlation over all pairs.
    mean, spread, high_share : ndarray, shape (n_cards,)
        Mean position from the middle, standard deviation, share with a high place.
    majority_high, majority_low : tuple of int
        Cards that more than half placed above, or below, the middle column.
    """

    n_people: int
    agreement: float
    mean: NDArray[np.float64]
    spread: NDArray[np.float64]
    high_share: NDArray[np.float64]
    majority_high: tuple[int, ...]
    majority_low: tuple[int, ...]


def describe_team(sorts: Sorts) -> Team:
    """Describe the sorts of a whole team."""
    sorts.at_least(2, "a team")
    positions = centred_positions(sorts)
    middle = np.median(sorts.needed_distribution())
    high, low = sorts.positions >= middle + 1, sorts.positions <= middle - 1
    length = float((positions[0] ** 2).sum())
    return Team(
        sorts.n_sorts,
        agreement(positions.sum(axis=0), sorts.n_sorts, length),
        positions.mean(axis=0),
        positions.std(axis=0),
        high.mean(axis=0),
        _majority(high),
        _majority(low),
    )


def _majority(chosen: NDArray[np.bool_]) -> tuple[int, ...]:
    share = chosen.mean(axis=0)
    order = np.argsort(-share, kind="stable")
    return tuple(int(card) for card in order if share[card] > 0.5)
