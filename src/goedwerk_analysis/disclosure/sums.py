"""One question added up over dialogues: from five dialogues and fifty people, on dates fixed beforehand.

Each dialogue has shown a picture of its own, and each sum is followed by another. Whoever holds all of them subtracts.
So the steps of the sum are chosen from those pictures, before anybody looks at an answer: steps are joined until the
sum tells of no single dialogue more than its own picture did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce

from goedwerk_analysis.counts import ChoiceCounts
from goedwerk_analysis.disclosure.bands import shares
from goedwerk_analysis.disclosure.thresholds import SMALLEST_SHARE_GROUP, free_people, has_slack, majority
from goedwerk_analysis.released import ChoicePicture, Label, Range, SumPicture, Withheld

FEWEST_DIALOGUES = 5
FEWEST_PEOPLE = SMALLEST_SHARE_GROUP
Ranges = tuple[Range, ...]
Scale = Sequence[Label]


@dataclass(frozen=True)
class Part:
    """The answers of one group of people who got one picture: a whole dialogue, or one class of it."""

    dialogue: str
    counts: ChoiceCounts
    picture: ChoicePicture | Withheld

    @property
    def people(self) -> int:
        return self.counts.people

    @cached_property
    def ranges(self) -> Ranges:
        """How many people can have chosen each option, by the picture of the dialogue."""
        if isinstance(self.picture, ChoicePicture):
            return _tightened(self.picture)
        return (Range(0, self.people),) * len(self.counts.options)


@dataclass(frozen=True)
class Edition:
    """A sum that was published: over which dialogues, and what it showed."""

    dialogues: frozenset[str]
    shown: SumPicture

    @cached_property
    def ranges(self) -> Ranges:
        return _tightened(self.shown.picture)


def _tightened(picture: ChoicePicture) -> Ranges:
    """The range of each option, as far as the ranges of the others leave it."""
    ranges, people = [label.range for label in picture.labels], picture.people
    lows, highs = sum(each.low for each in ranges), sum(each.high for each in ranges)
    return tuple(
        Range(max(own.low, people - (highs - own.high)), min(own.high, people - (lows - own.low))) for own in ranges
    )


def release_sum(
    parts: Sequence[Part], *, on: date, dates: Sequence[date], earlier: Sequence[Edition] = ()
) -> SumPicture | Withheld:
    """Decide what may be shown of one question over many dialogues.

    Parameters
    ----------
    parts : sequence of Part
        Every dialogue with its picture, those of earlier editions included; a dialogue that was shown split is one
        part for each class.
    on, dates : date, sequence of date
        Today, and the dates on which an edition may come out, fixed in advance.
    earlier : sequence of Edition
        All earlier editions. Their dialogues stay in: a later edition only adds.
    """
    dialogues = {part.dialogue for part in parts}
    people = sum(part.people for part in parts)
    if on not in dates:
        return Withheld("not-yet")
    if len(dialogues) < FEWEST_DIALOGUES or people < FEWEST_PEOPLE:
        return Withheld("few-dialogues")
    if not all(_adds_enough(parts, edition) for edition in earlier):
        return Withheld("few-dialogues")
    return SumPicture(on.isoformat(), len(dialogues), _picture(parts, earlier))


def _adds_enough(parts: Sequence[Part], edition: Edition) -> bool:
    dialogues = {part.dialogue for part in parts}
    if not edition.dialogues <= dialogues:
        raise ValueError("a later edition holds every dialogue of the earlier ones")
    added = [part for part in parts if part.dialogue not in edition.dialogues]
    enough = sum(part.people for part in added) >= FEWEST_PEOPLE
    return enough and len(dialogues - edition.dialogues) >= FEWEST_DIALOGUES


def _picture(parts: Sequence[Part], earlier: Sequence[Edition]) -> ChoicePicture:
    everybody = reduce(ChoiceCounts.merge, (part.counts for part in parts))
    fine, halves = shares(everybody.people), _halves(everybody.people)
    for form, scale in (("shares", fine), ("majority", halves)):
        labels = _labels(everybody, parts, earlier, scale)
        picture = ChoicePicture(everybody.people, form, everybody.options, labels)
        if _leaves_slack(picture, parts, earlier):
            return picture
    nothing = (Label("unsaid", Range(0, everybody.people)),) * len(everybody.options)
    return ChoicePicture(everybody.people, "spread", everybody.options, nothing)


def _leaves_slack(picture: ChoicePicture, parts: Sequence[Part], earlier: Sequence[Edition]) -> bool:
    """Whether the ranges of all options together say no more than each of them may."""
    lows = sum(label.range.low for label in picture.labels)
    if not has_slack(lows, people=picture.people, insiders=free_people(picture.people)):
        return False
    for at, implied in enumerate(_tightened(picture)):
        highest_low, lowest_high = _limits(parts, earlier, at)
        if implied.low > highest_low or implied.high < lowest_high:
            return False
    return True


def _halves(people: int) -> Scale:
    more = majority(people)
    return Label("not-more-than-half", Range(0, more - 1)), Label("more-than-half", Range(more, people))


def _labels(
    everybody: ChoiceCounts, parts: Sequence[Part], earlier: Sequence[Edition], scale: Scale
) -> tuple[Label, ...]:
    return tuple(
        next(label for label in _safe(scale, parts, earlier, at) if count in label.range)
        for at, count in enumerate(everybody.counts)
    )


# Which steps an option may be told in


def _safe(scale: Scale, parts: Sequence[Part], earlier: Sequence[Edition], at: int) -> list[Label]:
    """The steps of a scale, with those joined that would tell of one dialogue more than its own picture did."""
    highest_low, lowest_high = _limits(parts, earlier, at)
    safe: list[Label] = []
    for label in scale:
        joins = safe and (label.range.low > highest_low or safe[-1].range.high < lowest_high)
        safe = [*safe[:-1], _joined(safe[-1], label)] if joins else [*safe, label]
    return safe


def _joined(low: Label, high: Label) -> Label:
    word = "unsaid" if high.word == "more-than-half" else "band"
    return Label(word, Range(low.range.low, high.range.high))


def _limits(parts: Sequence[Part], earlier: Sequence[Edition], at: int) -> tuple[int, int]:
    """The highest low and the lowest high that a step may have, for each way to subtract."""
    limits = [limit for known in _ways(parts, earlier) for limit in _limits_beside(known, at)]
    return min(high for high, _ in limits), max(low for _, low in limits)


def _ways(parts: Sequence[Part], earlier: Sequence[Edition]) -> Iterator[list[Ranges]]:
    """The dialogues one by one; and for each earlier edition its sum as one block, with those that came since."""
    yield [part.ranges for part in parts]
    for edition in earlier:
        added = [part.ranges for part in parts if part.dialogue not in edition.dialogues]
        yield [edition.ranges, *added]


def _limits_beside(ways: Sequence[Ranges], at: int) -> Iterator[tuple[int, int]]:
    lows, highs = sum(each[at].low for each in ways), sum(each[at].high for each in ways)
    for each in ways:
        own = each[at]
        yield highs - own.high + own.low, lows - own.low + own.high
