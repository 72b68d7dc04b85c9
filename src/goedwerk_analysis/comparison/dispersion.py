"""How much the people of a group agree among themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

from goedwerk_analysis.comparison import sizes
from goedwerk_analysis.comparison.cells import centred_positions
from goedwerk_analysis.comparison.common import agreement
from goedwerk_analysis.comparison.permanova import dispersion_f, distances_to_centre
from goedwerk_analysis.responses.sorts import Sorts


@dataclass(frozen=True)
class GroupAgreement:
    """Mean correlation within one group; limits from a jackknife over people, None below 8 people."""

    group: str
    n_people: int
    agreement: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Dispersion:
    """Agreement per group, with a test whether groups agree equally.

    For forced sorts dispersion is K times one minus the agreement, so this test
    means: some group is more of one mind than another. It is not a difference
    in what groups value.
    """

    groups: tuple[GroupAgreement, ...]
    f: float | None
    p: float | None


def agreement_within(sorts: Sorts, by: str | None = None, *, permutations: int = 999, seed: int = 1) -> Dispersion:
    """Measure agreement within each group of an attribute (or of everybody)."""
    positions = centred_positions(sorts)
    values = sorts.attribute(by) if by else np.full(sorts.n_sorts, "all")
    names, codes = np.unique(values, return_inverse=True)
    groups = tuple(_agreement(positions[codes == code], str(name)) for code, name in enumerate(names))
    if len(names) < 2 or np.bincount(codes).min() < sizes.SHARE_LEVEL:
        return Dispersion(groups, None, None)
    f, p = _permuted(positions, codes, permutations, seed)
    return Dispersion(groups, f, p)


def _agreement(positions: NDArray[np.float64], name: str) -> GroupAgreement:
    n, total = len(positions), positions.sum(axis=0)
    length = float((positions[0] ** 2).sum())
    own = agreement(total, n, length)
    if n < sizes.AGREEMENT:
        return GroupAgreement(name, n, own, None, None)
    without = np.array([agreement(total - person, n - 1, length) for person in positions])
    error = np.sqrt((n - 1) / n * ((without - without.mean()) ** 2).sum())
    reach = t.ppf(0.975, n - 1) * error
    return GroupAgreement(name, n, own, float(own - reach), float(min(1.0, own + reach)))


def _permuted(
    positions: NDArray[np.float64], codes: NDArray[np.int64], permutations: int, seed: int
) -> tuple[float, float]:
    distances = distances_to_centre(positions, codes, unbiased=True)
    observed, *_ = dispersion_f(distances, codes)
    random = np.random.default_rng(seed)
    drawn = [dispersion_f(random.permutation(distances), codes)[0] for _ in range(permutations)]
    return observed, float((np.sum(np.array(drawn) >= observed) + 1) / (permutations + 1))
