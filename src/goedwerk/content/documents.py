"""Reads the files of a pack one by one: what they hold, and what is wrong in each."""

from collections.abc import Iterator
from dataclasses import dataclass

from goedwerk.content import yaml12
from goedwerk.content.complaints import Complaint, Place, complaints
from goedwerk.content.files import Files
from goedwerk.content.pack import PackError
from goedwerk.content.yaml12 import Document, NotReadable

FOLDERS = {"approaches": "approach", "dilemmas": "dilemma", "values": "value-set"}
FILES = {"pack.yaml": "pack", "vocabulary.yaml": "vocabulary", "review.yaml": "review"}


@dataclass(frozen=True)
class Entry:
    """One document inside a file: a whole file, or one dilemma of a list."""

    kind: str
    file: str
    text: Document
    base: Place
    value: object
    fits: bool

    def error(self, complaint: Complaint) -> PackError:
        line = self.text.line((*self.base, *complaint.place))
        return PackError(file=self.file, line=line, key=key_of(complaint.place), message=complaint.message)


@dataclass(frozen=True)
class Reading:
    """Everything found in the files of a pack: what can be used, and what is wrong."""

    entries: tuple[Entry, ...] = ()
    errors: tuple[PackError, ...] = ()
    broken: frozenset[str] = frozenset()

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(
            entries=self.entries + other.entries,
            errors=self.errors + other.errors,
            broken=self.broken | other.broken,
        )

    def fitting(self, kind: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.kind == kind and entry.fits]


def read_files(gathered: Files) -> Reading:
    return sum((_read_file(*file) for file in gathered.items()), Reading())


def _read_file(name: str, content: bytes) -> Reading:
    kind = _kind_of(name)
    if kind is None:
        return Reading(errors=(PackError(file=name, line=1, key="", message=_where_it_belongs(name)),))
    try:
        text = yaml12.read(_decoded(content))
    except NotReadable as found:
        error = PackError(file=name, line=found.line, key=_shown(kind, found.path), message=found.message)
        return Reading(errors=(error,), broken=frozenset({kind}))
    return _checked(kind, name, text)


def _kind_of(name: str) -> str | None:
    folder, _, rest = name.rpartition("/")
    if not rest.endswith(".yaml"):
        return None
    return FOLDERS.get(folder) if folder else FILES.get(rest)


def _where_it_belongs(name: str) -> str:
    if not name.endswith(".yaml"):
        return "The name of this file must end in .yaml; rename it."
    known = ", ".join([*FILES, *(f"{folder}/*.yaml" for folder in FOLDERS)])
    return f"This file has no place in a pack; a pack has: {known}."


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotReadable(line=line, message="This is not UTF-8; save the file as UTF-8.") from error


def _checked(kind: str, name: str, text: Document) -> Reading:
    found = complaints(text.value, schema=kind)
    errors = tuple(
        PackError(file=name, line=text.line(wrong.place), key=_shown(kind, wrong.place), message=wrong.message)
        for wrong in found
    )
    entries = tuple(_entries(kind, name, text, wrong_places={wrong.place for wrong in found}))
    return Reading(entries=entries, errors=errors, broken=frozenset({kind} if found else ()))


def _entries(kind: str, name: str, text: Document, *, wrong_places: set[Place]) -> Iterator[Entry]:
    bases = [(index,) for index in range(len(text.value))] if _is_list(kind, text) else [()]
    for base in bases:
        fits = not any(place[: len(base)] == base for place in wrong_places)
        value = text.value[base[0]] if base else text.value
        yield Entry(kind=kind, file=name, text=text, base=base, value=value, fits=fits)


def _is_list(kind: str, text: Document) -> bool:
    return kind == "dilemma" and isinstance(text.value, list)


def _shown(kind: str, place: Place) -> str:
    """In a file of many dilemmas the line says which one; the key is the place inside it."""
    return key_of(place[1:] if kind == "dilemma" and place and isinstance(place[0], int) else place)


def key_of(place: Place) -> str:
    """A place as people write it: options[1].en"""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).removeprefix(".")
