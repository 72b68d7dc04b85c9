"""Mixtures of normal groups with one shared shape: a long continuum is not cut for being long."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHRINK = 0.01
FIRST_ROUNDS, MORE_ROUNDS, REFINED = 10, 50, 2


@dataclass(frozen=True, eq=False)
class Mixture:
    """Shares (k,), means (k, n_lines), shared covariance (n_lines, n_lines), mean log-likelihood reached."""

    shares: NDArray[np.float64]
    means: NDArray[np.float64]
    covariance: NDArray[np.float64]
    log_likelihood: float = -np.inf

    def __len__(self) -> int:
        return len(self.shares)

    def scores(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log of share times density, shape (k, n_points), up to a constant per point."""
        towards, base = self.discriminant()
        return towards @ points.T + base[:, None]

    def discriminant(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        towards = self.means @ np.linalg.inv(self.covariance + 1e-9 * np.eye(len(self.covariance)))
        return towards, np.log(self.shares + 1e-12) - (towards * self.means).sum(axis=1) / 2

    def membership(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        return exponentiated(self.scores(points))[0].T

    def nearest(self, points: NDArray[np.float64]) -> NDArray[np.int64]:
        return self.scores(points).argmax(axis=0)


def exponentiated(logs: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Memberships (k, n_points) from logs, and the mean log of their sum."""
    peak = logs.max(axis=0)
    weights = np.exp(logs - peak)
    sums = weights.sum(axis=0)
    return weights / sums, float((peak + np.log(sums)).mean())


@dataclass(frozen=True, eq=False)
class Points:
    """Places of people, with the sums that every round needs."""

    places: NDArray[np.float64]
    square: NDArray[np.float64]
    whole: NDArray[np.float64]

    @classmethod
    def of(cls, places: NDArray[np.float64]) -> Points:
        size = places.shape[1]
        return cls(places, places.T @ places / len(places), np.cov(places.T).reshape(size, size))


def expectation_maximisation(
    points: Points, membership: NDArray[np.float64], *, rounds: int, tolerance: float = 1e-5
) -> tuple[Mixture, NDArray[np.float64]]:
    """Refine a mixture from the memberships given, shape (k, n_points); returns both."""
    reached = -np.inf
    for _ in range(rounds):
        mixture = maximised(points, membership)
        membership, likelihood = exponentiated(mixture.scores(points.places))
        likelihood += common_part(points, mixture)
        if likelihood - reached < tolerance:
            break
        reached = likelihood
    return Mixture(mixture.shares, mixture.means, mixture.covariance, likelihood), membership


def maximised(points: Points, membership: NDArray[np.float64]) -> Mixture:
    mass = membership.sum(axis=1) + 1e-9
    means = membership @ points.places / mass[:, None]
    shares = mass / len(points.places)
    covariance = points.square - (means.T * shares) @ means + SHRINK * points.whole
    return Mixture(shares, means, covariance)


def common_part(points: Points, mixture: Mixture) -> float:
    """What all groups share of the mean log-likelihood: the spread of the points and the volume."""
    covariance = mixture.covariance + 1e-9 * np.eye(len(mixture.covariance))
    spread = np.trace(np.linalg.solve(covariance, points.square))
    return float(-(spread + np.linalg.slogdet(covariance)[1]) / 2)


def fit_mixture(
    places: NDArray[np.float64],
    k: int,
    rng: np.random.Generator,
    *,
    starts: int,
    scale: NDArray[np.float64],
    membership: NDArray[np.float64] | None = None,
) -> Mixture:
    """The likeliest of several mixtures: from `membership`, if given, and from random k-means starts.

    `scale` weighs the lines in the starts by how much they explain. All starts
    get a few rounds; the best two are refined.
    """
    points = Points.of(places)
    begins = [] if membership is None else [membership.T]
    begins += [np.eye(k)[:, quick_k_means(places * scale, k, rng)] for _ in range(starts)]
    tried = [expectation_maximisation(points, begin, rounds=FIRST_ROUNDS) for begin in begins]
    best = sorted(tried, key=lambda pair: -pair[0].log_likelihood)[:REFINED]
    refined = [expectation_maximisation(points, pair[1], rounds=MORE_ROUNDS)[0] for pair in best]
    return max(refined, key=lambda mixture: mixture.log_likelihood)


def quick_k_means(points: NDArray[np.float64], k: int, rng: np.random.Generator, rounds: int = 15) -> NDArray[np.int64]:
    centers = spread_out(points, k, rng)
    labels = np.zeros(len(points), dtype=np.int64)
    for _ in range(rounds):
        labels = (np.square(centers).sum(axis=1) - 2 * points @ centers.T).argmin(axis=1)
        member = np.eye(k)[labels]
        sizes = member.sum(axis=0)[:, None]
        moved = np.where(sizes > 0, member.T @ points / np.maximum(sizes, 1), centers)
        if np.abs(moved - centers).max() < 1e-4:
            break
        centers = moved
    return labels


def spread_out(points: NDArray[np.float64], k: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Greedy k-means++: first centres far apart (Arthur and Vassilvitskii, 2007)."""
    chosen = [int(rng.integers(len(points)))]
    distance = np.square(points - points[chosen[0]]).sum(axis=1)
    for _ in range(k - 1):
        mass = distance.sum()
        tries = rng.choice(len(points), 2 + int(np.log(k)), p=distance / mass if mass > 0 else None)
        nearer = [np.minimum(distance, np.square(points - points[one]).sum(axis=1)) for one in tries]
        best = int(np.argmin([one.sum() for one in nearer]))
        chosen.append(int(tries[best]))
        distance = nearer[best]
    return points[chosen]


def adjusted_rand(first: NDArray[np.int64], second: NDArray[np.int64]) -> float:
    """Agreement of two partitions beyond chance; 1 is equal (Hubert and Arabie, 1985)."""
    table = np.zeros((first.max() + 1, second.max() + 1))
    np.add.at(table, (first, second), 1)
    pairs, total = (table * (table - 1)).sum() / 2, len(first) * (len(first) - 1) / 2
    rows, columns = ((side * (side - 1)).sum() / 2 for side in (table.sum(axis=1), table.sum(axis=0)))
    expected, most = rows * columns / total, (rows + columns) / 2
    return 1.0 if most == expected else float((pairs - expected) / (most - expected))
