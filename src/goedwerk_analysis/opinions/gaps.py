"""Is there a gap between the groups proposed, seen in people who did not help to form them?

For every number of groups, people are left out, groups are formed without them,
and those left out are put on the line between each two groups. Two real groups
leave a valley between two peaks. A continuum leaves none, however it is cut.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from goedwerk_analysis.opinions.mixture import Mixture, adjusted_rand, fit_mixture

MOST_GROUPS, STARTS, DRAW_STARTS = 6, 8, 2
SMALLEST, SMALLEST_SHARE = 8, 0.05
WINDOW, MIDDLE, Z_90 = 0.33, 0.4, 1.645
POOLED_GAP, UPPER_GAP, WORST_GAP, SAME_PEOPLE = 0.7, 1.1, 0.95, 0.88


@dataclass(frozen=True)
class GapFigures:
    """Depth of the valley for one number of groups: below 1 it is a valley, 1 or more is a continuum.

    `pooled` is over all pairs of groups, `upper` its 95 % upper limit, `worst`
    the shallowest single pair, `same_people` the mean adjusted Rand index of
    the groups over draws.
    """

    k: int
    pooled: float
    upper: float
    worst: float
    same_people: float

    @property
    def passes(self) -> bool:
        deep = self.pooled < POOLED_GAP and self.upper < UPPER_GAP and self.worst < WORST_GAP
        return deep and self.same_people >= SAME_PEOPLE


@dataclass(eq=False)
class Candidate:
    """One number of groups: its mixture on everybody informed, and what the draws showed so far."""

    mixture: Mixture
    membership: NDArray[np.float64]
    labels: NDArray[np.int64]
    rand: list[float] = field(default_factory=list)
    places: dict[tuple[int, int], list[NDArray]] = field(default_factory=lambda: defaultdict(list))
    sides: dict[tuple[int, int], list[NDArray]] = field(default_factory=lambda: defaultdict(list))
    seen: int = 0  # how often people were left out, added up

    def __len__(self) -> int:
        return len(self.mixture)


def candidates(points: NDArray[np.float64], scale: NDArray[np.float64], rng: np.random.Generator) -> list[Candidate]:
    """Mixtures of two to six groups in which no group is tiny."""
    fitted = (
        candidate(points, fit_mixture(points, k, rng, starts=STARTS, scale=scale)) for k in range(2, MOST_GROUPS + 1)
    )
    least = max(SMALLEST, SMALLEST_SHARE * len(points))
    return [one for one in fitted if np.bincount(one.labels, minlength=len(one)).min() >= least]


def candidate(points: NDArray[np.float64], mixture: Mixture) -> Candidate:
    membership = mixture.membership(points)
    return Candidate(mixture, membership, membership.argmax(axis=1))


def add_draw(
    one: Candidate,
    points: NDArray[np.float64],
    held: NDArray[np.bool_],
    *,
    scale: NDArray[np.float64],
    rng: np.random.Generator,
) -> None:
    """Form the groups without the people `held` out, then look where those people stand."""
    k = len(one)
    mixture = fit_mixture(points[~held], k, rng, starts=DRAW_STARTS, scale=scale, membership=one.membership[~held])
    labels = mixture.nearest(points)
    one.rand.append(adjusted_rand(one.labels, labels))
    same = matched(one.labels, labels, k)
    one.seen += int(held.sum())
    for first, second in combinations(range(k), 2):
        a, b = same[first], same[second]
        between = held & ((labels == a) | (labels == b))
        one.places[first, second].append(along(points[between], mixture, a, b))
        one.sides[first, second].append(labels[between] == b)


def matched(first: NDArray[np.int64], second: NDArray[np.int64], k: int) -> NDArray[np.int64]:
    """For each group of the first partition, the group of the second that holds most of its people."""
    table = np.zeros((k, k))
    np.add.at(table, (first, second), 1)
    return linear_sum_assignment(-table)[1]


def along(points: NDArray[np.float64], mixture: Mixture, a: int, b: int) -> NDArray[np.float64]:
    """Places on the axis that best tells two groups apart, their means at -1 and 1."""
    apart = mixture.means[b] - mixture.means[a]
    axis = np.linalg.solve(mixture.covariance, apart)
    half = apart @ axis / 2
    return (points - (mixture.means[a] + mixture.means[b]) / 2) @ axis / max(half, 1e-12)


def rescaled(one: Candidate, pair: tuple[int, int]) -> NDArray[np.float64]:
    """Places of the people left out, with the medians of the two groups at -1 and 1."""
    places, second = np.concatenate(one.places[pair]), np.concatenate(one.sides[pair])
    if second.all() or not second.any():
        return np.zeros_like(places)
    low, high = np.median(places[~second]), np.median(places[second])
    return (2 * places - low - high) / max(high - low, 1e-9)


def within(places: NDArray[np.float64], center: float) -> int:
    return int((np.abs(places - center) < WINDOW).sum())


def valley(one: Candidate, pair: tuple[int, int]) -> float:
    """Where between two groups the fewest people should stand, on the scale of `rescaled`."""
    apart = one.mixture.means[pair[1]] - one.mixture.means[pair[0]]
    squared = apart @ np.linalg.solve(one.mixture.covariance, apart)
    shift = 2 * np.log(one.mixture.shares[pair[0]] / one.mixture.shares[pair[1]]) / squared
    return float(np.clip(shift, -MIDDLE, MIDDLE))


def figures(one: Candidate) -> GapFigures:
    """Counts in valley and peaks, per time a person was left out, half a person added to each."""
    times = one.seen / len(one.labels)
    low, high = [], []
    for pair in one.places:
        places = rescaled(one, pair)
        low.append(within(places, valley(one, pair)) / times + 0.5)
        high.append(min(within(places, -1), within(places, 1)) / times + 0.5)
    pooled = sum(low) / sum(high)
    return GapFigures(
        k=len(one),
        pooled=pooled,
        upper=pooled * float(np.exp(Z_90 * np.sqrt(1 / sum(low) + 1 / sum(high)))),
        worst=max(bottom / top for bottom, top in zip(low, high, strict=True)),
        same_people=float(np.mean(one.rand)),
    )


def hopeful(one: Candidate) -> bool:
    """Whether more draws could still make a difference; saves most work where there are no groups."""
    worst = max(quick_gap(rescaled(one, pair)) for pair in one.places)
    return float(np.mean(one.rand)) > 0.8 and worst < 1.4


def quick_gap(places: NDArray[np.float64]) -> float:
    low = min(within(places, center) for center in (-0.3, 0, 0.3)) + 2
    return low / (min(within(places, -1), within(places, 1)) + 2)


def largest_passing(table: list[GapFigures]) -> int:
    """The largest number of groups that passes; 0 if none does.

    A smaller number may fail because it has to put two groups together at random.
    """
    return max((row.k for row in table if row.passes), default=0)
