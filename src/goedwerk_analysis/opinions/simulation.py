"""Populations whose truth is known: to see when the recipe claims groups, and whether intervals cover.

People have a position on one or more lines, or belong to a group; a vote is a
threshold on what they think of a statement. Who votes on what, and how often
people agree, pass and disagree, can be taken from a real conversation.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from goedwerk_analysis.opinions.factors import fit_factors, starting_model
from goedwerk_analysis.opinions.fitting import Table, chance_limits, leading_eigenvalues, lines_above
from goedwerk_analysis.opinions.gaps import MIDDLE, within
from goedwerk_analysis.responses.votes import Votes

WITHOUT_GROUPS = (
    "independent",
    "permuted",
    "line normal",
    "line uniform",
    "line skewed",
    "plane normal",
    "plane uniform",
    "plane skewed",
    "real lines normal",
    "real lines uniform",
    "real lines skewed",
)


@dataclass(frozen=True, eq=False)
class Template:
    """What a population borrows: who voted on what, and two thresholds per statement in standard deviations.

    `present` is bool (n_people, n_statements); below `low` people disagree,
    above `high` they agree; `loadings` (n_statements, n_lines) are those of the
    real lines, `signs` the real votes; both are empty in made-up templates.
    """

    present: NDArray[np.bool_]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    loadings: NDArray[np.float64]
    signs: NDArray[np.float64]

    @classmethod
    def of(cls, votes: Votes) -> Template:
        """Borrow from a real conversation; all statements must vary."""
        table = Table(*votes.dense())
        seen = table.voters
        disagree, passed = (((table.signs == vote) * table.present).sum(axis=0) + 0.5 for vote in (-1, 0))
        low, high = norm.ppf(disagree / (seen + 1.5)), norm.ppf((disagree + passed) / (seen + 1.5))
        return cls(table.present > 0, low, high, latent_loadings(table, low, high), table.signs)

    @classmethod
    def made_up(
        cls, *, n_people: int, n_statements: int, observed: float, rng: np.random.Generator, heavy_tail: bool = False
    ) -> Template:
        """Random gaps, and agreement that differs by statement; with a heavy tail some people vote on nearly all."""
        own = np.full(n_people, observed)
        if heavy_tail:
            own = np.clip(observed * rng.lognormal(-0.5, 1, n_people), 8 / n_statements, 1)
        present = rng.random((n_people, n_statements)) < own[:, None]
        disagree = norm.cdf(rng.normal(-0.4, 0.6, n_statements)) * 0.9
        low, high = norm.ppf(disagree), norm.ppf(np.minimum(disagree + rng.uniform(0.03, 0.2, n_statements), 0.98))
        return cls(present, low, high, np.zeros((n_statements, 0)), np.zeros((0, n_statements)))

    @property
    def n_statements(self) -> int:
        return len(self.low)

    def rows(self, n_people: int, rng: np.random.Generator) -> NDArray[np.int64]:
        return rng.choice(len(self.present), n_people, replace=n_people > len(self.present))

    def votes(self, opinion: NDArray[np.float64], rows: NDArray[np.int64]) -> Votes:
        """Votes that follow from `opinion`, standardised, shape (n_people, n_statements)."""
        vote = np.where(opinion < self.low, -1.0, np.where(opinion < self.high, 0.0, 1.0))
        return Votes.from_matrix(np.where(self.present[rows], vote, np.nan))


def latent_loadings(table: Table, low: NDArray, high: NDArray) -> NDArray[np.float64]:
    """Loadings of the real lines on the scale of opinions rather than votes, at most .95 together."""
    limits = chance_limits(table, np.random.default_rng(0))
    n_lines = max(lines_above(leading_eigenvalues(table.residuals(table.center())), limits), 1)
    loadings = fit_factors(table, starting_model(table, n_lines), rounds=25).loadings
    latent = loadings / (norm.pdf(low) + norm.pdf(high))[:, None]
    shared = np.square(latent).sum(axis=1)
    return latent * np.sqrt(np.minimum(1, 0.9 / np.maximum(shared, 1e-9)))[:, None]


def without_groups(kind: str, template: Template, n_people: int, rng: np.random.Generator) -> Votes:
    """Votes of people among whom there are no groups, of one of the kinds `WITHOUT_GROUPS`."""
    rows = template.rows(n_people, rng)
    if kind == "permuted":
        return permuted(template, rows, rng)
    loadings = loadings_of(kind, template, rng)
    places = positions(kind.split()[-1], (n_people, loadings.shape[1]), rng)
    return template.votes(opinions(places, loadings, rng), rows)


def loadings_of(kind: str, template: Template, rng: np.random.Generator) -> NDArray[np.float64]:
    size = template.n_statements
    if kind.startswith("real"):
        return template.loadings
    lines = {"independent": 0, "line": 1, "plane": 2}[kind.split()[0]]
    on_line = rng.random((size, lines)) < 0.7 / max(lines, 1) ** 0.5
    return rng.uniform(0.3, 0.8, (size, lines)) * rng.choice([-1, 1], (size, lines)) * on_line * 0.85 ** (lines > 1)


def positions(shape: str, size: tuple[int, int], rng: np.random.Generator) -> NDArray[np.float64]:
    """Positions with mean 0 and variance 1: `normal`, `uniform` or `skewed`."""
    if shape == "uniform":
        return rng.uniform(-1, 1, size) * 3**0.5
    if shape == "skewed":
        return (rng.gamma(2, 1, size) - 2) / 2**0.5
    return rng.normal(size=size)


def opinions(places: NDArray, loadings: NDArray, rng: np.random.Generator) -> NDArray[np.float64]:
    """What people think of each statement: their place along its lines, plus what is their own."""
    own = np.sqrt(np.maximum(1 - np.square(loadings).sum(axis=1), 0.02))
    return places @ loadings.T + rng.normal(size=(len(places), len(loadings))) * own


def permuted(template: Template, rows: NDArray[np.int64], rng: np.random.Generator) -> Votes:
    """Real votes, shuffled within each statement (made-up votes when there are no real ones)."""
    if not len(template.signs):
        return template.votes(rng.normal(size=(len(rows), template.n_statements)), rows)
    table = np.where(template.present[rows], template.signs[rows], np.nan)
    for column in table.T:
        there = np.flatnonzero(~np.isnan(column))
        column[there] = column[rng.permutation(there)]
    return Votes.from_matrix(table)


def with_groups(
    template: Template,
    shares: NDArray[np.float64],
    n_people: int,
    rng: np.random.Generator,
    *,
    separation: float,
    touched: float = 0.4,
    within: float = 0.3,
) -> tuple[Votes, NDArray[np.int64]]:
    """Votes of people in groups with these shares, and the group of each.

    Groups differ by `separation` standard deviations on a share `touched` of the
    statements; inside the groups people still differ along a line of strength `within`.
    """
    k, size = len(shares), template.n_statements
    group = rng.choice(k, n_people, p=shares)
    shift = rng.normal(size=(k, size)) * separation * (rng.random(size) < touched)
    shift -= shares @ shift
    line = rng.normal(size=size) * within
    opinion = shift[group] + rng.normal(size=(n_people, 1)) * line + rng.normal(size=(n_people, size))
    opinion /= np.sqrt(1 + shares @ np.square(shift) + np.square(line))
    return template.votes(opinion, template.rows(n_people, rng)), group


def shares_of(k: int, smallest: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """Unequal shares of `k` groups, the smallest of exactly `smallest`, in random order."""
    rest = rng.dirichlet(np.full(k - 1, 4.0)) * (1 - k * smallest)
    return rng.permutation(np.append(rest, 0.0) + smallest)


@dataclass(frozen=True)
class Oracle:
    """How well people can be placed by whoever knows the group of everybody else: what is possible at all.

    `overall` is the share placed right; `least` the same in the group where it is
    lowest. With one group of a tenth, calling everybody a member of the other
    is right for nine in ten; `least` shows that nothing was found. `valley` is
    the gap figure of `gaps`, with everybody's group known: of the two groups with
    the least of a gap between them, how many stand where fewest do over how many
    stand in the smaller. About 1 or more when one is a shoulder of the other.
    """

    overall: float
    least: float
    valley: float


def oracle(votes: Votes, group: NDArray[np.int64]) -> Oracle:
    """Naive Bayes with the true shares and the votes of all others in each group."""
    table, member = votes.matrix(), np.eye(group.max() + 1)[group]
    seen = member.T @ ~np.isnan(table)
    logs = np.zeros((len(table), member.shape[1]))
    for vote in (-1, 0, 1):
        chose = (table == vote).astype(float)
        count = member.T @ chose
        for k in range(member.shape[1]):
            own = member[:, k : k + 1] * chose
            base = seen[k] - member[:, k : k + 1] * ~np.isnan(table)
            logs[:, k] += (chose * np.log((count[k] - own + 0.5) / (base + 1.5))).sum(axis=1)
    right = (logs + np.log(member.mean(axis=0))).argmax(axis=1) == group
    groups = range(member.shape[1])
    amount = np.maximum(votes.votes_per_person, 1)
    places = logs / np.sqrt(amount)[:, None]  # as unsure for who voted much as for who voted little
    valleys = [
        valley_between(*(places[group == own, second] - places[group == own, first] for own in (first, second)))
        for first, second in combinations(groups, 2)
    ]
    return Oracle(float(right.mean()), float(min(right[group == k].mean() for k in groups)), max(valleys))


def valley_between(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Fewest people anywhere in the middle over those at the smaller median, the medians at -1 and 1."""
    low, high = np.median(first), np.median(second)
    scaled = (2 * np.concatenate([first, second]) - low - high) / max(high - low, 1e-12)
    middle = min(within(scaled, center) for center in np.linspace(-MIDDLE, MIDDLE, 9))
    return (middle + 0.5) / (min(within(scaled, -1), within(scaled, 1)) + 0.5)
