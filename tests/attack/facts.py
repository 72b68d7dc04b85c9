"""What can be known of one person, and how that person could have answered otherwise.

An answer is what one person gave to one question, run by run; `ABSENT` where they were not there (everybody knows).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from attack.workshops import CARDS, GIVE_UP, ITEMS, PICK, SCALE, STATEMENTS, ZONE

ABSENT = "absent"
EITHER = 2
"""In one hand or the other: weighed most or had to give way, top or bottom."""
Fact = tuple[Hashable, ...]
Answer = tuple[Any, ...]


@lru_cache(maxsize=5_000)
def facts_of(kind: str, answer: Answer, is_steady: bool = False) -> frozenset[Fact]:
    """Everything that is true of somebody who answered so; "changed" and "did not pick" are answers too.

    Who believes that people repeat themselves assumes that nobody changed, and learns nothing by it.
    """
    facts = frozenset(FACTS[kind](answer))
    return frozenset(fact for fact in facts if fact[0] != "changed") if is_steady else facts


def facts_of_choices(answer: Answer) -> Iterator[Fact]:
    for run, given in enumerate(answer):
        if given != ABSENT:
            yield "answered", run, given
            yield "took part", run, given is not None
    for run, (before, after) in enumerate(pairwise(answer)):
        if ABSENT not in (before, after):
            yield "changed", run, before != after


def facts_of_votes(answer: Answer) -> Iterator[Fact]:
    yield from enumerate(answer[0] or (None,) * len(STATEMENTS))


def facts_of_ratings(answer: Answer) -> Iterator[Fact]:
    yield from enumerate(answer[0] or (None,) * len(ITEMS))


def facts_of_hands(answer: Answer) -> Iterator[Fact]:
    hands = answer[0] or (frozenset(), frozenset())
    yield "took part", answer[0] is not None
    for place, hand in enumerate(hands):
        yield from ((place, card, card in hand) for card in CARDS)
    yield from ((EITHER, card, card in hands[0] | hands[1]) for card in CARDS)


FACTS = {
    "choice": facts_of_choices,
    "votes": facts_of_votes,
    "ratings": facts_of_ratings,
    "picks": facts_of_hands,
    "sorts": facts_of_hands,
}


def holds(kind: str, answer: Answer, fact: Fact) -> bool:
    """Whether a fact is true of somebody who answered so, without listing all that is."""
    if kind == "choice":
        return HOLDS[fact[0]](answer, fact[1], fact[2])
    given = answer[0]
    if kind in ("votes", "ratings"):
        return (given[fact[0]] if given else None) == fact[1]
    if fact[0] == "took part":
        return (given is not None) == fact[1]
    return (given is not None and any(fact[1] in given[place] for place in places(fact))) == fact[2]


def places(fact: Fact) -> tuple[int, ...]:
    """The hands that a fact about a card speaks of."""
    return (0, 1) if fact[0] == EITHER else (fact[0],)


HOLDS = {
    "answered": lambda answer, run, given: answer[run] == given,
    "took part": lambda answer, run, did: (answer[run] is not None) == did,
    "changed": lambda answer, run, did: (answer[run] != answer[run + 1]) == did,
}


@lru_cache(maxsize=5_000)
def variants(
    kind: str, answer: Answer, options: tuple[str, ...], is_steady: bool, zone: int = ZONE
) -> tuple[Answer, ...]:
    """Other answers that the same person could have given."""
    if kind == "sorts" and answer[0] is None:
        return (((frozenset(CARDS[:zone]), frozenset(CARDS[-zone:])),),)
    return tuple(dict.fromkeys(VARIANTS[kind](answer, options, is_steady)))


def other_choices(answer: Answer, options: Sequence[str], is_steady: bool) -> Iterator[Answer]:
    for option in (*options, None):
        constant = tuple(given if given == ABSENT else option for given in answer)
        if constant != answer:
            yield constant
    if is_steady:
        return
    for run, given in enumerate(answer):
        if given != ABSENT:
            yield from ((*answer[:run], option, *answer[run + 1 :]) for option in (*options, None) if option != given)


def other_items(answer: Answer, words: Sequence[Any], many: int) -> Iterator[Answer]:
    given = answer[0] or (None,) * many
    for at in range(many):
        yield from (((*given[:at], word, *given[at + 1 :]),) for word in words if word != given[at])


def other_votes(answer: Answer, options: Sequence[str], is_steady: bool) -> Iterator[Answer]:
    yield from other_items(answer, ("agree", "disagree", None), len(STATEMENTS))


def other_ratings(answer: Answer, options: Sequence[str], is_steady: bool) -> Iterator[Answer]:
    yield from other_items(answer, (*range(SCALE[0], SCALE[1] + 1), None), len(ITEMS))


def other_hands(answer: Answer, options: Sequence[str], is_steady: bool) -> Iterator[Answer]:
    """One card for another; one card fewer; the same card in the other hand; nothing at all."""
    if answer[0] is None:
        start = (frozenset(CARDS[:PICK]), frozenset(CARDS[PICK:][:GIVE_UP]))
        yield (start,)
        yield from (other for other in other_hands((start,), options, is_steady) if other != answer)
        return
    picked, given = answer[0]
    free = [card for card in CARDS if card not in picked | given]
    yield from (((picked - {out} | {card}, given),) for card in free for out in sorted(picked))
    yield from (((picked, given - {out} | {card}),) for card in free for out in sorted(given))
    yield from (((picked - {one} | {two}, given - {two} | {one}),) for one in sorted(picked) for two in sorted(given))
    yield (None,)


def other_picks(answer: Answer, options: Sequence[str], is_steady: bool) -> Iterator[Answer]:
    yield from other_hands(answer, options, is_steady)
    if answer[0] is not None:
        picked, given = answer[0]
        yield from (((picked - {out}, given),) for out in sorted(picked) if len(picked) > 1)
        yield from [((picked, frozenset()),)] * bool(given)


VARIANTS = {
    "choice": other_choices,
    "votes": other_votes,
    "ratings": other_ratings,
    "picks": other_picks,
    "sorts": other_hands,
}
