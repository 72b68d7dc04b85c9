"""Recipe `polis`: what the Polis algorithm says of a conversation, from cold and without chance.

Exact eigenvectors replace the power iteration, people stand in order of their
number, and nothing is remembered from an earlier run; otherwise step by step
what Polis does, its weaknesses included.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.opinions import representative as rep
from goedwerk_analysis.opinions.clusters import Clusters, k_means, silhouette
from goedwerk_analysis.opinions.components import Components, components, project_people, project_statements
from goedwerk_analysis.opinions.findings import PolisFinding
from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.responses.votes import InvalidVotes, NoVotes, Votes
from goedwerk_analysis.summaries.votes import VoteCounts

MIN_VOTES, MIN_PEOPLE = 7, 15
BASE_CLUSTERS, MOST_GROUPS, GROUP_ROUNDS = 100, 5, 20


class UnknownPeople(InvalidVotes):
    def __init__(self, names: list) -> None:
        super().__init__(f"groups are given for people without votes here: {names[:5]}")


@dataclass(frozen=True, eq=False)
class Grouping:
    """Group of each person (-1: none), the number of groups, and the silhouette of each number tried."""

    labels: NDArray[np.int64]
    names: list
    silhouettes: dict[int, float]


@dataclass(frozen=True, eq=False)
class PolisResult:
    """Everything the recipe finds, as arrays in the order of people and statements of `votes`."""

    votes: Votes
    left_out: NDArray[np.bool_]
    found: Components
    projections: NDArray[np.float64]
    extremity: NDArray[np.float64]
    grouping: Grouping
    counts: rep.GroupCounts
    representative: list[list[rep.Representative]]
    consensus: tuple[list[int], list[int]]
    priorities: NDArray[np.float64]

    def finding(self) -> PolisFinding:
        """The same as a frozen finding that can be written down."""
        return finding_of(self)


def polis(
    votes: Votes,
    *,
    statements: Statements | None = None,
    groups: Mapping | None = None,
    counts: VoteCounts | None = None,
) -> PolisResult:
    """Run the Polis recipe once, from cold.

    Parameters
    ----------
    votes : Votes
    statements : Statements, optional
        Moderation: rejected and meta statements stay as columns of zeros.
    groups : mapping of participant to group, optional
        Groups to use instead of clustering; people not named belong to none.
    counts : VoteCounts, optional
        Counts of these votes, when they are kept up to date anyway.

    Raises
    ------
    NoVotes
        When there is not a single vote.
    """
    if votes.n_votes == 0:
        raise NoVotes
    known = statements or Statements()
    left_out = known.left_out(votes)
    found = components(counts or VoteCounts.of(votes), left_out=left_out)
    projections = project_people(votes, found, left_out=left_out)
    extremity = np.hypot(*project_statements(found).T)
    grouping = given(votes, groups) if groups is not None else clustered(votes, projections)
    by_group = rep.GroupCounts.of(votes, grouping.labels, len(grouping.names))
    return PolisResult(
        votes,
        left_out,
        found,
        projections,
        extremity,
        grouping,
        by_group,
        rep.representative_of(by_group, votes.statements, left_out=left_out),
        rep.consensus_columns(votes, left_out=left_out),
        rep.priorities(by_group, extremity, known.about_itself(votes)),
    )


def given(votes: Votes, groups: Mapping) -> Grouping:
    """Groups decided elsewhere, named and ordered as given."""
    place = {name: row for row, name in enumerate(votes.participants.tolist())}
    strangers = [name for name in groups if name not in place]
    if strangers:
        raise UnknownPeople(strangers)
    names = sorted({group for group in groups.values() if group is not None})
    labels = np.full(votes.n_participants, -1)
    for person, group in groups.items():
        labels[place[person]] = names.index(group) if group is not None else -1
    return Grouping(labels, names, {})


def in_conversation(votes: Votes) -> NDArray[np.bool_]:
    """Who is clustered: enough votes, or, when those are few, the fifteen with most votes."""
    amount = votes.votes_per_person
    inside = amount >= min(MIN_VOTES, votes.n_statements)
    if inside.sum() < MIN_PEOPLE:
        inside[np.argsort(-amount, kind="stable")[:MIN_PEOPLE]] = True
    return inside


def clustered(votes: Votes, projections: NDArray[np.float64]) -> Grouping:
    """Cluster people twice, as Polis does: into at most a hundred, and those into two to five groups."""
    inside = in_conversation(votes)
    base = k_means(projections[inside], BASE_CLUSTERS)
    sizes = np.bincount(base.labels, minlength=len(base)).astype(float)
    tried: dict[int, Clusters] = {
        k: k_means(base.centers, k, weights=sizes, rounds=GROUP_ROUNDS)
        for k in range(2, min(MOST_GROUPS, 2 + len(base) // 12) + 1)
    }
    scores = {k: silhouette(base.centers, groups.labels) for k, groups in tried.items()}
    best = max(scores, key=lambda k: (scores[k], k))
    labels = np.full(votes.n_participants, -1)
    labels[inside] = tried[best].labels[base.labels]
    return Grouping(labels, list(range(len(tried[best]))), scores)


def finding_of(result: PolisResult) -> PolisFinding:
    votes, found, counts = result.votes, result.found, result.counts
    people, names = votes.participants.tolist(), result.grouping.names
    agree, disagree = ([votes.statements[c].item() for c in side] for side in result.consensus)
    return PolisFinding(
        participants=votes.n_participants,
        statements=votes.n_statements,
        votes=votes.n_votes,
        statement_ids=tuple(votes.statements.tolist()),
        components=tuple(map(tuple, found.directions.tolist())),
        center=tuple(found.center.tolist()),
        explained_variance=tuple(found.explained_variance.tolist()),
        projections=dict(zip(map(str, people), map(tuple, result.projections.tolist()), strict=True)),
        extremity=per_statement(votes, result.extremity),
        group_count=len(names),
        silhouettes={str(k): score for k, score in result.grouping.silhouettes.items()},
        groups={
            str(person): names[label]
            for person, label in zip(people, result.grouping.labels.tolist(), strict=True)
            if label >= 0
        },
        representative={
            str(name): tuple(asdict(entry) for entry in entries)
            for name, entries in zip(names, result.representative, strict=True)
        },
        consensus={"agree": tuple(agree), "disagree": tuple(disagree)},
        group_aware_consensus=per_statement(votes, rep.group_aware_consensus(counts.agree, counts.seen)),
        group_aware_consensus_disagree=per_statement(votes, rep.group_aware_consensus(counts.disagree, counts.seen)),
        comparable_consensus=per_statement(votes, rep.comparable_consensus(counts.agree, counts.seen)),
        priorities=per_statement(votes, result.priorities),
    )


def per_statement(votes: Votes, values: NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(map(str, votes.statements.tolist()), values.tolist(), strict=True))
