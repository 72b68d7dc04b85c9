"""What a step can be. `StepKind` is the one extension point: a new kind is one folder and changes nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from inspect import getfile
from pathlib import Path
from random import Random
from typing import Any, ClassVar, Self
from uuid import UUID

from django import forms

from goedwerk.approaches.follow_ups import FollowUp


class Reader(StrEnum):
    """Who reads what somebody fills in."""

    NOBODY = "nobody"  # nothing is filled in
    SELF = "self"  # it never leaves the device
    PICTURE = "picture"  # one by one nobody; together a picture
    FACILITATOR = "facilitator"  # the facilitator, without a name
    GROUP = "group"  # the facilitator first, then the group, without a name
    OPEN = "open"  # the group: announced as open


@dataclass(frozen=True)
class Params:
    """Parameters of a step. Each kind adds its own as a frozen dataclass with defaults."""

    optional: bool = False
    mode: str = ""

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        known = {field.name for field in fields(cls)}
        unknown = set(values) - known
        if unknown:
            raise ValueError(f"unknown params {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}")
        return cls(**values)


@dataclass(frozen=True)
class PassageDraft:
    """A piece of text for the facilitator to read first: heading and lines, each line (label, text)."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    # It stays in the room until who brought it says that it may leave: no report holds it before.
    stays: bool = False


@dataclass(frozen=True)
class Moment:
    """Everybody who was at a step: their answer (None for none) and what they said of themselves."""

    step: Any
    answers: Mapping[UUID, Any]
    described: Mapping[UUID, Mapping[str, str]]


DEFAULT_SCREEN = "dialogues/_screen_step.html"
DEFAULT_TOGETHER = "dialogues/_passages_each.html"


