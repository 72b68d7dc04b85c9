"""Reads the part of YAML 1.2 that a pack may use: plain data, with the line of every key.

`no`, `on` and `ja` are texts. Tags, anchors, aliases and doubled keys are refused: an editor does
not need them, and they are how a small file becomes a large or surprising one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

Path = tuple[str | int, ...]

MAX_DEPTH = 20
MAX_VALUES = 20_000
MAX_LINE = 10_000
NULL = re.compile(r"(|~|null|Null|NULL)")
TRUE = re.compile(r"(true|True|TRUE)")
FALSE = re.compile(r"(false|False|FALSE)")
WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
BASED = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
# Control characters, and those that turn the direction of what follows.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
CANNOT_STAND = "There is a character here that cannot stand in a text; remove it."
FRACTION = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@dataclass(frozen=True)
class Document:
    """Plain values, and the line on which each of them starts."""

    value: object
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """The line of this place, or of the nearest place around it that was written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class NotReadable(Exception):
    """Text that is not the YAML a pack may use."""

    def __init__(self, *, line: int, message: str, path: Path = ()) -> None:
        self.line, self.message, self.path = line, message, path
        super().__init__(message)


def read(text: str) -> Document:
    """Turn the text of one file into plain values; raise NotReadable where that is not possible."""
    _check_lines(text)
    try:
        return _Reading(text).document()
    except YAMLError as error:
        raise _explained(error, text) from error


def _check_lines(text: str) -> None:
    # Some marks make the parser look at the rest of the line again and again.
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise NotReadable(line=number, message=f"This line is longer than {MAX_LINE:,} characters; cut it up.")


def _explained(error: YAMLError, text: str) -> NotReadable:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        line = text.count("\n", 0, getattr(error, "position", 0) or 0) + 1
        return NotReadable(line=line, message=CANNOT_STAND)
    problem = getattr(error, "problem", None) or "this line cannot be read"
    return NotReadable(
        line=mark.line + 1,
        message=f"This is not valid YAML: {problem}. Look at the indent, the quotes and the colons here.",
    )


class _Reading:
    """One walk through the events of a file."""

    def __init__(self, text: str) -> None:
        reader = YAML(typ="safe", pure=True)
        reader.version = "1.2"
        self._events: Iterator[Event] = iter(reader.parse(text))
        self._lines: dict[Path, int] = {}
        self._count = 0

    def document(self) -> Document:
        next(self._events)
        start = next(self._events)
        if not isinstance(start, DocumentStartEvent):
            raise NotReadable(line=1, message="This file is empty; write its content, or remove it.")
        self._check_version(start)
        value = self._value(next(self._events), path=())
        next(self._events)
        self._check_end(next(self._events))
        return Document(value=value, lines=self._lines)

    def _check_version(self, start: DocumentStartEvent) -> None:
        if start.version not in (None, (1, 2)):
            raise _refused(start, (), "A pack is written in YAML 1.2; remove the line that starts with %YAML.")

    def _check_end(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent):
            raise _refused(event, (), "A file holds one document; remove the line `---` or split the file.")

    def _value(self, event: Event, *, path: Path) -> object:
        self._check_allowed(event, path)
        self._count += 1
        self._lines.setdefault(path, _line(event))
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, SequenceStartEvent):
            return self._list(path)
        return _scalar(event, path)

    def _check_allowed(self, event: Event, path: Path) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise _refused(event, path, "References with & and * are not allowed; write the text out.")
        if _has_tag(event):
            raise _refused(event, path, "Tags that start with ! are not allowed; put quotes around a text instead.")
        if len(path) > MAX_DEPTH:
            raise _refused(event, path[:3], f"This is nested more than {MAX_DEPTH} levels deep; make it flatter.")
        if self._count >= MAX_VALUES:
            raise _refused(event, path[:3], f"This file has more than {MAX_VALUES:,} values; split it.")

    def _mapping(self, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, path)
            if key in found:
                first = self._lines[(*path, key)]
                message = f"'{key}' stands here twice (also on line {first}); keep one."
                raise _refused(event, (*path, key), message)
            self._lines[(*path, key)] = _line(event)
            found[key] = self._value(next(self._events), path=(*path, key))
        return found

    def _key(self, event: Event, path: Path) -> str:
        self._check_allowed(event, path)
        if not isinstance(event, ScalarEvent):
            raise _refused(event, path, "A name before a colon must be one word or text, not a list or a group.")
        return _text(event, path)

    def _list(self, path: Path) -> list[object]:
        found: list[object] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            found.append(self._value(event, path=(*path, len(found))))
        return found


def _line(event: Event) -> int:
    return event.start_mark.line + 1


def _refused(event: Event, path: Path, message: str) -> NotReadable:
    return NotReadable(line=_line(event), path=path, message=message)


def _has_tag(event: Event) -> bool:
    # ruamel gives an object without text for "no tag"; only a written tag has one.
    return bool(getattr(event, "tag", None))


def _text(event: ScalarEvent, path: Path) -> str:
    """The text as it was meant: an escape can smuggle in what a database or a screen chokes on."""
    try:
        # JSON writes one character above U+FFFF as two escapes; joined here, refused when one is alone.
        text = event.value.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError as error:
        raise _refused(event, path, CANNOT_STAND) from error
    if UNSEEN.search(text):
        raise _refused(event, path, CANNOT_STAND)
    return text


def _scalar(event: ScalarEvent, path: Path) -> object:
    """Give a plain word its type by the core schema of YAML 1.2; anything in quotes is a text."""
    word = _text(event, path)
    if event.style is not None:
        return word
    for pattern, typed in _TYPES:
        if pattern.fullmatch(word):
            return typed(word)
    return word


def _number_in_base(word: str) -> int:
    return int(word[2:], 8 if word[1] == "o" else 16)


def _fraction(word: str) -> int | float:
    number = float(word)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


_TYPES = (
    (NULL, lambda word: None),
    (TRUE, lambda word: True),
    (FALSE, lambda word: False),
    (WHOLE, int),
    (BASED, _number_in_base),
    (FRACTION, _fraction),
)
