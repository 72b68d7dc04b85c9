"""What somebody sees of a dialogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.accounts import tokens
from goedwerk.approaches.follow_ups import FollowUp
from goedwerk.approaches.inputs import Aside, input_kind
from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues import attributes, parts
from goedwerk.dialogues.attributes import Attribute
from goedwerk.dialogues.models import (
    Attendance,
    AttributeList,
    Dialogue,
    Participation,
    Passage,
    PassageState,
    Presence,
    Round,
    Step,
    StepState,
)
from goedwerk.organisations.models import Organisation


def dialogues_of(organisation: Organisation) -> list[Dialogue]:
    return list(Dialogue.objects.filter(organisation=organisation).prefetch_related("rounds"))


def lists_of(organisation: Organisation) -> list[Attribute]:
    """What an organisation can compare by: its own lists, or those of the platform as long as it has none."""
    own = list(AttributeList.objects.filter(organisation=organisation))
    return [as_attribute(each) for each in own if not each.retired] if own else attributes.shipped()


def all_lists_of(organisation: Organisation) -> list[tuple[Attribute, bool]]:
    """Every list, also those that are no longer offered, as (list, whether it is retired)."""
    own = list(AttributeList.objects.filter(organisation=organisation))
    return [(as_attribute(each), each.retired) for each in own] or [(each, False) for each in attributes.shipped()]


def list_of(organisation: Organisation, key: str) -> AttributeList | None:
    """One list to change; as long as the organisation has none of its own, that of the platform."""
    own = list(AttributeList.objects.filter(organisation=organisation))
    offered = own or [AttributeList(organisation=organisation, **each.document) for each in attributes.shipped()]
    return next((each for each in offered if each.key == key), None)


def as_attribute(own: AttributeList) -> Attribute:
    classes = [{"key": each["key"], "label": each["label"]} for each in own.classes if not each.get("retired")]
    return Attribute({"key": own.key, "label": own.label, "question": own.question, "classes": classes})


def due_rounds(now: datetime) -> list[Round]:
    """Rounds whose answers have had their last day."""
    return [round for round in rounds_to_erase() if round.erase_at <= now]


def rounds_to_erase(organisation: Organisation | None = None) -> list[Round]:
    """Closed rounds of which answers are still kept, the first to go first."""
    kept = Round.objects.filter(erased=False, erase_at__isnull=False).select_related("dialogue").order_by("erase_at")
    return list(kept.filter(dialogue__organisation=organisation) if organisation else kept)


def dialogue_by_code(code: str) -> Dialogue | None:
    """The dialogue that somebody typed the code of; spaces, small letters and look-alikes are forgiven."""
    plain = tokens.plain(code)
    if not plain:
        return None
    return Dialogue.objects.select_related("organisation").filter(code=plain).first()


def participation_by_token(dialogue: Dialogue, token: str) -> Participation | None:
    """Who holds this token, and has not left."""
    plain = tokens.plain(token)
    if not plain:
        return None
    held = Participation.objects.filter(dialogue=dialogue, token_hash=tokens.hashed(plain), left=False)
    return held.select_related("dialogue__organisation").first()


def people_in(dialogue: Dialogue) -> int:
    """How many came in to the round of now and have not left: shown on every phone, so that nobody is there twice."""
    latest = Round.objects.filter(dialogue=dialogue).order_by("-number").values("pk")[:1]
    return Presence.objects.filter(round=latest, participation__left=False).count()


def version_of(round: Round) -> int:
    return Round.objects.values_list("version", flat=True).get(pk=round.pk)


def is_present(round: Round, participation: Participation | None) -> bool:
    """Whether this place was taken in this round: a next round is come in to again."""
    return Presence.objects.filter(round=round, participation=participation).exists()


class Readiness(StrEnum):
    LESS = "less-than-half"
    MORE = "more-than-half"
    NEARLY = "nearly-everybody"

    @property
    def words(self) -> Any:
        return READINESS_WORDS[self]


READINESS_WORDS = {
    Readiness.LESS: _("less than half is ready"),
    Readiness.MORE: _("more than half is ready"),
    Readiness.NEARLY: _("nearly everybody is ready"),
}


def readiness_of(step: Step) -> Readiness:
    """How far the group is, in words: ready is answered or skipped, and never says who."""
    people = people_in(step.round.dialogue)
    ready = Attendance.objects.filter(step=step, ready=True, participation__left=False).count()
    return readiness(ready, people)


def readiness_in(round: Round) -> Readiness:
    """How far the group is with everything that is open, in words: of those who came in."""
    opened = [step.pk for step in round.steps.all() if step.is_open]
    done = Attendance.objects.filter(step__in=opened, ready=True, participation__left=False)
    steps_done = Counter(done.values_list("participation_id", flat=True))
    return readiness(sum(number == len(opened) for number in steps_done.values()), people_in(round.dialogue))


def readiness(ready: int, people: int) -> Readiness:
    if people and ready >= people - max(1, people // 8):
        return Readiness.NEARLY
    return Readiness.MORE if 2 * ready > people else Readiness.LESS


def is_ready(step: Step, participation: Participation) -> bool:
    return Attendance.objects.filter(step=step, participation=participation, ready=True).exists()


def answer_of(step: Step, participation: Participation) -> Any:
    """What this person answered, for this person alone."""
    return step.behaviour.answers(step, participation).get(participation.pk)


def own_answers(participation: Participation) -> list[tuple[Step, Any]]:
    """Everything of one participant that is still kept."""
    steps = Step.objects.filter(round__dialogue=participation.dialogue).select_related("round__dialogue")
    kept = ((step, answer_of(step, participation)) for step in steps)
    return [(step, answer) for step, answer in kept if answer is not None]


@dataclass(frozen=True)
class Place:
    """Where somebody is: the step in front of them, if any, and how far that is."""

    step: Step | None
    number: int
    of: int
    minutes_left: int


def live_place(round: Round) -> Place:
    """Everybody is where the facilitator is."""
    return place(round, round.current)


def open_place(round: Round, participation: Participation) -> Place:
    """In their own time everybody goes on to their first step that is not done."""
    done = set(
        Attendance.objects.filter(step__round=round, participation=participation, ready=True).values_list(
            "step_id", flat=True
        )
    )
    todo = [step for step in round.steps.all() if step.is_open and step.pk not in done]
    return place(round, todo[0] if todo else None)


def place(round: Round, step: Step | None) -> Place:
    steps = [each for each in on_the_way(round) if each.state != StepState.SKIPPED]
    if step is None:
        return Place(None, 0, len(steps), minutes_of(steps))
    coming = [each for each in steps if each.position >= step.position]
    return Place(step, len(steps) - len(coming) + 1, len(steps), minutes_of(coming))


def on_the_way(round: Round) -> list[Step]:
    """What somebody comes past: together every step, in their own time only what they do by themselves."""
    if not round.is_live:
        return parts.before_meeting(round)
    steps = list(round.steps.all())
    at_home = [step for step in steps if step.is_open] if round.current is None else []
    return at_home or steps


def minutes_of(steps: Sequence[Step]) -> int:
    """A talk takes time when people meet; who is by themselves passes it by."""
    return sum(step.minutes for step in steps if step.round.is_live or not step.behaviour.is_away)


def step_to_come(round: Round) -> Step | None:
    """Where "next" leads: back to a step that is still open, or on to the first that waits."""
    here = round.current.position if round.current else 0
    steps = list(round.steps.all())
    coming = [step for step in steps if (step.is_open or step.is_waiting) and step.position > here]
    waiting = [step for step in steps if step.is_waiting]
    return next(iter([*coming, *waiting]), None)


def step_before(round: Round) -> Step | None:
    """Where "back" leads: the last step before this one that was run."""
    here = round.current.position if round.current else 0
    earlier = [step for step in round.steps.all() if step.position < here and (step.is_open or step.is_closed)]
    return earlier[-1] if earlier else None


def gathers_texts(step: Step) -> bool:
    """Whether texts of this step come to the facilitator before the group sees them."""
    return step.behaviour.text_reader(step) in (Reader.FACILITATOR, Reader.GROUP, Reader.OPEN)


def waiting_texts(round: Round) -> list[tuple[Step, int]]:
    """Steps with texts that the facilitator has not decided on yet, and how many there are."""
    waiting = Passage.objects.filter(step__round=round, state=PassageState.WAITING)
    counts = Counter(waiting.values_list("step_id", flat=True))
    numbers = [(step, counts[step.pk] or step.behaviour.waiting(step)) for step in round.steps.all()]
    return [(step, number) for step, number in numbers if number]


def follow_ups_of(dialogue: Dialogue) -> list[FollowUp]:
    """What was asked of somebody outside in any round, and what came of it."""
    steps = Step.objects.filter(round__dialogue=dialogue).select_related("round__dialogue")
    in_order = steps.order_by("round__number", "position")
    return [follow_up for step in in_order for follow_up in step.behaviour.follow_ups(step)]


def asides_of(round: Round) -> list[Aside]:
    """Passages of the material that may be brought in now: only after a first choice was made."""
    if not any(step.kind == "choice" and step.is_closed for step in round.steps.all()):
        return []
    return [aside for name in round.dialogue.material for aside in asides_of_input(round.dialogue, name)]


def asides_of_input(dialogue: Dialogue, name: str) -> list[Aside]:
    needed: Mapping[str, Any] = next(each for each in dialogue.approach.inputs if each["id"] == name)
    document = dialogue.material[name]
    return input_kind(needed["kind"]).asides(document) if document else []


def aside_now(round: Round) -> Aside | None:
    return next((aside for aside in asides_of(round) if aside.key == round.aside), None)
