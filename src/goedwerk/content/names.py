"""What a document may refer to: cards, decks, words and dilemmas of this pack and of those it builds on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Ids = frozenset[str]

WORD_LISTS = ("levels", "roles", "settings", "kinds_of_work", "seed_situations")


@dataclass(frozen=True)
class Names:
    """Known ids. None means: the file that would tell is broken, so nothing can be said about it."""

    values: Ids | None = frozenset()
    deck_sizes: frozenset[int] | None = frozenset()
    words: Mapping[str, Ids] | None = field(default_factory=dict)
    dilemmas: Ids | None = frozenset()

    def __or__(self, other: "Names") -> "Names":
        return Names(
            values=_both(self.values, other.values),
            deck_sizes=_both(self.deck_sizes, other.deck_sizes),
            words=_both_words(self.words, other.words),
            dilemmas=_both(self.dilemmas, other.dilemmas),
        )


NOTHING = Names()


def names_of(kind: str, document: dict) -> Names:
    """What one document adds to the names that others may use."""
    if kind == "value-set":
        return _names_of_deck(document)
    if kind == "vocabulary":
        return Names(words={name: _ids(document.get(name, ())) for name in WORD_LISTS})
    if kind == "dilemma":
        return Names(dilemmas=frozenset({document["id"]}))
    return NOTHING


def without(names: Names, broken: set[str]) -> Names:
    """Say nothing about what stands in broken files, so that one mistake gives one error."""
    return Names(
        values=None if "value-set" in broken else names.values,
        deck_sizes=None if "value-set" in broken else names.deck_sizes,
        words=None if "vocabulary" in broken else names.words,
        dilemmas=None if "dilemma" in broken else names.dilemmas,
    )


def _names_of_deck(document: dict) -> Names:
    cards = document["values"]
    short = [card for card in cards if card["short"]]
    return Names(values=_ids(cards), deck_sizes=frozenset({len(cards), len(short)} - {0}))


def _ids(entries: Iterable[dict]) -> Ids:
    return frozenset(entry["id"] for entry in entries)


def _both(mine: frozenset | None, theirs: frozenset | None) -> frozenset | None:
    return None if mine is None or theirs is None else mine | theirs


def _both_words(mine: Mapping[str, Ids] | None, theirs: Mapping[str, Ids] | None) -> Mapping[str, Ids] | None:
    if mine is None or theirs is None:
        return None
    return {name: mine.get(name, frozenset()) | theirs.get(name, frozenset()) for name in WORD_LISTS}
