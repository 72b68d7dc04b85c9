"""What became of somebody's own statements, in words for them alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goedwerk.conversations.models import Statement, StatementState
from goedwerk.conversations.queries import same_texts


@dataclass(frozen=True)
class Outcome:
    text: str
    words: str
    state: str


def of(statements: Sequence[Statement]) -> list[Outcome]:
    stays = same_texts(list(statements))
    return [Outcome(each.text, words_of(each, stays.get(each.same_as, "")), each.state) for each in statements]


def words_of(statement: Statement, stays: str) -> str:
    if statement.state == StatementState.WAITING:
        return _("Waits until it has been read")
    if statement.state == StatementState.ACCEPTED:
        return _("In the pool, without your name")
    return " ".join(filter(None, [_("Not in the pool."), why(statement), stays and f"“{stays}”"]))


def why(statement: Statement) -> str:
    return " ".join(filter(None, [str(statement.get_reason_display()), statement.remark]))
