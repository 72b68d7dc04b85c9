"""Light alternatives to a full sort: compare two cards, or name best and worst of a few.

Strengths are on a log scale with mean 0: a card one unit stronger wins 73 of
100 comparisons. All fits are regularised, so a card that always won has a
finite strength.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, logsumexp

from goedwerk_analysis.summaries.pairs import PairsError, PairSummary


@dataclass(frozen=True)
class Ranking:
    """Strength of each card with its 95 % limits.

    Attributes
    ----------
    strength, low, high : ndarray, shape (n_cards,)
        Log scale, mean 0.
    order : tuple of int
        Cards, strongest first.
    n_comparisons : int
    connected : bool
        Whether every card was compared, directly or through others, with every
        other; if not, only the regularisation ties them together.
    """

    strength: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    order: tuple[int, ...]
    n_comparisons: int
    connected: bool


def bradley_terry(summary: PairSummary, *, prior: float = 1.0) -> Ranking:
    """Rank cards from pairwise (or best-worst) comparisons.

    Parameters
    ----------
    summary : PairSummary
    prior : float
        Weight of a normal prior with variance ``1 / prior`` on each strength.
        Limits follow from the curvature at the maximum; people who answer many
        questions make them somewhat too narrow.

    Raises
    ------
    PairsError
        Without any comparison, or when `prior` is not above 0.

    References
    ----------
    Bradley, R. A. & Terry, M. E. (1952), Biometrika 39, 324-345.

    Examples
    --------
    >>> votes = PairSummary.empty(["law", "care"]).with_pairs([(1, 0)] * 3)
    >>> bradley_terry(votes).order
    (1, 0)
    """
    wins = summary.wins.astype(float)
    _refuse_nothing(wins.sum(), prior)
    strength = np.zeros(len(wins))
    for _ in range(100):
        gradient, curvature = _bradley_terry_slopes(strength, wins, prior)
        step = np.linalg.solve(curvature, gradient)
        strength = strength + step / max(1.0, np.abs(step).max())
        if np.abs(step).max() < 1e-12:
            break
    return _ranking(strength, np.linalg.inv(curvature), int(wins.sum()), _connected(wins))


def plackett_luce(rankings: Sequence[Sequence[int]], n_cards: int, *, prior: float = 1.0) -> Ranking:
    """Rank cards from full or partial rankings, each strongest first.

    A ranking of some cards says nothing about cards that were not shown.

    References
    ----------
    Plackett, R. L. (1975), Applied Statistics 24, 193-202; Hunter, D. R. (2004),
    Annals of Statistics 32, 384-406.
    """
    _refuse_rankings(rankings, n_cards)
    _refuse_nothing(sum(len(ranking) - 1 for ranking in rankings), prior)
    stages = _stages(rankings)

    def loss(strength: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value, slope = prior / 2 * float(strength @ strength), prior * strength
        for left in stages:
            likely = logsumexp(strength[left], axis=1)
            value += float((likely - strength[left[:, 0]]).sum())
            np.add.at(slope, left, np.exp(strength[left] - likely[:, None]))
            np.subtract.at(slope, left[:, 0], 1)
        return value, slope

    found = minimize(loss, np.zeros(n_cards), jac=True, method="L-BFGS-B", options={"ftol": 1e-14, "gtol": 1e-9})
    covariance = np.linalg.inv(_plackett_luce_curvature(found.x, stages, prior))
    count = sum(len(left) for left in stages)
    return _ranking(found.x, covariance, count, _connected(_stage_wins(stages, n_cards)))


def best_minus_worst(summary: PairSummary) -> NDArray[np.float64]:
    """Times best minus times worst, as a share of times shown; NaN for a card never shown."""
    best, worst, shown = summary.best_worst
    return np.divide(best - worst, shown, out=np.full(len(shown), np.nan), where=shown > 0)


def _refuse_nothing(comparisons: float, prior: float) -> None:
    if comparisons < 1:
        raise PairsError("nothing was compared, so nothing can be ranked")
    if prior <= 0:
        raise PairsError(f"prior must be above 0, got {prior}")


def _refuse_rankings(rankings: Sequence[Sequence[int]], n_cards: int) -> None:
    for ranking in rankings:
        if len(set(ranking)) != len(ranking) or any(not 0 <= card < n_cards for card in ranking):
            raise PairsError(f"a ranking must hold different cards below {n_cards}, got {list(ranking)}")


def _bradley_terry_slopes(
    strength: NDArray[np.float64], wins: NDArray[np.float64], prior: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    chance = expit(strength[:, None] - strength[None, :])
    met = wins + wins.T
    gradient = (wins - met * chance).sum(axis=1) - prior * strength
    shared = met * chance * (1 - chance)
    return gradient, np.diag(shared.sum(axis=1) + prior) - shared


def _stages(rankings: Sequence[Sequence[int]]) -> list[NDArray[np.int64]]:
    """Cards still to be chosen from, the chosen one first; one table per number of cards left."""
    by_size: dict[int, list[Sequence[int]]] = {}
    for ranking in rankings:
        for place in range(len(ranking) - 1):
            by_size.setdefault(len(ranking) - place, []).append(ranking[place:])
    return [np.array(rows, dtype=np.int64) for rows in by_size.values()]


def _plackett_luce_curvature(
    strength: NDArray[np.float64], stages: Sequence[NDArray[np.int64]], prior: float
) -> NDArray[np.float64]:
    curvature = prior * np.eye(len(strength))
    for left in stages:
        chance = np.exp(strength[left] - logsumexp(strength[left], axis=1)[:, None])
        np.add.at(curvature, (left, left), chance)
        np.add.at(curvature, (left[:, :, None], left[:, None, :]), -chance[:, :, None] * chance[:, None, :])
    return curvature


def _stage_wins(stages: Sequence[NDArray[np.int64]], n_cards: int) -> NDArray[np.float64]:
    wins = np.zeros((n_cards, n_cards))
    for left in stages:
        np.add.at(wins, (left[:, :1], left[:, 1:]), 1)
    return wins


def _connected(wins: NDArray[np.float64]) -> bool:
    met = (wins + wins.T > 0) | np.eye(len(wins), dtype=bool)
    reached = met[0]
    for _ in range(len(wins)):
        reached = met[reached].any(axis=0)
    return bool(reached.all())


def _ranking(
    strength: NDArray[np.float64], covariance: NDArray[np.float64], n_comparisons: int, connected: bool
) -> Ranking:
    centred = strength - strength.mean()
    middle = np.eye(len(strength)) - 1 / len(strength)
    reach = 1.96 * np.sqrt(np.diag(middle @ covariance @ middle))
    order = tuple(int(card) for card in np.argsort(-centred, kind="stable"))
    return Ranking(centred, centred - reach, centred + reach, order, n_comparisons, connected)
