"""Which statement to show next to whom: where we are least sure, and fair to new statements.

Every statement gets a weight: how much one more vote would narrow what we do
not know. A statement with few votes weighs most, so new ones soon catch up; one
whose answer differs along the lines weighs more than one that all answer
alike. Who passes much on a statement tells that it is not clear, so passes make
it weigh less, never nothing. The next statement is drawn by weight among those
the person has not voted on; the same seed gives the same draw.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEW = 20  # votes after which a statement is no longer new
NEW_WEIGHT = 4.0  # a statement without votes weighs this many times as much as one no longer new
LEAST = 0.02  # of the mean weight: every open statement keeps a chance


@dataclass(frozen=True, eq=False)
class Route:
    """Weights of statements, ready to draw from in constant time per draw.

    Parameters
    ----------
    weights : ndarray, shape (n_statements,)
        Not negative; 0 for statements that are never shown.
    """

    weights: NDArray[np.float64]
    running: NDArray[np.float64]

    @classmethod
    def of(cls, weights: NDArray[np.float64]) -> Route:
        return cls(weights, np.cumsum(weights))

    def next(self, voted: set[int], *, seed: int) -> int | None:
        """Column of a statement this person has not voted on, or None when there is none left.

        Most draws hit an open statement at once; after a few misses the rest is looked through.
        """
        total = float(self.running[-1]) if len(self.running) else 0.0
        if total <= 0:
            return None
        state = seed & MASK
        for _ in range(TRIES):
            state, share = splitmix(state)
            column = int(self.running.searchsorted(share * total, side="right"))
            if column < len(self.running) and column not in voted and self.weights[column] > 0:
                return column
        return self._among_rest(voted, splitmix(state)[1])

    def _among_rest(self, voted: set[int], share: float) -> int | None:
        rest = self.weights.copy()
        rest[[column for column in voted if column < len(rest)]] = 0
        running = np.cumsum(rest)
        if not len(running) or running[-1] <= 0:
            return None
        return int(min(running.searchsorted(share * running[-1], side="right"), np.flatnonzero(rest)[-1]))


TRIES = 8
MASK = (1 << 64) - 1


def splitmix(state: int) -> tuple[int, float]:
    """Next state and a share in [0, 1): SplitMix64, tiny and the same on every machine (Steele et al., 2014)."""
    state = (state + 0x9E3779B97F4A7C15) & MASK
    mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
    return state, ((mixed ^ (mixed >> 31)) >> 11) / (1 << 53)


def weights(
    tallies: NDArray[np.int64], *, strength: NDArray[np.float64] | None = None, shown: NDArray[np.bool_] | None = None
) -> NDArray[np.float64]:
    """Weight of each statement, shape (n_statements,), from its votes alone or with its part in the lines.

    Parameters
    ----------
    tallies : ndarray, shape (3, n_statements)
        How many disagreed, passed and agreed: `Votes.tallies`.
    strength : ndarray, optional
        Part of each statement in the lines of difference, 0 or more: the sum of squared loadings.
    shown : ndarray of bool, optional
        False for statements that may not be shown, such as rejected ones.
    """
    disagree, passed, agree = tallies + 0.5
    seen = disagree + passed + agree
    unsure = np.sqrt(agree * (seen - agree)) / seen**1.5  # standard error of the share that agrees
    clear = 1 - passed / seen
    weight = (unsure / unsure.mean()) * (0.25 + clear) * (1 + newness(tallies.sum(axis=0)))
    if strength is not None and strength.max() > 0:
        weight *= 1 + strength / strength.max()
    weight = np.maximum(weight, LEAST * weight.mean())
    return weight if shown is None else np.where(shown, weight, 0.0)


def newness(seen: NDArray[np.int64]) -> NDArray[np.float64]:
    return NEW_WEIGHT * np.maximum(1 - seen / FEW, 0)
