"""What people agree on at both ends of every line, and what divides them most.

A pass is a vote: whoever passes neither agrees nor disagrees, so shares are of
everybody who voted on the statement. Common ground is a majority that holds at
both ends of every line; which statements are claimed is decided for all of them
together, so that at most one in twenty claims is expected to be false.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv
from scipy.stats import binom

from goedwerk_analysis.opinions.curves import Curves, Ends, Places, Shares, fit_curves
from goedwerk_analysis.opinions.fitting import MIN_VOTES_STATEMENT
from goedwerk_analysis.responses.votes import AGREE, DISAGREE, Votes

FALSE_SHARE = 0.05  # false discovery rate
SMALL_SIDE = 0.2  # without lines, a statement divides when more than this is on the smaller side


@dataclass(frozen=True, eq=False)
class Side:
    """One answer (agree or disagree): its curves, and its shares at the low and the high end of every line."""

    curves: Curves
    low_end: Shares
    high_end: Shares

    @classmethod
    def of(cls, chosen: NDArray[np.bool_], places: Places, ends: Ends, n_statements: int) -> Side:
        curves = fit_curves(chosen, places, n_statements)
        return cls(curves, curves.at(ends.low, ends.error), curves.at(ends.high, ends.error))

    @property
    def no_majority_p(self) -> NDArray[np.float64]:
        """Chance of what was seen if some end of some line had no majority, shape (n_statements,)."""
        return np.maximum(self.low_end.majority_p, self.high_end.majority_p).max(axis=1)

    @cached_property
    def difference(self) -> NDArray[np.float64]:
        """Share at the high end minus share at the low end, (n_statements, n_lines)."""
        return self.high_end.value - self.low_end.value

    def difference_interval(self, ends: Ends) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """95 % interval of the difference, by the slope of the share at both ends."""
        density_low, density_high = (normal_density(end.middle) for end in (self.low_end, self.high_end))
        by_intercept = density_high - density_low
        by_slope = density_high * ends.high - density_low * ends.low
        curves = self.curves
        variance = (
            by_intercept**2 * curves.intercept_variance
            + 2 * by_intercept * by_slope * curves.covariance
            + by_slope**2 * curves.slope_variance
            + (density_high**2 + density_low**2) * np.square(curves.slope * ends.error)
        )
        half = 1.96 * np.sqrt(np.maximum(variance, 0))
        return np.maximum(self.difference - half, -1), np.minimum(self.difference + half, 1)


def normal_density(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.exp(-values * values / 2) / np.sqrt(2 * np.pi)


@dataclass(frozen=True, eq=False)
class Ground:
    """Agreement with every statement along every line, and which claims hold; positions are columns of the votes."""

    agree: Side
    disagree: Side
    ends: Ends
    common_agree: NDArray[np.bool_]
    common_disagree: NDArray[np.bool_]
    divides: NDArray[np.bool_]  # (n_statements, n_lines)
    q_common: NDArray[np.float64]  # (2, n_statements): agree, disagree
    q_divides: NDArray[np.float64]


def common_ground(votes: Votes, places: Places, ends: Ends, *, askable: NDArray[np.bool_]) -> Ground:
    """Fit agreement and disagreement along the lines; claim what holds for the `askable` statements."""
    agree = Side.of(votes.values == AGREE, places, ends, votes.n_statements)
    disagree = Side.of(votes.values == DISAGREE, places, ends, votes.n_statements)
    majority = np.stack([agree.no_majority_p, disagree.no_majority_p])
    q_common = adjusted(np.where(askable, majority, np.nan))
    slopes = np.where(askable[:, None], agree.curves.slope_p, np.nan)
    q_divides = adjusted(slopes)
    return Ground(
        agree,
        disagree,
        ends,
        q_common[0] <= FALSE_SHARE,
        q_common[1] <= FALSE_SHARE,
        q_divides <= FALSE_SHARE,
        q_common,
        q_divides,
    )


def adjusted(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Benjamini-Hochberg adjusted chances; NaN (not asked) comes out as 1."""
    flat = chances.ravel()
    asked = np.flatnonzero(~np.isnan(flat))
    result = np.ones(flat.shape)
    order = asked[np.argsort(flat[asked])]
    scaled = flat[order] * len(order) / np.arange(1, len(order) + 1)
    result[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1)
    return result.reshape(chances.shape)


def askable_statements(votes: Votes, left_out: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Statements with votes enough to say anything; also those on which all agree."""
    return (votes.tallies().sum(axis=0) >= MIN_VOTES_STATEMENT) & ~left_out


@dataclass(frozen=True, eq=False)
class Plain:
    """Agreement without lines: overall shares with intervals, for few people or when no line exceeds chance."""

    tallies: NDArray[np.int64]
    common_agree: NDArray[np.bool_]
    common_disagree: NDArray[np.bool_]
    divides: NDArray[np.bool_]
    q_common: NDArray[np.float64]
    q_divides: NDArray[np.float64]


def plain_ground(votes: Votes, *, askable: NDArray[np.bool_]) -> Plain:
    """Majorities among all who voted, and statements with a substantial smaller side."""
    disagree, _, agree = tallies = votes.tallies()
    seen = tallies.sum(axis=0)
    majority = np.stack([binom.sf(side - 1, seen, 0.5) for side in (agree, disagree)])
    q_common = adjusted(np.where(askable, majority, np.nan))
    smaller = binom.sf(np.minimum(agree, disagree) - 1, seen, SMALL_SIDE)
    q_divides = adjusted(np.where(askable, smaller, np.nan))
    below = (side <= FALSE_SHARE for side in (*q_common, q_divides))
    return Plain(tallies, *below, q_common, q_divides)


def share_interval(chosen: NDArray[np.int64], seen: NDArray[np.int64]) -> tuple[NDArray, NDArray]:
    """95 % interval of a share with Jeffreys' prior, 0 and 1 included where all or nobody chose it."""
    low = np.where(chosen == 0, 0.0, betaincinv(chosen + 0.5, seen - chosen + 0.5, 0.025))
    high = np.where(chosen == seen, 1.0, betaincinv(chosen + 0.5, seen - chosen + 0.5, 0.975))
    return low, high
