"""Sorts of a large group compared by what people said of themselves: the core of every class, the bar, what sets apart.

Which classes are compared follows from who was there, never from who sorted. Where too few of them sorted, nothing is
found, and that looks the same as nothing to find.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from goedwerk_analysis.comparison.core import core
from goedwerk_analysis.comparison.distinctive import distinctive
from goedwerk_analysis.comparison.partition import Partition, Share, partition, without_inference
from goedwerk_analysis.comparison.sizes import CORE_GROUP
from goedwerk_analysis.comparison.team import describe_team
from goedwerk_analysis.responses.sorts import Sorts, TooFewSorts
from goedwerk_analysis.sorts_found import ClassCard, Classes, CoreFound, DistinctiveFound, PartFound, PartsFound
from goedwerk_analysis.sorts_shown import WhyNot

CORE, PARTS, DISTINCTIVE = "core", "parts", "distinctive"
NOT_SAID, OTHERS = "", "others"
# The list that holds types of organisation.
TYPE = "organisation"
WORTH_TELLING = 0.03
HALF = 0.5
REASONS: Mapping[str, WhyNot] = {
    "few_people": "few",
    "small_level": "small-class",
    "one_level": "one-class",
    "cannot_be_told_apart": "together",
}


@dataclass(frozen=True)
class Person:
    """Somebody who was there: the sort, when they made one, and what they said of themselves."""

    sort: Mapping[str, int] | None
    described: Mapping[str, str]


def people_of(cards: Sequence[str], answers: Sequence[Any], described: Sequence[Mapping[str, str]]) -> list[Person]:
    """A sort that is not whole counts as none."""
    whole = (answer if answer and set(cards) <= set(answer) else None for answer in answers)
    return [Person(sort, said) for sort, said in zip(whole, described, strict=True)]


def find_all(
    cards: Sequence[str], people: Sequence[Person], keys: Sequence[str], *, whole: bool = False
) -> dict[str, Any]:
    """Everything that may be asked of the gate; `keys` are the lists in the order in which they were chosen.

    A whole group is described: there is nobody else to say something about.
    """
    found: dict[str, Any] = {PARTS: find_parts(cards, people, keys, whole=whole)}
    classes = next((each for each in map(classes_by(people), keys) if len(each.names) > 1), None)
    if classes and whole:
        found[CORE] = describe_core(cards, people, classes)
    elif classes:
        found |= {CORE: find_core(cards, people, classes), DISTINCTIVE: find_distinctive(cards, people, classes)}
    return found


def classes_by(people: Sequence[Person]):
    def of(key: str) -> Classes:
        sizes = Counter(person.described.get(key, NOT_SAID) for person in people)
        del sizes[NOT_SAID]
        large = sorted(name for name, size in sizes.items() if size >= CORE_GROUP)
        small = sorted(name for name, size in sizes.items() if size < CORE_GROUP)
        return Classes(key, tuple(large), tuple(sizes[name] for name in large), tuple(small))

    return of


def sorts_of(cards: Sequence[str], people: Sequence[Person], attributes: Mapping[str, Sequence[str]]) -> Sorts:
    laid = [[person.sort[card] for card in cards] for person in people]
    return Sorts.of(laid, cards=cards, attributes=attributes)


# The core over classes, and what sets one apart


def sorters(people: Sequence[Person], classes: Classes) -> list[Person]:
    """Who sorted, of the classes that are compared; nobody, where fewer than five of one of them did."""
    there = [person for person in people if person.sort and person.described.get(classes.by) in classes.names]
    sizes = Counter(person.described[classes.by] for person in there)
    return there if all(sizes[name] >= CORE_GROUP for name in classes.names) else []


def compared(cards: Sequence[str], people: Sequence[Person], classes: Classes) -> Sorts | None:
    there = sorters(people, classes)
    names = [person.described[classes.by] for person in there]
    return sorts_of(cards, there, {classes.by: names}) if there else None


def find_core(cards: Sequence[str], people: Sequence[Person], classes: Classes) -> CoreFound:
    sorts = compared(cards, people, classes)
    found = core(sorts, classes.by) if sorts else None
    if found is None or found.why_one_group:
        return CoreFound(classes, tuple(cards), ())
    return CoreFound(classes, tuple(cards), tuple(cards[each.card] for each in found.with_verdict("core")))


def describe_core(cards: Sequence[str], people: Sequence[Person], classes: Classes) -> CoreFound:
    """What more than half of every class put high; the card that the least willing class put high most comes first."""
    sorts = compared(cards, people, classes)
    if sorts is None:
        return CoreFound(classes, tuple(cards), (), whole=True)
    teams = (describe_team(sorts.only(sorts.attribute(classes.by) == name)) for name in classes.names)
    least = np.min([team.high_share for team in teams], axis=0)
    surest = [cards[at] for at in np.argsort(-least, kind="stable") if least[at] > HALF]
    return CoreFound(classes, tuple(cards), tuple(surest), whole=True)


def find_distinctive(cards: Sequence[str], people: Sequence[Person], classes: Classes) -> DistinctiveFound:
    sorts = compared(cards, people, classes)
    found = distinctive(sorts, classes.by) if sorts else None
    claims = (
        ClassCard(found.groups[each.group], cards[each.card], "higher" if each.difference > 0 else "lower")
        for each in (found.claimed() if found else ())
    )
    return DistinctiveFound(classes, tuple(cards), tuple(claims))


# The bar


def find_parts(
    cards: Sequence[str], people: Sequence[Person], keys: Sequence[str], *, whole: bool = False
) -> PartsFound:
    pools = {key: pooled(people, key) for key in keys}
    useful = [key for key in keys if len(set(pools[key]) - {None}) > 1]
    there = [at for at, person in enumerate(people) if person.sort and all(pools[key][at] for key in useful)]
    attributes = {key: [pools[key][at] for at in there] for key in useful}
    alone = [PartFound(key, 0.0, why_not="one-class") for key in keys if key not in useful]
    found = divided(sorts_of(cards, [people[at] for at in there], attributes), useful) if there else None
    if found is None:
        return PartsFound((*nothing_known(useful), *alone, PartFound("rest", 1.0)), len(people), whole)
    described = without_inference(found) if whole else found
    return PartsFound(tuple(parts_of(described, useful, alone)), len(people), whole)


def pooled(people: Sequence[Person], key: str) -> list[str | None]:
    """The class of everybody; small ones, and who did not say, together, or out when they are too few for that."""
    own = [person.described.get(key, NOT_SAID) for person in people]
    sizes = Counter(own)
    small = {name for name, size in sizes.items() if size < CORE_GROUP or name == NOT_SAID}
    others = OTHERS if sum(sizes[name] for name in small) >= CORE_GROUP else None
    return [others if name in small else name for name in own]


def divided(sorts: Sorts, keys: Sequence[str]) -> Partition | None:
    """Types of organisation are adjusted for, but said only where organisations are known."""
    crossed = [key for key in keys if key != TYPE]
    try:
        return partition(sorts, crossed, organisation_type=TYPE if TYPE in keys else None)
    except TooFewSorts:
        return None


def nothing_known(keys: Sequence[str]) -> list[PartFound]:
    return [PartFound(key, 0.0, why_not="few") for key in ("common", *keys)]


def parts_of(found: Partition, keys: Sequence[str], alone: Sequence[PartFound]) -> Iterator[PartFound]:
    """What cannot be said stays in the rest, so that nobody can subtract it."""
    told = [part_of(found.share(name)) for name in ("common", *keys)]
    known = [part for part in told if not part.why_not]
    overlap, person = found.share("overlap").estimate, found.share("person")
    is_whole = len(known) == len(told)
    apart = is_whole and overlap >= WORTH_TELLING
    left = 1 - sum(max(0.0, part.share) for part in known) - (overlap if apart else 0.0)
    yield from (*told, *alone)
    if apart:
        yield PartFound("overlap", overlap)
    yield PartFound("person", left, person.low, person.high) if is_whole else PartFound("rest", left)


def part_of(share: Share) -> PartFound:
    if share.may_be_said:
        return PartFound(share.name, share.estimate, share.low, share.high)
    return PartFound(share.name, 0.0, why_not=REASONS.get(share.why_not, "no-organisations"))
