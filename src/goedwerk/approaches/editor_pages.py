"""What the editor shows: the steps and, beside them, what they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goedwerk.approaches import composing, drafting, registry, stage
from goedwerk.approaches.bars import Part, bar_of, is_away
from goedwerk.approaches.models import ApproachVersion, OwnApproach
from goedwerk.approaches.problems import Problem, problems_of
from goedwerk.approaches.recipes import StepRecipe
from goedwerk.approaches.registry import kind_of
from goedwerk.approaches.texts import said
from goedwerk.approaches.tips import Tip, tips_for

REPEAT = "repeat:"
MOST_REPAIRS = 8


@dataclass(frozen=True)
class Line:
    """One step in the list."""

    number: int
    recipe: StepRecipe
    kind: Any
    is_known: bool
    notes: Sequence[str]
    is_wrong: bool
    is_here: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class Budget:
    """The minutes of the steps beside the time there is."""

    minutes: int
    available: int
    talking: int

    @property
    def words(self) -> str:
        left = self.available - self.minutes
        if left < 0:
            return _("minutes; {more} more than you have.").format(more=-left)
        return _("minutes; {left} of your {all} left.").format(left=left, all=self.available)


@dataclass(frozen=True)
class Kinds:
    """Kinds of steps under one heading, as (value, label)."""

    heading: str
    choices: Sequence[tuple[str, Any]]


@dataclass(frozen=True)
class EditorPage:
    own: OwnApproach
    here: str
    may_write: bool
    errors: Sequence[str] = ()

    @property
    def draft(self) -> drafting.Draft:
        return self.own.draft

    @property
    def digest(self) -> str:
        """Of the list as this page shows it."""
        return drafting.digest_of(drafting.outline_of(self.draft))

    @cached_property
    def problems(self) -> list[Problem]:
        return problems_of(self.draft)

    @property
    def repairs(self) -> list[tuple[Problem, bool]]:
        """What to repair first, each with whether its step can be opened."""
        kinds = {step["id"]: step["kind"] for step in self.draft["steps"]}
        return [(each, self.may_write and is_known(kinds.get(each.step, ""))) for each in self.problems[:MOST_REPAIRS]]

    @cached_property
    def tips(self) -> list[Tip]:
        return tips_for(self.draft, minutes_available=self.own.minutes_available, readers=stage.readers(self.own))

    @property
    def bar(self) -> list[Part]:
        return bar_of(self.own.recipe)

    @property
    def budget(self) -> Budget:
        talking = sum(step.minutes for step in self.own.recipe.steps if is_away(step.kind) and not step.is_optional)
        return Budget(self.draft["minutes"], self.own.minutes_available, talking)

    @cached_property
    def lines(self) -> list[Line]:
        steps = self.own.recipe.steps
        return [self.line(at, step, last=len(steps)) for at, step in enumerate(steps, start=1)]

    def line(self, number: int, step: StepRecipe, *, last: int) -> Line:
        wrong = [problem.text for problem in self.problems if problem.step == step.key]
        tips = [tip.title for tip in self.tips if tip.step == step.key]
        return Line(
            number=number,
            recipe=step,
            kind=label_of(step.kind),
            is_known=is_known(step.kind),
            notes=[*wrong, *tips][:1],
            is_wrong=bool(wrong),
            is_here=step.key == self.here,
            is_first=number == 1,
            is_last=number == last,
        )

    @property
    def here_line(self) -> Line | None:
        return next((line for line in self.lines if line.is_here), None)

    @property
    def kinds(self) -> list[Kinds]:
        return kinds_to_add(self.draft)

    @property
    def places(self) -> list[tuple[str, str]]:
        return [(step.key, _("after “%s”") % step.title) for step in self.own.recipe.steps]

    @property
    def removed_title(self) -> str:
        return said(self.own.removed["step"]["title"]) if self.own.removed else ""

    @property
    def latest(self) -> ApproachVersion | None:
        return self.own.latest

    @property
    def is_changed(self) -> bool:
        """Whether there is something to keep that the latest version does not have."""
        kept = self.latest
        return kept is None or {**kept.document, "version": ""} != {**self.draft, "version": ""}

    @property
    def next_version(self) -> str:
        return short(self.draft["version"])

    # What the room above draws

    @property
    def phone(self) -> SafeString:
        return stage.phone(self.own, self.here) if self.here else SafeString("")

    @property
    def preview_url(self) -> str:
        return stage.preview_url(self.own, self.here) if self.here else ""

    @property
    def script_url(self) -> str:
        return stage.script_url(self.own)

    @property
    def cards_url(self) -> str:
        return stage.cards_url(self.own)

    @property
    def prepare_url(self) -> str:
        return stage.prepare_url(str(self.own.pk)) if self.latest and not self.own.retired else ""


def short(version: str) -> str:
    """1.1.0 is read aloud as 1.1."""
    return version.removesuffix(".0")


def label_of(kind: str) -> Any:
    """A kind that is not installed here goes by its key: its step can be moved and taken out, and not be changed."""
    return kind_of(kind).label if is_known(kind) else kind


def is_known(kind: str) -> bool:
    return kind in {each.key for each in registry.all_kinds()}


def kinds_to_add(draft: drafting.Draft) -> list[Kinds]:
    """Every kind that is installed here, by what people do; and the steps that can be asked again."""
    kinds = sorted(registry.all_kinds(), key=lambda kind: str(kind.label).lower())
    talks = [(kind.key, kind.label) for kind in kinds if kind.is_away]
    pictures = [(kind.key, kind.label) for kind in kinds if kind.is_of_group]
    others = [(kind.key, kind.label) for kind in kinds if not kind.is_away and not kind.is_of_group]
    by_key = {kind.key: kind for kind in kinds}
    again = [
        (f"{REPEAT}{step['id']}", said(step["title"])) for step in draft["steps"] if composing.may_repeat(step, by_key)
    ]
    groups = [
        Kinds(_("Read, choose, write"), others),
        Kinds(_("Talk, screens down"), talks),
        Kinds(_("See together"), pictures),
        Kinds(_("Ask the same again"), again),
    ]
    return [group for group in groups if group.choices]
