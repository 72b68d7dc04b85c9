"""A step as somebody sees it, on a phone or on the big screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues import sealed
from goedwerk.dialogues.models import Passage, PassageState, Step

# (looks, words) by who reads what is filled in. Always in words, and in the same place of the page.
READERS = {
    Reader.SELF: ("own", _("This stays on your phone")),
    Reader.PICTURE: ("own", _("Only you see what you fill in. Together it becomes a picture.")),
    Reader.FACILITATOR: ("own", _("The facilitator reads this, without your name")),
    Reader.GROUP: ("group", _("The facilitator reads this first. Then the group may, without your name.")),
    Reader.OPEN: ("group", _("Everybody in the group reads this, without your name")),
}


@dataclass(frozen=True)
class Clock:
    """The timer of a step, by the clock of the server."""

    ends: str
    now: str
    left: str
    total: int
    paused: bool

    @classmethod
    def of(cls, step: Step) -> Clock | None:
        left = step.time_left()
        if left is None:
            return None
        minutes, seconds = divmod(max(0, left), 60)
        now = timezone.now()
        return cls(
            ends=(step.ends_at or now + timedelta(seconds=left)).isoformat(),
            now=now.isoformat(),
            left=f"{minutes}:{seconds:02}",
            total=max(60 * step.minutes, left),
            paused=step.ends_at is None,
        )


@dataclass(frozen=True)
class StepPage:
    """What the template of a step gets; the templates of its kind read step, form, body, prompt and draft_key."""

    step: Step
    form: forms.Form | None
    body: Any
    passages: Sequence[Passage]
    clock: Clock | None
    big: bool = False
    is_host: bool = False
    # Which part of a long picture the big screen shows.
    part: int = 0

    @classmethod
    def of(cls, step: Step, form: forms.Form | None = None, *, big: bool = False, part: int = 0) -> StepPage:
        return cls(
            step=step,
            form=form,
            body=step.behaviour.body(step),
            passages=passages_of(step),
            clock=Clock.of(step) if step.behaviour.is_away and step.round.is_live else None,
            big=big,
            part=part,
        )

    @property
    def title(self) -> str:
        return self.step.title

    @property
    def prompt(self) -> str:
        return self.step.recipe.prompt

    @property
    def is_away(self) -> bool:
        return self.step.behaviour.is_away and self.step.round.is_live

    @property
    def is_for_meeting(self) -> bool:
        """A talk in an open round: done when people meet, and passed by on one's own."""
        return self.step.behaviour.is_away and not self.step.round.is_live

    @property
    def draft_key(self) -> str:
        return draft_key(self.step)

    @property
    def question(self) -> str:
        """By what a device finds its own earlier answer to this step; empty where it can have none."""
        return sealed.question_of(self.step) if sealed.may_be_sealed(self.step) else ""

    @property
    def step_template(self) -> str:
        return self.step.behaviour.template

    @property
    def screen_template(self) -> str:
        return self.step.behaviour.screen_template

    @property
    def together_template(self) -> str:
        """Shows `together`: the texts that were let go, as this kind lays them side by side."""
        return self.step.behaviour.together_template

    @property
    def together(self) -> Any:
        return self.step.behaviour.together(self.step, self.passages)

    @property
    def room(self) -> str:
        if self.is_away:
            return "away"
        if self.is_for_all:
            return "group"
        return "own" if self.reader in READERS else "open"

    @property
    def seen_by(self) -> tuple[str, Any] | None:
        """The line that says who sees this: its looks, and its words ("" for the usual ones)."""
        if self.is_for_all:
            return "group", ""
        looks, words = READERS.get(self.reader, ("", ""))
        return (looks, self.step.behaviour.reader_words(self.step) or words) if looks else None

    @property
    def is_for_all(self) -> bool:
        """Whether everybody sees the same here: a picture, or what came of a step that is closed."""
        behaviour = self.step.behaviour
        return behaviour.is_of_group or (behaviour.shows_when_closed and self.step.is_closed)

    @property
    def reader(self) -> Reader:
        return self.step.behaviour.reader(self.step)


def draft_key(step: Step) -> str:
    return f"{step.round.dialogue.code}:{step.pk}"


def passages_of(step: Step) -> list[Passage]:
    """Texts that the facilitator let go, in no order that says anything."""
    return list(step.passages.filter(state=PassageState.SHOWN).order_by("id"))


@dataclass(frozen=True)
class Typed:
    """Something that was filled in when the step closed: offered back, and counted nowhere."""

    label: str
    text: str


def typed_in(form: forms.Form) -> list[Typed]:
    """What somebody filled in, in words; also when the form is not complete."""
    found = [Typed(str(bound.label or ""), words_of(bound)) for bound in form.visible_fields()]
    return [typed for typed in found if typed.text]


def words_of(bound: forms.BoundField) -> str:
    value = bound.data
    choices = getattr(bound.field, "choices", None)
    if choices is None:
        return str(value or "").strip() if isinstance(value, str) else ""
    chosen = set(value if isinstance(value, list) else [value])
    return ", ".join(str(label) for key, label in choices if str(key) in chosen)
