"""Weighted k-means and silhouette as Polis runs them: from the first distinct points, without chance."""

from __future__ import annotations

from dataclasses import dataclass

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
    labels = np.zeros(len(points), dtype=np.int64)
    for _ in range(rounds + 1):  # Polis counts its rounds down to and including 0
        labels = nearest(points, centers, hint=labels)
        moved, labels = recentered(points, labels, weights, len(centers))
        done = settled(centers, moved)
        centers = moved
        if done:
            break
    return Clusters(centers, labels)


def first_distinct(points: NDArray[np.float64], k: int) -> NDArray[np.float64]:
    seen: dict[tuple[float, ...], None] = {}
    for point in map(tuple, points.tolist()):
        seen.setdefault(point)
        if len(seen) == k:
            break
    return np.array(list(seen))


def nearest(points: NDArray[np.float64], centers: NDArray[np.float64], *, hint: NDArray[np.int64]) -> NDArray[np.int64]:
    """Nearest centre by squared distance; of equally near ones the last. `hint` is a likely answer, if right."""
    if AVAILABLE and len(points) >= ENOUGH_PEOPLE and points.shape[1] == 2:
        from goedwerk_analysis.opinions.compiled import nearest_of  # compiles on first use

        return nearest_of(points, centers, hint)
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
