"""The parts of an open round: how far people can go on by themselves, before the group must have come together.

A step waits when it uses what the group makes in an earlier step: options, arguments, points, a case. It waits as well
when it must be done live, and when people answer again after a picture. Everything up to there is one part.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from goedwerk.dialogues.models import Mode, Round, Step

NAMES = "case"


def is_live_only(step: Step) -> bool:
    return step.params.get("mode") == Mode.LIVE


def is_for_oneself(step: Step) -> bool:
    """Done in one's own time also when the group meets: such as sorting at home."""
    return step.params.get("mode") == Mode.OPEN


def before_meeting(round: Round) -> list[Step]:
    """What people do by themselves in an open round; what comes behind a live step comes after it."""
    return list(takewhile(lambda step: not is_live_only(step), round.steps.all()))


def next_part(round: Round) -> list[Step]:
    """The waiting steps that can be opened together now; empty when the group has to meet first, or all was opened."""
    part: list[Step] = []
    coming = [step for step in round.steps.all() if step.is_waiting]
    for number, step in enumerate(coming):
        if is_live_only(step) or waits_for(step, part, coming[number + 1 :]):
            break
        part.append(step)
    return part


def waits_for(step: Step, part: Sequence[Step], later: Sequence[Step]) -> bool:
    made = {name for earlier in part for name in names_of(earlier)}
    if set(used_by(step)) & made:
        return True
    return bool(part) and step.behaviour.is_of_group and is_answered_again(step, later)


def names_of(step: Step) -> list[str]:
    """By what a later step calls it: its own name, or that of the case which it keeps."""
    return [name for name in (step.document["id"], step.params.get(NAMES)) if name]


def used_by(step: Step) -> list[str]:
    """What of the group a step builds on, by the parameters that its kind names."""
    params = step.params
    used = [params.get(name) for name in step.behaviour.waits_for]
    return [name for value in used if value for name in ([value] if isinstance(value, str) else value)]


def is_answered_again(step: Step, later: Sequence[Step]) -> bool:
    """Whether somebody answers a question again after seeing this picture of it."""
    return any(other.params.get("repeat_of") in step.params.get("of", ()) for other in later)


def has_meeting(round: Round) -> bool:
    """Whether an open round ends in steps that are done together."""
    return any(step.is_waiting and is_live_only(step) for step in round.steps.all())
