"""An approach that is being written, as a dialogue in memory: to look at and to print. Nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from django.utils.translation import gettext as _

from goedwerk.approaches import registry
from goedwerk.approaches.inputs import input_kind
from goedwerk.approaches.models import OwnApproach
from goedwerk.approaches.problems import problems_of
from goedwerk.approaches.recipes import StepRecipe
from goedwerk.approaches.texts import said
from goedwerk.dialogues.actions.preparing import step_of
from goedwerk.dialogues.models import Dialogue, Round, Step
from goedwerk.dialogues.rehearsal import rehearsed

# The same colleagues on every page.
SEED = 1
# Stands in links of a page that is only looked at; no dialogue can have it.
NO_CODE = "0000"


def dialogue_of(own: OwnApproach) -> Dialogue:
    """With the first of everything that can be chosen as its material."""
    return Dialogue(
        organisation=own.organisation,
        title=own.title,
        code=NO_CODE,
        recipe=own.draft,
        material={needed["id"]: example_of(needed) for needed in own.draft["inputs"]},
        retention_days=own.organisation.retention_days,
        facilitator_leads_group=bool(own.draft.get("leadership_speaks_last")),
        contacts=own.organisation.contacts,
    )


def example_of(needed: Mapping[str, Any]) -> Mapping[str, Any]:
    kind = input_kind(needed["kind"])
    if kind is None or kind.brought_along:
        return {}
    offers = kind.offers()
    chosen = offers[0].key if offers else _("Here stands what you choose: %s") % said(needed["text"])
    return kind.frozen(chosen, Random(SEED)) or {}


def round_of(own: OwnApproach, *, position: int = 0) -> Round:
    """The round as it stands when this step is open and those before it are closed, with simulated answers."""
    round = Round(dialogue=dialogue_of(own), mode=own.draft["modes"][0])
    hold(round, [step_of(round, recipe, number) for number, recipe in enumerate(installed(own), start=1)])
    return rehearsed(round, seed=SEED, position=position, closed=False)


def installed(own: OwnApproach) -> list[StepRecipe]:
    """The steps of which the kind is here; the others would be left out of a dialogue as well."""
    known = {kind.key for kind in registry.all_kinds()}
    return [step for step in own.recipe.steps if step.kind in known]


def hold(round: Round, steps: list[Step]) -> None:
    """Let `round.steps.all()` give these, as if they had been fetched."""
    fetched = Step.objects.none()
    fetched._result_cache = steps
    round._prefetched_objects_cache = {"steps": fetched}


def step_in(own: OwnApproach, key: str) -> Step | None:
    """The step as it is when it is open; None when it cannot be played yet."""
    if not can_be_played(own, key):
        return None
    return round_of(own, position=[step.key for step in installed(own)].index(key) + 1).current


def can_be_played(own: OwnApproach, key: str) -> bool:
    """Whether everything that this step needs is there: what is wrong in it, or before it, has to be repaired first."""
    steps = [step.key for step in installed(own)]
    return key in steps and not wrong_steps(own) & set(steps[: steps.index(key) + 1])


def wrong_steps(own: OwnApproach) -> frozenset[str]:
    """Asked several times for one page, and found once for a draft."""
    if getattr(own, "_wrong", (None,))[0] is not own.draft:
        own._wrong = (own.draft, frozenset(problem.step for problem in problems_of(own.draft)))
    return own._wrong[1]
