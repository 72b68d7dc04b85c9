"""How well each viewpoint is measured."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RELIABILITY_OF_ONE = 0.80


@dataclass(frozen=True)
class Characteristics:
    """Properties of each viewpoint; arrays have shape (n_viewpoints,) unless said.

    Attributes
    ----------
    n_defining : number of sorts that define it
    eigenvalue : sum of squared loadings
    explained : percentage of the variance of all sorts
    reliability : composite reliability, with .80 for one sort (Brown)
    standard_error : of its scores
    correlations : between the scores of viewpoints, (n_viewpoints, n_viewpoints)
    standard_error_of_difference : between two viewpoints, same shape
    """

    n_defining: NDArray[np.int64]
    eigenvalue: NDArray[np.float64]
    explained: NDArray[np.float64]
    reliability: NDArray[np.float64]
    standard_error: NDArray[np.float64]
    correlations: NDArray[np.float64]
    standard_error_of_difference: NDArray[np.float64]


def characterise(
    loadings: NDArray[np.float64], marked: NDArray[np.bool_], scores: NDArray[np.float64]
) -> Characteristics:
    """Compute the characteristics of each viewpoint."""
    defining = marked.sum(axis=0)
    eigenvalue = (loadings**2).sum(axis=0)
    reliability = composite_reliability(defining)
    error = np.sqrt(1 - reliability)
    difference = np.sqrt(error[:, None] ** 2 + error[None, :] ** 2)
    explained = 100 * eigenvalue / len(loadings)
    return Characteristics(defining, eigenvalue, explained, reliability, error, _correlations(scores), difference)


def composite_reliability(n_defining: NDArray[np.int64]) -> NDArray[np.float64]:
    """Spearman-Brown: how reliable is the joint sort of so many people."""
    return RELIABILITY_OF_ONE * n_defining / (1 + (n_defining - 1) * RELIABILITY_OF_ONE)


def _correlations(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    return scores.T @ scores / (len(scores) - 1)
