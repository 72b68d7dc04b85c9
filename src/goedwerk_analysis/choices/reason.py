"""The deliberative reason index: do people who weigh alike also prefer alike?

It says how far agreement on considerations goes together with agreement on
preferences. It does not say that anybody reasons better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import rankdata, t, wilcoxon

METHOD_VERSION = "deliberative reason index 1"
FEWEST = 8
WEAK = 0.2
AT_ONCE = 2_000_000
Form = Literal["adjusted", "original"]


class ReasonError(ValueError):
    """The considerations or preferences cannot be compared."""


class TooFewForReason(ReasonError):
    """Fewer than eight people: the index would say more about chance than about them."""


@dataclass(frozen=True)
class Reason:
    """The index of one group at one moment, from -1 (original: -3) to 1.

    Attributes
    ----------
    index : float
    low, high : float
        95 % limits from a jackknife over people.
    p : float or None
        Share of shuffles of preferences over people with an index at least as
        high, (b + 1) / (m + 1).
    individual : ndarray, shape (n_people,)
        Mean over the pairs of each person. For research on all people together,
        never to be shown per person.
    considerations, preferences : ndarray, shape (n_people, n_people)
        Spearman correlations; NaN where somebody gave all the same answers.
    n_pairs, n_pairs_undefined : int
    """

    form: Form
    n_people: int
    index: float
    low: float
    high: float
    p: float | None
    individual: NDArray[np.float64]
    considerations: NDArray[np.float64]
    preferences: NDArray[np.float64]
    n_pairs: int
    n_pairs_undefined: int
    method: str = METHOD_VERSION


@dataclass(frozen=True)
class ReasonChange:
    """Second minus first index of the same people.

    `p` is one-sided, from a paired Wilcoxon test on the individual indices;
    these depend on each other, so take it as a sign only. The limits are a
    jackknife over people.
    """

    first: Reason
    second: Reason
    change: float
    low: float
    high: float
    p: float


def deliberative_reason(
    considerations: ArrayLike,
    preferences: ArrayLike,
    *,
    form: Form = "adjusted",
    permutations: int = 0,
    seed: int = 1,
) -> Reason:
    """Compute the deliberative reason index.

    Parameters
    ----------
    considerations : array_like, shape (n_people, n_considerations)
        Ratings or a sort.
    preferences : array_like, shape (n_people, n_preferences)
        Ranks of policies or options. Columns that nobody answered are left out.
    form : {"adjusted", "original"}
        "adjusted" gives less weight to pairs in which both correlations are weak.
    permutations : int
        Shuffles of preferences over people.

    Raises
    ------
    TooFewForReason
        Below 8 people.
    ReasonError
        If rows do not match or answers are missing.

    References
    ----------
    Niemeyer, S. & Veri, F. (2022), in: Research Methods in Deliberative
    Democracy, ch. 7. Same results as the R package deliberr 0.1.0.
    """
    views, wishes = _answers(considerations, preferences)
    alike_views, alike_wishes = _rank_correlations(views), _rank_correlations(wishes)
    pairs = _pair_scores(alike_views, alike_wishes, form)
    index, low, high = _with_limits(pairs)
    off = ~np.eye(len(pairs), dtype=bool)
    undefined = int(np.isnan(pairs[off]).sum() // 2)
    return Reason(
        form=form,
        n_people=len(pairs),
        index=index,
        low=low,
        high=high,
        p=_permuted(alike_views, alike_wishes, index, form, permutations, seed) if permutations else None,
        individual=_individual(pairs),
        considerations=alike_views,
        preferences=alike_wishes,
        n_pairs=len(pairs) * (len(pairs) - 1) // 2,
        n_pairs_undefined=undefined,
    )


def reason_change(first: Reason, second: Reason) -> ReasonChange:
    """Compare the index of the same people at two moments."""
    if first.n_people != second.n_people or first.form != second.form:
        raise ReasonError("first and second must be of the same people and the same form")
    pairs = [_pair_scores(part.considerations, part.preferences, part.form) for part in (first, second)]
    left = _leave_one_out(pairs[1]) - _leave_one_out(pairs[0])
    change = second.index - first.index
    low, high = _jackknife(change, left)
    p = float(wilcoxon(second.individual, first.individual, alternative="greater").pvalue)
    return ReasonChange(first, second, change, low, high, p)


def _answers(considerations: ArrayLike, preferences: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    views, wishes = (np.asarray(answers, dtype=float) for answers in (considerations, preferences))
    if views.ndim != 2 or wishes.ndim != 2 or len(views) != len(wishes):
        raise ReasonError(f"need one row per person in both, got shapes {views.shape} and {wishes.shape}")
    if len(views) < FEWEST:
        raise TooFewForReason(f"the index needs at least {FEWEST} people, got {len(views)}")
    views, wishes = (answers[:, ~np.isnan(answers).all(axis=0)] for answers in (views, wishes))
    for name, answers in (("considerations", views), ("preferences", wishes)):
        if answers.shape[1] < 2 or np.isnan(answers).any():
            raise ReasonError(f"{name} need two or more columns without missing answers; leave those people out")
    return views, wishes


def _rank_correlations(answers: NDArray[np.float64]) -> NDArray[np.float64]:
    ranks = rankdata(answers, axis=1)
    centred = ranks - ranks.mean(axis=1, keepdims=True)
    length = np.linalg.norm(centred, axis=1, keepdims=True)
    unit = np.divide(centred, length, out=np.full_like(centred, np.nan), where=length > 0)
    return np.clip(unit @ unit.T, -1, 1)


def _pair_scores(views: NDArray[np.float64], wishes: NDArray[np.float64], form: Form) -> NDArray[np.float64]:
    """What each pair adds: the index is the mean over pairs. The last two axes are people."""
    gap = np.abs(views - wishes)
    if form == "original":
        return 1 - 2 * gap
    strength = np.minimum(1, np.maximum(np.abs(views), np.abs(wishes)) / WEAK)
    return 1 - 2 * np.sqrt(2) * (1 - (1 - gap / np.sqrt(2)) * strength)


def _pair_mean(pairs: NDArray[np.float64]) -> float:
    return float(np.nanmean(pairs[np.triu_indices(len(pairs), 1)]))


def _individual(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    others = pairs.copy()
    np.fill_diagonal(others, np.nan)
    known = (~np.isnan(others)).sum(axis=1)
    return np.divide(np.nansum(others, axis=1), known, out=np.full(len(others), np.nan), where=known > 0)


def _leave_one_out(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    others = pairs.copy()
    np.fill_diagonal(others, np.nan)
    total, known = np.nansum(others), (~np.isnan(others)).sum()
    own, own_known = np.nansum(others, axis=1), (~np.isnan(others)).sum(axis=1)
    return (total - 2 * own) / (known - 2 * own_known)


def _with_limits(pairs: NDArray[np.float64]) -> tuple[float, float, float]:
    index = _pair_mean(pairs)
    return index, *_jackknife(index, _leave_one_out(pairs))


def _jackknife(estimate: float, left: NDArray[np.float64]) -> tuple[float, float]:
    n = len(left)
    error = np.sqrt((n - 1) / n * ((left - left.mean()) ** 2).sum())
    reach = float(t.ppf(0.975, n - 1) * error)
    return estimate - reach, estimate + reach


def _permuted(
    views: NDArray[np.float64], wishes: NDArray[np.float64], index: float, form: Form, permutations: int, seed: int
) -> float:
    rows, columns = np.triu_indices(len(views), 1)
    own = views[rows, columns]
    as_high = sum(
        int(
            (
                np.nanmean(_pair_scores(own, wishes[order[:, rows], order[:, columns]], form), axis=1) >= index - 1e-12
            ).sum()
        )
        for order in _orders(len(views), permutations, seed)
    )
    return (as_high + 1) / (permutations + 1)


def _orders(n_people: int, permutations: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """Shuffled people in blocks that fit in memory."""
    random = np.random.default_rng(seed)
    block = max(1, AT_ONCE // n_people**2)
    for start in range(0, permutations, block):
        count = min(block, permutations - start)
        yield random.permuted(np.tile(np.arange(n_people), (count, 1)), axis=1)
