"""What values are called."""

from goedwerk.approaches.texts import said
from goedwerk.values.models import ValueSet


def value_names() -> dict[str, str]:
    """Every value of the decks that are loaded, by its key, in the language of the page."""
    cards = (card for value_set in ValueSet.objects.all() for card in value_set.document["values"])
    return {card["id"]: said(card) for card in cards}
