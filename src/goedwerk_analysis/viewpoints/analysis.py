"""From sorts to viewpoints, in one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.sorts import Sorts, SortsError
from goedwerk_analysis.viewpoints.arrays import factor_arrays, shown_weights, sort_weights, z_scores
from goedwerk_analysis.viewpoints.bipolar import Ends, Split, is_bipolar, split_bipolar, unsplit
from goedwerk_analysis.viewpoints.characteristics import Characteristics, characterise
from goedwerk_analysis.viewpoints.correlation import Method, correlate
from goedwerk_analysis.viewpoints.differences import Differences, compare_cards
from goedwerk_analysis.viewpoints.extract import (
    Extraction,
    Unrotated,
    centroid,
    centroid_horst,
    principal_components,
)
from goedwerk_analysis.viewpoints.flag import Flags, HandFlag, automatic_flags, borderline_sorts
from goedwerk_analysis.viewpoints.kade import kade_z_scores
from goedwerk_analysis.viewpoints.ranks import RelativeRanks, relative_ranks
from goedwerk_analysis.viewpoints.rotate import (
    R_TOLERANCE,
    Turn,
    facing_forward,
    ordered_by_weight,
    turn_by_hand,
    varimax,
    varimax_planar,
)

METHOD_VERSION = "viewpoints 1"
MOST_CORRELATED = 10_000
Convention = Literal["goedwerk", "qmethod", "kade"]


class TooManySorts(SortsError):
    """A correlation between so many people does not fit in memory."""


@dataclass(frozen=True)
class Viewpoints:
    """Everything a Q analysis says about a set of sorts.

    Shapes: `unrotated`, `loadings`, `flags.marked` are (n_sorts, n_viewpoints);
    `scores` and `arrays` are (n_cards, n_viewpoints), NaN for a viewpoint that
    no sort defines. Where viewpoints were split, n_viewpoints counts the ends,
    except in `unrotated`; `ends` says which was which. `labels` name the
    viewpoints; `notices` say what the reader should know; `borderline` lists
    (sort, viewpoint).
    """

    labels: tuple[str, ...]
    n_sorts: int
    extraction: Extraction
    convention: Convention
    correlation: NDArray[np.float64]
    eigenvalues: NDArray[np.float64]
    unrotated: NDArray[np.float64]
    loadings: NDArray[np.float64]
    turns: tuple[Turn, ...]
    flags: Flags
    weights: NDArray[np.float64]
    scores: NDArray[np.float64]
    arrays: NDArray[np.float64]
    ends: Ends
    characteristics: Characteristics
    differences: Differences
    ranks: tuple[RelativeRanks | None, ...]
    borderline: tuple[tuple[int, int], ...]
    notices: tuple[str, ...]
    method: str = METHOD_VERSION


def analyse(
    sorts: Sorts,
    n_viewpoints: int,
    *,
    extraction: Extraction = "pca",
    method: Method = "pearson",
    convention: Convention = "goedwerk",
    turns: Sequence[Turn] = (),
    threshold: float = 1.96,
    by_hand: Sequence[HandFlag] = (),
    split: bool = False,
) -> Viewpoints:
    """Find viewpoints in sorts.

    Parameters
    ----------
    sorts : Sorts
        Unforced sorts need a reference distribution.
    n_viewpoints : int
        How many; see `argue_number` for how to choose.
    extraction : {"pca", "centroid", "horst"}
    method : {"pearson", "spearman"}
    convention : {"goedwerk", "qmethod", "kade"}
        "goedwerk" iterates varimax to 1e-10 and standardises each sort;
        "qmethod" and "kade" follow those tools' stopping rules, signs and
        lists, with their defects corrected.
    turns : sequence of Turn
        Judgmental rotation after varimax.
    threshold : float
        Standard errors a loading must exceed to be flagged.
    by_hand : sequence of HandFlag
        Flags set or removed by people, applied after the rule.
    split : bool
        Give each end of a bipolar viewpoint its own column.

    Raises
    ------
    TooFewSorts, TooManySorts, TooManyViewpoints, NoDistribution
    """
    sorts.at_least(2, "a viewpoint")
    if sorts.n_sorts > MOST_CORRELATED:
        raise TooManySorts(f"{sorts.n_sorts} sorts are too many to correlate; use `viewpoints.many.viewpoints_of_many`")
    sorts.needed_distribution()
    correlation = _correlation(sorts, method, convention)
    unrotated = _extracted(correlation, n_viewpoints, extraction, convention)
    loadings = turn_by_hand(_rotated(unrotated.loadings, extraction, convention), turns)
    flags = automatic_flags(loadings, sorts.n_cards, threshold)
    for change in by_hand:
        flags = flags.with_hand(change)
    asked = _Asked(extraction, convention, tuple(turns))
    ends = (split_bipolar if split else unsplit)(loadings, flags.marked)
    flags = flags.at_ends(ends, loadings)
    return _described(sorts, asked, correlation, unrotated, ends, flags)


@dataclass(frozen=True)
class _Asked:
    """How the analysis was asked for, to be written beside its result."""

    extraction: Extraction
    convention: Convention
    turns: tuple[Turn, ...]

    @property
    def card_rule(self) -> Literal["kade", "qmethod"]:
        return "kade" if self.convention == "kade" else "qmethod"


def _correlation(sorts: Sorts, method: Method, convention: Convention) -> NDArray[np.float64]:
    correlation = correlate(sorts.positions, method)
    return np.round(correlation, 5) if convention == "kade" else correlation


def _extracted(
    correlation: NDArray[np.float64], n_viewpoints: int, extraction: Extraction, convention: Convention
) -> Unrotated:
    if extraction == "horst":
        return centroid_horst(correlation, n_viewpoints)
    if extraction == "centroid":
        by_kade = {"start": 0.5, "tolerance": 1e-3} if convention == "kade" else {}
        return centroid(correlation, n_viewpoints, **by_kade)
    found = principal_components(correlation, n_viewpoints)
    if convention != "kade":
        return found
    return Unrotated(facing_forward(found.loadings), found.eigenvalues, True, found.notices)


def _rotated(loadings: NDArray[np.float64], extraction: Extraction, convention: Convention) -> NDArray[np.float64]:
    if convention == "kade":
        return facing_forward(varimax_planar(loadings))
    tolerance = R_TOLERANCE if convention == "qmethod" else 1e-10
    rotated = varimax(loadings, tolerance=tolerance)
    return ordered_by_weight(rotated) if extraction == "pca" else rotated


def _described(
    sorts: Sorts,
    asked: _Asked,
    correlation: NDArray[np.float64],
    unrotated: Unrotated,
    ends: Split,
    flags: Flags,
) -> Viewpoints:
    scores = _scored(sorts, ends.loadings, flags.marked, asked.convention)
    arrays = factor_arrays(scores, sorts.needed_distribution())
    described = characterise(ends.loadings, flags.marked, scores)
    return Viewpoints(
        **vars(asked),
        labels=ends.labels,
        loadings=ends.loadings,
        ends=ends.ends,
        n_sorts=sorts.n_sorts,
        correlation=correlation,
        eigenvalues=unrotated.eigenvalues,
        unrotated=unrotated.loadings,
        flags=flags,
        weights=shown_weights(sort_weights(ends.loadings, flags.marked)),
        scores=scores,
        arrays=arrays,
        characteristics=described,
        differences=compare_cards(scores, described.standard_error_of_difference, asked.card_rule),
        ranks=relative_ranks(arrays),
        borderline=tuple(borderline_sorts(ends.loadings, sorts.n_cards)),
        notices=unrotated.notices + _flag_notices(ends.loadings, flags.marked),
    )


def _scored(
    sorts: Sorts, loadings: NDArray[np.float64], marked: NDArray[np.bool_], convention: Convention
) -> NDArray[np.float64]:
    if convention == "kade":
        return kade_z_scores(sorts.positions, loadings, marked)
    return z_scores(sorts.positions, sort_weights(loadings, marked), standardise=convention != "qmethod")


def _flag_notices(loadings: NDArray[np.float64], marked: NDArray[np.bool_]) -> tuple[str, ...]:
    """What a reader should know of the flags, without naming anybody; the flags say who."""
    both = is_bipolar(loadings, marked)
    opposite = int((marked & (loadings < 0)).any(axis=1).sum())
    twice = int((marked.sum(axis=1) > 1).sum())
    empty = ~marked.any(axis=0)
    notices = (
        (both.any(), f"viewpoints defined from both ends, consider splitting: {_numbers(both)}"),
        (opposite, f"{opposite} sorts define a viewpoint by its opposite"),
        (twice, f"{twice} sorts are flagged twice"),
        (empty.any(), f"viewpoints that no sort defines, no portrait possible: {_numbers(empty)}"),
    )
    return tuple(notice for applies, notice in notices if applies)


def _numbers(chosen: NDArray[np.bool_]) -> str:
    return ", ".join(str(view + 1) for view in np.flatnonzero(chosen))
