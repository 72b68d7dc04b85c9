from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from goedwerk.accounts import tokens
from goedwerk.accounts.models import User
from goedwerk.approaches.inputs import input_kind
from goedwerk.approaches.queries import Listed
from goedwerk.approaches.recipes import StepRecipe
from goedwerk.dialogues import ledger, queries, traces
from goedwerk.dialogues.errors import CannotStart
from goedwerk.dialogues.ledger import Erased
from goedwerk.dialogues.models import Dialogue, Mode, Round, Step
from goedwerk.organisations.actions import log_act
from goedwerk.organisations.models import Organisation

CODE_LENGTH = 8


@dataclass(frozen=True)
class Preparation:
    """What a facilitator decides before a dialogue."""

    title: str
    mode: str = "live"
    # Per input: the key of an offer, or for a text of one's own {"text": …}
    inputs: Mapping[str, Any] = field(default_factory=dict)
    attribute: str = ""
    # Attributes that are asked together in an open round of a large group.
    described_by: tuple[str, ...] = ()
    retention_days: int = 7
    is_whole_group: bool = False
    facilitator_leads_group: bool = False
    follow_up_owner: str = ""
    contacts: tuple[Mapping[str, str], ...] = ()
    optional_steps: tuple[str, ...] = ()
    starts_at: datetime | None = None
    closes_at: datetime | None = None
    # The key that the dialogue will have, so that the same preparation is never kept twice.
    key: UUID = field(default_factory=uuid4)


@transaction.atomic
def prepare_dialogue(*, organisation: Organisation, user: User, listed: Listed, preparation: Preparation) -> Dialogue:
    """Freeze recipe and material into a dialogue that waits to be opened. Pressed twice, it is one dialogue."""
    twin = Dialogue.objects.filter(pk=preparation.key).first()
    if twin is not None:
        return require_own(twin, organisation)
    if not listed.can_start:
        raise CannotStart(_("This approach cannot be started here yet: %s.") % ", ".join(listed.missing))
    dialogue = new_dialogue(organisation, listed, preparation)
    dialogue.save()
    add_round(
        dialogue,
        mode=preparation.mode,
        optional=preparation.optional_steps,
        starts_at=preparation.starts_at,
        closes_at=preparation.closes_at,
    )
    log_act(organisation=organisation, actor=user, act=gettext_noop("prepared"), subject=dialogue.title)
    return dialogue


def new_dialogue(organisation: Organisation, listed: Listed, preparation: Preparation) -> Dialogue:
    """The dialogue as it was decided, with copies of everything that may change later."""
    approach = listed.approach
    dialogue = Dialogue(
        pk=preparation.key,
        organisation=organisation,
        title=preparation.title,
        code=new_code(),
        recipe=listed.recipe.document,
        pack=approach.pack,
        pack_version=approach.pack_version,
        pack_digest=approach.pack_digest,
        attribute=preparation.attribute,
        described_by=list(preparation.described_by) if preparation.mode == Mode.OPEN else [],
        retention_days=preparation.retention_days,
        is_whole_group=preparation.is_whole_group,
        facilitator_leads_group=preparation.facilitator_leads_group,
        follow_up_owner=preparation.follow_up_owner,
        contacts=list(preparation.contacts),
    )
    dialogue.attribute_lists = frozen_lists(dialogue)
    dialogue.material = frozen_material(dialogue, preparation.inputs)
    return dialogue


def require_own(dialogue: Dialogue, organisation: Organisation) -> Dialogue:
    if dialogue.organisation_id != organisation.pk:
        raise CannotStart(_("This page is outdated. Open it again."))
    return dialogue


@transaction.atomic
def delete_dialogue(*, dialogue: Dialogue, user: User) -> None:
    """Delete a dialogue with everything in it: answers, pictures and texts."""
    organisation, title = dialogue.organisation, dialogue.title
    ledger.note(Erased(ledger.DIALOGUE, str(dialogue.pk), timezone.localdate().isoformat()))
    dialogue.delete()
    traces.wipe_soon()
    log_act(organisation=organisation, actor=user, act=gettext_noop("deleted"), subject=title)


def new_code() -> str:
    while True:
        code = tokens.new_code(CODE_LENGTH)
        if not Dialogue.objects.filter(code=code).exists():
            return code


def frozen_material(dialogue: Dialogue, chosen: Mapping[str, Any]) -> dict[str, Any]:
    # Seeded by the dialogue: options stand in an order of their own here, the same for everybody.
    random = Random(dialogue.id.int)
    material = {}
    for needed in dialogue.approach.inputs:
        name, kind = needed["id"], input_kind(needed["kind"])
        document = kind.frozen(chosen.get(name), random)
        if document is None and needed["required"] and not kind.brought_along:
            raise CannotStart(_("Choose first: %s") % kind.label)
        material[name] = document or {}
    return material


def frozen_lists(dialogue: Dialogue) -> dict[str, Any]:
    lists = {attribute.key: attribute.document for attribute in queries.lists_of(dialogue.organisation)}
    try:
        return {key: lists[key] for key in sorted({dialogue.attribute, *dialogue.described_by} - {""})}
    except KeyError as unknown:
        raise CannotStart(_("This list is not used any more: %s.") % unknown.args[0]) from None


def add_round(
    dialogue: Dialogue,
    *,
    mode: str,
    optional: tuple[str, ...],
    closes_at: datetime | None,
    starts_at: datetime | None = None,
) -> Round:
    wanted = [step for step in dialogue.approach.steps if not step.is_optional or step.key in optional]
    return lay_out(dialogue, recipes=wanted, mode=mode, starts_at=starts_at, closes_at=closes_at)


def lay_out(
    dialogue: Dialogue,
    *,
    recipes: Sequence[StepRecipe],
    mode: str,
    starts_at: datetime | None,
    closes_at: datetime | None,
) -> Round:
    number = dialogue.rounds.count() + 1
    made = Round.objects.create(dialogue=dialogue, number=number, mode=mode, starts_at=starts_at, closes_at=closes_at)
    for position, recipe in enumerate(recipes, start=1):
        step_of(made, recipe, position).save()
    return made


def step_of(round: Round, recipe: StepRecipe, position: int) -> Step:
    step = Step(
        round=round,
        key=recipe.key,
        position=position,
        kind=recipe.kind,
        minutes=recipe.minutes,
        document=dict(recipe.document),
    )
    step.is_split = bool(round.dialogue.attribute) and step.behaviour.may_split(step)
    return step
