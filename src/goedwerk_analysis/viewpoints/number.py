"""How many viewpoints the sorts can carry, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.viewpoints.analysis import analyse
from goedwerk_analysis.viewpoints.bootstrap import bootstrap
from goedwerk_analysis.viewpoints.correlation import Method, unit_sorts
from goedwerk_analysis.viewpoints.extract import DidNotConverge, Extraction

FEWEST_DEFINING = 2
MOST_VIEWPOINTS = 7


@dataclass(frozen=True)
class Candidate:
    """One number of viewpoints that was tried.

    `fewest_defining` is the smallest number of sorts defining a viewpoint,
    `most_unsteady` the largest share of bootstrap steps under congruence .85.
    """

    n_viewpoints: int
    fewest_defining: int
    most_unsteady: float
    holds: bool


@dataclass(frozen=True)
class Argument:
    """The argued number of viewpoints; `chosen` 0 means no clear viewpoints.

    Attributes
    ----------
    chosen : int
    eigenvalues, chance : ndarray, shape (n_tried,)
        Observed, and the 95th percentile when each person lays the same columns
        at random.
    beyond_chance : int
        How many leading eigenvalues exceed chance.
    candidates : tuple of Candidate
    reason : str
        Why, in one sentence; translated sentences are in `comparison.sentences`.
    """

    chosen: int
    eigenvalues: NDArray[np.float64]
    chance: NDArray[np.float64]
    beyond_chance: int
    candidates: tuple[Candidate, ...]
    reason: str


def argue_number(
    sorts: Sorts,
    *,
    extraction: Extraction = "pca",
    method: Method = "pearson",
    n_random: int = 200,
    n_steps: int = 200,
    seed: int = 1,
    required: float = 0.80,
) -> Argument:
    """Argue for a number of viewpoints instead of assuming one.

    Parallel analysis bounds it: an eigenvalue must exceed what random laying of
    the same columns gives. Among the numbers within that bound, the largest is
    taken at which every viewpoint is defined by at least two sorts and comes
    back in at least `required` of the bootstrap steps. Where none does, the
    answer is that there are no clear viewpoints.

    References
    ----------
    Horn, J. L. (1965), Psychometrika 30, 179-185. Akhtar-Danesh, N. (2023),
    BMC Medical Research Methodology 23, for permuting within Q sorts.
    """
    sorts.at_least(3, "the number of viewpoints")
    observed, chance = parallel_analysis(sorts, method=method, n_random=n_random, seed=seed)
    beyond = int(np.argmin(np.append(observed > chance, False)))
    tried = tuple(
        _candidate(sorts, number, extraction, method, n_steps, seed, required)
        for number in range(1, min(beyond, MOST_VIEWPOINTS, sorts.n_sorts - 1) + 1)
    )
    chosen = max((candidate.n_viewpoints for candidate in tried if candidate.holds), default=0)
    return Argument(chosen, observed, chance, beyond, tried, _reason(chosen, beyond))


def parallel_analysis(
    sorts: Sorts, *, method: Method = "pearson", n_random: int = 200, seed: int = 1, percentile: float = 95
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Compare eigenvalues with those of people who lay their own columns at random.

    Returns
    -------
    observed, chance : ndarray, shape (min(n_sorts, n_cards),)
        Largest first.
    """
    random = np.random.default_rng(seed)
    unit = unit_sorts(sorts.positions, method)
    observed = np.linalg.svd(unit, compute_uv=False) ** 2
    chance = [np.linalg.svd(random.permuted(unit, axis=1), compute_uv=False) ** 2 for _ in range(n_random)]
    return observed, np.percentile(chance, percentile, axis=0)


def _candidate(
    sorts: Sorts, number: int, extraction: Extraction, method: Method, n_steps: int, seed: int, required: float
) -> Candidate:
    try:
        found = analyse(sorts, number, extraction=extraction, method=method)
        steady = bootstrap(sorts, found.loadings, method=method, n_steps=n_steps, seed=seed, required=required)
    except DidNotConverge:
        # A rotation that does not settle in some step is not one that comes back.
        return Candidate(number, 0, 1.0, False)
    fewest = int(found.flags.marked.sum(axis=0).min())
    unsteady = float(steady.unsteady.max())
    return Candidate(number, fewest, unsteady, fewest >= FEWEST_DEFINING and unsteady <= 1 - required)


def _reason(chosen: int, beyond: int) -> str:
    if chosen:
        return f"{beyond} eigenvalues exceed chance; {chosen} is the largest number that comes back when people change"
    if beyond:
        return f"{beyond} eigenvalues exceed chance, but no number of viewpoints comes back when people change"
    return "no eigenvalue exceeds what random laying of the cards gives"
