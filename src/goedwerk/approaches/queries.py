from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from goedwerk.approaches import registry
from goedwerk.approaches.inputs import input_kind
from goedwerk.approaches.models import Approach, ApproachVersion, OwnApproach
from goedwerk.approaches.recipes import Recipe, StepRecipe
from goedwerk.organisations.models import Organisation


@dataclass(frozen=True)
class Listed:
    """An approach as a list shows it: can it be started here, and if not, what is missing."""

    approach: Approach | ApproachVersion
    # As it runs here: without the steps that are left out.
    recipe: Recipe
    missing: list[str]
    left_out: Sequence[StepRecipe] = ()

    @property
    def can_start(self) -> bool:
        return not self.missing

    @property
    def is_own(self) -> bool:
        """Written by the organisation itself: nobody else has it."""
        return isinstance(self.approach, ApproachVersion)

    @property
    def key(self) -> str:
        """By what it is found: an own approach may have the name of a shipped one, so it goes by its random key."""
        return str(self.approach.own_id) if self.is_own else self.recipe.key


def listed(approach: Approach | ApproachVersion) -> Listed:
    left_out = registry.steps_to_leave_out(approach.recipe)
    recipe = approach.recipe.without(left_out)
    unknown_inputs = {needed["kind"] for needed in recipe.inputs if input_kind(needed["kind"]) is None}
    return Listed(approach, recipe, registry.missing_kinds(recipe) + sorted(unknown_inputs), left_out)


def all_approaches(organisation: Organisation | None = None) -> list[Listed]:
    """What can be started first, shortest first: those that ship, and those of this organisation."""
    own = [each.latest for each in own_approaches(organisation) if not each.retired] if organisation else []
    found = [listed(approach) for approach in [*Approach.objects.all(), *filter(None, own)]]
    return sorted(found, key=lambda each: (not each.can_start, each.recipe.minutes))


def find_approach(key: str, organisation: Organisation | None = None) -> Listed | None:
    own = own_approach(organisation, key) if organisation else None
    if own is not None:
        return listed(own.latest) if own.latest and not own.retired else None
    approach = Approach.objects.filter(key=key).order_by("pack").first()
    return listed(approach) if approach else None


# What an organisation writes itself


def own_approaches(organisation: Organisation) -> QuerySet[OwnApproach]:
    return OwnApproach.objects.filter(organisation=organisation).prefetch_related("versions__own__organisation")


def own_approach(organisation: Organisation, key: str | UUID) -> OwnApproach | None:
    """An own approach by its random key. That of another organisation does not exist here."""
    try:
        known = UUID(str(key))
    except ValueError:
        return None
    return own_approaches(organisation).filter(pk=known).first()
