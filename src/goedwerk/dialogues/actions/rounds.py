"""Rounds after the first: agreeing on a day, and making the next round of the same dialogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from goedwerk.accounts.models import User
from goedwerk.approaches import registry
from goedwerk.approaches.recipes import StepRecipe
from goedwerk.dialogues.actions.leading import leading
from goedwerk.dialogues.actions.preparing import lay_out
from goedwerk.dialogues.errors import NotPossible
from goedwerk.dialogues.models import Dialogue, Round
from goedwerk.organisations.actions import log_act


@dataclass(frozen=True)
class NextRound:
    """What a facilitator decides of a next round. Everything else is the dialogue's, and was fixed before the first."""

    # The number that the round will have, so that the same decision never makes two.
    number: int
    mode: str
    steps: tuple[str, ...]
    starts_at: datetime | None = None
    closes_at: datetime | None = None


def plan_next(*, round: Round, user: User, version: int, day: date | None) -> None:
    """Write down on which day the group looks again, as they agreed; or that they do not."""
    with leading(round, user=user, version=version, act=gettext_noop("planned a next round")) as held:
        dialogue = held.dialogue
        dialogue.next_round_on = day
        dialogue.next_steps = steps_to_repeat(held) if day else []
        dialogue.save(update_fields=["next_round_on", "next_steps"])


def steps_to_repeat(round: Round) -> list[str]:
    """What the steps of this round that plan a next one say must come back."""
    planning = [step for step in round.steps.all() if step.behaviour.plans_round]
    return sorted({key for step in planning for key in step.params.get("of", ())})


@transaction.atomic
def make_next(*, dialogue: Dialogue, user: User, decided: NextRound) -> Round:
    """The same recipe and material again, or some of its steps. Pressed twice, it is one round."""
    held = Dialogue.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=dialogue.pk)
    last = held.round
    if last.number >= decided.number:
        return last
    if not last.is_closed:
        raise NotPossible(_("Close this round first."))
    recipes = chosen_steps(held, decided.steps)
    made = lay_out(held, recipes=recipes, mode=decided.mode, starts_at=decided.starts_at, closes_at=decided.closes_at)
    held.next_round_on, held.next_steps = None, []
    held.save(update_fields=["next_round_on", "next_steps"])
    log_act(organisation=held.organisation, actor=user, act=gettext_noop("prepared a next round"), subject=held.title)
    return made


def chosen_steps(dialogue: Dialogue, keys: Iterable[str]) -> list[StepRecipe]:
    wanted = set(keys)
    chosen = [step for step in dialogue.approach.steps if step.key in wanted]
    if not chosen:
        raise NotPossible(_("Choose at least one step."))
    for step in chosen:
        if missing := missing_for(step, wanted, dialogue.approach.steps):
            raise NotPossible(
                _("“%(later)s” builds on “%(earlier)s”. Choose that one too.")
                % {"later": step.title, "earlier": missing[0].title}
            )
    return chosen


def missing_for(step: StepRecipe, wanted: set[str], steps: Sequence[StepRecipe]) -> list[StepRecipe]:
    """Steps that this one uses, and that were not chosen."""
    kind, params = registry.kind_of(step.kind), step.document["params"]
    # A step that plans a next round names what comes back then, not what it needs now.
    named = () if kind.plans_round else (*params.get("of", ()), params.get("options_from"))
    needed = [other for other in steps if other.key in named]
    missing = [other for other in needed if other.key not in wanted]
    # Whatever shows several steps has enough with one of them.
    return [] if kind.is_of_group and len(missing) < len(needed) else missing


def suggested(dialogue: Dialogue) -> list[str]:
    """The steps of a next round to start from: those that were agreed on, with whatever shows or introduces them."""
    steps = dialogue.approach.steps
    agreed = set(dialogue.next_steps)
    if not agreed:
        return [step.key for step in steps if not step.is_optional]
    shows = {step.key for step in steps if step.kind == "reveal" and not missing_for(step, agreed, steps)}
    opens = {step.key for step in steps if step.kind in ("welcome", "read")}
    return [step.key for step in steps if step.key in agreed | shows | opens]
