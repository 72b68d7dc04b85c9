"""Intervals for shares, which are quadratic and therefore never normal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import gammainc
from scipy.stats import t

FEW_FREE = 100
NARROWEST = 0.001


@dataclass(frozen=True)
class Quadratic:
    """A quadratic form Q and how it varies: mean V + bias, variance ``constant + slope * V``.

    `bias` is what chance alone adds; V is what is asked.
    """

    value: float
    bias: float
    constant: float
    slope: float

    @property
    def estimate(self) -> float:
        return self.value - self.bias

    def limits(self, level: float = 0.95) -> tuple[float, float]:
        """The V for which the observed Q is the upper and the lower tail of a gamma."""
        return gamma_limits(self.value, lambda v: v + self.bias, lambda v: self.constant + self.slope * v, level)


def gamma_limits(
    value: float, mean: Callable[[float], float], variance: Callable[[float], float], level: float = 0.95
) -> tuple[float, float]:
    """Invert a gamma distribution with the given mean and variance at an observed value."""
    tail = (1 - level) / 2

    def below(asked: float) -> float:
        centre, spread = mean(asked), variance(asked)
        if centre <= 0 or spread <= 0:
            return 1.0
        # `scipy.stats.gamma` is the same function, behind checks that take a hundred times as long.
        return float(gammainc(centre**2 / spread, max(value, 0.0) * centre / spread))

    at_zero = below(0.0)
    if at_zero < tail:
        return 0.0, 0.0
    top = _above(below, tail, max(value, mean(0.0), 1e-12))
    low = 0.0 if at_zero < 1 - tail else brentq(lambda asked: below(asked) - (1 - tail), 0.0, top)
    return float(low), float(brentq(lambda asked: below(asked) - tail, 0.0, top))


def mixed_slope(*, chance: float, observed: float, estimate: float, constant: float, free: int) -> float:
    """How fast the variance grows with V: by chance directions, or by the directions observed.

    With a clear difference the observed directions count; near zero, or with
    few people, the larger of the two.
    """
    if free < FEW_FREE:
        return max(chance, observed)
    weight = estimate**2 / (estimate**2 + constant) if estimate > 0 and constant > 0 else 0.0
    return weight * max(observed, 0.3 * chance) + (1 - weight) * chance


def as_share(limits: tuple[float, float], estimate: float, whole: float) -> tuple[float, float]:
    """Divide by the whole, keep within 0 and 1, and never claim more than a tenth of a point."""
    low, high = limits[0] / whole, limits[1] / whole
    low = min(low, estimate / whole - NARROWEST)
    high = max(high, estimate / whole + NARROWEST)
    return float(np.clip(low, 0, 1)), float(np.clip(high, 0, 1))


def t_limits(estimate: float, error: float, free: float, level: float = 0.95) -> tuple[float, float]:
    """Symmetric limits from a standard error."""
    reach = float(t.ppf(1 - (1 - level) / 2, free)) * error
    return estimate - reach, estimate + reach


def _above(below: Callable[[float], float], tail: float, start: float) -> float:
    top = start * 10
    for _ in range(60):
        if below(top) < tail:
            return top
        top *= 4
    return top
