"""What the console shows: the step that is led, everything around it, and which act comes next.

The same page serves a rehearsal: there the round lives in memory, and the acts only move along in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from goedwerk.accounts.models import User
from goedwerk.approaches.inputs import Aside
from goedwerk.dialogues import queries
from goedwerk.dialogues.actions import batches, leading, reading
from goedwerk.dialogues.hosting import JoinAddress
from goedwerk.dialogues.models import Dialogue, Passage, PassageState, Round, Step
from goedwerk.dialogues.scripts import Line, lines_of, watch_for
from goedwerk.dialogues.step_pages import Clock, StepPage


@dataclass(frozen=True)
class RailEntry:
    """A step in the list of steps."""

    step: Step
    number: int
    is_here: bool


def rail_of(round: Round) -> list[RailEntry]:
    steps = list(round.steps.all())
    return [RailEntry(step, number, step == round.current) for number, step in enumerate(steps, start=1)]


@dataclass(frozen=True)
class Move:
    """A step that is still to come, and whether it can change places."""

    step: Step
    up: bool
    down: bool
    # Why it cannot, when that is because one step builds on another.
    why: str


def moves_of(round: Round) -> list[Move]:
    coming = [step for step in round.steps.all() if step.is_waiting]
    return [move_of(coming, place) for place in range(len(coming))]


def move_of(coming: Sequence[Step], place: int) -> Move:
    step = coming[place]
    before = coming[place - 1] if place else None
    after = coming[place + 1] if place + 1 < len(coming) else None
    bound_up = before is not None and leading.refers_to(step, before)
    bound_down = after is not None and leading.refers_to(after, step)
    why = _("builds on “%s”") % before.title if bound_up else _("“%s” builds on it") % after.title if bound_down else ""
    return Move(step, up=before is not None and not bound_up, down=after is not None and not bound_down, why=why)


@dataclass(frozen=True)
class Primary:
    """The one filled button: what to do now."""

    act: str
    label: str
    hint: str = ""


def primary_of(round: Round) -> Primary:
    step, then = round.current, queries.step_to_come(round)
    hint = _("Then: %(title)s, %(minutes)s min") % {"title": then.title, "minutes": then.minutes} if then else ""
    if not round.is_open:
        return Primary("open", _("Open the dialogue"), hint)
    if step is not None and step.is_open and queries.gathers_texts(step):
        return Primary("close-step", _("Close and read the texts"), hint)
    if then is None:
        return Primary("close", _("Close the dialogue"), _("This was the last step"))
    label = _("Next step: %s") if step else _("Begin: %s")
    return Primary("next", label % then.title, hint)


@dataclass(frozen=True)
class ConsolePage:
    """Everything on the console at one moment."""

    dialogue: Dialogue
    round: Round
    rail: Sequence[RailEntry]
    moves: Sequence[Move]
    primary: Primary
    number: int
    of: int
    minutes_left: int
    ready_around: datetime
    people: int
    join: JoinAddress | None
    script: Sequence[Line] = ()
    watch: Sequence[Any] = ()
    reminders: Sequence[str] = ()
    clock: Clock | None = None
    screen: StepPage | None = None
    asides: Sequence[Aside] = ()
    aside: Aside | None = None
    texts: Sequence[tuple[Step, int]] = ()
    shown_notes: Sequence[Passage] = ()
    # The name of the facilitator who leads, when that is somebody else.
    led_by: str = ""
    order_is_open: bool = False
    wants_to_close: bool = False
    is_rehearsal: bool = False

    @property
    def step(self) -> Step | None:
        return self.round.current

    @property
    def can_go_back(self) -> bool:
        return queries.step_before(self.round) is not None

    @property
    def can_skip(self) -> bool:
        return bool(self.step and self.step.is_open and queries.step_to_come(self.round))

    @property
    def takes_note(self) -> bool:
        return bool(self.step and self.step.is_open and self.step.params.get("note"))

    @property
    def shows_picture(self) -> bool:
        """Whether everybody sees the same here; then who leads sees it as well, and can read every word of it."""
        return bool(self.step and self.step.behaviour.is_of_group)

    @property
    def shows_batches(self) -> bool:
        return bool(self.step and batches.may_show_batches(self.step))

    @property
    def writing_url(self) -> str:
        """Where who leads writes for the group in this step, where its kind has such a page."""
        return self.step.behaviour.writing_url(self.step) if self.step and not self.is_rehearsal else ""

    @property
    def undone(self) -> int:
        return len(self.moves)

    @property
    def aftercare(self) -> str:
        return self.dialogue.approach.text("aftercare")

    @classmethod
    def of_round(cls, request: HttpRequest, round: Round, **more: Any) -> ConsolePage:
        """The live console."""
        return cls(
            **around(round),
            people=queries.people_in(round.dialogue),
            join=JoinAddress.of(request, round.dialogue),
            texts=queries.waiting_texts(round),
            led_by=led_by_other(round, request.user),
            **more,
        )


def around(round: Round) -> dict[str, Any]:
    """What follows from the round alone."""
    place = queries.live_place(round)
    minutes_left = sum(step.minutes for step in round.steps.all() if step.is_open or step.is_waiting)
    return {
        "dialogue": round.dialogue,
        "round": round,
        "rail": rail_of(round),
        "moves": moves_of(round),
        "primary": primary_of(round),
        "number": place.number,
        "of": place.of,
        "minutes_left": minutes_left,
        "ready_around": timezone.now() + timedelta(minutes=minutes_left),
        "asides": queries.asides_of(round),
        "aside": queries.aside_now(round),
        **(about(round.current) if round.current else {}),
    }


def about(step: Step) -> dict[str, Any]:
    """What follows from the step in front of the group."""
    return {
        "script": lines_of(step.recipe.script),
        "watch": watch_for(step),
        "reminders": step.behaviour.reminders(step),
        "clock": Clock.of(step) if step.is_open else None,
        "screen": StepPage.of(step, big=True),
        "shown_notes": notes_of(step),
    }


def notes_of(step: Step) -> list[Passage]:
    return list(step.passages.filter(state=PassageState.SHOWN)) if step.params.get("note") else []


def led_by_other(round: Round, user: User) -> str:
    return round.led_by.name if round.led_by_id not in (None, user.pk) else ""


# Texts on their way to the group


@dataclass(frozen=True)
class TextsPage:
    """The texts of one step: without names, shuffled, in no order that says anything."""

    dialogue: Dialogue
    round: Round
    step: Step
    form: Any
    may_let_go: bool
    shown: int
    skipped: int
    led_by: str

    @classmethod
    def of(cls, request: HttpRequest, round: Round, step: Step, form: Any) -> TextsPage:
        return cls(
            dialogue=round.dialogue,
            round=round,
            step=step,
            form=form,
            may_let_go=reading.may_let_go(step),
            shown=step.passages.filter(state=PassageState.SHOWN).count(),
            skipped=step.passages.filter(state=PassageState.SKIPPED).count(),
            led_by=led_by_other(round, request.user),
        )
