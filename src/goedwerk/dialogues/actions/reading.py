"""The facilitator reads the texts of a step first, and lets them go: as they are, retold, or not at all."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from goedwerk.accounts.models import User
from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues import ledger, traces
from goedwerk.dialogues.actions.leading import leading, require_step
from goedwerk.dialogues.errors import NotPossible
from goedwerk.dialogues.ledger import Erased
from goedwerk.dialogues.models import Attendance, Passage, PassageState, Round, Step
from goedwerk.dialogues.passages import on_desk

SMALLEST_GROUP = 5
DECISIONS = {"show": PassageState.SHOWN, "retell": PassageState.SHOWN, "skip": PassageState.SKIPPED}


def may_let_go(step: Step) -> bool:
    """Under five people a text gives its writer away; what was announced as open may always be shown.

    What was promised to the facilitator alone never is.
    """
    reader = step.behaviour.text_reader(step)
    enough = Attendance.objects.filter(step=step).count() >= SMALLEST_GROUP
    return reader == Reader.OPEN or (reader == Reader.GROUP and enough)


def let_go(*, round: Round, user: User, version: int, step: Step, decisions: dict[str, tuple[str, str]]) -> None:
    """Decide on texts of a step, all at once: {passage id: ("show" | "skip" | "retell", text)}. The others wait."""
    with leading(round, user=user, version=version, act=gettext_noop("let texts go")):
        if not step.is_closed:
            raise NotPossible(_("Close the step first."))
        if step.behaviour.text_reader(step) == Reader.FACILITATOR:
            raise NotPossible(_("These texts are for you alone. They were promised not to be shown."))
        if not may_let_go(step):
            raise NotPossible(_("With fewer than five people no text is shown. Whoever wants to reads their own."))
        for passage in on_desk(step):
            decide(passage, *decisions.get(str(passage.pk), ("", "")))
        step.behaviour.was_read(step)


def decide(passage: Passage, decision: str, text: str) -> None:
    text = text.strip()
    if decision not in DECISIONS or (decision == "retell" and not text):
        return
    if decision == "retell":
        passage.lines, passage.retold = [[label_of(passage), text]], True
    passage.state = DECISIONS[decision]
    passage.save()


def label_of(passage: Passage) -> str:
    """What a text of one line is about stays said when the facilitator retells it."""
    return passage.lines[0][0] if len(passage.lines) == 1 else ""


def add_note(*, round: Round, user: User, version: int, text: str) -> None:
    """Put a note of the group on the screens: one passage per line."""
    with leading(round, user=user, version=version, act=gettext_noop("noted")) as held:
        step = require_step(held)
        if not step.params.get("note"):
            raise NotPossible(_("This step keeps no note."))
        for line in filter(None, (line.strip() for line in text.splitlines())):
            Passage.objects.create(step=step, lines=[["", line[:1000]]], state=PassageState.SHOWN)


@transaction.atomic
def strike(*, passage: Passage) -> None:
    """Take a passage out of the report."""
    ledger.note(Erased(ledger.PASSAGE, str(passage.pk), timezone.localdate().isoformat()))
    take_out(passage)
    traces.wipe_soon()


def take_out(passage: Passage) -> None:
    passage.step.behaviour.was_struck(passage.step, passage)
    passage.delete()
