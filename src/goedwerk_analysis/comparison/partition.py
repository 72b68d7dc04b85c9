"""One bar: what is common, what goes with role, work, type and organisation, and what is personal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.comparison import sizes
from goedwerk_analysis.comparison.cells import (
    Cells,
    cell_of_each_person,
    cells_of,
    centred_positions,
    level_within,
)
from goedwerk_analysis.comparison.common import common_share
from goedwerk_analysis.comparison.design import Block, Fit, fit_additive
from goedwerk_analysis.comparison.intervals import Quadratic, as_share, mixed_slope, t_limits
from goedwerk_analysis.comparison.organisations import (
    Between,
    between_organisations,
    between_types,
    permuted_types,
)
from goedwerk_analysis.comparison.significance import Test, holm, marginal_test, permuted_within
from goedwerk_analysis.responses.sorts import Sorts, TooFewSorts
from goedwerk_analysis.summaries.sorts import SortSummary

METHOD_VERSION = "partition 1"
SANDWICH_FROM = 20
MOST_PERMUTED = 2000


@dataclass(frozen=True)
class Share:
    """One part of the bar.

    Attributes
    ----------
    name : "common", an attribute, "overlap" or "person"
    estimate : float
        Part of the whole, 0 to 1; may be slightly negative, shown as about 0.
    low, high : float or None
        95 % limits for the composition of this round; None without inference.
    may_be_said : bool
        Whether there were enough people for a statement.
    why_not : str
        The reason when not, as a key of `comparison.sentences`.
    test : Test or None
    """

    name: str
    estimate: float
    low: float | None
    high: float | None
    may_be_said: bool = True
    why_not: str = ""
    test: Test | None = None


@dataclass(frozen=True)
class Partition:
    """Shares that add up to 1, in the order of the bar.

    `of_difference` divides by everything that is not common. `n_organisations`
    is None without that attribute. `person_with_moment` says that the personal
    part includes the mood of the moment, which only retests can separate.
    """

    n_people: int
    n_cards: int
    n_organisations: int | None
    shares: tuple[Share, ...]
    person_with_moment: bool = True
    inference: bool = True
    method: str = METHOD_VERSION

    def share(self, name: str) -> Share:
        return next(share for share in self.shares if share.name == name)

    def of_difference(self, name: str) -> float:
        """Part of the differences between people that goes with `name`."""
        return self.share(name).estimate / (1 - self.share("common").estimate)


def partition(
    data: Sorts | SortSummary,
    attributes: Sequence[str] = (),
    *,
    organisation: str | None = None,
    organisation_type: str | None = None,
    permutations: int = 0,
    seed: int = 1,
) -> Partition:
    """Divide what is in the sorts over common, attributes and persons.

    Measured from the middle of the grid every sort has the same squared length;
    the bar divides that length. Shares are corrected for chance, so that a
    share is zero on average when there is no difference, whatever the number of
    people; R squared is not.

    Parameters
    ----------
    data : Sorts or SortSummary
        A summary gives the same shares; permutations need the sorts.
    attributes : sequence of str
        Crossed attributes such as role and kind of work. They are adjusted for
        each other and for the organisations.
    organisation, organisation_type : str, optional
        Organisations are a sample; each belongs to one type.
    permutations : int
        Restricted permutations beside the F tests, up to 2,000 people: within
        organisations, and whole organisations for their type.
    seed : int

    Returns
    -------
    Partition
        A share about which too few people say something has `may_be_said`
        False and a reason.

    Raises
    ------
    TooFewSorts
        If there are not more people than columns in the model.
    AttributesDoNotFit
        If an organisation belongs to two types.

    References
    ----------
    Box, G. E. P. (1954), Annals of Mathematical Statistics 25, 290-302;
    Anderson, M. J. (2001), Austral Ecology 26, 32-46. Definitions and measured
    figures: docs/method/sorts.md.
    """
    names = [*attributes, *(name for name in (organisation, organisation_type) if name)]
    cells = cells_of(data, names)
    alone = organisation_type is not None and organisation is None
    in_model = [*attributes, *([organisation] if organisation else []), *([organisation_type] if alone else [])]
    fit = fit_additive(cells, in_model)
    if fit.free < 2:
        raise TooFewSorts(f"{cells.n_people} sorts cannot carry {fit.rank} groups; leave an attribute out")
    types = level_within(cells, organisation, organisation_type) if organisation and organisation_type else None
    shares = [_common(cells, organisation, types)]
    crossed = [*attributes, *([organisation_type] if alone else [])]
    shares += [_attribute(fit, fit.block(name), organisation, alone and name == organisation_type) for name in crossed]
    if organisation:
        shares += _organisations(fit, organisation, organisation_type, types)
    if permutations and isinstance(data, Sorts) and cells.n_people <= MOST_PERMUTED:
        shares = _permuted(shares, fit, data, names, organisation, organisation_type, types, permutations, seed)
    shares = _corrected(shares)
    person = _person(fit, data, names, organisation)
    overlap = 1 - sum(share.estimate for share in shares) - person.estimate
    n_organisations = len(cells.levels[organisation]) if organisation else None
    bar = (*shares, Share("overlap", overlap, None, None), person)
    return Partition(cells.n_people, cells.n_cards, n_organisations, bar)


def without_inference(found: Partition) -> Partition:
    """The same bar for a whole team: a description, without intervals or tests."""
    shares = tuple(replace(share, low=None, high=None, test=None) for share in found.shares)
    return replace(found, shares=shares, inference=False)


def _common(cells: Cells, organisation: str | None, types: NDArray[np.int64] | None) -> Share:
    estimate, limits = common_share(cells, organisation, types)
    few = cells.n_people < sizes.AGREEMENT
    return Share("common", estimate, *limits, may_be_said=not few, why_not="few_people" if few else "")


def _attribute(fit: Fit, block: Block, organisation: str | None, type_alone: bool) -> Share:
    reason = _why_not_attribute(fit, block, type_alone)
    if block.n_levels < 2:
        return Share(block.name, 0.0, None, None, may_be_said=False, why_not=reason)
    test = marginal_test(fit, block)
    if test is None:
        return Share(block.name, 0.0, None, None, may_be_said=False, why_not="cannot_be_told_apart")
    form = _attribute_form(fit, block, organisation)
    whole = fit.cells.squared_length
    limits = as_share(form.limits(), form.estimate, whole)
    return Share(block.name, form.estimate / whole, *limits, may_be_said=not reason, why_not=reason, test=test)


def _why_not_attribute(fit: Fit, block: Block, type_alone: bool) -> str:
    if block.n_levels < 2:
        return "one_level"
    if type_alone:
        return "type_without_organisations"
    if fit.cells.n_people < sizes.SHARE:
        return "few_people"
    if (block.share * fit.cells.n_people).min() < sizes.SHARE_LEVEL - 0.5:
        return "small_level"
    return ""


def _attribute_form(fit: Fit, block: Block, organisation: str | None) -> Quadratic:
    """The quadratic form of the level effects and how it varies."""
    weights = np.diag(block.share) - np.outer(block.share, block.share)
    effects, inverse = fit.level_effects(block), fit.level_inverse(block)
    spun = weights @ inverse
    twice = float(np.trace(spun @ spun)) * fit.squared_spread
    value, bias = float((effects * (weights @ effects)).sum()), fit.spread * float(np.trace(spun))
    constant = 2 * twice + 2 * float(np.trace(spun)) ** 2 * fit.squared_spread / fit.free
    seen = float(((effects.T @ weights @ inverse @ weights @ effects) * fit.residual).sum())
    seen = max(seen, _clustered(fit, block, weights @ effects, organisation))
    estimate = value - bias
    slope = mixed_slope(
        chance=4 * twice / max(bias, 1e-300),
        observed=4 * (seen - twice) / estimate if estimate > 0 else 0.0,
        estimate=estimate,
        constant=constant,
        free=fit.free,
    )
    return Quadratic(value, bias, constant, slope)


def _clustered(fit: Fit, block: Block, pull: NDArray[np.float64], organisation: str | None) -> float:
    """Variance along the observed effects when people of one organisation resemble each other."""
    if organisation is None or len(fit.cells.levels[organisation]) < SANDWICH_FROM:
        return 0.0
    along = fit.design @ (fit.inverse[:, block.columns] @ pull[1:])
    per_cell = (along * fit.residual_sums()).sum(axis=1)
    count = len(fit.cells.levels[organisation])
    per_organisation = np.bincount(fit.cells.codes[organisation], weights=per_cell, minlength=count)
    return float(per_organisation @ per_organisation) * count / (count - 1) * fit.cells.n_people / fit.free


def _organisations(
    fit: Fit, organisation: str, organisation_type: str | None, types: NDArray[np.int64] | None
) -> list[Share]:
    block, whole = fit.block(organisation), fit.cells.squared_length
    if block.n_levels < 2:
        return [Share(organisation, 0.0, None, None, may_be_said=False, why_not="one_level")]
    split = types is not None and len(set(types.tolist())) > 1 and block.n_levels > len(set(types.tolist())) + 1
    own_types = types if split else None
    within = np.eye(own_types.max() + 1)[own_types] if split else None
    between = between_organisations(fit, block, own_types)
    reason = _why_not_organisation(fit, block)
    limits = as_share(between.limits, between.variance, whole)
    test = marginal_test(fit, block, within)
    estimate = between.variance / whole
    shares = [Share(organisation, estimate, *limits, may_be_said=not reason, why_not=reason, test=test)]
    if organisation_type:
        shares.insert(0, _type(fit, block, organisation_type, own_types, between))
    return shares


def _why_not_organisation(fit: Fit, block: Block) -> str:
    people = block.share * fit.cells.n_people
    enough = (people >= sizes.PEOPLE_PER_ORGANISATION - 0.5).sum() >= sizes.ORGANISATIONS
    return "" if enough else "few_organisations"


def _type(fit: Fit, block: Block, name: str, types: NDArray[np.int64] | None, between: Between) -> Share:
    if types is None:
        return Share(name, 0.0, None, None, may_be_said=False, why_not="few_organisations_per_type")
    found = between_types(fit, block, types, between)
    enough = len(types) >= sizes.ORGANISATIONS_FOR_TYPE
    enough = enough and np.bincount(types).min() >= sizes.ORGANISATIONS_PER_TYPE
    whole = fit.cells.squared_length
    limits = as_share(found.form.limits(), found.form.estimate, whole)
    test = Test(found.form.value, found.df, found.f, found.p)
    reason = "" if enough else "few_organisations_per_type"
    return Share(name, found.form.estimate / whole, *limits, may_be_said=enough, why_not=reason, test=test)


def _permuted(
    shares: list[Share],
    fit: Fit,
    sorts: Sorts,
    names: Sequence[str],
    organisation: str | None,
    organisation_type: str | None,
    types: NDArray[np.int64] | None,
    permutations: int,
    seed: int,
) -> list[Share]:
    positions, rows = centred_positions(sorts), cell_of_each_person(sorts, names, fit.cells)
    groups = fit.cells.codes[organisation][rows] if organisation else None

    def p_of(share: Share) -> float | None:
        if share.name == organisation_type and types is not None:
            return permuted_types(fit, fit.block(organisation), types, permutations=permutations, seed=seed)
        if share.name == organisation:
            return None
        block = fit.block(share.name)
        return permuted_within(fit, block, positions, rows, groups, permutations=permutations, seed=seed)

    return [
        share if share.test is None else replace(share, test=replace(share.test, p_permuted=p_of(share)))
        for share in shares
    ]


def _corrected(shares: list[Share]) -> list[Share]:
    tests = holm({share.name: share.test for share in shares if share.test is not None and share.may_be_said})
    return [replace(share, test=tests.get(share.name, share.test)) for share in shares]


def _person(fit: Fit, data: Sorts | SortSummary, names: Sequence[str], organisation: str | None) -> Share:
    error, free = _person_error(fit, data, names, organisation)
    low, high = t_limits(fit.spread, error, free)
    whole = fit.cells.squared_length
    return Share("person", fit.spread / whole, max(0.0, low / whole), min(1.0, high / whole))


def _person_error(
    fit: Fit, data: Sorts | SortSummary, names: Sequence[str], organisation: str | None
) -> tuple[float, float]:
    """Standard error of the personal variance: over organisations, people, or from its covariance."""
    n, scale = fit.cells.n_people, fit.cells.n_people / fit.free
    if organisation and len(fit.cells.levels[organisation]) >= sizes.ORGANISATIONS:
        own = scale * _squared_residuals(fit) - fit.cells.counts * fit.spread
        count = len(fit.cells.levels[organisation])
        sums = np.bincount(fit.cells.codes[organisation], weights=own, minlength=count)
        return float(np.sqrt((sums**2).sum() * count / (count - 1))) / n, count - 1
    if isinstance(data, SortSummary):
        return float(np.sqrt(2 * fit.squared_spread / n)), n - 1
    fitted = (fit.design @ fit.effects)[cell_of_each_person(data, names, fit.cells)]
    squares = ((centred_positions(data) - fitted) ** 2).sum(axis=1) * scale
    return float(squares.std(ddof=1) / np.sqrt(n)), n - 1


def _squared_residuals(fit: Fit) -> NDArray[np.float64]:
    """Sum of squared residuals of the people in each cell; every sort has the same length."""
    fitted = fit.design @ fit.effects
    own = fit.cells.squared_length + (fitted**2).sum(axis=1)
    return fit.cells.counts * own - 2 * (fitted * fit.cells.sums).sum(axis=1)
