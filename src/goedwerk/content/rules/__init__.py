"""What must hold in a document beyond its form: references, sums and pairs."""

from collections.abc import Callable, Iterator

from goedwerk.content.complaints import Complaint, Place
from goedwerk.content.names import Names
from goedwerk.content.rules.decks import deck_rules
from goedwerk.content.rules.dilemmas import dilemma_rules
from goedwerk.content.rules.languages import pack_rules
from goedwerk.content.rules.notes import note_rules, tension_rules
from goedwerk.content.rules.recipes import recipe_rules

Rules = Callable[[dict, Names], Iterator[Complaint]]

_RULES: dict[str, Rules] = {
    "pack": pack_rules,
    "approach": recipe_rules,
    "dilemma": dilemma_rules,
    "value-set": deck_rules,
    "vocabulary": tension_rules,
    "review": note_rules,
}


def broken_rules(kind: str, document: dict, names: Names) -> Iterator[Complaint]:
    """Everything in a well-formed document that does not hold together."""
    yield from doubled_ids(document)
    if kind in _RULES:
        yield from _RULES[kind](document, names)


def doubled_ids(value: object, place: Place = ()) -> Iterator[Complaint]:
    """Ids that stand twice in one list, at any depth."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if isinstance(value, list):
        yield from _doubled_in(value, place)
    for name, child in children:
        yield from doubled_ids(child, (*place, name))


def _doubled_in(entries: list, place: Place) -> Iterator[Complaint]:
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        key = entry.get("id") if isinstance(entry, dict) else None
        if key in seen:
            yield Complaint((*place, index, "id"), f"'{key}' is already used in this list; give it another id.")
        if key is not None:
            seen.add(key)
