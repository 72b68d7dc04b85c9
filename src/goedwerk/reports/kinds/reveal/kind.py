"""Shows the stored pictures of closed steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import StepKind
from goedwerk.approaches.texts import said
from goedwerk.dialogues.big_pictures import in_parts
from goedwerk.dialogues.models import Step
from goedwerk.reports import showing


@dataclass(frozen=True)
class Params(step_kind.Params):
    of: Sequence[str] = ()
    spoken: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Shape:
    step: Step
    passages: Sequence[Any]

    @property
    def together_template(self) -> str:
        return self.step.behaviour.together_template

    @property
    def together(self) -> Any:
        return self.step.behaviour.together(self.step, self.passages)


def has_shape(step: Step) -> bool:
    return step.behaviour.together_template != step_kind.DEFAULT_TOGETHER


@dataclass(frozen=True)
class Body:
    """The pictures; or, when the group is too small for any, what to say aloud instead."""

    pictures: Sequence[Any]
    passages: Sequence[Any]
    # Texts that their kind lays together in a way of its own, such as a table or a map.
    shapes: Sequence[Shape]
    is_spoken: bool
    spoken: str
    still_open: bool

    @property
    def fronts(self) -> Sequence[Any]:
        """The one picture that the big screen draws, in parts when it is long; of the others it shows the sentence."""
        return in_parts(self.pictures[0]) if self.pictures else ()

    @property
    def headed(self) -> Sequence[tuple[str, Any]]:
        """Every picture, with its title where its sentence does not say it."""
        return [
            ("" if picture.sentence.startswith(picture.title) else picture.title, picture) for picture in self.pictures
        ]

    @property
    def others(self) -> Sequence[tuple[str, Any]]:
        return self.headed[1:]

    @property
    def is_empty(self) -> bool:
        return not (self.pictures or self.passages or self.shapes or self.is_spoken or self.still_open)


class Reveal(StepKind):
    key = "reveal"
    label = _("See the picture")
    icon = "users"
    Params = Params
    is_of_group = True

    def body(self, step: Step) -> Body:
        params = self.params(step)
        shown = [showing.shown_of(other) for key in params.of if (other := step.sibling(key)) is not None]
        return Body(
            pictures=[picture for part in shown for picture in part.pictures],
            passages=[passage for part in shown if not has_shape(part.step) for passage in part.passages],
            shapes=[Shape(part.step, part.passages) for part in shown if has_shape(part.step) and part.passages],
            is_spoken=any(part.is_spoken for part in shown) and not any(part.pictures for part in shown),
            spoken=said(params.spoken),
            still_open=any(other.is_open for key in params.of if (other := step.sibling(key)) is not None),
        )


KIND = Reveal()
