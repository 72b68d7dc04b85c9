"""A landscape of opinions: what is shared, the few statements at both ends of each line, and people in broad places.

Which statements those are follows from everybody's votes together, in a way that no list of cells describes. So the
choice of statements is not proved but measured (`docs/method/attack.md`): the fewer people, the fewer statements. No
loading, score or position leaves. Where people stand is counted anew from the statements that are shown, and these
counts are one question like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product

from goedwerk_analysis.counts import ChoiceCounts, LandscapeFound, LineFound, Sheet
from goedwerk_analysis.disclosure.choice import release_choice
from goedwerk_analysis.disclosure.groups import SMALLEST_WITH_OPINION_GROUPS, release_groups
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP
from goedwerk_analysis.places import PLACES, LineShown, place_name
from goedwerk_analysis.released import ChoicePicture, Label, LandscapePicture, Range, Withheld

SMALLEST_LANDSCAPE = SMALLEST_WITH_OPINION_GROUPS
SMALLEST_MAP = 400
MOST_LINES = 2
PEOPLE_PER_COMMON, PEOPLE_PER_DIVIDING, MOST_LISTED = 50, 100, 8
PEOPLE_PER_END, MOST_AT_AN_END = 200, 3
SHADES = (75, 175)  # per 1,000 people: where a place on the map begins to hold some people, and many


def release_landscape(found: LandscapeFound) -> LandscapePicture | Withheld:
    """Show a landscape from fifty people on; with fewer there is only what each statement may tell by itself."""
    if found.people < SMALLEST_LANDSCAPE:
        return Withheld("few")
    lines = lines_shown(found)
    common = dict(found.common[: common_at_most(found.people)])
    return LandscapePicture(
        people=found.people,
        verdict=found.verdict,
        agreed=in_order(found, [key for key, side in common.items() if side == "agree"]),
        rejected=in_order(found, [key for key, side in common.items() if side == "disagree"]),
        dividing=in_order(found, found.dividing[: dividing_at_most(found.people)]),
        lines=lines,
        places=release_places(found, lines),
        groups=release_groups(found.groups, smallest=SMALLEST_LANDSCAPE),
    )


def common_at_most(people: int) -> int:
    return min(max(1, people // PEOPLE_PER_COMMON), MOST_LISTED)


def dividing_at_most(people: int) -> int:
    """Fewer than of common ground: what divides says more of where single people stand."""
    return min(max(1, people // PEOPLE_PER_DIVIDING), MOST_LISTED)


def at_each_end(people: int) -> int:
    return min(max(1, people // PEOPLE_PER_END), MOST_AT_AN_END)


def in_order(found: LandscapeFound, keys: Sequence[str]) -> tuple[str, ...]:
    """In the order of the statements, which does not tell which of them is clearer."""
    return tuple(sorted(keys, key=found.statements.index))


# Lines


def lines_shown(found: LandscapeFound) -> tuple[LineShown, ...]:
    """The first lines that keep a statement at both ends; a statement stands on one line."""
    shown: list[LineShown] = []
    for line in found.lines[:MOST_LINES]:
        taken = {key for other in shown for key in (*other.first, *other.second)}
        ends = [end_shown(found, end, taken) for end in line.ends]
        if all(ends):
            shown.append(turned(found, line, ends))
    return tuple(shown)


def end_shown(found: LandscapeFound, end: Sequence[str], taken: set[str]) -> tuple[str, ...]:
    free = [key for key in end if key not in taken and has_two_sides(found, key)]
    return in_order(found, free[: at_each_end(found.people)])


def has_two_sides(found: LandscapeFound, key: str) -> bool:
    """At least five people agree and five disagree: then nobody's vote on it follows from where all people stand."""
    return min(side_of(found, key, vote) for vote in (1, -1)) >= SMALLEST_GROUP


def side_of(found: LandscapeFound, key: str, vote: int) -> int:
    column = found.at_ends.index(key)
    return sum(people for sheet, people in found.sheets if sheet[column] == vote)


def turned(found: LandscapeFound, line: LineFound, ends: Sequence[tuple[str, ...]]) -> LineShown:
    """Which end comes first follows from the order of the statements, not from where more people stand."""
    first, second = sorted(ends, key=lambda end: found.statements.index(end[0]))
    return LineShown(line.certainty, first, second)


# Places


def release_places(found: LandscapeFound, lines: Sequence[LineShown]) -> ChoicePicture | Withheld:
    """Where few, some and many people stand: one question whose options are the places, told more coarsely."""
    if found.people < SMALLEST_MAP:
        return Withheld("few")
    if not lines:
        return Withheld("no-groups")
    options = ["+".join(places) for places in product(PLACES, repeat=len(lines))]
    answers = [place for sheet, people in found.sheets for place in [place_of(found, lines, sheet)] * people]
    return coarser(release_choice(ChoiceCounts.of(options, answers, found.people)))


def place_of(found: LandscapeFound, lines: Sequence[LineShown], sheet: Sheet) -> str | None:
    votes = dict(zip(found.at_ends, sheet, strict=True))
    return place_name([line.place(votes) for line in lines])


def coarser(picture: ChoicePicture) -> ChoicePicture:
    """Steps of 5 per cent joined to three shades. It follows from the finer picture, so it tells nothing more."""
    if picture.form != "shares":
        return picture
    scale = shades(picture.people)
    middles = ((label.range.low + label.range.high) // 2 for label in picture.labels)
    return replace(picture, form="bands", labels=tuple(next(x for x in scale if each in x.range) for each in middles))


def shades(people: int) -> tuple[Label, ...]:
    """Every step of 5 per cent lies wholly in one of these: 7.5 and 17.5 per cent are where steps meet."""
    starts = [0, *(people * share // 1000 + 1 for share in SHADES), people + 1]
    return tuple(Label("band", Range(low, after - 1)) for low, after in pairwise(starts))
