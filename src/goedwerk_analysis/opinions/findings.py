"""What was found, frozen: with the number of people, the uncertainty, the method and its version.

Findings are written to JSON and read back without loss. They hold plain
numbers, tuples and dictionaries; people and statements are keys as text.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from functools import cache

METHOD_VERSION = "1.0"


class UnreadableFinding(ValueError):
    """The text is not a finding of this library; the message says what was expected."""


@dataclass(frozen=True, kw_only=True)
class PolisFinding:
    """What the Polis recipe says. Shapes follow `statement_ids`; `consensus` holds statements, best first."""

    participants: int
    statements: int
    votes: int
    statement_ids: tuple[int | str, ...]
    components: tuple[tuple[float, ...], ...]
    center: tuple[float, ...]
    explained_variance: tuple[float, ...]
    projections: Mapping[str, tuple[float, ...]]
    extremity: Mapping[str, float]
    group_count: int
    groups: Mapping[str, int | str]
    silhouettes: Mapping[str, float]
    representative: Mapping[str, tuple[dict, ...]]
    consensus: Mapping[str, tuple[int | str, ...]]
    group_aware_consensus: Mapping[str, float]
    group_aware_consensus_disagree: Mapping[str, float]
    comparable_consensus: Mapping[str, float]
    priorities: Mapping[str, float]
    recipe: str = "polis"
    version: str = METHOD_VERSION


@dataclass(frozen=True)
class Interval:
    """An estimate and its 95 % interval; shares run from 0 to 1."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Answers:
    """Shares of people who agree, disagree and pass."""

    agree: Interval
    disagree: Interval
    passed: float


@dataclass(frozen=True)
class Along:
    """Answers predicted at the 10th and 90th percentile of one line."""

    line: int
    low_end: Answers
    high_end: Answers


@dataclass(frozen=True)
class CommonGround:
    """A statement on which a majority agrees (or disagrees) at both ends of every line.

    `lowest` is the smallest share at any end (overall, without lines);
    `q_value` the share of false claims among all those at least as clear.
    """

    statement: int | str
    direction: str
    n: int
    overall: Answers
    lowest: Interval
    along: tuple[Along, ...]
    q_value: float


@dataclass(frozen=True)
class Dividing:
    """A statement that divides: along `line`, or (line None) without any line known.

    `difference` is the share that agrees at the high end minus that at the low end.
    """

    statement: int | str
    n: int
    overall: Answers
    line: int | None
    along: Along | None
    difference: Interval | None
    q_value: float


@dataclass(frozen=True)
class Line:
    """One line of difference.

    `share` is the part of what the lines explain, `beyond_chance` its
    eigenvalue over what chance reaches. `certainty` puts in words the angle of
    the line with itself when a fifth of the people is left out (`angle`
    median, `angle_90` 90th percentile, degrees). `low_end` and `high_end` list
    statements with which people at that end agree more than those at the other.
    """

    number: int
    share: float
    beyond_chance: float
    certainty: str
    angle: float
    angle_90: float
    low_end: tuple[int | str, ...]
    high_end: tuple[int | str, ...]
    loadings: Mapping[str, float]


@dataclass(frozen=True)
class GapRow:
    """The test for a gap with `k` groups; see `gaps.GapFigures`."""

    k: int
    pooled: float
    upper: float
    worst: float
    same_people: float
    passes: bool


@dataclass(frozen=True)
class Stability:
    """How firmly the verdict stands: the gap per number of groups, the repeats on 95 % of the people, the plane."""

    draws: int
    proposed: int
    repeats: tuple[int, ...]
    gaps: tuple[GapRow, ...]
    plane_angle: float | None
    plane_angle_90: float | None


@dataclass(frozen=True)
class Groups:
    """Groups that exist. `members` names nobody's group who is in between (null); sizes do not count them."""

    count: int
    sizes: tuple[int, ...]
    in_between: int
    members: Mapping[str, int | None]
    membership: Mapping[str, tuple[float, ...]]
    representative: Mapping[str, tuple[dict, ...]]
    group_aware_consensus: Mapping[str, float]
    comparable_consensus: Mapping[str, float]


@dataclass(frozen=True)
class DensityMap:
    """Where people stand on the first two lines, as a density per group (one layer without groups).

    Everybody is spread out over what is unknown about them; no point is a
    person. `layers[g][row][column]` with the lowest place first; the highest
    cell of all together is 1.
    """

    x_range: tuple[float, float]
    y_range: tuple[float, float] | None
    layers: tuple[tuple[tuple[float, ...], ...], ...]


@dataclass(frozen=True)
class Section:
    """A part of a line, cut for a table talk: from one percentile to another. A cut, never a group."""

    number: int
    from_percentile: float
    to_percentile: float
    size: int
    people: tuple[str, ...]
    agree_more: tuple[int | str, ...]


@dataclass(frozen=True)
class Sections:
    """A line cut into parts on request; `kind` says what it is."""

    line: int
    parts: tuple[Section, ...]
    kind: str = "a cut of a line, not groups"


@dataclass(frozen=True, kw_only=True)
class GoedwerkFinding:
    """What the default recipe says of a conversation.

    `verdict` is `groups`, `division without groups` or `too little
    information`; `reason` says why. `n_fit` people voted enough to look for
    lines, `n_informed` enough to ask whether groups exist.
    """

    verdict: str
    reason: str
    participants: int
    statements: int
    votes: int
    n_fit: int
    n_informed: int
    lines: tuple[Line, ...]
    common_ground: tuple[CommonGround, ...]
    dividing: tuple[Dividing, ...]
    groups: Groups | None
    stability: Stability
    density: DensityMap | None
    sections: Sections | None
    seed: int
    recipe: str = "goedwerk"
    version: str = METHOD_VERSION

    def without_people(self) -> GoedwerkFinding:
        """The same without a word about single people: fit to be kept when the votes are gone."""
        groups = self.groups and replace(self.groups, members={}, membership={})
        sections = self.sections and replace(
            self.sections, parts=tuple(replace(part, people=()) for part in self.sections.parts)
        )
        return replace(self, groups=groups, sections=sections)


Finding = GoedwerkFinding | PolisFinding
RECIPES: dict[str, type] = {"goedwerk": GoedwerkFinding, "polis": PolisFinding}


def to_json(finding: Finding) -> str:
    """The finding as JSON; a number that is not finite is an error, never written."""
    return json.dumps(asdict(finding), ensure_ascii=False, allow_nan=False, indent=1)


def from_json(text: str) -> Finding:
    """Read a finding back, equal to the one that was written."""
    try:
        stored = json.loads(text)
        return rebuilt(RECIPES[stored["recipe"]], stored)
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableFinding(f"expected a finding of recipe {' or '.join(RECIPES)}: {error!r}") from error


def rebuilt(kind: object, value: object) -> object:
    """Turn plain JSON into the type a field asks for."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if is_dataclass(kind):
        hints = hints_of(kind)
        return kind(**{field.name: rebuilt(hints[field.name], value[field.name]) for field in fields(kind)})
    if origin in (types.UnionType, typing.Union):
        return None if value is None else rebuilt(next(part for part in parts if part is not type(None)), value)
    if origin is tuple:
        inside = parts[:1] * len(value) if parts[-1:] == (...,) else parts
        return tuple(rebuilt(part, one) for part, one in zip(inside, value, strict=True))
    if origin is Mapping:
        return {key: rebuilt(parts[1], one) for key, one in value.items()}
    return value


@cache
def hints_of(kind: type) -> dict[str, object]:
    return typing.get_type_hints(kind)
