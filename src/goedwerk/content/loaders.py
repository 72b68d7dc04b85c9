"""Who takes what from a pack: rooms above say it once, when they are ready."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from goedwerk.content.pack import Item, Pack, PackInfo
from goedwerk.content.shelf import installed_packs, shipped_packs

__all__ = ["SECTIONS", "Loaded", "Loaders", "SectionTaken", "installed_packs", "load_pack", "register", "shipped_packs"]

Load = Callable[[PackInfo, tuple[Item, ...]], int]

# In this order: a later section may refer to an earlier one.
SECTIONS = {
    "vocabulary": "vocabulary",
    "value-sets": "value_sets",
    "dilemmas": "dilemmas",
    "approaches": "approaches",
    "review": "review",
}


class SectionTaken(Exception):
    """Two rooms want the same section of a pack."""


@dataclass(frozen=True)
class Loaded:
    """What was taken from a pack: for each section with a loader, how many."""

    info: PackInfo
    counts: Mapping[str, int]


@dataclass
class Loaders:
    """A registry of loaders by section."""

    _by_section: dict[str, Load] = field(default_factory=dict)

    def register(self, section: str, load: Load) -> None:
        if section not in SECTIONS:
            raise ValueError(f"a pack has no section {section!r}; it has: {', '.join(SECTIONS)}")
        if self._by_section.setdefault(section, load) is not load:
            raise SectionTaken(f"{section!r} is already loaded by {self._by_section[section]!r}")

    def load(self, pack: Pack) -> Loaded:
        """Hand every section to its loader: the whole pack, or nothing of it."""
        with transaction.atomic():
            counts = {
                section: self._by_section[section](pack.info, getattr(pack, field_name))
                for section, field_name in SECTIONS.items()
                if section in self._by_section
            }
        return Loaded(info=pack.info, counts=counts)


_loaders = Loaders()
register = _loaders.register
load_pack = _loaders.load
