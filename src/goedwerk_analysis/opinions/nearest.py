"""Nearest centres in round after round of k-means; imported only when Numba is installed.

The same labels as `clusters.nearest`, with few distances: a point is looked at again only
when another centre may have come nearer (Hamerly 2010), and then only centres near its own
are tried (Newling and Fleuret 2016).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

SURE = 1e-6  # a centre must be nearer than the next by more than rounding to be left alone
NEAR = 8  # of so many centres around one it is known how far they moved; others are far enough not to matter


class NearestCenters:
    """Nearest centre of each of the `points`, shape (n_points, 2), remembered from one call to the next."""

    def __init__(self, points: NDArray[np.float64]) -> None:
        self.points = points
        self.centers = np.empty((0, 2))

    def __call__(self, centers: NDArray[np.float64]) -> NDArray[np.int64]:
        """Cluster of each point, shape (n_points,); `centers` has shape (n_clusters, 2)."""
        if len(centers) != len(self.centers):
            self.forget(centers)
        moved = np.hypot(*(centers - self.centers).T)
        look_again(self.points, centers, moved, self.neighbours, self.labels, self.second_best)
        self.centers = centers
        return self.labels.copy()

    def forget(self, centers: NDArray[np.float64]) -> None:
        """Start anew: centres that vanish leave the others with new numbers."""
        self.centers = centers
        self.labels = np.zeros(len(self.points), dtype=np.int64)
        self.second_best = np.full(len(self.points), -np.inf)
        self.neighbours = np.tile(np.arange(len(centers)), (len(centers), 1))


@njit(cache=True)
def look_again(points, centers, moved, neighbours, labels, second_best):
    """Find the nearest centre, in place, of each point for which the second best may be nearer by now."""
    away = sort_neighbours(centers, neighbours)
    nearer, further = bounds(away, moved, neighbours)
    for i in range(len(points)):
        x, y, own = points[i, 0], points[i, 1], labels[i]
        best = squared(x - centers[own, 0], y - centers[own, 1])
        radius = np.sqrt(best)
        second_best[i] = min(second_best[i] - nearer[own], further[own] - radius)
        if radius < second_best[i] - SURE:
            continue
        label, second, reach = own, np.inf, np.inf
        for place in range(1, len(centers)):
            if away[own, place] > reach:
                break
            k = neighbours[own, place]
            distance = squared(x - centers[k, 0], y - centers[k, 1])
            if distance < best or (distance == best and k > label):
                label, best, second = k, distance, best
            elif distance < second:
                second = distance
            reach = radius + np.sqrt(second) + SURE
        labels[i], second_best[i] = label, np.sqrt(second)


@njit(cache=True)
def bounds(away, moved, neighbours):
    """How much nearer any centre near each centre may have come, and how far away the nearest of the others is."""
    k = len(away)
    nearer, further = np.zeros(k), np.full(k, np.inf)
    for own in range(k):
        for place in range(1, min(NEAR + 1, k)):
            nearer[own] = max(nearer[own], moved[neighbours[own, place]])
        if k > NEAR + 1:
            further[own] = away[own, NEAR + 1]
    return nearer, further


@njit(cache=True)
def sort_neighbours(centers, neighbours):
    """Put the others in order of distance from each centre, in place; fast, for the last order hardly changed."""
    away = np.empty(neighbours.shape)
    for own in range(len(centers)):
        for place in range(len(centers)):
            k = neighbours[own, place]
            distance = np.sqrt(squared(centers[own, 0] - centers[k, 0], centers[own, 1] - centers[k, 1]))
            if k == own:
                distance = -1.0  # itself first, also before a centre at the same place
            while place > 0 and away[own, place - 1] > distance:
                away[own, place], neighbours[own, place] = away[own, place - 1], neighbours[own, place - 1]
                place -= 1
            away[own, place], neighbours[own, place] = distance, k
    return away


@njit(cache=True)
def squared(across, upward):
    return across * across + upward * upward
