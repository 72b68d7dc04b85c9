"""What a large group shares and where it differs: the core over classes, the one bar, what moved.

These pictures follow from everybody's answers together, in a way that no list of cells describes. So, like viewpoints,
they are measured and not proved (`docs/method/attack.md`). From how many people on, and how many cards: that follows
from the sizes of group and classes alone, which are public. Nothing told looks like nothing found.

Every one of them is the same for whoever changes places with somebody of the same class. So only what is true of
everybody in a class could be certain of one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.sorts_found import Classes, CoreFound, DistinctiveFound, MovesFound, PartFound, PartsFound
from goedwerk_analysis.sorts_shown import (
    CardShown,
    CorePicture,
    DistinctivePicture,
    MovesPicture,
    PartShown,
    PartsPicture,
)

SMALLEST_COMPARED = 40
PEOPLE_PER_CORE_CARD = 10
SMALLEST_DISTINCTIVE = 200
SMALLEST_DISTINCTIVE_CLASS = 15
PEOPLE_PER_DISTINCTIVE_CARD = 30
SMALLEST_MOVED = 200
FINE_STEP, COARSE_STEP = 5, 10
SMALLEST_WITH_FINE_STEP = 100


def release_core(found: CoreFound) -> CorePicture | Withheld:
    """Tell the surest cards that every class shares: one for every ten people of the smallest class, at least one."""
    classes = found.classes
    if classes.people < SMALLEST_COMPARED or not may_be_compared(classes):
        return Withheld("few")
    most = max(1, min(classes.sizes) // PEOPLE_PER_CORE_CARD)
    told = in_deck_order(found.core[:most], found.cards)
    return CorePicture(classes.people, classes.by, classes.names, classes.left_out, most, told, found.whole)


def may_be_compared(classes: Classes, *, smallest: int = SMALLEST_GROUP) -> bool:
    return len(classes.names) > 1 and min(classes.sizes) >= smallest


def in_deck_order(told: Sequence[str], cards: Sequence[str]) -> tuple[str, ...]:
    return tuple(card for card in cards if card in told)


def release_distinctive(found: DistinctiveFound) -> DistinctivePicture | Withheld:
    """Tell of each class the cards that set it apart most: one for every so many of its people."""
    classes = found.classes
    enough = classes.people >= SMALLEST_DISTINCTIVE
    if not enough or not may_be_compared(classes, smallest=SMALLEST_DISTINCTIVE_CLASS):
        return Withheld("few")
    told = [
        CardShown(claim.card, claim.direction, name)
        for name, size in zip(classes.names, classes.sizes, strict=True)
        for claim in claims_of(found, name)[: max(1, size // PEOPLE_PER_DISTINCTIVE_CARD)]
    ]
    ordered = sorted(told, key=lambda each: (classes.names.index(each.name), found.cards.index(each.card)))
    return DistinctivePicture(classes.people, classes.by, classes.names, classes.left_out, tuple(ordered))


def claims_of(found: DistinctiveFound, name: str) -> list:
    return [claim for claim in found.claimed if claim.name == name]


def release_moves(found: MovesFound) -> MovesPicture | Withheld:
    """Tell the cards that certainly moved, between two sorts of the same people or between two rounds of others."""
    if min(found.before, found.people) < SMALLEST_MOVED:
        return Withheld("few")
    moved = dict(found.moved)
    told = tuple(CardShown(card, moved[card]) for card in found.cards if card in moved)
    return MovesPicture(found.people, found.before, found.same_people, told)


def release_parts(found: PartsFound) -> PartsPicture | Withheld:
    """Tell the bar in steps that add up to 100: of 10 per cent, and of 5 from a hundred people on.

    Each part has an interval, rounded outwards.
    """
    if found.people < SMALLEST_COMPARED:
        return Withheld("few")
    step = step_of(found.people)
    known = [part for part in found.parts if not part.why_not]
    steps = dict(zip((part.name for part in known), rounded([part.share for part in known], step), strict=True))
    shown = tuple(shown_part(part, steps.get(part.name), step) for part in found.parts)
    return PartsPicture(found.people, step, shown, found.whole)


def step_of(people: int) -> int:
    return FINE_STEP if people >= SMALLEST_WITH_FINE_STEP else COARSE_STEP


def shown_part(part: PartFound, steps: int | None, step: int) -> PartShown:
    if steps is None:
        return PartShown(part.name, None, why_not=part.why_not)
    percent = step * steps
    if part.low is None or part.high is None:
        return PartShown(part.name, percent)
    low, high = step * floor(100 * part.low / step), step * ceil(100 * part.high / step)
    return PartShown(part.name, percent, max(0, min(low, percent)), min(100, max(high, percent)))


def rounded(shares: Sequence[float], step: int) -> list[int]:
    """Whole steps that add up to the whole: what is over goes to the largest remainders."""
    exact = [max(0.0, share) for share in shares]
    exact = [share / sum(exact) * 100 / step for share in exact]
    whole = [int(share) for share in exact]
    left = 100 // step - sum(whole)
    by_need = sorted(range(len(exact)), key=lambda at: whole[at] - exact[at])
    return [steps + (at in by_need[:left]) for at, steps in enumerate(whole)]
