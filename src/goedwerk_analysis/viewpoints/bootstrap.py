"""Would the viewpoints come back if other people had taken part?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg.lapack import dsyevr

from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.viewpoints.alignment import align, congruence
from goedwerk_analysis.viewpoints.arrays import MOST_EXPLAINED, factor_arrays
from goedwerk_analysis.viewpoints.bipolar import Ends
from goedwerk_analysis.viewpoints.correlation import Method, unit_sorts
from goedwerk_analysis.viewpoints.moments import varimax_turns
from goedwerk_analysis.viewpoints.rotate import Turn, turn_by_hand

ALIKE = 0.85
STEPS_AT_ONCE = 200
LOADINGS_AT_ONCE = 2_000_000
LARGEST_PRODUCT_TABLE = 25_000_000


@dataclass(frozen=True)
class Steps:
    """What each bootstrap step found, aligned with the viewpoints of all people.

    Shapes: `loadings` (n_steps, n_sorts, n_viewpoints), of everybody, drawn or
    not; `scores` (n_steps, n_cards, n_viewpoints); `flags` like `loadings`;
    `congruence` (n_steps, n_viewpoints).
    """

    loadings: NDArray[np.float64]
    scores: NDArray[np.float64]
    flags: NDArray[np.bool_]
    congruence: NDArray[np.float64]


@dataclass(frozen=True)
class Stability:
    """How steady each viewpoint is when people are drawn anew.

    Attributes
    ----------
    n_steps : int
    unsteady : ndarray, shape (n_viewpoints,)
        Share of steps in which the viewpoint's loadings had a Tucker congruence
        under .85 with the loadings of all people.
    portrait : ndarray of bool, shape (n_viewpoints,)
        Whether the viewpoint may be portrayed: steady in at least `required`.
    required : float
    score_low, score_high : ndarray, shape (n_cards, n_viewpoints)
        95 % limits of the card scores.
    array_low, array_high : ndarray, shape (n_cards, n_viewpoints)
        95 % limits of the column of each card.
    flag_share : ndarray, shape (n_sorts, n_viewpoints)
        Of the steps that drew the sort, the share in which it defined the viewpoint.
    """

    n_steps: int
    unsteady: NDArray[np.float64]
    portrait: NDArray[np.bool_]
    required: float
    score_low: NDArray[np.float64]
    score_high: NDArray[np.float64]
    array_low: NDArray[np.float64]
    array_high: NDArray[np.float64]
    flag_share: NDArray[np.float64]


def balanced_resamples(n_sorts: int, n_steps: int, seed: int) -> NDArray[np.int64]:
    """Draw people with replacement so that everybody is drawn equally often in all.

    Returns
    -------
    ndarray, shape (n_steps, n_sorts)
        Rows of sorts, from 0.
    """
    everybody = np.tile(np.arange(n_sorts), n_steps)
    return np.random.default_rng(seed).permutation(everybody).reshape(n_steps, n_sorts)


def bootstrap(
    sorts: Sorts,
    loadings: NDArray[np.float64],
    *,
    n_steps: int = 1000,
    seed: int = 1,
    required: float = 0.80,
    method: Method = "pearson",
    turns: Sequence[Turn] = (),
    ends: Ends | None = None,
) -> Stability:
    """Draw people anew, find the viewpoints again, and say how far they hold.

    Each step repeats principal components (also where `loadings` are centroids),
    varimax to convergence, flags by the rule (not those by hand) and scores. It
    is aligned with the viewpoints of all people by the best assignment, so no
    step is lost. What people decided about the whole, turns and splitting, is
    then done to every step.

    Parameters
    ----------
    sorts : Sorts
    loadings : ndarray, shape (n_sorts, n_viewpoints)
        Rotated loadings of all people.
    n_steps, seed : int
    required : float
        Share of steps with congruence of at least .85 that a portrait needs.
    method : {"pearson", "spearman"}
    turns : sequence of Turn
        Judgmental rotation that `loadings` have had.
    ends : Ends, optional
        How bipolar viewpoints were split in `loadings`.

    References
    ----------
    Zabala, A. & Pascual, U. (2016), PLoS ONE 11(2). Lorenzo-Seva, U. & ten
    Berge, J. (2006), Methodology 2, 57-64, for the limit .85.
    """
    draws = balanced_resamples(sorts.n_sorts, n_steps, seed)
    steps = replay(sorts, draws, loadings, method=method, turns=turns, ends=ends)
    unsteady = (steps.congruence < ALIKE).mean(axis=0)
    columns = np.stack([factor_arrays(step, sorts.needed_distribution()) for step in steps.scores])
    score_low, score_high = _limits(steps.scores)
    array_low, array_high = _limits(columns)
    portrait = 1 - unsteady >= required
    flagged = _flag_share(draws, steps.flags)
    return Stability(n_steps, unsteady, portrait, required, score_low, score_high, array_low, array_high, flagged)


def replay(
    sorts: Sorts,
    draws: NDArray[np.int64],
    loadings: NDArray[np.float64],
    *,
    threshold: float = 1.96,
    tolerance: float = 1e-10,
    method: Method = "pearson",
    turns: Sequence[Turn] = (),
    ends: Ends | None = None,
) -> Steps:
    """Repeat the analysis for given draws of people; `tolerance` 1e-5 follows R."""
    target = _Target.of(loadings, turns, ends)
    unit, standard = unit_sorts(sorts.positions, method), unit_sorts(sorts.positions)
    parts = list(_replayed(unit, standard, draws, target, threshold, tolerance))
    return Steps(*(np.concatenate(column) for column in zip(*parts, strict=True)))


@dataclass(frozen=True)
class _Target:
    """The viewpoints of all people: after varimax, and what was then done to them by hand."""

    varimax: NDArray[np.float64]
    turned: NDArray[np.float64]
    ends: Ends | None
    loadings: NDArray[np.float64]

    @classmethod
    def of(cls, loadings: NDArray[np.float64], turns: Sequence[Turn], ends: Ends | None) -> _Target:
        whole = loadings if ends is None else ends.whole(loadings)
        turned = turn_by_hand(np.eye(whole.shape[1]), turns)
        return cls(whole @ turned.T, turned, ends, loadings)

    def seen_from(self, steps: NDArray[np.float64]) -> NDArray[np.float64]:
        """Steps in the order and direction of these viewpoints, with the same turns made."""
        return align(steps, self.varimax) @ self.turned

    def flagged(self, loadings: NDArray[np.float64], n_cards: int, threshold: float) -> tuple[NDArray, NDArray]:
        """Loadings and flags, of the ends where viewpoints were split."""
        flags = _flags(loadings, n_cards, threshold)
        if self.ends is None:
            return loadings, flags
        own = self.ends.of(loadings)
        return own, self.ends.marked(own, flags)


def _replayed(
    unit: NDArray[np.float64],
    standard: NDArray[np.float64],
    draws: NDArray[np.int64],
    target: _Target,
    threshold: float,
    tolerance: float,
) -> Iterator[tuple[NDArray, ...]]:
    products = _upper_products(unit)
    together = max(1, min(STEPS_AT_ONCE, LOADINGS_AT_ONCE // target.loadings.size))
    for start in range(0, len(draws), together):
        counts = _counts(draws[start : start + together], len(unit))
        axes = _leading_axes(unit, products, counts, target.varimax.shape[1])
        rotated = _rotated(unit, axes, counts, tolerance)
        yield _aligned_step(standard, rotated, counts, target, threshold)


def _counts(draws: NDArray[np.int64], n_sorts: int) -> NDArray[np.float64]:
    steps = np.arange(len(draws))[:, None] * n_sorts
    flat = np.bincount((steps + draws).ravel(), minlength=len(draws) * n_sorts)
    return flat.reshape(len(draws), n_sorts).astype(float)


def _upper_products(unit: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """Products of card pairs for each person, unless that table would be too large."""
    rows, columns = np.triu_indices(unit.shape[1])
    if len(unit) * len(rows) > LARGEST_PRODUCT_TABLE:
        return None
    return unit[:, rows] * unit[:, columns]


def _leading_axes(
    unit: NDArray[np.float64], products: NDArray[np.float64] | None, counts: NDArray[np.float64], n_views: int
) -> NDArray[np.float64]:
    """Leading eigenvectors over the cards, shape (n_steps, n_cards, n_views).

    The correlations between people and these sums of products between cards
    have the same eigenvalues, and there are fewer cards than people.
    """
    n_cards = unit.shape[1]
    axes = np.empty((len(counts), n_cards, n_views))
    square = np.zeros((n_cards, n_cards))
    upper = np.triu_indices(n_cards)
    sums = None if products is None else counts @ products
    for step, drawn in enumerate(counts):
        square[upper] = (unit.T * drawn @ unit)[upper] if sums is None else sums[step]
        _, vectors, *_ = dsyevr(square, range="I", il=n_cards - n_views + 1, iu=n_cards, lower=0)
        axes[step] = vectors[:, :n_views][:, ::-1]
    return axes


def _rotated(
    unit: NDArray[np.float64], axes: NDArray[np.float64], counts: NDArray[np.float64], tolerance: float
) -> NDArray[np.float64]:
    loadings = unit @ axes
    sums = np.matmul(counts[:, None, :], loadings)
    loadings *= np.where(sums < 0, -1.0, 1.0)
    return loadings @ varimax_turns(loadings, counts, tolerance=tolerance)


def _aligned_step(
    standard: NDArray[np.float64],
    rotated: NDArray[np.float64],
    counts: NDArray[np.float64],
    target: _Target,
    threshold: float,
) -> tuple[NDArray, ...]:
    loadings, flags = target.flagged(target.seen_from(rotated), standard.shape[1], threshold)
    explained = np.minimum(loadings**2, MOST_EXPLAINED)
    weights = np.where(flags, loadings / (1 - explained), 0.0) * counts[:, :, None]
    raw = standard.T @ weights
    raw -= raw.mean(axis=1, keepdims=True)
    spread = raw.std(axis=1, ddof=1, keepdims=True)
    scores = raw / np.where(spread > 0, spread, np.nan)
    return loadings, scores, flags, congruence(loadings, target.loadings)


def _flags(loadings: NDArray[np.float64], n_cards: int, threshold: float) -> NDArray[np.bool_]:
    explained = loadings**2
    others = explained.sum(axis=2, keepdims=True) - explained
    return (np.abs(loadings) > threshold / np.sqrt(n_cards)) & (explained > others)


def _limits(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """95 % limits over the steps; NaN where a viewpoint was undefined in every step."""
    limits = np.full((2, *values.shape[1:]), np.nan)
    for view in range(values.shape[2]):
        known = values[~np.isnan(values[:, 0, view]), :, view]
        if len(known):
            limits[:, :, view] = np.quantile(known, [0.025, 0.975], axis=0)
    return limits[0], limits[1]


def _flag_share(draws: NDArray[np.int64], flags: NDArray[np.bool_]) -> NDArray[np.float64]:
    drawn = (_counts(draws, flags.shape[1]) > 0)[:, :, None]
    times = drawn.sum(axis=0)
    return np.where(times > 0, (flags & drawn).sum(axis=0) / np.maximum(times, 1), np.nan)
