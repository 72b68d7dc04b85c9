"""Proposing a statement. None of it is logged; who wrote what is kept only so that the writer can follow it."""

from __future__ import annotations

from collections.abc import Sequence

from goedwerk.conversations.models import Proposals, Statement, StatementState
from goedwerk.dialogues.models import Participation, Passage, Step
from goedwerk.dialogues.queries import people_in

# Under five people a text gives its writer away, so nothing goes into the pool before so many have joined.
SMALLEST_GROUP = 5
AFTER = "after"


def propose(*, step: Step, participation: Participation, texts: Sequence[str]) -> None:
    """Within a transaction: what waits becomes these texts; what somebody has read already stays as it is."""
    held = held_proposals(step, participation)
    mine = list(Statement.objects.select_for_update().filter(pk__in=held.statements))
    kept = [each for each in mine if each.state != StatementState.WAITING or each.text in texts]
    Statement.objects.filter(pk__in={each.pk for each in mine} - {each.pk for each in kept}).delete()
    known = {each.text for each in kept if each.state != StatementState.REJECTED}
    state = state_of_new(step)
    new = [Statement(step=step, text=text, state=state) for text in dict.fromkeys(texts) if text not in known]
    Statement.objects.bulk_create(new)
    # By key: not in the order in which they were written.
    held.statements = sorted(each.pk.hex for each in [*kept, *new])
    held.save(update_fields=["statements"])


def held_proposals(step: Step, participation: Participation) -> Proposals:
    Proposals.objects.get_or_create(step=step, participation=participation)
    return Proposals.objects.select_for_update().get(step=step, participation=participation)


def state_of_new(step: Step) -> StatementState:
    at_once = step.params.get("moderation") == AFTER and may_be_shown(step)
    return StatementState.ACCEPTED if at_once else StatementState.WAITING


def may_be_shown(step: Step) -> bool:
    return people_in(step.round.dialogue) >= SMALLEST_GROUP


def withdraw(step: Step, participation: Participation) -> None:
    """What is in the pool stays there, like any text that was let go; that it was theirs is forgotten."""
    for held in Proposals.objects.filter(step=step, participation=participation):
        others = Statement.objects.filter(pk__in=held.statements)
        others.exclude(state=StatementState.ACCEPTED).delete()
        held.delete()


def erase(step: Step) -> None:
    """Forget who wrote what. Of a closed step the pool itself stays: the pictures are about it."""
    Proposals.erase(step=step)
    gone = Statement.objects.filter(step=step)
    if step.is_closed:
        gone = gone.exclude(state=StatementState.ACCEPTED)
        Statement.objects.filter(step=step).update(read_by=None)
    Passage.objects.filter(step=step, pk__in=list(gone.values_list("pk", flat=True))).delete()
    gone.delete()
