"""What a pack is once it has been read: plain data, and the errors that kept it from being read."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PackInfo:
    """The card of a pack: pack.yaml, and a digest that changes when anything in the pack changes."""

    id: str
    version: str
    title: Mapping[str, str]
    licence: str
    languages: tuple[str, ...]
    authors: tuple[str, ...]
    source: str
    review: Mapping[str, object]
    builds_on: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class Item:
    """One approach, dilemma, value set, vocabulary or editor's note, and where it was written."""

    key: str
    version: str
    document: dict
    file: str
    line: int


@dataclass(frozen=True)
class Pack:
    info: PackInfo
    approaches: tuple[Item, ...]
    dilemmas: tuple[Item, ...]
    value_sets: tuple[Item, ...]
    vocabulary: tuple[Item, ...]
    review: tuple[Item, ...]


@dataclass(frozen=True, order=True)
class PackError:
    """One thing to repair: where it stands, and what to do."""

    file: str
    line: int
    key: str = field(compare=False)
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return f"{where}: {self.key}: {self.message}" if self.key else f"{where}: {self.message}"


class PackInvalid(Exception):
    """A pack that cannot be used, with everything that is wrong in it."""

    def __init__(self, errors: tuple[PackError, ...]) -> None:
        self.errors = errors
        super().__init__("\n".join(str(error) for error in errors))
