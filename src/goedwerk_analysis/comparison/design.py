"""One additive model for all cards: what goes with role, work and organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison.cells import Cells


@dataclass(frozen=True)
class Block:
    """The columns of one attribute in the model; the first level is the reference."""

    name: str
    columns: slice
    dummies: NDArray[np.float64]
    share: NDArray[np.float64]

    @property
    def n_levels(self) -> int:
        return self.dummies.shape[1]


@dataclass(frozen=True)
class Fit:
    """Least squares of positions on the attributes, from cell sums.

    Attributes
    ----------
    inverse : ndarray, shape (n_columns, n_columns)
        Generalised inverse of X'X.
    effects : ndarray, shape (n_columns, n_cards)
    residual : ndarray, shape (n_cards, n_cards)
        Covariance of the residuals (S).
    spread : float
        Its trace (s).
    squared_spread : float
        Unbiased trace of S squared (t2), after Box.
    free : int
        Residual degrees of freedom.
    """

    cells: Cells
    blocks: tuple[Block, ...]
    design: NDArray[np.float64]
    inverse: NDArray[np.float64]
    cross: NDArray[np.float64]
    effects: NDArray[np.float64]
    residual: NDArray[np.float64]
    spread: float
    squared_spread: float
    free: int
    rank: int

    def block(self, name: str) -> Block:
        return next(block for block in self.blocks if block.name == name)

    def level_effects(self, block: Block) -> NDArray[np.float64]:
        """Effect of each level on each card, shape (n_levels, n_cards); the first is 0."""
        effects = np.zeros((block.n_levels, self.cells.n_cards))
        effects[1:] = self.effects[block.columns]
        return effects

    def level_inverse(self, block: Block) -> NDArray[np.float64]:
        inverse = np.zeros((block.n_levels, block.n_levels))
        inverse[1:, 1:] = self.inverse[block.columns, block.columns]
        return inverse

    def residual_sums(self) -> NDArray[np.float64]:
        """Sum of residuals in each cell, shape (n_cells, n_cards)."""
        return self.cells.sums - self.cells.counts[:, None] * (self.design @ self.effects)

    @property
    def box(self) -> float:
        """Effective number of card dimensions (h): s squared over t2."""
        return self.spread**2 / self.squared_spread


def fit_additive(cells: Cells, names: Sequence[str]) -> Fit:
    """Fit the additive model with the given attributes."""
    blocks, design = _blocks(cells, names)
    normal = design.T @ (cells.counts[:, None] * design)
    cross = design.T @ cells.sums
    inverse = np.linalg.pinv(normal, hermitian=True)
    rank = round(float(np.trace(inverse @ normal)))
    effects = inverse @ cross
    free = cells.n_people - rank
    residual = (cells.products - effects.T @ cross) / max(free, 1)
    spread = float(np.trace(residual))
    return Fit(
        cells, blocks, design, inverse, cross, effects, residual, spread, unbiased_square(residual, free), free, rank
    )


def unbiased_square(covariance: NDArray[np.float64], free: int) -> float:
    """Unbiased estimate of the trace of a covariance squared, kept at its smallest possible value."""
    spread = float(np.trace(covariance))
    smallest = spread**2 / max(len(covariance) - 1, 1)
    if free < 2:
        return smallest
    square = float((covariance * covariance).sum())
    return max(free**2 / ((free - 1) * (free + 2)) * (square - spread**2 / free), smallest)


def sum_of_squares(cells: Cells, design: NDArray[np.float64]) -> tuple[float, int]:
    """Explained sum of squares of a design over all cards, and its rank."""
    normal = design.T @ (cells.counts[:, None] * design)
    cross = design.T @ cells.sums
    inverse = np.linalg.pinv(normal, hermitian=True)
    return float((inverse @ cross * cross).sum()), round(float(np.trace(inverse @ normal)))


def _blocks(cells: Cells, names: Sequence[str]) -> tuple[tuple[Block, ...], NDArray[np.float64]]:
    parts, blocks, start = [np.ones((len(cells.counts), 1))], [], 1
    for name in names:
        dummies = cells.dummies(name)
        end = start + dummies.shape[1] - 1
        share = cells.counts @ dummies / cells.n_people
        blocks.append(Block(name, slice(start, end), dummies, share))
        parts.append(dummies[:, 1:])
        start = end
    return tuple(blocks), np.hstack(parts)
