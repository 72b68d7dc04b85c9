"""What is done with a signal: put a text to the group, decide, send, answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from goedwerk.accounts.models import User
from goedwerk.dialogues.actions import leading
from goedwerk.dialogues.errors import MovedOn, NotPossible
from goedwerk.dialogues.models import Attendance, Round, Step
from goedwerk.organisations.actions import log_act
from goedwerk.signals import links, queries
from goedwerk.signals.models import Answer, Signal, Wording


class AnsweredMeanwhile(Exception):
    """Somebody else answered since this page was opened: what was typed is still there."""


@dataclass(frozen=True)
class Draft:
    """A text as somebody typed it: what is asked, of which function, and by when."""

    text: str
    owner: str
    answer_by: date


# While the group is at it


def put_to_group(*, step: Step, user: User, version: int, draft: Draft) -> Wording:
    """Ask everybody what they think of a text. Whoever was ready has something new to look at."""
    with leading.leading(step.round, user=user, version=version, act=gettext_noop("put a text to the group")) as held:
        require_undecided(step)
        run = run_to_ask_in(held, step)
        wording = add_wording(step, draft, asked_in=run)
        Attendance.objects.filter(step=run, ready=True).update(ready=False)
        return wording


def run_to_ask_in(round: Round, step: Step) -> Step:
    """The run that is open or still to come; where the last one is closed, one more."""
    last = queries.runs_of(step)[-1]
    if last.is_closed and round.is_open and round.is_live:
        return once_more(round, last)
    if not (last.is_open or last.is_waiting):
        raise NotPossible(_("This step is over: nobody can answer any more."))
    if queries.wording_of(last):
        raise NotPossible(_("The group answers on a text already. Close the step, and then put the next version."))
    return last


def once_more(round: Round, closed: Step) -> Step:
    """A closed step never reopens: the next version is put in a run of its own."""
    here = round.current
    if here is None or queries.thread_of(here) != queries.thread_of(closed):
        raise NotPossible(_("The group is at another step now. Go back to this one first."))
    again = leading.insert_again(round, closed)
    leading.go_to(round, again)
    return again


def add_wording(step: Step, draft: Draft, *, asked_in: Step | None) -> Wording:
    thread = queries.thread_of(step)
    number = Wording.objects.filter(thread=thread).count() + 1
    return Wording.objects.create(
        thread=thread,
        number=number,
        text=draft.text,
        owner=draft.owner,
        answer_by=draft.answer_by,
        asked_in=asked_in,
    )


# Deciding


@contextmanager
def deciding(step: Step, *, user: User, version: int, act: str) -> Iterator[Round]:
    """While a round runs, who leads it decides; after it, every facilitator of the organisation can."""
    if not step.round.is_closed:
        with leading.leading(step.round, user=user, version=version, act=act) as held:
            yield held
        return
    with transaction.atomic():
        held = (
            Round.objects.select_for_update(of=("self",)).select_related("dialogue__organisation").get(pk=step.round_id)
        )
        if held.version != version:
            raise MovedOn
        yield held
        held.version += 1
        held.save(update_fields=["version"])
        log_act(organisation=held.dialogue.organisation, actor=user, act=act, subject=held.dialogue.title)


def agree(*, step: Step, user: User, version: int, draft: Draft) -> Signal:
    """The group agrees on a text. What differs from the last version was agreed aloud."""
    with deciding(step, user=user, version=version, act=gettext_noop("agreed on a signal")) as held:
        require_undecided(step)
        if not queries.runs_of(step)[-1].is_closed:
            raise NotPossible(_("Close the step first: then everybody has said what they think of it."))
        last = Wording.objects.filter(thread=queries.thread_of(step)).last()
        same = last is not None and last.says(text=draft.text, owner=draft.owner, answer_by=draft.answer_by)
        return decide(held, step, last if same else add_wording(step, draft, asked_in=None))


def agree_on_none(*, step: Step, user: User, version: int) -> Signal:
    """The group asks nothing of anybody: an outcome like any other."""
    with deciding(step, user=user, version=version, act=gettext_noop("agreed on no signal")) as held:
        require_undecided(step)
        return decide(held, step, None)


def require_undecided(step: Step) -> None:
    if Signal.objects.filter(thread=queries.thread_of(step), wording__isnull=False).exists():
        raise NotPossible(_("The group agreed on this signal already. It does not change any more."))


def decide(round: Round, step: Step, wording: Wording | None) -> Signal:
    """Whoever said "none" before may still come to a text."""
    thread, today = queries.thread_of(step), timezone.localdate()
    Signal.objects.filter(thread=thread).delete()
    return Signal.objects.create(
        organisation=round.dialogue.organisation,
        dialogue=round.dialogue,
        thread=thread,
        wording=wording,
        agreed_on=today,
        link_until=links.until(made=today, answer_by=wording.answer_by) if wording else None,
    )


# Asking and answering


@transaction.atomic
def renew_link(*, signal: Signal, user: User) -> Signal:
    """Make a new link. The one before it opens nothing any more."""
    held = Signal.objects.select_for_update(of=("self",)).select_related("wording", "dialogue").get(pk=signal.pk)
    held.link += 1
    held.link_until = links.until(made=timezone.localdate(), answer_by=held.due or held.wording.answer_by)
    held.save(update_fields=["link", "link_until"])
    log_act(
        organisation=held.organisation,
        actor=user,
        act=gettext_noop("made a new link for a signal"),
        subject=held.dialogue.title,
    )
    return held


@transaction.atomic
def answer(*, signal: Signal, key: UUID, after: int, verdict: str, text: str, on: date | None) -> Answer:
    """Add an answer under those before it. Twice the same press keeps it once; `after` is how many were read first."""
    held = Signal.objects.select_for_update(of=("self",)).get(pk=signal.pk)
    twin = held.answers.filter(pk=key).first()
    if twin is not None:
        return twin
    if held.answers.count() != after or Answer.objects.filter(pk=key).exists():
        raise AnsweredMeanwhile
    if on is not None:
        # Whoever promises another answer must be able to give it.
        held.link_until = max(held.link_until, on + links.AFTER_DUE)
        held.save(update_fields=["link_until"])
    return Answer.objects.create(
        pk=key,
        signal=held,
        number=after + 1,
        verdict=verdict,
        text=text,
        on=on,
        given_on=timezone.localdate(),
    )
