"""How agreement with each statement runs along each line of difference.

The share that agrees is a normal curve of the place on the line. Nobody's place
is known exactly: every vote is set against the place that follows from the
person's *other* votes, with its uncertainty integrated out. So sparse voters do
not flatten the curve, and a vote never explains itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr
from scipy.stats import norm

from goedwerk_analysis.opinions.factors import FactorModel, Scores
from goedwerk_analysis.responses.votes import Votes

ROUNDS, STEP = 12, 1.0
INTERCEPT_SPREAD, SLOPE_SPREAD = 2.0, 1.0  # of the weak normal priors that keep unanimous statements finite
Z_95 = 1.96
LINES_UNKNOWN = 1.06  # the lines themselves are estimated; what simulation shows that costs


@dataclass(frozen=True, eq=False)
class Places:
    """Per vote: the statement, and mean and variance of the voter's place without this vote, (n_votes, n_lines)."""

    statement: NDArray[np.int64]
    mean: NDArray[np.float64]
    variance: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Curves:
    """Normal curves per statement and line: intercept, slope and their covariance, (n_statements, n_lines)."""

    intercept: NDArray[np.float64]
    slope: NDArray[np.float64]
    intercept_variance: NDArray[np.float64]
    slope_variance: NDArray[np.float64]
    covariance: NDArray[np.float64]

    def at(self, place: NDArray[np.float64], place_error: NDArray[np.float64] | float = 0.0) -> Shares:
        """Share at a place on each line that is itself known with some error; both of shape (n_lines,)."""
        middle = self.intercept + self.slope * place
        variance = self.intercept_variance + 2 * place * self.covariance + place**2 * self.slope_variance
        error = np.sqrt(np.maximum(variance + np.square(self.slope * place_error), 1e-12))
        return Shares(middle, LINES_UNKNOWN * error)

    @property
    def slope_p(self) -> NDArray[np.float64]:
        """Two-sided chance of such a slope on a line that makes no difference."""
        return 2 * norm.sf(np.abs(self.slope) / np.sqrt(self.slope_variance))


@dataclass(frozen=True, eq=False)
class Shares:
    """Predicted shares with 95 % intervals, each (n_statements, n_lines); kept on the scale of the normal curve."""

    middle: NDArray[np.float64]
    error: NDArray[np.float64]

    @cached_property
    def value(self) -> NDArray[np.float64]:
        return ndtr(self.middle)

    @cached_property
    def low(self) -> NDArray[np.float64]:
        return ndtr(self.middle - Z_95 * self.error)

    @cached_property
    def high(self) -> NDArray[np.float64]:
        return ndtr(self.middle + Z_95 * self.error)

    @cached_property
    def majority_p(self) -> NDArray[np.float64]:
        """One-sided chance of such a share when it is no majority."""
        return norm.sf(self.middle / self.error)


def places_without_own_vote(votes: Votes, model: FactorModel, scores: Scores) -> Places:
    """Leave each vote out of its voter's place; `model` covers all statements, loading 0 where unused."""
    mean, variance = np.empty((2, votes.n_votes, model.n_lines))
    for first in range(0, votes.n_votes, 100_000):
        cells = slice(first, first + 100_000)
        people, items = votes.rows[cells], votes.columns[cells]
        loadings, covariance = model.loadings[items], scores.covariance[people]
        towards = np.einsum("nij,nj->ni", covariance, loadings)
        left = np.maximum(model.noise[items] - (towards * loadings).sum(axis=1), 1e-6)
        missed = votes.values[cells] - model.center[items] - (scores.mean[people] * loadings).sum(axis=1)
        mean[cells] = scores.mean[people] - towards * (missed / left)[:, None]
        variance[cells] = np.einsum("nii->ni", covariance) + np.square(towards) / left[:, None]
    return Places(votes.columns.astype(np.int64), mean, variance)


def fit_curves(chosen: NDArray[np.bool_], places: Places, n_statements: int) -> Curves:
    """Fit every statement along every line; `chosen` tells which votes count as yes."""
    lines = [
        fit_line(chosen, places.statement, places.mean[:, line], places.variance[:, line], n_statements)
        for line in range(places.mean.shape[1])
    ]
    return Curves(*(np.stack(part, axis=1) for part in zip(*lines, strict=True)))


def fit_line(
    chosen: NDArray[np.bool_], statement: NDArray, mean: NDArray, variance: NDArray, n_statements: int
) -> tuple[NDArray[np.float64], ...]:
    """Fisher scoring for all statements at once: intercept, slope, their variances and covariance."""
    total = np.bincount(statement, minlength=n_statements)
    share = (np.bincount(statement, chosen, minlength=n_statements) + 0.5) / (total + 1)
    intercept, slope = norm.ppf(share), np.zeros(n_statements)
    for _ in range(ROUNDS):
        gradient, information = score(chosen, statement, mean, variance, intercept, slope)
        (aa, ab, bb), (ga, gb) = information, gradient
        determinant = aa * bb - ab * ab
        step_a, step_b = (bb * ga - ab * gb) / determinant, (aa * gb - ab * ga) / determinant
        intercept += np.clip(step_a, -STEP, STEP)
        slope += np.clip(step_b, -STEP, STEP)
        if max(np.abs(step_a).max(), np.abs(step_b).max()) < 1e-4:
            break
    return intercept, slope, bb / determinant, aa / determinant, -ab / determinant


def score(
    chosen: NDArray, statement: NDArray, mean: NDArray, variance: NDArray, intercept: NDArray, slope: NDArray
) -> tuple[tuple[NDArray, NDArray], tuple[NDArray, NDArray, NDArray]]:
    """Gradient and expected information of the penalised likelihood, per statement."""
    a, b, size = intercept[statement], slope[statement], len(intercept)
    widened = 1 / np.sqrt(1 + b * b * variance)
    middle = (a + b * mean) * widened
    share = np.clip(ndtr(middle), 1e-9, 1 - 1e-9)
    density = np.exp(-middle * middle / 2) * 0.3989422804014327
    weight = density / (share * (1 - share))
    by_a, by_b = widened, (mean - a * b * variance) * widened**3
    pull, spread = (chosen - share) * weight, weight * density

    def summed(values: NDArray) -> NDArray:
        return np.bincount(statement, values, minlength=size)

    prior_a, prior_b = INTERCEPT_SPREAD**-2, SLOPE_SPREAD**-2
    gradient = summed(pull * by_a) - prior_a * intercept, summed(pull * by_b) - prior_b * slope
    squares = spread * by_a * by_a, spread * by_a * by_b, spread * by_b * by_b
    aa, ab, bb = (summed(part) for part in squares)
    return gradient, (aa + prior_a, ab, bb + prior_b)


@dataclass(frozen=True, eq=False)
class Ends:
    """The 10th and 90th percentile of people on each line, and their standard error; each (n_lines,)."""

    low: NDArray[np.float64]
    high: NDArray[np.float64]
    error: NDArray[np.float64]

    @classmethod
    def of(cls, scores: Scores, rng: np.random.Generator) -> Ends:
        """From people's places, what is unknown about each person included."""
        spread = np.sqrt(np.einsum("nii->ni", scores.covariance))
        sampled = (scores.mean + spread * rng.normal(size=(20, *spread.shape))).reshape(-1, spread.shape[1])
        low, high = np.quantile(sampled, [0.1, 0.9], axis=0)
        # Standard error of a decile of a normal sample: sqrt(.1 x .9) / density there.
        return cls(low, high, 1.71 * sampled.std(axis=0) / np.sqrt(len(spread)))
