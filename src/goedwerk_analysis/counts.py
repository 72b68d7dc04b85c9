"""What a group answered, as counts. Personal data: counts of few people are those people.

Counts go into the disclosure gate and nowhere else; what comes out is in `released`. They add up: `merge` joins two
groups of different people, `empty` is neutral.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NO_ANSWER = "no-answer"
"""Skipped, left open and "don't know yet" are one category, so that nobody learns who took part."""


@dataclass(frozen=True)
class ChoiceCounts:
    """How many of `people` chose each option, in the order of the question; the last option is always "no answer"."""

    options: tuple[str, ...]
    counts: tuple[int, ...]
    people: int

    def __post_init__(self) -> None:
        if not self.options or self.options[-1] != NO_ANSWER:
            raise ValueError(f"the last option must be {NO_ANSWER!r}, got {self.options!r}")
        _check_cells("option", self.options, self.counts)
        if sum(self.counts) != self.people:
            raise ValueError(f"counts must add up to {self.people} people, got {sum(self.counts)}")

    @classmethod
    def empty(cls, options: Iterable[str]) -> ChoiceCounts:
        return cls.of(options, (), people=0)

    @classmethod
    def of(cls, options: Iterable[str], answers: Iterable[str | None], people: int) -> ChoiceCounts:
        """Count `answers`, option keys or None; whoever of the `people` is not among them gave no answer."""
        options = (*options, NO_ANSWER)
        tally = _tally("option", options, (NO_ANSWER if answer is None else answer for answer in answers))
        answered = sum(tally[option] for option in options[:-1])
        if tally.total() > people:
            raise ValueError(f"{tally.total()} answers came from {people} people")
        return cls(options, (*(tally[option] for option in options[:-1]), people - answered), people)

    def merge(self, other: ChoiceCounts) -> ChoiceCounts:
        _check_same("options", self.options, other.options)
        return ChoiceCounts(self.options, _added(self.counts, other.counts), self.people + other.people)


@dataclass(frozen=True)
class PickCounts:
    """How many of `people` picked each card, in the order of the deck; everybody could pick `picks` different cards."""

    cards: tuple[str, ...]
    counts: tuple[int, ...]
    people: int
    picks: int

    def __post_init__(self) -> None:
        _check_cells("card", self.cards, self.counts)
        if self.picks < 1:
            raise ValueError(f"picks must be at least 1, got {self.picks}")
        if max(self.counts, default=0) > self.people:
            raise ValueError(f"a card was picked {max(self.counts)} times by {self.people} people")
        if sum(self.counts) > self.picks * self.people:
            raise ValueError(f"{self.people} people with {self.picks} picks each cannot pick {sum(self.counts)} cards")

    @classmethod
    def empty(cls, cards: Iterable[str], picks: int) -> PickCounts:
        return cls.of(cards, (), people=0, picks=picks)

    @classmethod
    def of(cls, cards: Iterable[str], answers: Iterable[Iterable[str]], people: int, picks: int) -> PickCounts:
        """Count `answers`, the cards that each person picked; people without an answer may be left out."""
        cards, hands = tuple(cards), [set(hand) for hand in answers]
        if len(hands) > people:
            raise ValueError(f"{len(hands)} answers came from {people} people")
        if max(map(len, hands), default=0) > picks:
            raise ValueError(f"somebody picked {max(map(len, hands))} cards, at most {picks} allowed")
        tally = _tally("card", cards, (card for hand in hands for card in hand))
        return cls(cards, tuple(tally[card] for card in cards), people, picks)

    def merge(self, other: PickCounts) -> PickCounts:
        _check_same("cards", self.cards, other.cards)
        _check_same("picks", self.picks, other.picks)
        return PickCounts(self.cards, _added(self.counts, other.counts), self.people + other.people, self.picks)


@dataclass(frozen=True)
class RatingCounts:
    """How many of `people` gave each item each point of the scale; the last count of an item is "no answer"."""

    items: tuple[str, ...]
    scale_from: int
    scale_to: int
    counts: tuple[tuple[int, ...], ...]
    people: int

    def __post_init__(self) -> None:
        if self.scale_from >= self.scale_to:
            raise ValueError(f"the scale must go up, got {self.scale_from} to {self.scale_to}")
        if len(self.counts) != len(self.items) or len(set(self.items)) != len(self.items):
            raise ValueError(f"each item needs its own counts, got {len(self.counts)} for items {self.items!r}")
        self.per_item()

    @classmethod
    def empty(cls, items: Iterable[str], scale_from: int, scale_to: int) -> RatingCounts:
        return cls.of(items, scale_from, scale_to, (), people=0)

    @classmethod
    def of(
        cls,
        items: Iterable[str],
        scale_from: int,
        scale_to: int,
        answers: Iterable[Mapping[str, int | None]],
        people: int,
    ) -> RatingCounts:
        """Count `answers`, for each person the point given to each item; a missing item or None is no answer."""
        items, sheets, points = tuple(items), list(answers), _points(scale_from, scale_to)
        unknown = {item for sheet in sheets for item in sheet} - set(items)
        if unknown:
            raise ValueError(f"unknown item {sorted(unknown)[0]!r}, the items are {items!r}")
        given = ([sheet.get(item) for sheet in sheets] for item in items)
        keys = ([None if point is None else str(point) for point in column] for column in given)
        counts = tuple(ChoiceCounts.of(points, column, people).counts for column in keys)
        return cls(items, scale_from, scale_to, counts, people)

    def per_item(self) -> tuple[ChoiceCounts, ...]:
        """Each item as a question of its own, with the points of the scale as options."""
        options = (*_points(self.scale_from, self.scale_to), NO_ANSWER)
        return tuple(ChoiceCounts(options, counts, self.people) for counts in self.counts)

    def merge(self, other: RatingCounts) -> RatingCounts:
        _check_same("items", self.items, other.items)
        _check_same("scale", (self.scale_from, self.scale_to), (other.scale_from, other.scale_to))
        counts = tuple(map(_added, self.counts, other.counts))
        return RatingCounts(self.items, self.scale_from, self.scale_to, counts, self.people + other.people)


@dataclass(frozen=True)
class SortCounts:
    """How many of `people` put each card in the top zone of a sort, and how many in the bottom zone.

    Both are hands of cards: whoever sorted put `top.picks` cards in the top zone and `bottom.picks` in the bottom zone.
    """

    top: PickCounts
    bottom: PickCounts

    def __post_init__(self) -> None:
        _check_same("cards", self.top.cards, self.bottom.cards)
        _check_same("people", self.top.people, self.bottom.people)
        if max(_added(self.top.counts, self.bottom.counts), default=0) > self.people:
            raise ValueError("nobody can put one card in both zones")

    @property
    def cards(self) -> tuple[str, ...]:
        return self.top.cards

    @property
    def people(self) -> int:
        return self.top.people

    @classmethod
    def empty(cls, cards: Iterable[str], zones: tuple[int, int]) -> SortCounts:
        return cls.of(cards, (), people=0, zones=zones)

    @classmethod
    def of(
        cls,
        cards: Iterable[str],
        answers: Iterable[tuple[Iterable[str], Iterable[str]]],
        people: int,
        zones: tuple[int, int],
    ) -> SortCounts:
        """Count `answers`, for each person who sorted the cards in the top zone and those in the bottom zone.

        `zones` says how many cards the two zones hold.
        """
        cards, sorts = tuple(cards), [(tuple(top), tuple(bottom)) for top, bottom in answers]
        tops = PickCounts.of(cards, (top for top, _ in sorts), people, zones[0])
        return cls(tops, PickCounts.of(cards, (bottom for _, bottom in sorts), people, zones[1]))

    def merge(self, other: SortCounts) -> SortCounts:
        return SortCounts(self.top.merge(other.top), self.bottom.merge(other.bottom))


VOTES = ("agree", "disagree")


@dataclass(frozen=True)
class VoteCounts:
    """How many of `people` agreed and disagreed with each statement; passing is no answer, the last count."""

    statements: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    people: int

    def __post_init__(self) -> None:
        if len(self.counts) != len(self.statements) or len(set(self.statements)) != len(self.statements):
            raise ValueError(f"each statement needs its own counts, got {len(self.counts)} for {self.statements!r}")
        self.per_statement()

    @classmethod
    def empty(cls, statements: Iterable[str]) -> VoteCounts:
        return cls.of(statements, (), people=0)

    @classmethod
    def of(cls, statements: Iterable[str], answers: Iterable[Mapping[str, str | None]], people: int) -> VoteCounts:
        """Count `answers`, for each person "agree", "disagree" or None per statement; a missing one is no answer."""
        statements, sheets = tuple(statements), list(answers)
        unknown = {statement for sheet in sheets for statement in sheet} - set(statements)
        if unknown:
            raise ValueError(f"unknown statement {sorted(unknown)[0]!r}")
        columns = ([sheet.get(statement) for sheet in sheets] for statement in statements)
        return cls(statements, tuple(ChoiceCounts.of(VOTES, column, people).counts for column in columns), people)

    def per_statement(self) -> tuple[ChoiceCounts, ...]:
        """Each statement as a question of its own."""
        return tuple(ChoiceCounts((*VOTES, NO_ANSWER), counts, self.people) for counts in self.counts)

    def merge(self, other: VoteCounts) -> VoteCounts:
        _check_same("statements", self.statements, other.statements)
        return VoteCounts(self.statements, tuple(map(_added, self.counts, other.counts)), self.people + other.people)


@dataclass(frozen=True)
class GroupsFound:
    """What an analysis found: viewpoints in sorts, opinion groups in votes.

    `sizes` are the people who belong to each group; `orders` hold per group every card or statement, from the one that
    stands highest in it (or that it agrees with most) to the one that stands lowest.
    """

    items: tuple[str, ...]
    sizes: tuple[int, ...]
    orders: tuple[tuple[str, ...], ...]
    people: int

    def __post_init__(self) -> None:
        if len(self.sizes) != len(self.orders):
            raise ValueError(f"each group needs an order, got {len(self.orders)} for {len(self.sizes)} groups")
        if any(sorted(order) != sorted(self.items) for order in self.orders):
            raise ValueError("each group orders every item once")
        if min(self.sizes, default=0) < 0 or sum(self.sizes) > self.people:
            raise ValueError(f"groups of {self.sizes!r} cannot be made of {self.people} people")


@dataclass(frozen=True)
class LineFound:
    """One line of difference: how firmly it stands, and the statements at its two ends, the clearest first."""

    certainty: str
    ends: tuple[tuple[str, ...], tuple[str, ...]]


Sheet = tuple[int | None, ...]
"""Votes on a few statements: 1 agree, 0 pass, -1 disagree, None not voted."""


@dataclass(frozen=True)
class LandscapeFound:
    """What an analysis found in the votes of a large group.

    `common` is what most agree (or disagree) with all along every line, `dividing` what divides most, both clearest
    first. `lines` come in the order in which they may be told. `sheets` says how many people voted thus on the
    statements `at_ends` of the lines; whoever is in no sheet voted on none of them.
    """

    statements: tuple[str, ...]
    verdict: str
    common: tuple[tuple[str, str], ...]
    dividing: tuple[str, ...]
    lines: tuple[LineFound, ...]
    groups: GroupsFound
    sheets: tuple[tuple[Sheet, int], ...]
    people: int

    def __post_init__(self) -> None:
        named = {*dict(self.common), *self.dividing, *self.at_ends}
        if not named <= set(self.statements):
            raise ValueError(f"unknown statement {sorted(named - set(self.statements))[0]!r}")
        if any(len(sheet) != len(self.at_ends) for sheet, _ in self.sheets):
            raise ValueError(f"each sheet holds {len(self.at_ends)} votes, one for each statement at an end")
        if sum(people for _, people in self.sheets) > self.people:
            raise ValueError(f"sheets of more than {self.people} people")

    @classmethod
    def nothing(cls, statements: Iterable[str], people: int) -> LandscapeFound:
        statements = tuple(statements)
        return cls(statements, TOO_LITTLE, (), (), (), GroupsFound(statements, (), (), people), (), people)

    @property
    def at_ends(self) -> tuple[str, ...]:
        """Every statement at an end of a line, once, in the order of the lines."""
        return tuple(dict.fromkeys(key for line in self.lines for end in line.ends for key in end))


TOO_LITTLE = "too-little"
"""No line of difference beyond chance, or too few votes to tell."""


@dataclass(frozen=True)
class ShiftCounts:
    """How many of the `people` who were there both times answered differently; "no answer" is an answer here."""

    changed: int
    people: int

    def __post_init__(self) -> None:
        if not 0 <= self.changed <= self.people:
            raise ValueError(f"changed must be 0 to {self.people}, got {self.changed}")

    @classmethod
    def empty(cls) -> ShiftCounts:
        return cls(0, 0)

    @classmethod
    def of(cls, answers: Iterable[tuple[str | None, str | None]], people: int) -> ShiftCounts:
        """Count changes in `answers`, (first, second) per person; people who gave neither may be left out."""
        pairs = list(answers)
        if len(pairs) > people:
            raise ValueError(f"{len(pairs)} answers came from {people} people")
        return cls(sum((first or NO_ANSWER) != (second or NO_ANSWER) for first, second in pairs), people)

    def merge(self, other: ShiftCounts) -> ShiftCounts:
        return ShiftCounts(self.changed + other.changed, self.people + other.people)


def _points(scale_from: int, scale_to: int) -> tuple[str, ...]:
    return tuple(str(point) for point in range(scale_from, scale_to + 1))


def _tally(what: str, known: tuple[str, ...], given: Iterable[str]) -> Counter[str]:
    tally = Counter(given)
    unknown = set(tally) - set(known)
    if unknown:
        raise ValueError(f"unknown {what} {sorted(unknown)[0]!r}, known are {known!r}")
    return tally


def _check_cells(what: str, keys: tuple[str, ...], counts: tuple[int, ...]) -> None:
    if len(set(keys)) != len(keys):
        raise ValueError(f"each {what} must stand once, got {keys!r}")
    if len(counts) != len(keys):
        raise ValueError(f"each {what} needs a count, got {len(counts)} for {len(keys)}")
    if min(counts, default=0) < 0:
        raise ValueError(f"counts cannot be negative, got {counts!r}")


def _check_same(what: str, ours: object, theirs: object) -> None:
    if ours != theirs:
        raise ValueError(f"only counts with the same {what} add up, got {ours!r} and {theirs!r}")


def _added(ours: tuple[int, ...], theirs: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(ours, theirs, strict=True))
