"""Votes as counts for the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from goedwerk.conversations.names import VOTES
from goedwerk_analysis.counts import VoteCounts


def count_votes(statements: Sequence[str], answers: Sequence[Mapping[str, str | None] | None]) -> Mapping[str, Any]:
    """`answers` hold one person's votes each, None for who did not vote: {statement: "agree" | "disagree" | None}."""
    given = [answer for answer in answers if answer]
    return {VOTES: VoteCounts.of(statements, given, people=len(answers))} if statements else {}
