"""How choices moved between before and after the conversation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import chi2, t

from goedwerk_analysis.responses.choices import Choices
from goedwerk_analysis.summaries.choices import ChoiceSummary

METHOD_VERSION = "shift 1"
FEWEST_FOR_INTERVALS = 50
Z = 1.959963984540054


@dataclass(frozen=True)
class Change:
    """A change with its 95 % interval; the limits are None where they may not be shown."""

    before: float
    after: float
    change: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Shift:
    """What happened between first and second choice, of people who made both.

    Attributes
    ----------
    n_people, n_without : int
        People with both choices, and people left out because one is missing.
    flows : ndarray, shape (n_options, n_options)
        People by first (row) and second (column) choice.
    options : tuple of Change
        Share of each option.
    changed : Change
        Share of people who changed (`before` is 0).
    spread : Change
        Chance that two people choose differently (0 all the same).
    confidence : Change or None
        Mean confidence of people who gave it twice.
    p : float or None
        Test that the shares of all options stayed the same (Stuart-Maxwell).
    inference : bool
        False for a whole team, or below 50 people: then it is a description.
    """

    n_people: int
    n_without: int
    names: tuple[str, ...]
    flows: NDArray[np.int64]
    options: tuple[Change, ...]
    changed: Change
    spread: Change
    confidence: Change | None
    p: float | None
    inference: bool
    method: str = METHOD_VERSION


def shift(data: Choices | ChoiceSummary, *, whole_team: bool = False) -> Shift:
    """Describe how choices moved, with intervals from 50 people of a sample on.

    Keeping one's choice is as good as changing it; nothing here is better or
    worse.

    Parameters
    ----------
    data : Choices or ChoiceSummary
    whole_team : bool
        Everybody took part, so there is nobody to infer about.

    References
    ----------
    Wilson (1927) for the share that changed; Bonett, D. G. & Price, R. M. (2012),
    British Journal of Mathematical and Statistical Psychology 65, 479-488, for
    options; Stuart, A. (1955), Biometrika 42, 412-416.
    """
    summary = data if isinstance(data, ChoiceSummary) else ChoiceSummary.of(data)
    flows = summary.flows[:-1, :-1]
    n = int(flows.sum())
    inference = n >= FEWEST_FOR_INTERVALS and not whole_team
    return Shift(
        n_people=n,
        n_without=summary.n_people - n,
        names=summary.options,
        flows=flows,
        options=tuple(_option(flows, place, inference) for place in range(len(flows))),
        changed=_changed(flows, inference),
        spread=_spread_change(flows, inference),
        confidence=_confidence(summary.confidence, inference),
        p=_stuart_maxwell(flows) if inference else None,
        inference=inference,
    )


def _share(count: float, n: float) -> float:
    return float(count / n) if n else float("nan")


def _option(flows: NDArray[np.int64], place: int, inference: bool) -> Change:
    n, before, after = flows.sum(), flows[place].sum(), flows[:, place].sum()
    joined, left = after - flows[place, place], before - flows[place, place]
    change = _share(joined - left, n)
    if not inference:
        return Change(_share(before, n), _share(after, n), change, None, None)
    one, two = (joined + 1) / (n + 2), (left + 1) / (n + 2)
    reach = Z * np.sqrt((one + two - (one - two) ** 2) / (n + 2))
    low, high = max(-1.0, one - two - reach), min(1.0, one - two + reach)
    return Change(_share(before, n), _share(after, n), change, float(low), float(high))


def _changed(flows: NDArray[np.int64], inference: bool) -> Change:
    n = flows.sum()
    share = _share(n - np.trace(flows), n)
    if not inference:
        return Change(0.0, share, share, None, None)
    middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    reach = Z / (1 + Z**2 / n) * np.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return Change(0.0, share, share, float(middle - reach), float(middle + reach))


def _spreads(flows: NDArray[np.float64]) -> tuple[float, float]:
    """Chance that two different people choose differently, before and after."""
    n = flows.sum()
    if n < 2:
        return float("nan"), float("nan")
    return tuple(float((n**2 - (flows.sum(axis=axis) ** 2).sum()) / (n * (n - 1))) for axis in (1, 0))


def _spread_change(flows: NDArray[np.int64], inference: bool) -> Change:
    before, after = _spreads(flows)
    if not inference:
        return Change(before, after, after - before, None, None)
    # Jackknife: leaving out any one person of a cell changes the same.
    n, left = flows.sum(), []
    for row, column in np.argwhere(flows > 0):
        without = flows.copy()
        without[row, column] -= 1
        one, two = _spreads(without)
        left.append((flows[row, column], two - one))
    counts, values = np.array(left).T
    mean = counts @ values / n
    error = np.sqrt((n - 1) / n * (counts @ (values - mean) ** 2))
    reach = t.ppf(0.975, n - 1) * error
    return Change(before, after, after - before, float(after - before - reach), float(after - before + reach))


def _confidence(sums: NDArray[np.int64], inference: bool) -> Change | None:
    n, first, second, squares, _ = (int(value) for value in sums)
    if n < 2:
        return None
    before, after = first / n, second / n
    change = after - before
    if not inference or n < FEWEST_FOR_INTERVALS:
        return Change(before, after, change, None, None)
    error = np.sqrt(max(squares / n - change**2, 0.0) * n / (n - 1) / n)
    reach = float(t.ppf(0.975, n - 1) * error)
    return Change(before, after, change, change - reach, change + reach)


def _stuart_maxwell(flows: NDArray[np.int64]) -> float:
    used = (flows.sum(axis=0) + flows.sum(axis=1)) > 0
    table = flows[np.ix_(used, used)].astype(float)
    difference = table.sum(axis=1) - table.sum(axis=0)
    covariance = np.diag(table.sum(axis=1) + table.sum(axis=0)) - table - table.T
    rank = int(np.linalg.matrix_rank(covariance))
    if rank == 0:
        return 1.0
    statistic = float(difference @ np.linalg.pinv(covariance, hermitian=True) @ difference)
    return float(chi2.sf(statistic, rank))
