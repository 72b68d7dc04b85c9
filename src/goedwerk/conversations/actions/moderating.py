"""Reading what people propose: into the pool, or not, with a reason. Each act is written in the log of hosts.

Nobody's words are ever changed. In an open round two people read a statement before others see it; live, the
facilitator does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from goedwerk.accounts.models import User
from goedwerk.conversations.actions.proposing import may_be_shown
from goedwerk.conversations.models import Reason, Statement, StatementState
from goedwerk.dialogues.actions.leading import leading
from goedwerk.dialogues.errors import MovedOn, NotPossible
from goedwerk.dialogues.models import Passage, PassageState, Round, Step
from goedwerk.organisations.actions import log_act


@dataclass(frozen=True)
class Read:
    """What came of reading: how many went into the pool, and how many wait for a second reader."""

    accepted: int
    read_once: int


def needs_two(step: Step) -> bool:
    return not step.round.is_live


def accept(*, step: Step, user: User, version: int, chosen: Collection[UUID], together: bool = False) -> Read:
    """Put statements into the pool; `together`: two people read them at one screen."""
    with moderating(step, user=user, version=version, act=gettext_noop("accepted statements")) as round:
        require_room_for_more(step, round)
        outcome = [read(each, user, alone=needs_two(step) and not together) for each in held(step, chosen)]
    return Read(outcome.count(True), outcome.count(False))


def refuse(
    *, step: Step, user: User, version: int, chosen: Collection[UUID], reason: str, remark: str = "", same_as: str = ""
) -> int:
    """Keep statements out of the pool, or take them out; their writers read why."""
    with moderating(step, user=user, version=version, act=gettext_noop("refused statements")):
        statements = held(step, chosen)
        for statement in statements:
            statement.state, statement.reason = StatementState.REJECTED, Reason(reason).value
            statement.remark, statement.same_as, statement.read_by = remark.strip(), same_as, None
            statement.save()
        Passage.objects.filter(step=step, pk__in=[each.pk for each in statements]).delete()
    return len(statements)


def join(*, step: Step, user: User, version: int, statement: UUID, stays: str) -> int:
    """Two statements say the same: one stays in the pool, the writer of the other reads which."""
    return refuse(step=step, user=user, version=version, chosen=[statement], reason=Reason.SAME, same_as=stays)


# What these acts share


@contextmanager
def moderating(step: Step, *, user: User, version: int, act: str) -> Iterator[Round]:
    """Live it is one of the acts of who leads, so that screens follow; in an open round several people read at once.

    The round is held, so that a statement either comes in before the closing or is refused.
    """
    if step.round.is_live and not step.round.is_closed:
        with leading(step.round, user=user, version=version, act=act) as held:
            yield held
        return
    with transaction.atomic():
        held = (
            Round.objects.select_for_update(of=("self",)).select_related("dialogue__organisation").get(pk=step.round_id)
        )
        if held.is_open and held.is_live:
            # The meeting began since this page was opened.
            raise MovedOn
        yield held
        log_act(organisation=held.dialogue.organisation, actor=user, act=act, subject=held.dialogue.title)


def require_room_for_more(step: Step, round: Round) -> None:
    if round.is_closed:
        raise NotPossible(_("This dialogue is closed: nobody can vote on it any more."))
    if not may_be_shown(step):
        raise NotPossible(_("With fewer than five people no statement is shown: it would give its writer away."))


def held(step: Step, chosen: Collection[UUID]) -> list[Statement]:
    return list(Statement.objects.select_for_update().filter(step=step, pk__in=chosen).order_by("pk"))


def read(statement: Statement, user: User, *, alone: bool) -> bool:
    """Whether it is in the pool now; if not, it waits for somebody else to read it as well."""
    if statement.state == StatementState.ACCEPTED:
        return True
    in_pool = not alone or statement.read_by_id not in (None, user.pk)
    statement.state = StatementState.ACCEPTED if in_pool else StatementState.WAITING
    statement.read_by = None if in_pool else user
    statement.reason = statement.remark = statement.same_as = ""
    statement.save()
    if in_pool and statement.step.round.is_live:
        show(statement)
    return in_pool


def show(statement: Statement) -> None:
    """In a live round the group sees it at once, like any text that is let go; under the same key."""
    lines = [["", statement.text]]
    Passage.objects.create(id=statement.pk, step=statement.step, lines=lines, state=PassageState.SHOWN)
