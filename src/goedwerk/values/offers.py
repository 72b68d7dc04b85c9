"""Which decks can be chosen for a dialogue: each set whole, and its short deck."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches.inputs import InputKind, Offer, OnPaper, PaperCard
from goedwerk.approaches.texts import said
from goedwerk.values.models import ValueSet


class ValueSetInput(InputKind):
    key = "value-set"
    label = gettext_lazy("A deck of value cards")

    def offers(self) -> list[Offer]:
        return [offer for value_set in ValueSet.objects.all() for offer in decks_of(value_set)]

    def points(self, document: Mapping[str, Any]) -> list[tuple[str, str]]:
        return [(card["id"], said(card["name"])) for card in document["cards"]]

    def on_paper(self, document: Mapping[str, Any]) -> OnPaper | None:
        cards = [PaperCard("", said(card["name"]), said(card["meaning"])) for card in document["cards"]]
        return OnPaper(_("Value cards"), cards=tuple(cards))


def decks_of(value_set: ValueSet) -> Iterator[Offer]:
    """The short deck first: it is the one for a single moment together."""
    short = [card for card in value_set.document["values"] if card["short"]]
    for key, cards in ((f"{value_set.key}:short", short), (f"{value_set.key}:full", value_set.document["values"])):
        yield Offer(
            key=key,
            title=_("%d value cards") % len(cards),
            summary=_("Public values in plain words, each with its meaning."),
            document={"set": value_set.key, "version": value_set.version, "cards": [frozen_card(c) for c in cards]},
        )


def frozen_card(card: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": card["id"],
        "group": card["group"],
        "name": {"nl": card["nl"], "en": card["en"]},
        "meaning": {"nl": card["def_nl"], "en": card["def_en"]},
    }