class StepKind:
    """How a kind of step asks, keeps, counts and draws.

    `step` is always a `dialogues.Step`, or the unsaved one of a rehearsal; an *answer* is whatever the kind
    itself makes of one person's form (plain data, None for no answer).

    Templates stand in the kind's own folder: `step.html` (the fields and texts on the phone, drawn inside a form) and,
    if the kind shows something of its own, `screen.html` (the middle of the big screen). Both get `page`, whose
    `page.body` is what `body()` returned and `page.form` the bound or unbound form.
    """

    key: ClassVar[str]
    label: ClassVar[Any]
    icon: ClassVar[str] = "circle"
    Params: ClassVar[type[Params]] = Params
    # What its parameters are called in the editor, {"pick": …, "reader=self": …}; others have the usual words.
    words: ClassVar[Mapping[str, Any]] = {}
    # Static files with the custom elements of its page, as modules.
    modules: ClassVar[Sequence[str]] = ()
    # Talking and listening: phones and big screen turn dark.
    is_away: ClassVar[bool] = False
    # The group agrees here on a day for a next round.
    plans_round: ClassVar[bool] = False
    # It shows something of the whole group, such as a picture.
    is_of_group: ClassVar[bool] = False
    # One's own answer can be laid beside that of a next time.
    is_comparable: ClassVar[bool] = True
    # Phones go on showing `step.html` when the step is closed, without a form.
    shows_when_closed: ClassVar[bool] = False
    # Who leads writes for the group on a page of the kind (`writing_url`); this is the label of the way there.
    writing_label: ClassVar[Any] = ""
    # Parameters that name what the group makes in an earlier step: in an open round this step waits for it.
    waits_for: ClassVar[Sequence[str]] = ()
    # Texts that say the same may be joined by who reads them first.
    may_join: ClassVar[bool] = False
    # Announced as open: live, what is there may be shown in batches, unread, while people go on writing.
    in_batches: ClassVar[bool] = False

    def params(self, step) -> Any:
        return self.Params.read(step.params)

    def reader(self, step) -> Reader:
        return Reader.NOBODY

    def reader_words(self, step) -> Any:
        """Who reads it, in words, where the usual ones of that reader do not hold."""
        return ""

    def text_reader(self, step) -> Reader:
        """Who reads the texts of `passages`, where that differs from who reads the rest."""
        return self.reader(step)

    @property
    def template(self) -> str:
        return f"kinds/{self.key}/step.html"

    @property
    def has_screen(self) -> bool:
        """Whether the kind draws the big screen itself; otherwise that shows title and prompt."""
        return has_file(type(self), "screen.html")

    @property
    def screen_template(self) -> str:
        return f"kinds/{self.key}/screen.html" if self.has_screen else DEFAULT_SCREEN

    # Before and while it is open

    def form(self, step, data: Mapping[str, Any] | None = None, answer: Any = None) -> forms.Form | None:
        """The form of this step, filled with an earlier answer when there is one. None: nothing to fill in."""
        return None

    def form_for(
        self, step, participation, data: Mapping[str, Any] | None = None, answer: Any = None
    ) -> forms.Form | None:
        """The form as it is put to one person: another one where a step asks on about their own earlier answer."""
        return self.form(step, data, answer)

    def body(self, step) -> Any:
        """What the templates need besides the form."""
        return None

    def reminders(self, step) -> Sequence[str]:
        """What the facilitator wants in sight while leading this step, such as the options."""
        return ()

    def own_page(self, step) -> str:
        """Where this step is done, if it has a page of its own: for a step that is many small answers."""
        return ""

    def desk(self, step) -> str:
        """Where the facilitator reads what people send here, if not at the desk for texts."""
        return ""

    def waiting(self, step) -> int:
        """How much waits at that desk."""
        return 0

    # One answer

    def record(self, *, step, participation, form: forms.Form) -> None:
        """Keep a valid form as this person's answer, in place of an earlier one."""
        raise NotImplementedError(f"{self.key} keeps nothing")

    def answers(self, step, participation=None) -> Mapping[UUID, Any]:
        """Every kept answer, by participation; or that of one person."""
        return {}

    def erase(self, step, participation=None) -> None:
        """Erase the answers to this step, of everybody or of one person."""

    def own_words(self, step, answer: Any) -> list[tuple[str, str]]:
        """One person's own answer to read back, as (what was asked, what was answered)."""
        return []

    def points_to_doors(self, step, answer: Any) -> bool:
        """Whether the writer of this answer should see where to go with a report. Nobody else learns of it."""
        return False

    # All answers together

    def summarise(self, step, answers: Sequence[Any]) -> Mapping[str, Any]:
        """Counts for the gate (`goedwerk_analysis.counts`) by name; one answer per person, None for none."""
        return {}

    def may_compare(self, step) -> bool:
        """Whether `compare` has something to say: then several attributes may be asked of a large group."""
        return False

    def compare(self, step, answers: Sequence[Any], described: Sequence[Mapping[str, str]]) -> Mapping[str, Any]:
        """More counts for the gate by name, where a large group was asked several attributes together.

        `described[i]` is what the person of `answers[i]` said of themselves: {key of an attribute: class}.
        """
        return {}

    def compare_with(self, step, now: Moment, before: Moment) -> Mapping[str, Any]:
        """More counts for the gate by name: what moved since the same was asked.

        `before` is a step of this round with the same people, which this one repeats; or the same step of an earlier
        round, partly with other people, as long as its answers are there.
        """
        return {}

    def may_split(self, step) -> bool:
        """Whether the picture of this step may be shown per class of a planned attribute, instead of as a total."""
        return False

    def category(self, answer: Any) -> Any:
        """Which of the possible answers this is, to tell whether somebody changed."""
        return answer

    def pictures(self, step, released: Mapping[str, Any], **earlier: Any) -> Sequence[Any]:
        """What the gate let through, as `ui.pictures.Picture`s, in the order to show."""
        return ()

    def own_pictures(self, step, released: Mapping[str, Any], answer: Any) -> Sequence[Any]:
        """Where one person stands in it, for their own device and for nobody else."""
        return ()

    def passages(self, step, answers: Sequence[Any]) -> Sequence[PassageDraft]:
        """Texts that the facilitator reads first, and may show to the group."""
        return ()

    def heading_label(self, step, heading: str) -> str:
        """The heading of a passage in the language of the page, whoever's language it was drafted in."""
        return heading

    def line_label(self, step, label: str) -> str:
        """What stands above a line of a passage; a kind that stores a key there says it in the language of the page."""
        return label

    @property
    def together_template(self) -> str:
        """How the texts that were let go are shown: `together.html` of the kind, or one below the other."""
        return f"kinds/{self.key}/together.html" if has_file(type(self), "together.html") else DEFAULT_TOGETHER

    def together(self, step, passages: Sequence[Any]) -> Any:
        """What `together.html` needs, made of the texts that were let go."""
        return passages

    def has_closed(self, step) -> None:
        """The step has just closed and its texts wait to be read."""

    def was_read(self, step) -> None:
        """The facilitator has just decided on texts of this step."""

    def was_struck(self, step, passage) -> None:
        """A text of this step is taken out for good: what the kind keeps of it elsewhere goes too."""

    def asks_again(self, step, other) -> bool:
        """Whether another step of this kind, under a name of its own, asks (partly) the same."""
        return False

    def group_options(self, step) -> Sequence[tuple[str, str]]:
        """Options that the group itself wrote here, as (key, text), for a later step to use."""
        return ()

    def group_prices(self, step) -> Mapping[str, str]:
        """What those options cost, as far as the group wrote that, by the same keys."""
        return {}

    def points(self, step) -> Sequence[tuple[str, str]]:
        """The things that get a place in this step, as (key, name)."""
        return ()

    def own_order(self, step, answer: Any) -> Sequence[str]:
        """The keys of those things as one person placed them, the heaviest first; for a later step that asks on."""
        return ()

    # Around it

    def writing_url(self, step) -> str:
        """Where who leads writes for the group in this step, for a kind that has such a page; empty for all others."""
        return ""

    def paper_lines(self, step) -> Sequence[tuple[Any, int]]:
        """What the group fills in together on the script on paper, as (what is asked, lines to write on)."""
        return ()

    def follow_ups(self, step) -> Sequence[FollowUp]:
        """What the group asked here of somebody outside it, and what came of that."""
        return ()

    # Rehearsal

    def simulate(self, step, random: Random) -> Any:
        """The answer of one simulated colleague."""
        return None


@cache
def has_file(kind: type[StepKind], name: str) -> bool:
    return (Path(getfile(kind)).parent / name).is_file()
