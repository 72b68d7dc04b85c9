"""What an analysis finds in the votes of a large group. The engine finds it, and says what it cannot know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.counts import GroupsFound, LandscapeFound, LineFound
from goedwerk_analysis.opinions.findings import GoedwerkFinding, Line
from goedwerk_analysis.opinions.goedwerk import DIVISION, GROUPS, explore
from goedwerk_analysis.responses.votes import Votes

FEWEST_PEOPLE = 50
SEED = 1
VALUES = {"agree": 1, None: 0, "disagree": -1}
VERDICTS = {GROUPS: "groups", DIVISION: "division"}
CERTAINTIES = {"sure": "sure", "probable": "probable", "may be chance": "may-be-chance"}

Sheet = Mapping[str, str | None]
"""The votes of one person by statement: "agree", "disagree", or None for a pass."""


def find_landscape(statements: Sequence[str], answers: Sequence[Sheet | None]) -> LandscapeFound:
    """Common ground, lines of difference and, only where they exist, groups; nothing when there are few people."""
    votes = votes_of(statements, answers)
    if len(answers) < FEWEST_PEOPLE or not votes.n_votes:
        return LandscapeFound.nothing(statements, len(answers))
    return told(statements, votes, explore(votes, seed=SEED).finding(), people=len(answers))


def votes_of(statements: Sequence[str], answers: Sequence[Sheet | None]) -> Votes:
    """People and statements by their place in the two lists; who voted on nothing is left out."""
    place = {key: number for number, key in enumerate(statements)}
    cast = [
        (person, place[key], VALUES[vote])
        for person, sheet in enumerate(answers)
        for key, vote in (sheet or {}).items()
    ]
    people, keys, values = np.array(cast, dtype=np.int64).reshape(-1, 3).T
    return Votes.of(participants=people, statements=keys, values=values, all_statements=range(len(statements)))


def told(statements: Sequence[str], votes: Votes, finding: GoedwerkFinding, *, people: int) -> LandscapeFound:
    """The finding in the keys of the statements, with the votes at the ends of its lines."""
    lines = [line_of(statements, line) for line in in_order(finding.lines) if line.low_end and line.high_end]
    at_ends = dict.fromkeys(number for line in in_order(finding.lines) for number in (*line.low_end, *line.high_end))
    named = {key for line in lines for end in line.ends for key in end}
    columns = [number for number in at_ends if statements[number] in named]
    return LandscapeFound(
        statements=tuple(statements),
        verdict=VERDICTS.get(finding.verdict, "too-little"),
        common=tuple((statements[one.statement], one.direction) for one in finding.common_ground),
        dividing=tuple(statements[one.statement] for one in finding.dividing),
        lines=tuple(lines),
        groups=groups_of(statements, votes, finding, people),
        sheets=sheets_on(votes, columns),
        people=people,
    )


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The firmest lines first; among equals those that explain most."""
    return sorted(lines, key=lambda line: (list(CERTAINTIES).index(line.certainty), line.number))


def line_of(statements: Sequence[str], line: Line) -> LineFound:
    ends = tuple(tuple(statements[number] for number in end) for end in (line.low_end, line.high_end))
    return LineFound(CERTAINTIES[line.certainty], ends)


def sheets_on(votes: Votes, columns: Sequence[int]) -> tuple[tuple[tuple[int | None, ...], int], ...]:
    """How many people voted thus on these statements."""
    rows = votes.matrix()[:, list(columns)]
    sheets = Counter(tuple(None if np.isnan(vote) else int(vote) for vote in row) for row in rows)
    return tuple(sheets.items())


# Groups, on the verdict alone


def groups_of(statements: Sequence[str], votes: Votes, finding: GoedwerkFinding, people: int) -> GroupsFound:
    if finding.groups is None:
        return GroupsFound(tuple(statements), (), (), people)
    group = np.array([finding.groups.members[str(person)] for person in votes.participants.tolist()], dtype=float)
    orders = [order_of(statements, votes, group == number) for number in range(finding.groups.count)]
    return GroupsFound(tuple(statements), finding.groups.sizes, tuple(orders), people)


def order_of(statements: Sequence[str], votes: Votes, members: NDArray[np.bool_]) -> tuple[str, ...]:
    """From what this group agrees with more than all others to what it agrees with less."""
    apart = agreement(votes.of_people(members)) - agreement(votes.of_people(~members))
    return tuple(statements[number] for number in np.argsort(-apart, kind="stable"))


def agreement(votes: Votes) -> NDArray[np.float64]:
    disagree, passed, agree = votes.tallies()
    return (agree - disagree) / (disagree + passed + agree + 2)
