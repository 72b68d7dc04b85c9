"""The attack on the two lists of a sort, by bounds.

The people outside a coalition, each with one hand of cards, can make up any numbers per card that need no more cards
than they have together and no more people than there are. So the bounds of each card are exact, without a search.
"""

from __future__ import annotations

from collections.abc import Iterator

from goedwerk_analysis.released import PicksPicture, SortPicture


def exposing_sort(picture: SortPicture) -> Iterator[tuple[str, str]]:
    """What is certain of everybody else, and to whom: an outsider, or a participant with a hand of cards."""
    for zone, shown in (("top", picture.top), ("bottom", picture.bottom)):
        if isinstance(shown, PicksPicture):
            yield from ((f"{known} in the {zone} zone", to) for known, to in exposing_list(shown))


def exposing_list(picture: PicksPicture) -> Iterator[tuple[str, str]]:
    """The own hand that helps most holds no listed card, or just one: of the cards alike, one stands for all."""
    yield from (("somebody", "an outsider") for _ in _certain(picture, insiders=0))
    for own in (None, *_one_of_each(picture)):
        hand = "somebody without a listed card" if own is None else f"somebody with {picture.cards[own]}"
        yield from ((known, hand) for known in _certain(picture, insiders=1, own=own))


def _certain(picture: PicksPicture, *, insiders: int, own: int | None = None) -> Iterator[str]:
    others = picture.people - insiders
    held = [int(card == own) for card in range(len(picture.cards))]
    least = [max(0, label.range.low - mine) for label, mine in zip(picture.labels, held, strict=True)]
    room = picture.picks * others - sum(least)
    for card in _one_of_each(picture):
        most = min(picture.labels[card].range.high - held[card], others, least[card] + room)
        if least[card] >= others:
            yield f"{picture.cards[card]} by everybody else"
        if most <= 0:
            yield f"{picture.cards[card]} by nobody else"


def _one_of_each(picture: PicksPicture) -> list[int]:
    return [picture.labels.index(label) for label in dict.fromkeys(picture.labels)]
