"""Turn unrotated viewpoints so that they can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goedwerk_analysis.viewpoints.extract import DidNotConverge

KADE_SMALLEST_TANGENT = 0.00116
SQUARE_ROOT_OF_HALF = 0.7071066  # the digits KADE uses
R_TOLERANCE = 1e-5
SMALLEST_ANGLE = 1e-9
FLAT = 1e-12


@dataclass(frozen=True)
class Turn:
    """One step of a judgmental rotation: two viewpoints, so many degrees.

    A stored list of turns reproduces a rotation by hand exactly.
    """

    first: int
    second: int
    degrees: float
    direction: Literal["clockwise", "counter-clockwise"] = "clockwise"


def varimax(loadings: ArrayLike, *, tolerance: float = 1e-10, rounds: int = 500) -> NDArray[np.float64]:
    """Rotate to simple structure, each sort normalised first (Kaiser).

    All viewpoints turn together; where that has not settled after `rounds`, as
    with very few different sorts, pairs are turned by their exact best angle.

    Parameters
    ----------
    loadings : array_like, shape (n_sorts, n_viewpoints)
    tolerance : float
        Stop when the criterion grows by less than this share. R's ``varimax``
        uses 1e-5, which can stop early; pass it to reproduce R to the digit.

    Returns
    -------
    ndarray, shape (n_sorts, n_viewpoints)

    Raises
    ------
    DidNotConverge
        If the pairs do not settle either.

    References
    ----------
    Kaiser, H. F. (1958), Psychometrika 23, 187-200.
    """
    matrix = _matrix(loadings)
    if matrix.shape[1] < 2:
        return matrix.copy()
    normalised, lengths = _normalised(matrix)
    turned = np.eye(matrix.shape[1])
    previous = 0.0
    for _ in range(rounds):
        turned, criterion = _varimax_step(normalised, turned)
        if criterion < previous * (1 + tolerance):
            return (normalised @ turned) * lengths
        previous = criterion
    return (normalised @ finish_in_pairs(normalised, turned)) * lengths


def finish_in_pairs(
    normalised: NDArray[np.float64],
    turned: NDArray[np.float64],
    counts: NDArray[np.float64] | None = None,
    *,
    sweeps: int = 500,
) -> NDArray[np.float64]:
    """Improve a rotation pair by pair until no pair can be improved.

    `counts` (n_sorts,) says how often each sort counts. Each turn is the best
    there is for its pair, so the criterion never falls.
    """
    weights = np.ones(len(normalised)) if counts is None else counts
    turned, current = turned.copy(), normalised @ turned
    for _ in range(sweeps):
        largest = 0.0
        for first, second in combinations(range(turned.shape[1]), 2):
            angle = _best_angle(current[:, first], current[:, second], weights)
            largest = max(largest, abs(angle))
            for matrix in (turned, current):
                _turn_pair(matrix, first, second, angle)
        if largest < SMALLEST_ANGLE:
            return turned
    raise DidNotConverge(f"varimax did not settle in {sweeps} sweeps over all pairs")


def varimax_planar(loadings: ArrayLike, *, sweeps: int = 225) -> NDArray[np.float64]:
    """Rotate pair by pair exactly as KADE does, to the fifth decimal.

    KADE follows PQMethod: it leaves a pair alone when the tangent of four times
    the angle is below 0.00116, so the result can stay 0.0003 radian from the
    optimum, and it rounds on the way. Use `varimax` unless KADE must be
    reproduced.
    """
    matrix = _matrix(loadings)
    lengths = np.round(np.sqrt(np.round((matrix**2).sum(axis=1, keepdims=True), 8)), 8)
    turned = np.round(matrix / np.where(lengths > 0, lengths, 1.0), 8)
    quiet, previous = 0, 0.0
    for _ in range(sweeps):
        criterion = _simplicity(turned)
        quiet = quiet + 1 if abs(criterion - previous) < 1e-8 else 0
        previous = criterion
        turned = _planar_sweep(turned)
        if quiet > 3:
            break
    return np.round(np.round(turned, 5) * np.round(lengths, 5), 5)


def turn_by_hand(loadings: ArrayLike, turns: Sequence[Turn]) -> NDArray[np.float64]:
    """Apply a stored list of judgmental turns, in order.

    Examples
    --------
    >>> turn_by_hand([[1.0, 0.0]], [Turn(0, 1, 90)]).round(6).tolist()
    [[0.0, -1.0]]
    """
    turned = _matrix(loadings).copy()
    for turn in turns:
        angle = np.radians(turn.degrees) * (1 if turn.direction == "clockwise" else -1)
        _turn_pair(turned, turn.first, turn.second, angle)
    return turned


def ordered_by_weight(loadings: NDArray[np.float64]) -> NDArray[np.float64]:
    """Put the viewpoint that explains most first and make each sum not negative (psych)."""
    order = np.argsort(-(loadings**2).sum(axis=0), kind="stable")
    ordered = loadings[:, order]
    return ordered * np.where(ordered.sum(axis=0) < 0, -1.0, 1.0)


def facing_forward(loadings: NDArray[np.float64]) -> NDArray[np.float64]:
    """Negate a viewpoint whose signed squares sum below zero (KADE)."""
    weight = (loadings * np.abs(loadings)).sum(axis=0)
    return loadings * np.where(weight < 0, -1.0, 1.0)


def _matrix(loadings: ArrayLike) -> NDArray[np.float64]:
    matrix = np.asarray(loadings, dtype=float)
    if matrix.ndim != 2:
        raise ValueError(f"loadings must be (n_sorts, n_viewpoints), got shape {matrix.shape}")
    return matrix


def _normalised(matrix: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return matrix / np.where(lengths > 0, lengths, 1.0), lengths


def _varimax_step(matrix: NDArray[np.float64], turned: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    current = matrix @ turned
    gradient = matrix.T @ (current**3 - current * (current**2).mean(axis=0))
    left, sizes, right = np.linalg.svd(gradient)
    return left @ right, float(sizes.sum())


def _simplicity(turned: NDArray[np.float64]) -> float:
    squares = np.round(turned**2, 8)
    fourth, second = np.round(squares**2, 8).sum(axis=0), squares.sum(axis=0)
    count = len(turned)
    return round(float(np.round((count * fourth - second**2) / count**2, 8).sum()), 8)


def _planar_sweep(turned: NDArray[np.float64]) -> NDArray[np.float64]:
    turned = turned.copy()
    for first in range(turned.shape[1] - 1):
        for second in range(first + 1, turned.shape[1]):
            cosine, sine = _planar_turn(turned[:, first], turned[:, second])
            a, b = turned[:, first].copy(), turned[:, second].copy()
            turned[:, first] = np.round(a * cosine + b * sine, 8)
            turned[:, second] = np.round(b * cosine - a * sine, 8)
    return turned


def _planar_turn(a: NDArray[np.float64], b: NDArray[np.float64]) -> tuple[float, float]:
    """Cosine and sine of the turn KADE makes for two viewpoints; (1, 0) leaves them."""
    u, v = a**2 - b**2, 2 * a * b
    upper = float(2 * (u * v).sum() - 2 * u.sum() * v.sum() / len(a))
    lower = round(float((u**2 - v**2).sum() - (u.sum() ** 2 - v.sum() ** 2) / len(a)), 8)
    ratio = round(abs(upper / lower), 5) if lower else np.inf
    if upper < lower and ratio < KADE_SMALLEST_TANGENT:
        return (1.0, 0.0) if lower >= 0 else (SQUARE_ROOT_OF_HALF, SQUARE_ROOT_OF_HALF)
    cosine, sine = _half_twice(*_four_times(upper, lower, ratio))
    if lower <= 0:
        cosine, sine = SQUARE_ROOT_OF_HALF * (cosine + sine), abs(SQUARE_ROOT_OF_HALF * (cosine - sine))
    return round(cosine, 8), round(sine if upper > 0 else -sine, 8)


def _four_times(upper: float, lower: float, ratio: float) -> tuple[float, float]:
    """Cosine and sine of four times the angle, as KADE takes them from the ratio."""
    rising = 1 / np.sqrt(1 + ratio**2)
    if upper < lower:
        return round(rising, 8), round(ratio * round(rising, 8), 8)
    if ratio < KADE_SMALLEST_TANGENT:
        return 0.0, 1.0
    return round(ratio * round(rising, 8), 8), round(rising, 8)


def _half_twice(cosine: float, sine: float) -> tuple[float, float]:
    for _ in range(2):
        half = round(float(np.sqrt((1 + cosine) / 2)), 8)
        cosine, sine = half, round(sine / (2 * half), 8)
    return cosine, sine


def _best_angle(a: NDArray[np.float64], b: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    u, v = a**2 - b**2, 2 * a * b
    total = weights.sum()
    upper = 2 * ((weights * u * v).sum() - (weights * u).sum() * (weights * v).sum() / total)
    lower = (weights * (u**2 - v**2)).sum() - ((weights * u).sum() ** 2 - (weights * v).sum() ** 2) / total
    if np.hypot(upper, lower) < FLAT * total:
        return 0.0  # every angle is as good
    return float(np.arctan2(upper, lower) / 4)


def _turn_pair(turned: NDArray[np.float64], first: int, second: int, angle: float) -> None:
    a, b = turned[:, first].copy(), turned[:, second].copy()
    turned[:, first] = a * np.cos(angle) + b * np.sin(angle)
    turned[:, second] = b * np.cos(angle) - a * np.sin(angle)
