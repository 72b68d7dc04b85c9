"""What a group writes together is shown in batches while people go on writing: it was announced as open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from goedwerk.accounts.models import User
from goedwerk.dialogues.actions.leading import leading, require_live, require_step
from goedwerk.dialogues.errors import NotPossible
from goedwerk.dialogues.models import PassageState, Round, Step
from goedwerk.dialogues.passages import lay_down, new_drafts, said_so_far

# Fewer would tell by its moment who wrote it; and what one person wrote would be seen to belong together.
FEWEST_ENTRIES, FEWEST_WRITERS = 3, 2


def show_batch(*, round: Round, user: User, version: int) -> None:
    """Show what is there and was not shown yet, shuffled. What comes later waits for a next batch, or for closing."""
    with leading(round, user=user, version=version, act=gettext_noop("showed what was there")) as held:
        require_live(held)
        step = require_step(held)
        if not may_show_batches(step):
            raise NotPossible(_("Texts of this step are not shown while people write."))
        show_new(step, list(step.behaviour.answers(step).values()))


def may_show_batches(step: Step) -> bool:
    return step.is_open and step.round.is_live and step.behaviour.in_batches


def show_new(step: Step, answers: Sequence[Any]) -> None:
    said = said_so_far(step)
    drafts = new_drafts(step, answers, said)
    writers = [answer for answer in answers if new_drafts(step, [answer], said)]
    if len(drafts) < FEWEST_ENTRIES or len(writers) < FEWEST_WRITERS:
        raise NotPossible(_("Wait a little. At least three new entries are shown at once, and not all of one person."))
    lay_down(step, drafts, state=PassageState.SHOWN)
