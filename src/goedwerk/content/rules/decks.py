"""Rules for a deck of value cards."""

from collections.abc import Iterator

from goedwerk.content.complaints import Complaint
from goedwerk.content.names import Names


def deck_rules(deck: dict, _names: Names) -> Iterator[Complaint]:
    yield from _cards(deck)
    for name, shape in deck["distributions"].items():
        yield from _shape(name, shape, deck)


def _cards(deck: dict) -> Iterator[Complaint]:
    groups = {group["id"] for group in deck["groups"]}
    for index, card in enumerate(deck["values"]):
        if card["group"] not in groups:
            message = f"There is no group '{card['group']}'; use one of: {', '.join(sorted(groups))}."
            yield Complaint(("values", index, "group"), message)
        for at, source in enumerate(card["src"]):
            if source not in deck["sources"]:
                message = f"There is no source '{source}'; add it under `sources`."
                yield Complaint(("values", index, "src", at), message)


def _shape(name: str, shape: dict, deck: dict) -> Iterator[Complaint]:
    place = ("distributions", name)
    deck_name, _, promised = name.partition("_")
    cards = [card for card in deck["values"] if deck_name == "full" or card["short"]]
    if len(cards) != int(promised):
        yield Complaint(place, f"The name says {promised} cards, but the {deck_name} deck has {len(cards)}.")
    if len(shape["columns"]) != len(shape["capacity"]):
        yield Complaint((*place, "capacity"), f"Give one number for each of the {len(shape['columns'])} columns.")
    if sum(shape["capacity"]) != len(cards):
        message = f"These add up to {sum(shape['capacity'])}; the {deck_name} deck has {len(cards)} cards."
        yield Complaint((*place, "capacity"), message)
