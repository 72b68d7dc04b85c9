"""What a recipe needs before it can start: a dilemma, a deck, a case. A kind of input knows what can be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Offer:
    """Something that can be chosen as input; `document` is what the dialogue copies."""

    key: str
    title: str
    summary: str
    document: Mapping[str, Any]


@dataclass(frozen=True)
class Aside:
    """A passage of the material that is brought in while people talk, such as the turn of a dilemma."""

    key: str
    label: str
    # (heading, text): two opposing reflections are one aside, so that neither is ever shown alone.
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PaperCard:
    """A card to cut out: a letter or nothing, a name, a line under it."""

    letter: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class OnPaper:
    """An input as it lies on the table on a day without phones: a text to read, and cards to cut out."""

    title: str
    paragraphs: tuple[str, ...] = ()
    cards: tuple[PaperCard, ...] = ()


class InputKind:
    """One kind of input. Rooms register theirs in `AppConfig.ready()`."""

    key: str
    label: str
    # Whether the group brings it along during the dialogue, so that nothing needs choosing before.
    brought_along = False
    # Of a text of one's own: how long it may be, and how high its box is.
    longest = 2000
    rows = 3

    def offers(self) -> list[Offer]:
        """Everything that can be chosen, in the order to show."""
        return []

    def offer(self, key: str) -> Offer | None:
        return next((offer for offer in self.offers() if offer.key == key), None)

    def frozen(self, chosen: Any, random: Random) -> Mapping[str, Any] | None:
        """What a dialogue copies of the chosen offer; None when nothing (that exists) was chosen."""
        offer = self.offer(chosen) if chosen else None
        return offer.document if offer else None

    def asides(self, document: Mapping[str, Any]) -> list[Aside]:
        """Passages of the material that the facilitator may bring in after the first choice."""
        return []

    def points(self, document: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What of it can be rated, put in order or voted on, as (key, text)."""
        return []

    def library_url(self) -> str:
        """Where all offers can be read in full; empty when there is no such page."""
        return ""

    def on_paper(self, document: Mapping[str, Any]) -> OnPaper | None:
        """What to print of it."""
        return None


class TextInput(InputKind):
    key = "text"
    label = _("A question or text of your own")

    def frozen(self, chosen: Any, random: Random) -> Mapping[str, Any] | None:
        return {"text": chosen} if chosen else None

    def points(self, document: Mapping[str, Any]) -> list[tuple[str, str]]:
        """A point on each line."""
        lines = (line.strip() for line in document["text"].splitlines())
        return [(f"line-{number}", line) for number, line in enumerate(filter(None, lines), start=1)]

    def on_paper(self, document: Mapping[str, Any]) -> OnPaper | None:
        return OnPaper(str(self.label), (document["text"],))


class CaseInput(InputKind):
    key = "case"
    label = _("A case that somebody brings")
    brought_along = True


_inputs: dict[str, InputKind] = {}


def register(kind: InputKind) -> None:
    _inputs[kind.key] = kind


def input_kind(key: str) -> InputKind | None:
    return _inputs.get(key)


def all_input_kinds() -> list[InputKind]:
    return list(_inputs.values())
