"""What a page may show of one step: its stored findings as pictures, and the passages that were let go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from goedwerk.dialogues.models import Participation, Passage, Step
from goedwerk.dialogues.passages import shown_passages
from goedwerk.reports import queries
from goedwerk_analysis.released import Withheld


@dataclass(frozen=True)
class Shown:
    """What a page shows of one step."""

    step: Step
    pictures: Sequence[Any]
    passages: Sequence[Passage]
    # Too few people for any picture: who wants to, tells.
    is_spoken: bool
    # Something was discussed here that its owner has not let leave the room.
    is_held_back: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.pictures or self.passages or self.is_spoken)


def shown_of(step: Step) -> Shown:
    released = queries.released_of(step) if step.is_closed else {}
    few = bool(released) and all(isinstance(one, Withheld) and one.reason == "few" for one in released.values())
    before = step_to_compare(step)
    earlier = {"before": queries.released_of(before)} if before else {}
    pictures = () if few else step.behaviour.pictures(step, released, **earlier) if released else ()
    return Shown(step, pictures, shown_passages(step), few)


def outside_the_room(shown: Shown) -> Shown:
    """What of it may stand in a report: a case and its facts only with the yes of who brought the case."""
    may_leave = [passage for passage in shown.passages if not passage.stays_in_room]
    return replace(shown, passages=may_leave, is_held_back=len(may_leave) < len(shown.passages))


def step_to_compare(step: Step) -> Step | None:
    """The step that this one says it repeats; otherwise the last time the same was asked."""
    earlier = queries.earlier_steps(step)
    named = [other for other in earlier if other.document["id"] == step.params.get("repeat_of")]
    return (named or earlier or [None])[-1]


def own_pictures(steps: Iterable[Step], participation: Participation) -> list[Any]:
    """Where one person stands in what these steps brought, as long as their own answers are kept."""
    closed = [step for step in steps if step.is_closed]
    answers = {step: step.behaviour.answers(step, participation).get(participation.pk) for step in closed}
    return [
        picture
        for step, answer in answers.items()
        if answer is not None
        for picture in step.behaviour.own_pictures(step, queries.released_of(step), answer)
    ]
