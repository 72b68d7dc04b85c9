"""Which dilemmas can be chosen for a dialogue, and what a dialogue copies of one."""

from collections.abc import Mapping
from random import Random
from string import ascii_uppercase
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches.inputs import Aside, InputKind, Offer, OnPaper, PaperCard
from goedwerk.approaches.texts import said
from goedwerk.dilemmas.models import Dilemma


class DilemmaInput(InputKind):
    key = "dilemma"
    label = gettext_lazy("A dilemma")

    def offers(self) -> list[Offer]:
        return [offer_of(dilemma) for dilemma in Dilemma.objects.all()]

    def offer(self, key: str) -> Offer | None:
        dilemma = Dilemma.objects.filter(key=key).first()
        return offer_of(dilemma) if dilemma else None

    def frozen(self, chosen: Any, random: Random) -> Mapping[str, Any] | None:
        """The dilemma, with its options in an order of this dialogue's own."""
        offer = self.offer(chosen) if chosen else None
        if offer is None:
            return None
        options = list(offer.document["options"])
        random.shuffle(options)
        return {**offer.document, "options": options}

    def asides(self, document: Mapping[str, Any]) -> list[Aside]:
        turn = Aside("turn", _("The turn"), ((_("The turn"), said_turn(document["turn"])),))
        both = tuple(("", said(reflection)) for reflection in document["reflections"])
        return [turn, Aside("reflections", _("Two ways to look at it"), both)]

    def points(self, document: Mapping[str, Any]) -> list[tuple[str, str]]:
        """The ways to act, in the order of this dialogue."""
        return [(option["id"], said(option)) for option in document["options"]]

    def library_url(self) -> str:
        return reverse("dilemmas:library")

    def on_paper(self, document: Mapping[str, Any]) -> OnPaper | None:
        """The dilemma to read, and a lettered card for each option: also for something else and for not knowing."""
        cards = [
            PaperCard(letter, said(option))
            for letter, option in zip(ascii_uppercase, document["options"], strict=False)
        ]
        open_cards = (PaperCard("…", _("Something else")), PaperCard("?", _("I don't know yet")))
        texts = (said(document["situation"]), said(document["question"]))
        return OnPaper(said(document["title"]), texts, (*cards, *open_cards))


def offer_of(dilemma: Dilemma) -> Offer:
    document = dilemma.document
    return Offer(key=dilemma.key, title=said(document["title"]), summary=said(document["short"]), document=document)


def said_turn(turn: Mapping[str, Any]) -> str:
    return said({language: turn[language] for language in ("nl", "en")})
