"""The same people, two conditions: what they would want and what now works, or then and now."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

from goedwerk_analysis.comparison import sizes
from goedwerk_analysis.comparison.cells import centred_positions
from goedwerk_analysis.comparison.design import unbiased_square
from goedwerk_analysis.comparison.intervals import Quadratic, as_share, mixed_slope
from goedwerk_analysis.comparison.significance import benjamini_hochberg
from goedwerk_analysis.responses.sorts import Sorts, SortsError

METHOD_VERSION = "fit gap 1"


class NotTheSamePeople(SortsError):
    """Two sets of sorts must be of the same people and the same cards, in the same order."""


@dataclass(frozen=True)
class MovedCard:
    """Mean change of one card in columns, second minus first, with its 95 % interval."""

    card: int
    change: float
    low: float
    high: float
    p: float
    claimed: bool


@dataclass(frozen=True)
class FitGap:
    """How two sorts of the same people differ.

    Attributes
    ----------
    distance : float
        1 minus the mean correlation of a person's two sorts.
    shared : float
        The part that everybody moves alike (G); `low`, `high` its 95 % limits.
    p : float
        From flipping the sign of whole persons.
    moment : float or None
        What laying twice gives without any change, from retests.
    own : float or None
        The rest: each person's own change. Without retests it includes the moment.
    may_be_said : bool
    cards : tuple of MovedCard, largest first
    """

    n_people: int
    distance: float
    shared: float
    low: float | None
    high: float | None
    p: float | None
    moment: float | None
    own: float
    may_be_said: bool
    cards: tuple[MovedCard, ...]
    method: str = METHOD_VERSION


def fit_gap(
    first: Sorts,
    second: Sorts,
    *,
    retests: tuple[Sorts, Sorts] | None = None,
    flips: int = 999,
    seed: int = 1,
    inference: bool = True,
) -> FitGap:
    """Compare two sorts of the same people, row by row.

    Parameters
    ----------
    first, second : Sorts
        Two conditions of instruction, or two linked rounds. Linked people are
        those who stayed: say so.
    retests : pair of Sorts, optional
        The same people twice under the same instruction.
    flips : int
        Random sign flips for the test of the shared change.
    inference : bool
        False describes a whole team.
    """
    _refuse_others(first, second)
    change = centred_positions(second) - centred_positions(first)
    length = float(((first.needed_distribution() - first.needed_distribution().mean()) ** 2).sum())
    n = len(change)
    distance = float((change**2).sum() / n / (2 * length))
    moment = None if retests is None else _moment(*retests)
    enough = n >= sizes.fit_gap_minimum(first.n_cards) and inference
    if n < 3 or not inference:
        mean = change.mean(axis=0)
        shared = float(mean @ mean / (2 * length))
        own = distance - shared - (moment or 0.0)
        return FitGap(n, distance, shared, None, None, None, moment, own, False, _described(mean))
    form, limits = _shared(change, length)
    shared = form.estimate / (2 * length)
    return FitGap(
        n_people=n,
        distance=distance,
        shared=shared,
        low=limits[0],
        high=limits[1],
        p=_flipped(change, flips, seed),
        moment=moment,
        own=distance - shared - (moment or 0.0),
        may_be_said=enough,
        cards=_cards(change, enough),
    )


def more_than_resorting(own_distance: float, retests: tuple[Sorts, Sorts]) -> bool | None:
    """Whether one person's two sorts differ more than laying twice does; None without 20 retests.

    For that person only. It misses nearly all real changes, so never rank people by it.
    """
    if retests[0].n_sorts < sizes.OWN_RETESTS:
        return None
    return bool(own_distance > np.quantile(_distances(*retests), 0.95))


def _refuse_others(first: Sorts, second: Sorts) -> None:
    if first.names != second.names:
        raise NotTheSamePeople("the two sets of sorts are not of the same people in the same order")
    if first.cards != second.cards:
        raise NotTheSamePeople("the two sets of sorts are not of the same cards in the same order")


def _distances(first: Sorts, second: Sorts) -> NDArray[np.float64]:
    one, two = centred_positions(first), centred_positions(second)
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(two, axis=1)
    return 1 - (one * two).sum(axis=1) / lengths


def _moment(first: Sorts, second: Sorts) -> float:
    _refuse_others(first, second)
    return float(_distances(first, second).mean())


def _shared(change: NDArray[np.float64], length: float) -> tuple[Quadratic, tuple[float, float]]:
    n, mean = len(change), change.mean(axis=0)
    covariance = np.cov(change, rowvar=False)
    spread, square = float(np.trace(covariance)), unbiased_square(covariance, n - 1)
    bias, value = spread / n, float(mean @ mean)
    constant = 2 * square / n**2 + 2 * square / n**2 / (n - 1)
    estimate = value - bias
    seen = float(mean @ covariance @ mean) / n
    slope = mixed_slope(
        chance=4 * square / (n * max(spread, 1e-300)),
        observed=4 * (seen - square / n**2) / estimate if estimate > 0 else 0.0,
        estimate=estimate,
        constant=constant,
        free=n - 1,
    )
    form = Quadratic(value, bias, constant, slope)
    if constant <= 0:
        return form, (estimate / (2 * length),) * 2
    return form, as_share(form.limits(), estimate, 2 * length)


def _flipped(change: NDArray[np.float64], flips: int, seed: int) -> float:
    signs = np.random.default_rng(seed).choice([-1.0, 1.0], size=(flips, len(change)))
    observed = (change.sum(axis=0) ** 2).sum()
    as_large = (((signs @ change) ** 2).sum(axis=1) >= observed * (1 - 1e-12)).sum()
    return float((as_large + 1) / (flips + 1))


def _cards(change: NDArray[np.float64], enough: bool) -> tuple[MovedCard, ...]:
    n, mean = len(change), change.mean(axis=0)
    variance = change.var(axis=0, ddof=1)
    error = np.sqrt((variance + variance.mean()) / 2 / n)
    ratio = np.divide(np.abs(mean), error, out=np.zeros_like(mean), where=error > 0)
    p = 2 * t.sf(ratio, n - 1)
    reach = t.ppf(0.975, n - 1) * error
    claimed = benjamini_hochberg(p) & enough
    return tuple(
        MovedCard(
            int(card),
            float(mean[card]),
            float(mean[card] - reach[card]),
            float(mean[card] + reach[card]),
            float(p[card]),
            bool(claimed[card]),
        )
        for card in np.argsort(-np.abs(mean), kind="stable")
    )


def _described(mean: NDArray[np.float64]) -> tuple[MovedCard, ...]:
    nothing = float("nan")
    order = np.argsort(-np.abs(mean), kind="stable")
    return tuple(MovedCard(int(card), float(mean[card]), nothing, nothing, nothing, False) for card in order)
