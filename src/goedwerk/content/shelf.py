"""Which packs are on this machine: those shipped here, and those of installed packages."""

from importlib.metadata import entry_points
from pathlib import Path

GROUP = "goedwerk.packs"
SHIPPED = Path(__file__).parent / "packs"


class PackNotFound(Exception):
    """An installed package promises a pack and does not give one."""


def shipped_packs() -> list[Path]:
    """The packs that come with Goedwerk."""
    return sorted(card.parent for card in SHIPPED.glob("*/pack.yaml"))


def installed_packs() -> list[Path]:
    """The shipped packs, then those of other packages, by their entry points."""
    return [*shipped_packs(), *(_path_of(entry) for entry in sorted(entry_points(group=GROUP)))]


def _path_of(entry) -> Path:
    """An entry point names a path, or something without arguments that gives one."""
    try:
        found = entry.load()
    except (ImportError, AttributeError) as error:
        raise PackNotFound(f"entry point {entry.name} = {entry.value} cannot be loaded: {error}") from error
    path = found() if callable(found) else found
    if not isinstance(path, str | Path):
        raise PackNotFound(f"entry point {entry.name} = {entry.value} must give a path, got {path!r}")
    return Path(path)
