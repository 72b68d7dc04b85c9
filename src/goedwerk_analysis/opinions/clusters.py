"""Weighted k-means and silhouette as Polis runs them: from the first distinct points, without chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.summaries.votes_fast import AVAILABLE, ENOUGH_PEOPLE

SETTLED = 0.01  # centres that moved less than this are the same
SURE = 1e-6  # a centre must be nearer than the next by more than rounding to be left alone


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
    labels, apart = nearest(points, centers)
    for left in range(rounds, -1, -1):  # Polis counts its rounds down to and including 0
        moved, labels = recentered(points, labels, weights, len(centers))
        done = settled(centers, moved)
        apart = apart - longest_move(centers, moved)
        centers = moved
        if done or not left:
            break
        look_again(points, centers, labels, apart)
    return Clusters(centers, labels)


def look_again(
    points: NDArray[np.float64], centers: NDArray[np.float64], labels: NDArray[np.int64], apart: NDArray[np.float64]
) -> None:
    """Find the nearest centre anew, in place, for the points that may have another one by now (Hamerly 2010)."""
    own = np.sqrt(np.square(points - centers[labels]).sum(axis=1))
    doubtful = np.flatnonzero(own >= apart - SURE)
    labels[doubtful], apart[doubtful] = nearest(points[doubtful], centers)


def longest_move(before: NDArray[np.float64], after: NDArray[np.float64]) -> float:
    """How far any centre moved; as far as can be when some vanished, for then they are numbered anew."""
    if len(before) != len(after):
        return np.inf
    return float(np.sqrt(np.square(after - before).sum(axis=1).max()))


def first_distinct(points: NDArray[np.float64], k: int) -> NDArray[np.float64]:
    seen: dict[tuple[float, ...], None] = {}
    for point in points:
        seen.setdefault(tuple(point.tolist()))
        if len(seen) == k:
            break
    return np.array(list(seen))


def nearest(points: NDArray[np.float64], centers: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Nearest centre by squared distance, of equally near ones the last; and how far the next nearest is."""
    if AVAILABLE and len(points) >= ENOUGH_PEOPLE and points.shape[1] == 2:
        from goedwerk_analysis.opinions.compiled import nearest_of  # compiles on first use

        return nearest_of(points, centers)
    backwards = np.ascontiguousarray(centers[::-1].T)
    distance = np.square(points[:, :1] - backwards[0])
    for axis in range(1, points.shape[1]):
        distance += np.square(points[:, axis : axis + 1] - backwards[axis])
    labels = distance.argmin(axis=1)
    distance[np.arange(len(points)), labels] = np.inf
    return len(centers) - 1 - labels, np.sqrt(distance.min(axis=1))


def recentered(
    points: NDArray[np.float64], labels: NDArray[np.int64], weights: NDArray[np.float64], k: int
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Weighted means of the clusters that have points, and the labels renumbered to match."""
    mass = np.bincount(labels, weights, minlength=k)
    alive = mass > 0
    sums = [np.bincount(labels, weights * points[:, axis], minlength=k) for axis in range(points.shape[1])]
    centers = np.stack(sums, axis=1)[alive] / mass[alive, None]
    return centers, (np.cumsum(alive) - 1)[labels]


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
