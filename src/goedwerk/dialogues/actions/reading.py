"""The facilitator reads the texts of a step first, and lets them go: as they are, retold, or not at all."""

from django.db import transaction
from django.utils.translation import gettext as _

from goedwerk.accounts.models import User
from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues.actions.leading import leading, require_step
from goedwerk.dialogues.errors import NotPossible
from goedwerk.dialogues.models import Attendance, Passage, PassageState, Round, Step

SMALLEST_GROUP = 5


def may_let_go(step: Step) -> bool:
    """Under five people a text gives its writer away; what was announced as open may always be shown."""
    return step.behaviour.reader(step) == Reader.OPEN or Attendance.objects.filter(step=step).count() >= SMALLEST_GROUP


def let_go(*, round: Round, user: User, version: int, step: Step, decisions: dict[str, tuple[str, str]]) -> None:
    """Decide on the texts of a step, all at once: {passage id: ("show" | "skip" | "retell", text)}."""
    with leading(round, user=user, version=version, act="let texts go"):
        if not step.is_closed:
            raise NotPossible(_("Close the step first."))
        if not may_let_go(step):
            raise NotPossible(_("With fewer than five people no text is shown. Whoever wants to reads their own."))
        for passage in step.passages.filter(state=PassageState.WAITING):
            decision, text = decisions.get(str(passage.pk), ("skip", ""))
            decide(passage, decision, text.strip())


def decide(passage: Passage, decision: str, text: str) -> None:
    if decision == "retell" and text:
        passage.lines, passage.retold = [["", text]], True
    passage.state = PassageState.SHOWN if decision in ("show", "retell") else PassageState.SKIPPED
    passage.save()


def add_note(*, round: Round, user: User, version: int, text: str) -> None:
    """Put a note of the group on the screens: one passage per line."""
    with leading(round, user=user, version=version, act="noted") as held:
        step = require_step(held)
        for line in filter(None, (line.strip() for line in text.splitlines())):
            Passage.objects.create(step=step, lines=[["", line[:1000]]], state=PassageState.SHOWN)


@transaction.atomic
def strike(*, passage: Passage) -> None:
    """Take a passage out of the report."""
    passage.delete()
