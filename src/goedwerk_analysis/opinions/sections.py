"""Cut a line of difference into parts for a table talk. A cut is made, groups are found: these are cuts."""

from __future__ import annotations

import numpy as np

from goedwerk_analysis.opinions import findings
from goedwerk_analysis.opinions.goedwerk import Exploration
from goedwerk_analysis.responses.votes import InvalidVotes

SMALLEST = 5


def cut(found: Exploration, *, line: int = 1, parts: int = 3) -> findings.Sections:
    """Parts of equal size along `line` (1 is the first), from its low end to its high end.

    Raises
    ------
    InvalidVotes
        When there is no such line, or a part would hold fewer than five people.
    """
    lines = 0 if found.scores is None else found.scores.mean.shape[1]
    if not 1 <= line <= lines:
        raise InvalidVotes(f"there is no line {line} to cut: {lines} lines of difference were found")
    people = np.flatnonzero(found.votes.votes_per_person > 0)
    if parts < 2 or len(people) < parts * SMALLEST:
        raise InvalidVotes(f"{len(people)} people can be cut into 2 to {len(people) // SMALLEST} parts, got {parts}")
    order = people[np.argsort(found.scores.mean[people, line - 1], kind="stable")]
    pieces = np.array_split(order, parts)
    return findings.Sections(line, tuple(section(found, line, number, pieces) for number in range(parts)))


def section(found: Exploration, line: int, number: int, pieces: list) -> findings.Section:
    before, total = sum(map(len, pieces[:number])), sum(map(len, pieces))
    piece = pieces[number]
    return findings.Section(
        number=number + 1,
        from_percentile=100 * before / total,
        to_percentile=100 * (before + len(piece)) / total,
        size=len(piece),
        people=tuple(str(name) for name in np.sort(found.votes.participants[piece]).tolist()),
        agree_more=agree_more(found, line, number, len(pieces)),
    )


def agree_more(found: Exploration, line: int, number: int, parts: int) -> tuple[int | str, ...]:
    """Statements with which an outer part agrees more than the other outer part; none for parts in the middle."""
    ends = found.finding().lines[line - 1]
    if number == 0:
        return ends.low_end
    return ends.high_end if number == parts - 1 else ()
