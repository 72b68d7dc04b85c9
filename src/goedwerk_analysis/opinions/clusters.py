"""Weighted k-means and silhouette as Polis runs them: from the first distinct points, without chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.summaries.votes_fast import AVAILABLE, ENOUGH_PEOPLE

SETTLED = 0.01  # centres that moved less than this are the same


@dataclass(frozen=True, eq=False)
class Clusters:
    """Centres, shape (n_clusters, n_axes), and the cluster of each point, shape (n_points,)."""

    centers: NDArray[np.float64]
    labels: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.centers)


def k_means(
    points: NDArray[np.float64], k: int, *, weights: NDArray[np.float64] | None = None, rounds: int = 100
) -> Clusters:
    """Lloyd's algorithm from the first `k` distinct points; empty clusters vanish, ties go to the last."""
    weights = np.ones(len(points)) if weights is None else weights
    centers = first_distinct(points, k)
    nearest_of_all = nearest_centers(points)
    labels = nearest_of_all(centers)
    for _ in range(rounds):
        before, (centers, labels) = centers, recentered(points, labels, weights, len(centers))
        if settled(before, centers):
            return Clusters(centers, labels)
        labels = nearest_of_all(centers)
    return Clusters(*recentered(points, labels, weights, len(centers)))  # Polis counts down to and including 0


def nearest_centers(points: NDArray[np.float64]) -> Callable[[NDArray[np.float64]], NDArray[np.int64]]:
    """What finds the nearest centre of every point, round after round; compiled where there are points enough."""
    if AVAILABLE and len(points) >= ENOUGH_PEOPLE and points.shape[1] == 2:
        from goedwerk_analysis.opinions.nearest import NearestCenters  # compiles on first use

        return NearestCenters(points)
    return partial(nearest, points)


def first_distinct(points: NDArray[np.float64], k: int) -> NDArray[np.float64]:
    seen: dict[tuple[float, ...], None] = {}
    for point in points:
        seen.setdefault(tuple(point.tolist()))
        if len(seen) == k:
            break
    return np.array(list(seen))


def nearest(points: NDArray[np.float64], centers: NDArray[np.float64]) -> NDArray[np.int64]:
    """Nearest centre of each point by squared distance, of equally near ones the last."""
    backwards = np.ascontiguousarray(centers[::-1].T)
    distance = np.square(points[:, :1] - backwards[0])
    for axis in range(1, points.shape[1]):
        distance += np.square(points[:, axis : axis + 1] - backwards[axis])
    return len(centers) - 1 - distance.argmin(axis=1)


def recentered(
    points: NDArray[np.float64], labels: NDArray[np.int64], weights: NDArray[np.float64], k: int
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Weighted means of the clusters that have points, and the labels renumbered to match."""
    mass = np.bincount(labels, weights, minlength=k)
    alive = mass > 0
    sums = [np.bincount(labels, weights * points[:, axis], minlength=k) for axis in range(points.shape[1])]
    centers = np.stack(sums, axis=1)[alive] / mass[alive, None]
    return centers, labels if alive.all() else (np.cumsum(alive) - 1)[labels]


def settled(before: NDArray[np.float64], after: NDArray[np.float64]) -> bool:
    if len(before) != len(after):
        return False
    moved = in_order(before) - in_order(after)
    return bool((np.hypot(moved[:, 0], moved[:, 1]) < SETTLED).all())


def in_order(centers: NDArray[np.float64]) -> NDArray[np.float64]:
    return centers[np.lexsort(centers.T[::-1])]


def silhouette(points: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """Mean silhouette of the points; a point alone in its cluster scores 0."""
    if labels.max(initial=0) == 0:
        return 0.0
    distance = np.linalg.norm(points[:, None] - points[None], axis=2)
    member = np.eye(labels.max() + 1)[labels]
    sizes = member.sum(axis=0)
    sums = distance @ member
    own = sums[np.arange(len(points)), labels] / np.maximum(sizes[labels] - 1, 1)
    other = np.where(member > 0, np.inf, sums / np.maximum(sizes, 1)).min(axis=1)
    scores = (other - own) / np.maximum(np.maximum(own, other), 1e-300)
    return float(np.where(sizes[labels] > 1, scores, 0.0).mean())
