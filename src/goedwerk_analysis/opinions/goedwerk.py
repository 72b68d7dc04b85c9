"""Recipe `goedwerk`: common ground and lines of difference; groups only where they exist.

`explore` reads top to bottom in the order in which things are found: who can
be used, how many lines there are, where people stand, whether there are groups,
what is common ground, what divides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.opinions import common_ground as ground
from goedwerk_analysis.opinions import fitting, groups
from goedwerk_analysis.opinions.curves import Ends, places_without_own_vote
from goedwerk_analysis.opinions.explored import Explored
from goedwerk_analysis.opinions.factors import FactorModel, Scores
from goedwerk_analysis.opinions.findings import GoedwerkFinding
from goedwerk_analysis.opinions.fitting import Table
from goedwerk_analysis.opinions.lines import readable_lines
from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.opinions.telling import finding_of
from goedwerk_analysis.responses.votes import NoVotes, Votes

MOST_FOR_CURVES = 5000
BLOCK = 2048

GROUPS, DIVISION, TOO_LITTLE = "groups", "division without groups", "too little information"
NO_GAP, STAYS_NOT = "no gap between groups", "the number of groups does not stay the same"


class Exploration(Explored):
    """What was found, which can be told as a finding."""

    def finding(self) -> GoedwerkFinding:
        """The same as a frozen finding that can be written down."""
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
    tell, rng = progress or silent, np.random.default_rng(seed)
    start = without_lines(votes, (statements or Statements()).left_out(votes), seed)
    if start.n_fit < groups.NEEDED:
        return replace(start, reason="few people")
    tell("looking for lines beyond chance", 0.0)
    land = lines_found(start, rng)
    if land is None:
        return replace(start, reason="no line beyond chance")
    if len(land.informed) < groups.NEEDED:
        return replace(start, reason="few votes per person", land=land)
    tell("looking for gaps between groups", 0.0)
    refits = groups.draws(land, rng, groups.DRAWS)
    lines = readable_lines(land, refits)
    verdict = groups.judge(land, refits, rng, tell)
    tell("placing everybody and looking for common ground", 0.0)
    return concluded(replace(start, land=land, lines=lines, verdict=verdict), rng)


def without_lines(votes: Votes, left_out: NDArray[np.bool_], seed: int) -> Exploration:
    """Agreement over all people together: what can always be said."""
    askable = ground.askable_statements(votes, left_out)
    usable = fitting.usable_statements(votes, left_out)
    n_fit = len(fitting.usable_people(votes.on_statements(usable)))
    plain = ground.plain_ground(votes, askable=askable)
    return Exploration(votes, TOO_LITTLE, "", askable, usable, plain, seed, n_fit)


def lines_found(start: Exploration, rng: np.random.Generator) -> groups.Landscape | None:
    """The lines beyond chance, from at most so many people; None when there is none."""
    used = start.votes.on_statements(start.usable)
    table = Table.of(used.of_people(fitting.drawn(fitting.usable_people(used), rng)))
    return groups.landscape(table, fitting.chance_limits(table, rng), rng)


def concluded(found: Exploration, rng: np.random.Generator) -> Exploration:
    """Place everybody on the lines, read agreement along them, and say whether there are groups."""
    model = widened(found.lines.model, found.usable)
    scores = scores_of(found.votes, model)
    agreement = agreement_along(found.votes, model, scores, rng, askable=found.askable)
    found = replace(found, scores=scores, agreement=agreement)
    if not found.verdict.k:
        reason = STAYS_NOT if found.verdict.proposed else NO_GAP
        return replace(found, outcome=DIVISION, reason=reason)
    membership = memberships_of(found.votes, widened(found.land.model, found.usable), found.verdict)
    return replace(found, outcome=GROUPS, reason="a gap that stays", membership=membership)


def silent(_doing: str, _done: float) -> None:
    return None


def widened(model: FactorModel, usable: NDArray[np.bool_]) -> FactorModel:
    """The model over all statements; those that were not used tell nothing."""
    center, noise = np.zeros(len(usable)), np.ones(len(usable))
    loadings = np.zeros((len(usable), model.n_lines))
    center[usable], noise[usable], loadings[usable] = model.center, model.noise, model.loadings
    return FactorModel(center, loadings, noise)


def blocks(votes: Votes) -> Iterator[Table]:
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
