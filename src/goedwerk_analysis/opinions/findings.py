"""What was found, frozen: with the number of people, the uncertainty, the method and its version.

Findings are written to JSON and read back without loss. They hold plain
numbers, tuples and dictionaries; people and statements are keys as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
