"""Whether a difference could be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.stats import f as f_distribution

from goedwerk_analysis.comparison.design import Block, Fit, sum_of_squares


@dataclass(frozen=True)
class Test:
    """One attribute tested beside all others.

    `p` is the F test with Box's degrees of freedom; `p_permuted` the share of
    restricted permutations at least as large, (b + 1) / (m + 1), or None;
    `p_holm` corrects whichever of the two is used for all attributes tested.
    """

    sum_of_squares: float
    df: int
    f: float
    p: float
    p_permuted: float | None = None
    p_holm: float | None = None

    @property
    def used(self) -> float:
        return self.p if self.p_permuted is None else self.p_permuted


def marginal_test(fit: Fit, block: Block, within: NDArray[np.float64] | None = None) -> Test | None:
    """Test one attribute after all others; None when it cannot be told apart from them.

    `within` holds dummies that stay in the model without the attribute, such as
    the types when organisations are tested.
    """
    keep = np.ones(fit.design.shape[1], dtype=bool)
    keep[block.columns] = False
    reduced = fit.design[:, keep]
    if within is not None:
        reduced = np.hstack([reduced, block.dummies @ within])
    left, left_rank = sum_of_squares(fit.cells, reduced)
    df = fit.rank - left_rank
    if df < 1 or fit.free < 1:
        return None
    squares = float((fit.effects * fit.cross).sum()) - left
    ratio = squares / df / fit.spread
    return Test(squares, df, ratio, float(f_distribution.sf(ratio, fit.box * df, fit.box * fit.free)))


def permuted_within(
    fit: Fit,
    block: Block,
    positions: NDArray[np.float64],
    cell_of_person: NDArray[np.int64],
    organisation_of_person: NDArray[np.int64] | None,
    *,
    permutations: int,
    seed: int,
) -> float:
    """Permute residuals of the model without the attribute, within organisations.

    Freedman and Lane's scheme, so that what the other attributes explain stays
    where it is. It says nothing about organisations or their types.
    """
    rows = fit.design[cell_of_person]
    keep = np.ones(rows.shape[1], dtype=bool)
    keep[block.columns] = False
    others = _basis(rows[:, keep])
    own = _basis(rows[:, ~keep] - others @ (others.T @ rows[:, ~keep]))
    residual = positions - others @ (others.T @ positions)
    total = (residual**2).sum()
    random = np.random.default_rng(seed)
    groups = np.zeros(len(rows), dtype=int) if organisation_of_person is None else organisation_of_person
    observed = _share_of(residual, own, others, total)
    as_large = sum(
        _share_of(residual[_shuffled(groups, random)], own, others, total) >= observed * (1 - 1e-12)
        for _ in range(permutations)
    )
    return (as_large + 1) / (permutations + 1)


def holm(tests: dict[str, Test]) -> dict[str, Test]:
    """Correct the p-values of all attributes together, step down."""
    order = sorted(tests, key=lambda name: tests[name].used)
    corrected, highest = {}, 0.0
    for rank, name in enumerate(order):
        highest = max(highest, min(1.0, tests[name].used * (len(order) - rank)))
        corrected[name] = replace(tests[name], p_holm=highest)
    return {name: corrected[name] for name in tests}


def benjamini_hochberg(p_values: NDArray[np.float64], rate: float = 0.05) -> NDArray[np.bool_]:
    """Which of many findings may be claimed so that at most `rate` of them are false."""
    flat = p_values.ravel()
    order = np.argsort(flat)
    below = flat[order] <= rate * np.arange(1, len(flat) + 1) / len(flat)
    claimed = np.zeros(len(flat), dtype=bool)
    if below.any():
        claimed[order[: np.flatnonzero(below)[-1] + 1]] = True
    return claimed.reshape(p_values.shape)


def tested(tests: Sequence[tuple[str, Test | None]]) -> dict[str, Test]:
    """Keep the attributes that could be tested, corrected with Holm."""
    return holm({name: test for name, test in tests if test is not None})


def _basis(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    left, sizes, _ = np.linalg.svd(columns, full_matrices=False)
    return left[:, sizes > 1e-9 * max(1.0, sizes.max(initial=0.0))]


def _share_of(
    residual: NDArray[np.float64], own: NDArray[np.float64], others: NDArray[np.float64], total: float
) -> float:
    explained = ((own.T @ residual) ** 2).sum()
    elsewhere = ((others.T @ residual) ** 2).sum()
    left = total - elsewhere - explained
    return float(explained / left) if left > 0 else np.inf


def _shuffled(groups: NDArray[np.int64], random: np.random.Generator) -> NDArray[np.int64]:
    """A random order of people in which everybody stays within their group."""
    places = np.argsort(groups, kind="stable")
    drawn = np.lexsort((random.random(len(groups)), groups))
    order = np.empty(len(groups), dtype=np.int64)
    order[places] = drawn
    return order
