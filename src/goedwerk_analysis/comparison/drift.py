"""Two rounds with other people: has anything moved, beside who took part?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

from goedwerk_analysis.comparison import sizes
from goedwerk_analysis.comparison.cells import centred_positions
from goedwerk_analysis.comparison.fit_gap import MovedCard, NotTheSamePeople
from goedwerk_analysis.comparison.significance import benjamini_hochberg
from goedwerk_analysis.responses.sorts import Sorts, TooFewSorts

METHOD_VERSION = "drift 1"


@dataclass(frozen=True)
class Drift:
    """Change of each card between two rounds, at the composition of the first.

    `left_out` is the share of the first round in strata that were empty in one
    of the two; `n_used` the people per round whose strata both had.
    """

    n_people: tuple[int, int]
    n_used: tuple[int, int]
    left_out: float
    may_be_said: bool
    why_not: str
    cards: tuple[MovedCard, ...]
    first_means: NDArray[np.float64]
    second_means: NDArray[np.float64]
    method: str = METHOD_VERSION


@dataclass(frozen=True)
class _Round:
    positions: NDArray[np.float64]
    stratum: NDArray[np.int64]
    cluster: NDArray[np.str_]


def drift(first: Sorts, second: Sorts, attributes: Sequence[str] = (), *, organisation: str | None = None) -> Drift:
    """Compare two rounds of which the people are not linked.

    Both rounds are weighted to the composition of the first over all
    combinations of `attributes`, so that other people taking part is not
    mistaken for a change. Errors come from residuals, summed per organisation
    over both rounds.
    """
    if first.cards != second.cards:
        raise NotTheSamePeople("the two rounds are not of the same cards; compare only the same deck and version")
    strata_first, strata_second = _strata(first, attributes), _strata(second, attributes)
    shared = sorted(set(strata_first) & set(strata_second))
    if not shared:
        raise TooFewSorts("the two rounds have no combination of attributes in common")
    one = _round(first, strata_first, shared, organisation)
    two = _round(second, strata_second, shared, organisation)
    weight = np.bincount(one.stratum, minlength=len(shared)) / len(one.stratum)
    means = [_weighted(part, weight) for part in (one, two)]
    error, free = _errors(one, two, weight, clustered=organisation is not None)
    reason = _why_not(one, two, organisation)
    left_out = 1 - len(one.stratum) / first.n_sorts
    cards = _cards(means[1] - means[0], error, free, enough=not reason)
    used = (len(one.stratum), len(two.stratum))
    return Drift((first.n_sorts, second.n_sorts), used, left_out, not reason, reason, cards, means[0], means[1])


def combined(linked: Sequence[MovedCard], unlinked: Sequence[MovedCard]) -> tuple[MovedCard, ...]:
    """Inverse-variance mean of linked and unlinked change per card; how well it holds was not measured."""
    other = {card.card: card for card in unlinked}
    found = []
    for card in linked:
        pair = (card, other[card.card])
        widths = [(member.high - member.low) / 2 for member in pair]
        if min(widths) <= 0:
            continue
        weights = np.array([1 / width**2 for width in widths])
        change = float(weights @ [member.change for member in pair] / weights.sum())
        reach = float(weights.sum() ** -0.5)
        p = float(2 * t.sf(abs(change) / (reach / 1.96), 1000))
        found.append(MovedCard(card.card, change, change - reach, change + reach, p, False))
    claimed = benjamini_hochberg(np.array([card.p for card in found]))
    return tuple(
        MovedCard(card.card, card.change, card.low, card.high, card.p, bool(claim))
        for card, claim in zip(found, claimed, strict=True)
    )


def _strata(sorts: Sorts, attributes: Sequence[str]) -> list[tuple[str, ...]]:
    columns = [sorts.attribute(name).tolist() for name in attributes]
    return list(zip(*columns, strict=True)) if columns else [()] * sorts.n_sorts


def _round(
    sorts: Sorts, strata: list[tuple[str, ...]], shared: list[tuple[str, ...]], organisation: str | None
) -> _Round:
    where = {stratum: code for code, stratum in enumerate(shared)}
    codes = np.array([where.get(stratum, -1) for stratum in strata])
    rows = codes >= 0
    cluster = sorts.attribute(organisation) if organisation else np.arange(sorts.n_sorts).astype(str)
    return _Round(centred_positions(sorts)[rows], codes[rows], cluster[rows])


def _stratum_means(part: _Round, count: int) -> NDArray[np.float64]:
    sums = np.zeros((count, part.positions.shape[1]))
    np.add.at(sums, part.stratum, part.positions)
    return sums / np.bincount(part.stratum, minlength=count)[:, None]


def _weighted(part: _Round, weight: NDArray[np.float64]) -> NDArray[np.float64]:
    return weight @ _stratum_means(part, len(weight))


def _errors(
    one: _Round, two: _Round, weight: NDArray[np.float64], *, clustered: bool
) -> tuple[NDArray[np.float64], int]:
    """Standard error of each card's change and its degrees of freedom."""
    pieces = [sign * _influence(part, weight) for sign, part in ((-1, one), (1, two))]
    if clustered:
        names, place = np.unique(np.concatenate([one.cluster, two.cluster]), return_inverse=True)
        sums = np.zeros((len(names), pieces[0].shape[1]))
        np.add.at(sums, place, np.concatenate(pieces))
        count = len(names)
    else:
        sums, count = np.concatenate(pieces), len(one.stratum) + len(two.stratum)
    variance = (sums**2).sum(axis=0) * count / max(count - 1, 1)
    return np.sqrt((variance + variance.mean()) / 2), max(count - 1, 1)


def _influence(part: _Round, weight: NDArray[np.float64]) -> NDArray[np.float64]:
    sizes = np.bincount(part.stratum, minlength=len(weight))
    residual = part.positions - _stratum_means(part, len(weight))[part.stratum]
    return residual * (weight / sizes)[part.stratum][:, None]


def _why_not(one: _Round, two: _Round, organisation: str | None) -> str:
    if min(len(one.stratum), len(two.stratum)) < sizes.DRIFT:
        return "few_people"
    organisations = set(one.cluster.tolist()) | set(two.cluster.tolist())
    if organisation and len(organisations) < sizes.DRIFT_ORGANISATIONS:
        return "few_organisations"
    return ""


def _cards(
    change: NDArray[np.float64], error: NDArray[np.float64], free: int, *, enough: bool
) -> tuple[MovedCard, ...]:
    ratio = np.divide(np.abs(change), error, out=np.zeros_like(change), where=error > 0)
    p = 2 * t.sf(ratio, free)
    reach = t.ppf(0.975, free) * error
    claimed = benjamini_hochberg(p) & enough
    return tuple(
        MovedCard(
            int(card),
            float(change[card]),
            float(change[card] - reach[card]),
            float(change[card] + reach[card]),
            float(p[card]),
            bool(claimed[card]),
        )
        for card in np.argsort(-np.abs(change), kind="stable")
    )
