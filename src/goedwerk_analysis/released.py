"""What may be shown of a group: stored once when a step closes, drawn everywhere, computed nowhere else.

A picture carries its labels and the range of people that each label stands for, so that a reader can draw it without
knowing the rules. The order of options is that of the question and never tells which of two equal labels is larger.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from goedwerk_analysis import sorts_shown
from goedwerk_analysis.places import LineShown, place_name

METHOD = "disclosure-1"

ChoiceForm = Literal["majority", "list", "spread", "bands", "shares", "withheld-comparison"]
Word = Literal[
    "more-than-half", "not-more-than-half", "listed", "not-listed", "unsaid", "band", "share", "not-comparable"
]
Level = Literal["high", "middle", "low"]
LandscapeVerdict = Literal["groups", "division", "too-little"]
Reason = Literal["few", "spread", "beside", "changed-group", "no-groups", "few-dialogues", "not-yet", "audit"]
"""Why nothing is shown. "few": too few people. "spread": many answers, no clear front. "beside": nothing
can be told beside what another list of the same people tells. "changed-group": people came or went, so nothing can be
compared. "no-groups": no groups stand out. "few-dialogues", "not-yet": a sum over dialogues has too few of them, or its
date has not come. "audit": held back by the second line."""


@dataclass(frozen=True, order=True)
class Range:
    """From `low` up to and including `high` people."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"a range goes up from at least 0, got {self.low} to {self.high}")

    def __contains__(self, people: int) -> bool:
        return self.low <= people <= self.high


@dataclass(frozen=True)
class Label:
    """What is said of one option: a word, the people it may stand for, and from 50 people on a share in per cent."""

    word: Word
    range: Range
    percent: int | None = None

    def __post_init__(self) -> None:
        if self.word not in get_args(Word):
            raise ValueError(f"unknown word {self.word!r}")
        if (self.percent is not None) != (self.word == "share"):
            raise ValueError(f"a share and only a share has a percentage, got {self.word!r} with {self.percent!r}")


@dataclass(frozen=True)
class ChoicePicture:
    """One question answered by one group: an option, a label.

    `form` says how much may be told. "majority": which option more than half chose, if any. "list": no majority, and
    which options at least `at_least` people chose. "spread": widely spread. "bands": a range per option. "shares":
    the nearest 5 per cent. "withheld-comparison": a repeat in a changed group, told only where comings and goings
    alone cannot explain it.
    """

    people: int
    form: ChoiceForm
    options: tuple[str, ...]
    labels: tuple[Label, ...]
    method: str = METHOD

    def __post_init__(self) -> None:
        if self.form not in get_args(ChoiceForm):
            raise ValueError(f"unknown form {self.form!r}")
        _check_labels(self.options, self.labels)

    @property
    def more_than_half(self) -> int:
        return self.people // 2 + 1

    @property
    def leading(self) -> str | None:
        """The option that more than half chose, if there is one and it may be told."""
        return next((key for key, label in self._pairs if label.range.low >= self.more_than_half), None)

    @property
    def has_no_majority(self) -> bool:
        """It is certain that no answer has more than half; False also when it cannot be told."""
        return all(label.range.high < self.more_than_half for label in self.labels)

    @property
    def listed(self) -> tuple[str, ...]:
        return tuple(key for key, label in self._pairs if label.word == "listed")

    @property
    def at_least(self) -> int | None:
        """From how many people on an option is listed; None when the picture is no list."""
        if self.form != "list":
            return None
        return next(r.low if word == "listed" else r.high + 1 for word, r in ((x.word, x.range) for x in self.labels))

    @property
    def comparable(self) -> tuple[str, ...]:
        """Options of which something is told although the group changed."""
        return tuple(key for key, label in self._pairs if label.word != "not-comparable")

    @property
    def grouped_by_band(self) -> tuple[tuple[Label, tuple[str, ...]], ...]:
        """Options under each label, most people first; inside a group the order is that of the question."""
        labels = sorted(set(self.labels), key=lambda label: (label.range, label.word), reverse=True)
        return tuple((label, tuple(key for key, own in self._pairs if own == label)) for label in labels)

    def label_of(self, option: str) -> Label:
        return self.labels[self.options.index(option)]

    @property
    def _pairs(self) -> tuple[tuple[str, Label], ...]:
        return tuple(zip(self.options, self.labels, strict=True))


