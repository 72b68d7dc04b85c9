"""Lines of difference: turned to readable axes, with how firmly each one stands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from goedwerk_analysis.opinions.factors import FactorModel, varimax
from goedwerk_analysis.opinions.groups import Draw, Landscape

SURE, PROBABLE = (7.0, 10.0), (10.0, 20.0)  # most degrees: median, 90th percentile of refits


@dataclass(frozen=True, eq=False)
class Lines:
    """The model on readable axes, and per draw the angle of each line with itself, (n_draws, n_lines), degrees.

    `plane_angles` holds the largest principal angle between all lines together and those of each draw.
    """

    model: FactorModel
    rotation: NDArray[np.float64]
    angles: NDArray[np.float64]
    plane_angles: NDArray[np.float64]

    def certainty(self, line: int) -> str:
        """`sure`, `probable` or `may be chance`, from the angles when a fifth of the people is left out."""
        angles = np.median(self.angles[:, line]), np.quantile(self.angles[:, line], 0.9)
        for word, most in (("sure", SURE), ("probable", PROBABLE)):
            if angles[0] <= most[0] and angles[1] <= most[1]:
                return word
        return "may be chance"


def readable_lines(land: Landscape, refits: list[Draw]) -> Lines:
    """Turn the lines so that each statement belongs to few of them, and see how they hold in every draw."""
    rotation = varimax(land.model.loadings)
    model = land.model.turned(rotation)
    # Statements with few votes have loose loadings; they should not decide whether a line stands.
    weight = np.sqrt(land.table.voters)[:, None]
    own = model.loadings * weight
    others = [draw.model.loadings * weight for draw in refits]
    return Lines(
        model,
        rotation,
        np.array([line_angles(own, other @ varimax(other / weight)) for other in others]),
        np.array([largest_principal_angle(own, other) for other in others]),
    )


def line_angles(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    """Angle of each line with the line it matches in a draw, in degrees, shape (n_lines,)."""
    cosines = np.abs(unit(first).T @ unit(second))
    rows, columns = linear_sum_assignment(-cosines)
    return np.degrees(np.arccos(np.minimum(cosines[rows, columns], 1)))


def unit(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    return columns / np.maximum(np.linalg.norm(columns, axis=0), 1e-300)


def largest_principal_angle(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """How far apart two planes (or lines, or spaces) are, in degrees."""
    bases = (np.linalg.qr(side)[0] for side in (first, second))
    cosines = np.linalg.svd(next(bases).T @ next(bases), compute_uv=False)
    return float(np.degrees(np.arccos(np.clip(cosines.min(), 0, 1))))
