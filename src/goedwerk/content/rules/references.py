"""References to what stands in other files."""

import difflib
from collections.abc import Iterator

from goedwerk.content.complaints import Complaint, Place
from goedwerk.content.names import Names


def unknown_value(value: str, place: Place, names: Names) -> Iterator[Complaint]:
    if names.values is not None and value not in names.values:
        message = f"There is no value card '{value}'; {near(value, names.values)}"
        yield Complaint(place, f"{message}, add the card, or name its pack under `builds_on` in pack.yaml.")


def unknown_word(word: str, words: str, place: Place, names: Names) -> Iterator[Complaint]:
    if names.words is None:
        return
    known = names.words.get(words, frozenset())
    if word not in known:
        message = f"'{word}' is not in the list `{words}` of the vocabulary; {near(word, known)}"
        yield Complaint(place, f"{message}, add it, or name its pack under `builds_on` in pack.yaml.")


def near(name: str, known: frozenset[str]) -> str:
    """A hint at the closest known name."""
    found = difflib.get_close_matches(name, sorted(known), n=1)
    return f"use '{found[0]}' if you meant that" if found else "check the spelling"