@dataclass(frozen=True)
class PicksPicture:
    """Cards that at least `at_least` people picked, in the order of the deck; of the rest nothing is told.

    From 12 people on a card that more than half picked may say so. Of an "unsaid" card nothing is told at all.
    """

    people: int
    picks: int
    at_least: int
    cards: tuple[str, ...]
    labels: tuple[Label, ...]
    method: str = METHOD

    def __post_init__(self) -> None:
        _check_labels(self.cards, self.labels)

    @property
    def listed(self) -> tuple[str, ...]:
        return tuple(card for card, label in self._pairs if label.word in ("listed", "more-than-half"))

    @property
    def with_majority(self) -> tuple[str, ...]:
        return tuple(card for card, label in self._pairs if label.word == "more-than-half")

    @property
    def _pairs(self) -> tuple[tuple[str, Label], ...]:
        return tuple(zip(self.cards, self.labels, strict=True))


@dataclass(frozen=True)
class RatingPicture:
    """For each item, in order, the picture of the points it got."""

    people: int
    items: tuple[str, ...]
    pictures: tuple[ChoicePicture, ...]
    method: str = METHOD

    def __post_init__(self) -> None:
        _check_labels(self.items, self.pictures)

    @property
    def rows(self) -> tuple[tuple[str, ChoicePicture], ...]:
        return tuple(zip(self.items, self.pictures, strict=True))


@dataclass(frozen=True)
class ShiftPicture:
    """Whether more than half of the people gave another answer the second time. Who went where is never told."""

    people: int
    more_than_half: bool
    method: str = METHOD


@dataclass(frozen=True)
class Withheld:
    """Nothing is shown, and why: the reason follows from public facts and the rule, never from who answered what."""

    reason: Reason
    method: str = METHOD

    def __post_init__(self) -> None:
        if self.reason not in get_args(Reason):
            raise ValueError(f"unknown reason {self.reason!r}")


@dataclass(frozen=True)
class SortPicture:
    """What more than half put on top of a sort, and what more than half put at the bottom; of the rest nothing.

    Either list can be `Withheld("spread")`: many cards, no clear front.
    """

    people: int
    top: PicksPicture | Withheld
    bottom: PicksPicture | Withheld
    method: str = METHOD


@dataclass(frozen=True)
class VotePicture:
    """For each statement, in order, the picture of who agreed and disagreed."""

    people: int
    statements: tuple[str, ...]
    pictures: tuple[ChoicePicture, ...]
    method: str = METHOD

    def __post_init__(self) -> None:
        _check_labels(self.statements, self.pictures)

    @property
    def rows(self) -> tuple[tuple[str, ChoicePicture], ...]:
        return tuple(zip(self.statements, self.pictures, strict=True))


@dataclass(frozen=True)
class GroupShown:
    """One viewpoint or opinion group: its size as a range, and where each item stands in it."""

    size: Label
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class GroupsPicture:
    """Groups that think alike, in an order that does not follow their size. Never crossed with an attribute."""

    people: int
    items: tuple[str, ...]
    groups: tuple[GroupShown, ...]
    method: str = METHOD

    def __post_init__(self) -> None:
        for group in self.groups:
            _check_labels(self.items, group.levels)


@dataclass(frozen=True)
class LandscapePicture:
    """What people share, along which lines they differ, and whether there are groups; no place of any person.

    Every list stands in the order of the statements. `places` counts people by where they stand on the lines, by the
    statements shown here and nothing else: so everybody can tell their own place.
    """

    people: int
    verdict: LandscapeVerdict
    agreed: tuple[str, ...]
    rejected: tuple[str, ...]
    dividing: tuple[str, ...]
    lines: tuple[LineShown, ...]
    places: ChoicePicture | Withheld
    groups: GroupsPicture | Withheld
    method: str = METHOD

    def __post_init__(self) -> None:
        if self.verdict not in get_args(LandscapeVerdict):
            raise ValueError(f"unknown verdict {self.verdict!r}")

    @property
    def named(self) -> frozenset[str]:
        """Every statement that is named, wherever it stands."""
        at_ends = (key for line in self.lines for key in (*line.first, *line.second))
        return frozenset((*self.agreed, *self.rejected, *self.dividing, *at_ends))

    def place(self, votes: Mapping[str, int | None]) -> str | None:
        """The option of `places` that somebody with these votes is counted under; None when it is "no answer"."""
        return place_name([line.place(votes) for line in self.lines])


