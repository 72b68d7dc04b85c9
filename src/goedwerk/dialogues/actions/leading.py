"""What the facilitator does in a live round. Each act moves the version that screens follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from goedwerk.accounts.models import User
from goedwerk.dialogues import parts, queries
from goedwerk.dialogues.actions import closing
from goedwerk.dialogues.errors import MovedOn, NotLeading, NotPossible
from goedwerk.dialogues.models import Mode, Round, RoundState, Step, StepState
from goedwerk.organisations.actions import log_act


@contextmanager
def leading(round: Round, *, user: User, version: int, act: str) -> Iterator[Round]:
    """One act on a round: by who leads it, on the state that was on the screen, written in the log of hosts."""
    with transaction.atomic():
        held = Round.objects.select_for_update(of=("self",)).select_related("dialogue__organisation").get(pk=round.pk)
        if held.led_by_id not in (None, user.pk):
            raise NotLeading
        if held.version != version:
            raise MovedOn
        yield held
        held.led_by = user
        held.version += 1
        held.save()
        log_act(organisation=held.dialogue.organisation, actor=user, act=act, subject=held.dialogue.title)


def take_over(*, round: Round, user: User) -> None:
    with transaction.atomic():
        held = Round.objects.select_for_update(of=("self",)).select_related("dialogue__organisation").get(pk=round.pk)
        held.led_by = user
        held.version += 1
        held.save(update_fields=["led_by", "version"])
        log_act(
            organisation=held.dialogue.organisation,
            actor=user,
            act=gettext_noop("took over"),
            subject=held.dialogue.title,
        )


def open_round(*, round: Round, user: User, version: int) -> None:
    """Let people in. A live round starts before its first step; what each does in their own time is open at once.

    An open round starts with its first part: everything up to a step that needs what the group makes before it.
    """
    with leading(round, user=user, version=version, act=gettext_noop("opened")) as held:
        if held.state != RoundState.PREPARED:
            raise NotPossible(_("This round is open already, or closed."))
        held.state = RoundState.OPEN
        held.opened_at = timezone.now()
        opened = parts.next_part(held) if held.mode == Mode.OPEN else filter(parts.is_for_oneself, held.steps.all())
        start(opened)


def start(steps: Iterable[Step]) -> None:
    for step in steps:
        step.state = StepState.OPEN
        step.save(update_fields=["state"])


def next_part(*, round: Round, user: User, version: int) -> None:
    """Close what is open in an open round, and open what can follow."""
    with leading(round, user=user, version=version, act=gettext_noop("next part")) as held:
        if not held.is_open or held.is_live:
            raise NotPossible(_("This round is not open for people in their own time."))
        close_open_steps(held)
        part = parts.next_part(held)
        if not part:
            raise NotPossible(_("What follows is done together. Begin the meeting."))
        start(part)


def gather(*, round: Round, user: User, version: int) -> None:
    """Begin the meeting of a round that people did in their own time so far: from here on it is led live."""
    with leading(round, user=user, version=version, act=gettext_noop("began the meeting")) as held:
        if not held.is_open or held.is_live:
            raise NotPossible(_("This round is not open for people in their own time."))
        close_open_steps(held)
        held.mode = Mode.LIVE


def close_open_steps(round: Round) -> None:
    for step in round.steps.filter(state=StepState.OPEN):
        closing.close_step(step)


def next_step(*, round: Round, user: User, version: int) -> None:
    """Close the step that is open, and open the next that waits."""
    with leading(round, user=user, version=version, act=gettext_noop("next step")) as held:
        require_live(held)
        close_current(held)
        go_to(held, onward(held))


def close_step(*, round: Round, user: User, version: int) -> None:
    """Close the step, and stay there: to read the texts, or to show what came of it."""
    with leading(round, user=user, version=version, act=gettext_noop("closed step")) as held:
        require_live(held)
        close_current(held)


def previous_step(*, round: Round, user: User, version: int) -> None:
    """Look back at the step before. What is open stays open, and is returned to; what is closed stays closed."""
    with leading(round, user=user, version=version, act=gettext_noop("back")) as held:
        require_live(held)
        earlier = queries.step_before(held)
        if earlier is None:
            raise NotPossible(_("There is no earlier step."))
        held.current = earlier
        held.aside = ""


def skip_step(*, round: Round, user: User, version: int) -> None:
    """Leave the step that is open: what was filled in is erased, and no picture is made."""
    with leading(round, user=user, version=version, act=gettext_noop("skipped step")) as held:
        require_live(held)
        if held.current is not None and held.current.is_open:
            closing.skip(held.current)
        go_to(held, onward(held))


def repeat_step(*, round: Round, user: User, version: int) -> None:
    """Do the same step again: a new step with answers of its own, for a closed one does not reopen."""
    with leading(round, user=user, version=version, act=gettext_noop("repeated step")) as held:
        require_live(held)
        if held.current is None:
            raise NotPossible(_("There is no step to repeat."))
        close_current(held)
        go_to(held, insert_again(held, held.current))


def insert_again(round: Round, step: Step) -> Step:
    first = step.again or step
    times = round.steps.filter(again=first).count() + 2
    for later in round.steps.filter(position__gt=step.position).reverse():
        later.position += 1
        later.save(update_fields=["position"])
    return Step.objects.create(
        round=round,
        key=f"{first.key}-{times}",
        position=step.position + 1,
        kind=first.kind,
        minutes=first.minutes,
        document=first.document,
        is_split=first.is_split,
        again=first,
    )


def move_step(*, round: Round, user: User, version: int, step_key: str, up: bool) -> None:
    """Change places with the neighbour, among the steps that are still to come."""
    with leading(round, user=user, version=version, act=gettext_noop("changed the order")) as held:
        coming = list(held.steps.filter(state=StepState.WAITING))
        place = next((number for number, step in enumerate(coming) if step.key == step_key), None)
        other = None if place is None else place + (-1 if up else 1)
        if other is None or not 0 <= other < len(coming):
            raise NotPossible(_("This step cannot move further."))
        first, second = sorted((coming[place], coming[other]), key=lambda step: step.position)
        if refers_to(second, first):
            raise NotPossible(
                _("“%(later)s” builds on “%(earlier)s”, and must come after it.")
                % {"later": second.title, "earlier": first.title}
            )
        first.position, second.position = second.position, first.position
        Step.objects.bulk_update([first, second], ["position"])


def refers_to(step: Step, earlier: Step) -> bool:
    """Whether `step` shows, repeats or uses what `earlier` asks."""
    params = step.params
    named = [*params.get("of", ()), params.get("repeat_of"), params.get("options_from")]
    return earlier.document["id"] in named


def add_minutes(*, round: Round, user: User, version: int, minutes: int) -> None:
    with leading(round, user=user, version=version, act=gettext_noop("gave more time")) as held:
        step = require_step(held)
        if step.ends_at is not None:
            step.ends_at = max(step.ends_at, timezone.now()) + timedelta(minutes=minutes)
        else:
            step.seconds_left = (step.seconds_left or 0) + 60 * minutes
        step.save(update_fields=["ends_at", "seconds_left"])


def pause_timer(*, round: Round, user: User, version: int) -> None:
    """Stop the clock, or let it go on."""
    with leading(round, user=user, version=version, act=gettext_noop("paused or went on")) as held:
        step = require_step(held)
        if step.ends_at is None:
            step.ends_at = timezone.now() + timedelta(seconds=step.seconds_left or 0)
            step.seconds_left = None
        else:
            step.seconds_left = max(0, step.time_left())
            step.ends_at = None
        step.save(update_fields=["ends_at", "seconds_left"])


def show_aside(*, round: Round, user: User, version: int, key: str) -> None:
    """Bring a passage of the material on the screens, or take it away with an empty key."""
    with leading(round, user=user, version=version, act=gettext_noop("showed a passage")) as held:
        if key and key not in {aside.key for aside in queries.asides_of(held)}:
            raise NotPossible(_("This passage comes after the first choice."))
        held.aside = key


def close_round(*, round: Round, user: User, version: int) -> None:
    with leading(round, user=user, version=version, act=gettext_noop("closed")) as held:
        closing.close(held)


# What these acts share


def require_live(round: Round) -> None:
    if not (round.is_open and round.is_live):
        raise NotPossible(_("This round is not open."))


def require_step(round: Round) -> Step:
    if round.current is None:
        raise NotPossible(_("No step has begun yet."))
    return round.current


def close_current(round: Round) -> None:
    if round.current is not None and round.current.is_open:
        closing.close_step(round.current)


def onward(round: Round) -> Step:
    step = queries.step_to_come(round)
    if step is None:
        raise NotPossible(_("This was the last step. You can close the dialogue."))
    return step


def go_to(round: Round, step: Step) -> None:
    if step.is_waiting or is_untimed(step):
        step.state = StepState.OPEN
        step.ends_at = timezone.now() + timedelta(minutes=step.minutes)
        step.save(update_fields=["state", "ends_at"])
    round.current = step
    round.aside = ""


def is_untimed(step: Step) -> bool:
    """Open already for who does it at home, and now in front of the group for the first time."""
    return step.is_open and step.ends_at is None and step.seconds_left is None


Act = Callable[..., None]
ACTS: dict[str, Act] = {
    "open": open_round,
    "next": next_step,
    "close-step": close_step,
    "back": previous_step,
    "skip": skip_step,
    "next-part": next_part,
    "gather": gather,
    "repeat": repeat_step,
    "pause": pause_timer,
    "close": close_round,
}
