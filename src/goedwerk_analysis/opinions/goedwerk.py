"""Recipe `goedwerk`: common ground and lines of difference; groups only where they exist.

`explore` reads top to bottom in the order in which things are found: who can
be used, how many lines there are, where people stand, whether there are groups,
what is common ground, what divides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.opinions import common_ground as ground
from goedwerk_analysis.opinions import fitting, groups
from goedwerk_analysis.opinions.curves import Ends, places_without_own_vote
from goedwerk_analysis.opinions.factors import FactorModel, Scores
from goedwerk_analysis.opinions.findings import GoedwerkFinding
from goedwerk_analysis.opinions.fitting import Table
from goedwerk_analysis.opinions.lines import Lines, readable_lines
from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.responses.votes import NoVotes, Votes

MOST_FOR_CURVES = 5000
BLOCK = 2048

GROUPS, DIVISION, TOO_LITTLE = "groups", "division without groups", "too little information"


@dataclass(frozen=True, eq=False)
class Exploration:
    """Everything found, as arrays in the order of people and statements of `votes`.

    `lines`, `scores` (on the readable axes, for everybody) and `verdict` are
    None when there is too little to find lines. `membership` holds a
    probability per group for everybody, shape (n_participants, k).
    """

    votes: Votes
    outcome: str
    reason: str
    askable: NDArray[np.bool_]
    usable: NDArray[np.bool_]
    agreement: ground.Ground | ground.Plain
    seed: int
    n_fit: int
    land: groups.Landscape | None = None
    lines: Lines | None = None
    scores: Scores | None = None
    verdict: groups.GroupVerdict | None = None
    membership: NDArray[np.float64] | None = None

    def finding(self) -> GoedwerkFinding:
        """The same as a frozen finding that can be written down."""
        from goedwerk_analysis.opinions.telling import finding_of  # telling reads explorations

        return finding_of(self)


def explore(
    votes: Votes, *, statements: Statements | None = None, seed: int = 0, progress: groups.Progress | None = None
) -> Exploration:
    """Find common ground, lines of difference and, only where they exist, groups.

    Parameters
    ----------
    votes : Votes
    statements : Statements, optional
        Moderation: rejected and meta statements take no part.
    seed : int
        Everything random follows from it; the same votes and seed give the same finding.
    progress : callable, optional
        Called with what is being done and the part of it that is done, 0 to 1.

    Raises
    ------
    NoVotes
        When there is not a single vote.
    """
    if votes.n_votes == 0:
        raise NoVotes
    tell = progress or silent
    rng = np.random.default_rng(seed)
    left_out = (statements or Statements()).left_out(votes)
    askable = ground.askable_statements(votes, left_out)
    usable = fitting.usable_statements(votes, left_out)
    used = votes.on_statements(usable)
    people = fitting.usable_people(used)
    plain = ground.plain_ground(votes, askable=askable)
    bare = Exploration(votes, TOO_LITTLE, "", askable, usable, plain, seed, len(people))
    if len(people) < groups.NEEDED:
        return replace(bare, reason="few people")

    tell("looking for lines beyond chance", 0.0)
    table = Table.of(used.of_people(fitting.drawn(people, rng)))
    land = groups.landscape(table, fitting.chance_limits(table, rng), rng)
    if land is None:
        return replace(bare, reason="no line beyond chance")
    if len(land.informed) < groups.NEEDED:
        return replace(bare, reason="few votes per person", land=land)

    tell("leaving people out", 0.0)
    refits = groups.draws(land, rng, groups.DRAWS)
    lines = readable_lines(land, refits)
    tell("looking for gaps between groups", 0.0)
    verdict = groups.judge(land, refits, rng, tell)

    tell("placing everybody", 0.0)
    model = widened(lines.model, usable)
    scores = scores_of(votes, model)
    tell("looking for common ground", 0.0)
    agreement = agreement_along(votes, model, scores, rng, askable=askable)
    found = replace(bare, land=land, lines=lines, scores=scores, verdict=verdict, agreement=agreement)
    if not verdict.k:
        reason = "the number of groups does not stay the same" if verdict.proposed else "no gap between groups"
        return replace(found, outcome=DIVISION, reason=reason)
    membership = memberships_of(votes, widened(land.model, usable), verdict)
    return replace(found, outcome=GROUPS, reason="a gap that stays", membership=membership)


def silent(_doing: str, _done: float) -> None:
    return None


def widened(model: FactorModel, usable: NDArray[np.bool_]) -> FactorModel:
    """The model over all statements; those that were not used tell nothing."""
    center, noise = np.zeros(len(usable)), np.ones(len(usable))
    loadings = np.zeros((len(usable), model.n_lines))
    center[usable], noise[usable], loadings[usable] = model.center, model.noise, model.loadings
    return FactorModel(center, loadings, noise)


def blocks(votes: Votes) -> list[Table]:
    """Everybody's votes in tables of limited size."""
    starts = range(0, votes.n_participants, BLOCK)
    return (Table.of(votes.of_people(np.arange(at, min(at + BLOCK, votes.n_participants)))) for at in starts)


def scores_of(votes: Votes, model: FactorModel) -> Scores:
    """Place everybody, also those who voted too little to help find the lines."""
    parts = [model.scores(table) for table in blocks(votes)]
    return Scores(np.concatenate([part.mean for part in parts]), np.concatenate([part.covariance for part in parts]))


def memberships_of(votes: Votes, model: FactorModel, verdict: groups.GroupVerdict) -> NDArray[np.float64]:
    return np.concatenate([groups.memberships(model, verdict.mixture, table) for table in blocks(votes)])


def agreement_along(
    votes: Votes, model: FactorModel, scores: Scores, rng: np.random.Generator, *, askable: NDArray[np.bool_]
) -> ground.Ground:
    """Agreement at both ends of every line, from everybody or a large random sample."""
    voters = fitting.drawn(np.flatnonzero(votes.votes_per_person > 0), rng, MOST_FOR_CURVES)
    own = Scores(scores.mean[voters], scores.covariance[voters])
    some = votes.of_people(voters)
    places = places_without_own_vote(some, model, own)
    return ground.common_ground(some, places, Ends.of(own, rng), askable=askable)