@dataclass(frozen=True)
class SumPicture:
    """One question added up over `dialogues` dialogues, on a date that was fixed beforehand (ISO format)."""

    on: str
    dialogues: int
    picture: ChoicePicture
    method: str = METHOD


@dataclass(frozen=True)
class SplitGroup:
    """The classes that are shown together, and their picture."""

    classes: tuple[str, ...]
    people: int
    picture: ChoicePicture | Withheld


@dataclass(frozen=True)
class SplitPicture:
    """One question by one attribute. There is no total of this question, now or later."""

    groups: tuple[SplitGroup, ...]
    method: str = METHOD

    @property
    def shown(self) -> tuple[SplitGroup, ...]:
        return tuple(group for group in self.groups if isinstance(group.picture, ChoicePicture))


Released = (
    ChoicePicture
    | PicksPicture
    | RatingPicture
    | SortPicture
    | VotePicture
    | GroupsPicture
    | LandscapePicture
    | SumPicture
    | ShiftPicture
    | SplitPicture
    | sorts_shown.SortsShown
    | Withheld
)


def to_json(released: Released) -> dict[str, Any]:
    """Plain data for storage, exports and the API; `from_json` gives the same picture back."""
    kind = next(name for name, cls in _KINDS.items() if isinstance(released, cls))
    return {"kind": kind} | {field.name: _plain(getattr(released, field.name)) for field in fields(released)}


def from_json(stored: Mapping[str, Any]) -> Released:
    """The picture that was stored; ValueError when `stored` is not one."""
    if stored.get("kind") not in _KINDS:
        raise ValueError(f"unknown kind of picture {stored.get('kind')!r}")
    cls = _KINDS[stored["kind"]]
    try:
        return cls(
            **{name: _READ[name](value) if name in _READ else value for name, value in stored.items() if name != "kind"}
        )
    except (TypeError, KeyError) as error:
        raise ValueError(f"this is not a stored {stored['kind']} picture: {error}") from error


_KINDS: dict[str, type] = {
    "choice": ChoicePicture,
    "picks": PicksPicture,
    "rating": RatingPicture,
    "sort": SortPicture,
    "vote": VotePicture,
    "groups": GroupsPicture,
    "landscape": LandscapePicture,
    "sum": SumPicture,
    "shift": ShiftPicture,
    "split": SplitPicture,
    "withheld": Withheld,
    **sorts_shown.KINDS,
}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Label):
        return {"word": value.word, "low": value.range.low, "high": value.range.high, "percent": value.percent}
    if isinstance(value, SplitGroup | GroupShown | LineShown | sorts_shown.Piece):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return to_json(value) if isinstance(value, Released) else value


def _label(stored: Mapping[str, Any]) -> Label:
    return Label(stored["word"], Range(stored["low"], stored["high"]), stored["percent"])


def _group(stored: Mapping[str, Any]) -> SplitGroup | GroupShown:
    if "levels" in stored:
        return GroupShown(_label(stored["size"]), tuple(stored["levels"]))
    return SplitGroup(tuple(stored["classes"]), stored["people"], from_json(stored["picture"]))


def _line(stored: Mapping[str, Any]) -> LineShown:
    return LineShown(stored["certainty"], tuple(stored["first"]), tuple(stored["second"]))


_READ: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("options", "cards", "items", "statements", "agreed", "rejected", "dividing"), tuple),
    **dict.fromkeys(("top", "bottom", "picture", "places"), from_json),
    **sorts_shown.READ,
    "labels": lambda stored: tuple(map(_label, stored)),
    "pictures": lambda stored: tuple(map(from_json, stored)),
    "lines": lambda stored: tuple(map(_line, stored)),
    # The groups of a picture; or, in a landscape, the picture of groups.
    "groups": lambda stored: from_json(stored) if isinstance(stored, Mapping) else tuple(map(_group, stored)),
}


def _check_labels(keys: tuple[str, ...], labels: tuple[object, ...]) -> None:
    if len(keys) != len(labels) or len(set(keys)) != len(keys):
        raise ValueError(f"each of {keys!r} needs one label, got {len(labels)}")
