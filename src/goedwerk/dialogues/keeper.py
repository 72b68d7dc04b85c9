"""The one who keeps what came of a step.

Findings live in a room above this one, which pulls them. But they must be taken in the very transaction that closes
a step, before anybody can withdraw. So that room registers its keeper here, once, when the house is put together.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from goedwerk.dialogues.models import Dialogue, Participation, Round, Step


class Shown(Protocol):
    """What everybody may see of a closed step."""

    pictures: Sequence[Any]
    # Too few people for any picture.
    is_spoken: bool


class Keeper(Protocol):
    def keep(self, step: Step) -> None:
        """Take and store what may be shown of a step that has just closed."""

    def shown_of(self, step: Step) -> Shown:
        """What was stored of a step."""

    def outcome_url(self, dialogue: Dialogue) -> str:
        """Where the facilitator finds what came of it."""

    def participant_url(self, dialogue: Dialogue) -> str:
        """Where those who took part find what came of it."""

    def own_place_url(self, participation: Participation, round: Round) -> str:
        """Where somebody finds their own place in the pictures; empty where there is none (any more)."""


_keepers: list[Keeper] = []


def register(keeper: Keeper) -> None:
    _keepers[:] = [keeper]


def keep(step: Step) -> None:
    for keeper in _keepers:
        keeper.keep(step)


def shown_of(step: Step) -> Shown | None:
    return next((keeper.shown_of(step) for keeper in _keepers), None)


def outcome_url(dialogue: Dialogue) -> str:
    return next((keeper.outcome_url(dialogue) for keeper in _keepers), "")


def participant_url(dialogue: Dialogue) -> str:
    return next((keeper.participant_url(dialogue) for keeper in _keepers), "")


def own_place_url(participation: Participation, round: Round) -> str:
    return next((keeper.own_place_url(participation, round) for keeper in _keepers), "")
