"""Organisations as a sample, and types that must differ by more than organisations do by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import f as f_distribution

from goedwerk_analysis.comparison.design import Block, Fit
from goedwerk_analysis.comparison.intervals import Quadratic, gamma_limits, mixed_slope


@dataclass(frozen=True)
class Between:
    """How far organisations of the same type lie apart.

    Attributes
    ----------
    variance : float
        Estimated total variance over the cards (so), from chance corrected; may be negative.
    limits : tuple of float
        95 % limits of it.
    covariance : ndarray, shape (n_cards, n_cards)
        Moment estimate between organisations.
    dimensions : float
        Effective number of card dimensions in which organisations differ.
    """

    variance: float
    limits: tuple[float, float]
    covariance: NDArray[np.float64]
    dimensions: float


@dataclass(frozen=True)
class TypeDifference:
    """Types of organisation beyond what organisations differ by chance."""

    form: Quadratic
    f: float
    p: float
    df: int


@dataclass(frozen=True)
class _Weights:
    """Composition of the round over organisations, split within and between types."""

    members: NDArray[np.float64]
    within: NDArray[np.float64]
    between: NDArray[np.float64]
    within_inverse: NDArray[np.float64]
    between_inverse: NDArray[np.float64]


def between_organisations(fit: Fit, block: Block, types: NDArray[np.int64] | None) -> Between:
    """Estimate how far organisations lie apart within their type."""
    weights = _weights(fit, block, types)
    effects = fit.level_effects(block)
    value = _trace_form(effects, weights.within)
    bias, size = fit.spread * np.trace(weights.within_inverse), np.trace(weights.within)
    chance = fit.residual * np.trace(weights.within_inverse)
    covariance = (effects.T @ weights.within @ effects - chance) / size
    dimensions = _dimensions(covariance, fit.box)

    def variance(asked: float) -> float:
        return _variance_within(fit, block, weights, asked, dimensions)

    limits = gamma_limits(value, lambda asked: asked * size + bias, variance)
    return Between(float((value - bias) / size), limits, covariance, dimensions)


def between_types(fit: Fit, block: Block, types: NDArray[np.int64], organisations: Between) -> TypeDifference:
    """Estimate how far types lie apart, beyond chance differences between organisations."""
    weights = _weights(fit, block, types)
    effects = fit.level_effects(block)
    variance = max(organisations.variance, 0.0)
    size, trace = np.trace(weights.between), np.trace(weights.between_inverse)
    value = _trace_form(effects, weights.between)
    by_chance = fit.spread * trace + organisations.variance * size
    constant = _type_variance(fit, block, weights, variance, organisations.dimensions)
    of_estimate = size**2 * _variance_within(fit, block, weights, variance, organisations.dimensions, parts=False)
    of_estimate /= np.trace(weights.within) ** 2
    total = constant + of_estimate
    expected = fit.spread * trace + variance * size
    observed = _observed_direction(fit, block, weights, effects, organisations, variance)
    estimate = value - by_chance
    slope = mixed_slope(
        chance=2 * constant / max(expected, 1e-300),
        observed=observed / estimate if estimate > 0 else 0.0,
        estimate=estimate,
        constant=total,
        free=fit.free,
    )
    free = _chance_free(fit, variance * size, expected, variance, of_estimate, size)
    ratio = value / expected
    p = float(f_distribution.sf(ratio, 2 * expected**2 / total, free))
    return TypeDifference(Quadratic(value, by_chance, total, slope), float(ratio), p, len(set(types)) - 1)


def permuted_types(fit: Fit, block: Block, types: NDArray[np.int64], *, permutations: int, seed: int) -> float:
    """Move whole organisations between types; how often do types lie as far apart?"""
    effects, share = fit.level_effects(block), block.share
    total = effects.T @ share
    whole = float((share[:, None] * effects**2).sum() - total @ total)
    random = np.random.default_rng(seed)

    def ratio(order: NDArray[np.int64]) -> float:
        members = np.eye(types.max() + 1)[types[order]]
        sizes, sums = members.T @ share, members.T @ (share[:, None] * effects)
        apart = float(((sums**2).sum(axis=1) / np.maximum(sizes, 1e-300)).sum() - total @ total)
        return apart / max(whole - apart, 1e-300)

    straight = np.arange(len(types))
    observed = ratio(straight)
    as_large = sum(ratio(random.permutation(straight)) >= observed * (1 - 1e-12) for _ in range(permutations))
    return (as_large + 1) / (permutations + 1)


def _weights(fit: Fit, block: Block, types: NDArray[np.int64] | None) -> _Weights:
    share = block.share
    members = np.ones((len(share), 1)) if types is None else np.eye(types.max() + 1)[types]
    of_type = members.T @ share
    pooled = (share[:, None] * members) @ np.diag(1 / of_type) @ (members.T * share)
    within = np.diag(share) - pooled
    between = pooled - np.outer(share, share)
    inverse = fit.level_inverse(block)
    return _Weights(members, within, between, within @ inverse, between @ inverse)


def _trace_form(effects: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    return float((effects * (weights @ effects)).sum())


def _dimensions(covariance: NDArray[np.float64], box: float) -> float:
    sizes = np.linalg.eigvalsh(covariance).clip(0)
    own = sizes.sum() ** 2 / (sizes**2).sum() if sizes.sum() > 0 else box
    return float(max(2.0, min(box, own)))


def _variance_within(
    fit: Fit, block: Block, weights: _Weights, asked: float, dimensions: float, *, parts: bool = True
) -> float:
    """Variance of the form within types when organisations vary by `asked`."""
    twice = np.trace(weights.within_inverse @ weights.within_inverse) * fit.squared_spread
    mixed = np.trace(weights.within_inverse @ weights.within) * asked * fit.spread / max(fit.box, dimensions)
    own = np.trace(weights.within @ weights.within) * asked**2 / dimensions
    residual = 2 * np.trace(weights.within_inverse) ** 2 * fit.squared_spread / fit.free if parts else 0.0
    return float(2 * (twice + 2 * mixed + own) + residual)


def _type_variance(fit: Fit, block: Block, weights: _Weights, variance: float, dimensions: float) -> float:
    twice = np.trace(weights.between_inverse @ weights.between_inverse) * fit.squared_spread
    mixed = np.trace(weights.between_inverse @ weights.between) * variance * fit.spread / max(fit.box, dimensions)
    own = np.trace(weights.between @ weights.between) * variance**2 / dimensions
    return float(
        2 * (twice + 2 * mixed + own) + 2 * np.trace(weights.between_inverse) ** 2 * fit.squared_spread / fit.free
    )


def _observed_direction(
    fit: Fit, block: Block, weights: _Weights, effects: NDArray[np.float64], organisations: Between, variance: float
) -> float:
    """Four times the variance in the directions in which the types were seen to differ, from chance corrected."""
    inverse, between, own = fit.level_inverse(block), weights.between, organisations.covariance
    mixed, square = between @ inverse @ between, between @ between
    seen = _cross(effects, mixed, fit.residual) + _cross(effects, square, own)
    chance = np.trace(weights.between_inverse @ weights.between_inverse) * fit.squared_spread
    chance += (np.trace(square @ inverse) + np.trace(mixed)) * float((fit.residual * own).sum())
    chance += np.trace(square) * variance**2 / organisations.dimensions
    return float(4 * (seen - chance))


def _cross(effects: NDArray[np.float64], weights: NDArray[np.float64], covariance: NDArray[np.float64]) -> float:
    return float(((effects.T @ weights @ effects) * covariance).sum())


def _chance_free(
    fit: Fit, of_organisations: float, expected: float, variance: float, of_estimate: float, size: float
) -> float:
    """Degrees of freedom of what chance was estimated from: organisations, where they matter."""
    if of_organisations <= 0.2 * expected:
        return fit.box * fit.free
    return max(2 * variance**2 * size**2 / max(of_estimate, 1e-300), 5.0)
