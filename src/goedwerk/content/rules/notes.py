"""Rules for the vocabulary and for the editor's notes."""

from collections.abc import Iterator

from goedwerk.content.complaints import Complaint
from goedwerk.content.names import Names
from goedwerk.content.rules.references import near, unknown_value


def tension_rules(vocabulary: dict, names: Names) -> Iterator[Complaint]:
    for index, pair in enumerate(vocabulary.get("listed_tensions", ())):
        for at, value in enumerate(pair):
            yield from unknown_value(value, ("listed_tensions", index, at), names)


def note_rules(review: dict, names: Names) -> Iterator[Complaint]:
    if names.dilemmas is None:
        return
    for key in review["dilemmas"]:
        if key not in names.dilemmas:
            hint = near(key, names.dilemmas)
            yield Complaint(("dilemmas", key), f"There is no dilemma '{key}' in this pack; {hint}, or remove the note.")
