"""Dutch is always there; who promises English gives it everywhere."""

from collections.abc import Iterator

from goedwerk.content.complaints import Complaint, Place, what_is_missing


def pack_rules(card: dict, _names: object) -> Iterator[Complaint]:
    if "nl" not in card["languages"]:
        yield Complaint(("languages",), "Dutch is missing; write `[nl]` or `[nl, en]`.")


def missing_english(value: object, place: Place = ()) -> Iterator[Complaint]:
    """Every text of a document that has Dutch and no English, at any depth."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if isinstance(value, dict) and "nl" in value and "en" not in value:
        yield Complaint((*place, "en"), what_is_missing("en"))
    for name, child in children:
        yield from missing_english(child, (*place, name))
