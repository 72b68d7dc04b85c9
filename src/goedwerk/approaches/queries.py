from collections.abc import Sequence
from dataclasses import dataclass

from goedwerk.approaches import registry
from goedwerk.approaches.inputs import input_kind
from goedwerk.approaches.models import Approach
from goedwerk.approaches.recipes import Recipe, StepRecipe


@dataclass(frozen=True)
class Listed:
    """An approach as a list shows it: can it be started here, and if not, what is missing."""

    approach: Approach
    # As it runs here: without the steps that are left out.
    recipe: Recipe
    missing: list[str]
    left_out: Sequence[StepRecipe] = ()

    @property
    def can_start(self) -> bool:
        return not self.missing


def listed(approach: Approach) -> Listed:
    left_out = registry.steps_to_leave_out(approach.recipe)
    recipe = approach.recipe.without(left_out)
    unknown_inputs = {needed["kind"] for needed in recipe.inputs if input_kind(needed["kind"]) is None}
    return Listed(approach, recipe, registry.missing_kinds(recipe) + sorted(unknown_inputs), left_out)


def all_approaches() -> list[Listed]:
    """What can be started first, shortest first."""
    found = [listed(approach) for approach in Approach.objects.all()]
    return sorted(found, key=lambda each: (not each.can_start, each.recipe.minutes))


def find_approach(key: str) -> Listed | None:
    approach = Approach.objects.filter(key=key).order_by("pack").first()
    return listed(approach) if approach else None
