"""Which step kinds there are. A kind is a folder `<room>/kinds/<key>/` with a `kind.py` that holds `KIND`."""

from importlib import import_module, metadata
from pathlib import Path

from django.apps import apps
from django.conf import settings

from goedwerk.approaches.recipes import Recipe, StepRecipe
from goedwerk.approaches.step_kind import StepKind

# Kinds that approaches name already and that come later: such a step is left out, and people are told.
LATER = frozenset({"publish"})

_kinds: dict[str, StepKind] = {}
_folders: dict[str, Path] = {}


class UnknownKind(LookupError):
    """A recipe asks for a kind of step that is not installed."""


def register(kind: StepKind, folder: Path) -> None:
    _kinds[kind.key] = kind
    _folders[kind.key] = folder


def discover() -> None:
    """Find the kinds of the rooms, of other packages (entry point `goedwerk.kinds`) and of the settings."""
    for app in apps.get_app_configs():
        for file in sorted(Path(app.path).glob("kinds/*/kind.py")):
            take(f"{app.name}.kinds.{file.parent.name}.kind")
    for entry in metadata.entry_points(group="goedwerk.kinds"):
        take(entry.value)
    for module in settings.EXTRA_KINDS:
        take(module)


def take(name: str) -> None:
    module = import_module(name)
    register(module.KIND, Path(module.__file__).parent)


def kind_of(key: str) -> StepKind:
    try:
        return _kinds[key]
    except KeyError:
        raise UnknownKind(f"no step kind {key!r}; known are {', '.join(sorted(_kinds))}") from None


def folder_of(key: str) -> Path | None:
    return _folders.get(key)


def all_kinds() -> list[StepKind]:
    return [_kinds[key] for key in sorted(_kinds)]


def missing_kinds(recipe: Recipe) -> list[str]:
    """The kinds that this recipe needs and this installation does not have."""
    return sorted({step.kind for step in recipe.steps} - set(_kinds))


def steps_to_leave_out(recipe: Recipe) -> list[StepRecipe]:
    """Steps that cannot run here, and without which the approach still makes sense: to be left out, and said so."""
    absent = [step for step in recipe.steps if step.kind not in _kinds]
    return [step for step in absent if step.is_optional or step.kind in LATER]
