"""From what was found to a finding that can be written down, read aloud and kept."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.opinions import common_ground as ground
from goedwerk_analysis.opinions import findings
from goedwerk_analysis.opinions import representative as rep
from goedwerk_analysis.opinions.curves import Shares
from goedwerk_analysis.opinions.explored import Explored
from goedwerk_analysis.opinions.gaps import GapFigures
from goedwerk_analysis.opinions.groups import DRAWS, IN_BETWEEN
from goedwerk_analysis.responses.votes import Votes

AT_ENDS = 5  # statements named at each end of a line
COLUMNS, ROWS = 56, 32  # of the density map


def finding_of(found: Explored) -> findings.GoedwerkFinding:
    along = isinstance(found.agreement, ground.Ground)
    return findings.GoedwerkFinding(
        verdict=found.outcome,
        reason=found.reason,
        participants=found.votes.n_participants,
        statements=found.votes.n_statements,
        votes=found.votes.n_votes,
        n_fit=found.n_fit,
        n_informed=0 if found.land is None else len(found.land.informed),
        lines=lines_of(found) if found.lines else (),
        common_ground=(common_along if along else common_plain)(found),
        dividing=(dividing_along if along else dividing_plain)(found),
        groups=groups_of(found) if found.membership is not None else None,
        stability=stability_of(found),
        density=density_of(found) if found.scores else None,
        sections=None,
        seed=found.seed,
    )


def named(votes: Votes, column: int) -> int | str:
    return votes.statements[column].item()


def lines_of(found: Explored) -> tuple[findings.Line, ...]:
    strengths = np.square(found.lines.model.loadings).sum(axis=0)
    ratios = found.land.eigenvalues[: len(strengths)] / found.land.limits[: len(strengths)]
    return tuple(
        line_of(found, line, share=float(strengths[line] / strengths.sum()), beyond=float(ratios[line]))
        for line in range(len(strengths))
    )


def line_of(found: Explored, line: int, *, share: float, beyond: float) -> findings.Line:
    angles = found.lines.angles[:, line]
    low, high = ends_of(found, line)
    names = [str(name) for name in found.votes.statements[found.usable].tolist()]
    return findings.Line(
        number=line + 1,
        share=share,
        beyond_chance=beyond,
        certainty=found.lines.certainty(line),
        angle=float(np.median(angles)),
        angle_90=float(np.quantile(angles, 0.9)),
        low_end=low,
        high_end=high,
        loadings=dict(zip(names, found.lines.model.loadings[:, line].tolist(), strict=True)),
    )


def ends_of(found: Explored, line: int) -> tuple[tuple, tuple]:
    """Statements with which one end agrees more than the other, clearest first."""
    difference = found.agreement.agree.difference[:, line]
    clear = found.agreement.divides[:, line]
    order = np.argsort(-np.abs(difference), kind="stable")
    order = order[clear[order]]
    return tuple(
        tuple(named(found.votes, column) for column in order[sign * difference[order] > 0][:AT_ENDS])
        for sign in (-1, 1)
    )


def interval(shares: Shares, column: int, line: int) -> findings.Interval:
    return findings.Interval(*(float(part[column, line]) for part in (shares.value, shares.low, shares.high)))


def answers_at(agree: Shares, disagree: Shares, column: int, line: int) -> findings.Answers:
    yes, no = interval(agree, column, line), interval(disagree, column, line)
    return findings.Answers(yes, no, max(1 - yes.value - no.value, 0.0))


def along_line(agreement: ground.Ground, column: int, line: int) -> findings.Along:
    agree, disagree = agreement.agree, agreement.disagree
    return findings.Along(
        line + 1,
        answers_at(agree.low_end, disagree.low_end, column, line),
        answers_at(agree.high_end, disagree.high_end, column, line),
    )


def overall(tallies: NDArray[np.int64], column: int) -> findings.Answers:
    disagree, passed, agree = (int(count) for count in tallies[:, column])
    seen = disagree + passed + agree
    yes, no = (
        findings.Interval(side / seen, *(float(limit) for limit in ground.share_interval(side, seen)))
        for side in (agree, disagree)
    )
    return findings.Answers(yes, no, passed / seen)


def common_along(found: Explored) -> tuple[findings.CommonGround, ...]:
    agreement = found.agreement
    sides = (("agree", agreement.common_agree), ("disagree", agreement.common_disagree))
    tallies = found.votes.tallies()
    listed = [
        common_at(found, int(column), direction, tallies)
        for direction, claimed in sides
        for column in np.flatnonzero(claimed)
    ]
    return tuple(sorted(listed, key=lambda one: -one.lowest.value))


def common_at(found: Explored, column: int, direction: str, tallies: NDArray) -> findings.CommonGround:
    along = tuple(along_line(found.agreement, column, line) for line in range(found.scores.mean.shape[1]))
    shares = [getattr(end, direction) for one in along for end in (one.low_end, one.high_end)]
    return findings.CommonGround(
        statement=named(found.votes, column),
        direction=direction,
        n=int(tallies[:, column].sum()),
        overall=overall(tallies, column),
        lowest=min(shares, key=lambda share: share.value),
        along=along,
        q_value=float(found.agreement.q_common[int(direction == "disagree"), column]),
    )


def common_plain(found: Explored) -> tuple[findings.CommonGround, ...]:
    plain = found.agreement
    sides = (("agree", plain.common_agree), ("disagree", plain.common_disagree))
    listed = []
    for row, (direction, claimed) in enumerate(sides):
        for column in np.flatnonzero(claimed):
            answers = overall(plain.tallies, column)
            share, n = getattr(answers, direction), int(plain.tallies[:, column].sum())
            q_value = float(plain.q_common[row, column])
            listed.append(findings.CommonGround(named(found.votes, column), direction, n, answers, share, (), q_value))
    return tuple(sorted(listed, key=lambda one: -one.lowest.value))


def dividing_along(found: Explored) -> tuple[findings.Dividing, ...]:
    """Each statement once, on the line along which it divides most, largest difference first."""
    agreement, tallies = found.agreement, found.votes.tallies()
    size = np.where(agreement.divides, np.abs(agreement.agree.difference), 0)
    columns = np.flatnonzero(size.max(axis=1) > 0)
    columns = columns[np.argsort(-size[columns].max(axis=1), kind="stable")]
    low, high = agreement.agree.difference_interval(agreement.ends)
    return tuple(
        dividing_at(found, int(column), int(size[column].argmax()), low=low, high=high, tallies=tallies)
        for column in columns
    )


def dividing_at(
    found: Explored, column: int, line: int, *, low: NDArray, high: NDArray, tallies: NDArray
) -> findings.Dividing:
    difference = found.agreement.agree.difference[column, line]
    return findings.Dividing(
        statement=named(found.votes, column),
        n=int(tallies[:, column].sum()),
        overall=overall(tallies, column),
        line=line + 1,
        along=along_line(found.agreement, column, line),
        difference=findings.Interval(float(difference), float(low[column, line]), float(high[column, line])),
        q_value=float(found.agreement.q_divides[column, line]),
    )


def dividing_plain(found: Explored) -> tuple[findings.Dividing, ...]:
    plain = found.agreement
    smaller = np.minimum(plain.tallies[0], plain.tallies[2]) / np.maximum(plain.tallies.sum(axis=0), 1)
    columns = np.flatnonzero(plain.divides)
    return tuple(
        findings.Dividing(
            statement=named(found.votes, column),
            n=int(plain.tallies[:, column].sum()),
            overall=overall(plain.tallies, column),
            line=None,
            along=None,
            difference=None,
            q_value=float(plain.q_divides[column]),
        )
        for column in columns[np.argsort(-smaller[columns], kind="stable")]
    )


def groups_of(found: Explored) -> findings.Groups:
    """Membership of everybody; tables leave out whoever stands in between."""
    votes, membership = found.votes, found.membership
    certain = membership.max(axis=1) >= IN_BETWEEN
    labels = np.where(certain, membership.argmax(axis=1), -1)
    k = membership.shape[1]
    counts = rep.GroupCounts.of(votes, labels, k)
    people = [str(person) for person in votes.participants.tolist()]
    chosen = rep.representative_of(counts, votes.statements, left_out=~found.askable)
    return findings.Groups(
        count=k,
        sizes=tuple(np.bincount(labels[certain], minlength=k).tolist()),
        in_between=int((~certain).sum()),
        members={who: label if label >= 0 else None for who, label in zip(people, labels.tolist(), strict=True)},
        membership=dict(zip(people, map(tuple, membership.round(4).tolist()), strict=True)),
        representative={str(group): tuple(asdict(entry) for entry in entries) for group, entries in enumerate(chosen)},
        group_aware_consensus=by_name(votes, rep.group_aware_consensus(counts.agree, counts.seen)),
        comparable_consensus=by_name(votes, rep.comparable_consensus(counts.agree, counts.seen)),
    )


def by_name(votes: Votes, values: NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(map(str, votes.statements.tolist()), values.tolist(), strict=True))


def stability_of(found: Explored) -> findings.Stability:
    verdict, angles = found.verdict, None if found.lines is None else found.lines.plane_angles
    return findings.Stability(
        draws=0 if angles is None else DRAWS,
        proposed=0 if verdict is None else verdict.proposed,
        repeats=() if verdict is None else verdict.repeats,
        gaps=()
        if verdict is None
        else tuple(findings.GapRow(**asdict(row), passes=row.passes) for row in verdict.figures),
        plane_angle=None if angles is None else float(np.median(angles)),
        plane_angle_90=None if angles is None else float(np.quantile(angles, 0.9)),
    )


def gap_row(figures: GapFigures) -> findings.GapRow:
    return findings.GapRow(**asdict(figures), passes=figures.passes)


def density_of(found: Explored) -> findings.DensityMap:
    """Spread everybody with votes out over what is unknown about them, on the first two lines."""
    voted = found.votes.votes_per_person > 0
    mean = found.scores.mean[voted]
    spread = np.sqrt(np.einsum("nii->ni", found.scores.covariance[voted]))
    weights = np.ones((len(mean), 1)) if found.membership is None else found.membership[voted]
    x_range, across = spread_out(mean[:, 0], spread[:, 0], COLUMNS)
    if mean.shape[1] > 1:
        y_range, upward = spread_out(mean[:, 1], spread[:, 1], ROWS)
    else:
        y_range, upward = None, np.ones((len(mean), 1))
    layers = np.einsum("ng,nr,nc->grc", weights, upward, across)
    layers /= layers.sum(axis=0).max()
    return findings.DensityMap(x_range, y_range, tuple(tuple(map(tuple, layer)) for layer in layers.round(4).tolist()))


def spread_out(mean: NDArray, spread: NDArray, cells: int) -> tuple[tuple[float, float], NDArray[np.float64]]:
    """Density of each person over the cells of one line, shape (n_people, cells)."""
    low, high = np.quantile(mean, [0.005, 0.995]) + np.array([-0.8, 0.8])
    centers = np.linspace(low, high, cells)
    scaled = (centers - mean[:, None]) / spread[:, None]
    return (float(low), float(high)), np.exp(-scaled * scaled / 2) / spread[:, None]
