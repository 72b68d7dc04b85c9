"""What the pages on signals get."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goedwerk.accounts.models import User
from goedwerk.dialogues import keeper
from goedwerk.dialogues.hosting import JoinAddress
from goedwerk.dialogues.letter import Letter
from goedwerk.dialogues.models import Dialogue, Passage, Round, Step
from goedwerk.dialogues.passages import shown_passages
from goedwerk.signals import letters, queries
from goedwerk.signals.models import Signal, State, Wording
from goedwerk.ui.pictures import Picture

SOON = 7


# What lies beside the writing box


@dataclass(frozen=True)
class Beside:
    """What an earlier step brought, as far as everybody may see it."""

    title: str
    pictures: Sequence[Picture]
    passages: Sequence[Passage]


def beside(step: Step) -> list[Beside]:
    """The steps that `of` names, with their stored pictures and the texts that were let go."""
    found = [other for key in step.params.get("of", ()) if (other := step.sibling(key)) is not None]
    brought = [Beside(other.title, pictures_of(other), shown_passages(other)) for other in found]
    return [each for each in brought if each.pictures or each.passages]


def pictures_of(step: Step) -> Sequence[Picture]:
    shown = keeper.shown_of(step)
    return shown.pictures if shown else ()


# The desk


@dataclass(frozen=True)
class DeskPage:
    """Where a facilitator writes the text, reads what the group thinks of it, and writes down what it agrees."""

    dialogue: Dialogue
    round: Round
    step: Step
    form: Any
    # The version that the group is asked about now, or was last.
    wording: Wording | None
    versions: Sequence[Wording]
    signal: Signal | None
    pictures: Sequence[Picture]
    is_spoken: bool
    objections: Sequence[Passage]
    waiting: int
    beside: Sequence[Beside]
    led_by: str

    @classmethod
    def of(cls, request: HttpRequest, run: Step, form: Any) -> DeskPage:
        shown = keeper.shown_of(run)
        return cls(
            dialogue=run.round.dialogue,
            round=run.round,
            step=run,
            form=form,
            wording=queries.wording_of(run),
            versions=queries.versions_of(run),
            signal=queries.signal_of(run),
            pictures=shown.pictures if shown else (),
            is_spoken=bool(shown and shown.is_spoken),
            objections=shown_passages(run),
            waiting=run.passages.filter(state="waiting").count(),
            beside=beside(queries.thread_of(run)),
            led_by=led_by_other(run.round, request.user),
        )

    @property
    def is_agreed(self) -> bool:
        return bool(self.signal and self.signal.wording)

    @property
    def has_case(self) -> bool:
        """Somebody brought a case of their own: nothing of it leaves the room without their yes."""
        return any(step.kind == "case_input" for step in self.round.steps.all())

    @property
    def is_asking(self) -> bool:
        """The group is answering on a text now."""
        return self.step.is_open and self.wording is not None

    @property
    def may_put(self) -> bool:
        return not (self.is_asking or self.led_by) and (self.step.is_open or self.step.is_waiting)

    @property
    def may_put_again(self) -> bool:
        return self.step.is_closed and self.round.is_open and self.round.is_live and not self.led_by

    @property
    def may_agree(self) -> bool:
        return self.step.is_closed and not self.led_by

    @property
    def may_agree_on_none(self) -> bool:
        return (self.step.is_open or self.step.is_closed) and not self.led_by

    @property
    def writes(self) -> bool:
        return self.may_put or self.may_put_again or self.may_agree


def led_by_other(round: Round, user: User) -> str:
    """Who leads instead; after closing every facilitator can decide."""
    return "" if round.is_closed or round.led_by_id in (None, user.pk) else round.led_by.name


# Signals of an organisation


@dataclass(frozen=True)
class Entry:
    """A signal in the list, and in words how it stands with the answer."""

    signal: Signal
    standing: str
    is_late: bool
    is_soon: bool

    @classmethod
    def of(cls, signal: Signal, today: date) -> Entry:
        days = (signal.due - today).days if signal.due else None
        is_open = days is not None
        return cls(signal, standing_of(signal, days), is_open and days < 0, is_open and 0 <= days <= SOON)


def standing_of(signal: Signal, days: int | None) -> str:
    """Without judging anybody: what was said, and how long until or since the day."""
    if days is None:
        return ANSWERED[signal.state]()
    promised = _("The answer “later” was given.") if signal.state == State.LATER else ""
    return " ".join(filter(None, [promised, time_left(days)]))


ANSWERED = {
    State.DO: lambda: _("Answered: we do this."),
    State.NOT: lambda: _("Answered: we do not do this."),
}


def time_left(days: int) -> str:
    if days < 0:
        said = ngettext("The day was %(days)d day ago.", "The day was %(days)d days ago.", -days)
        return said % {"days": -days}
    if days == 0:
        return _("The day is today.")
    return ngettext("There is %(days)d day left.", "There are %(days)d days left.", days) % {"days": days}


@dataclass(frozen=True)
class SignalsPage:
    waiting: Sequence[Entry]
    answered: Sequence[Entry]

    @classmethod
    def of(cls, signals: Sequence[Signal]) -> SignalsPage:
        entries = [Entry.of(signal, timezone.localdate()) for signal in signals]
        return cls(
            [entry for entry in entries if entry.signal.due],
            [entry for entry in entries if not entry.signal.due],
        )


@dataclass(frozen=True)
class SignalPage:
    """One signal, and what is needed to ask for an answer."""

    entry: Entry
    versions: Sequence[Wording]
    address: str
    letter: Letter
    reminder: Letter
    link_has_ended: bool
    is_this_computer_only: bool

    @property
    def signal(self) -> Signal:
        return self.entry.signal

    @classmethod
    def of(cls, request: HttpRequest, signal: Signal) -> SignalPage:
        address = letters.address_of(request, signal)
        return cls(
            entry=Entry.of(signal, timezone.localdate()),
            versions=queries.versions_of(signal.thread),
            address=address,
            letter=letters.request_letter(signal, address),
            reminder=letters.reminder(signal, address),
            link_has_ended=signal.link_until < timezone.localdate(),
            is_this_computer_only=JoinAddress.of(request, signal.dialogue).is_this_computer_only,
        )


# The owner


@dataclass(frozen=True)
class OwnerPage:
    """What the owner reads and fills in: no account, and nothing kept of the visit."""

    signal: Signal
    form: Any
    # Somebody else answered since this page was opened.
    meanwhile: bool = False
