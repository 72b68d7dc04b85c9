"""What often goes wrong in an approach, in plain words. A tip gives a reason and a way on, and stops nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goedwerk.approaches.drafting import Draft, Step
from goedwerk.approaches.references import named_by
from goedwerk.approaches.registry import UnknownKind, kind_of
from goedwerk.approaches.step_kind import Reader, StepKind
from goedwerk.approaches.texts import said

PRIVATE = (Reader.PICTURE, Reader.GROUP)


@dataclass(frozen=True)
class Tip:
    """`step` is the step it is about, or nothing; `add` a kind of step that would help, to come after `after`."""

    title: str
    text: str
    step: str = ""
    add: str = ""
    after: str = ""


@dataclass(frozen=True)
class Sketch:
    """A step that is being written, and who reads what is filled in there."""

    document: Step
    reader: Reader

    @property
    def params(self) -> dict[str, Any]:
        return self.document["params"]

    @property
    def kind(self) -> StepKind | None:
        try:
            return kind_of(self.document["kind"])
        except UnknownKind:
            return None

    @property
    def is_talk(self) -> bool:
        return bool(self.kind and self.kind.is_away)

    @property
    def is_picture(self) -> bool:
        return bool(self.kind and self.kind.is_of_group)

    @property
    def is_private(self) -> bool:
        """Filled in by everybody alone, and worth showing afterwards."""
        return self.reader in PRIVATE and self.document["kind"] not in ENDS


# What closes an evening is read in the report.
ENDS = ("residue", "evaluate", "commit", "signal")


def tips_for(draft: Draft, *, minutes_available: int, readers: Mapping[str, Reader]) -> list[Tip]:
    """`readers` says per step who reads what is filled in; a step that does not work yet has none."""
    steps = [Sketch(step, readers.get(step["id"], Reader.NOBODY)) for step in draft["steps"]]
    if not steps:
        return []
    found = [tip for rule in RULES for tip in rule(steps)]
    return [*too_long(draft, minutes_available), *found, *alone_together(draft, steps), *in_dutch_alone(draft)]


# Rules over the steps


def no_welcome(steps: list[Sketch]) -> Iterator[Tip]:
    if steps[0].document["kind"] not in ("welcome", "read"):
        yield Tip(
            _("Nobody is welcomed."),
            _("People then begin without knowing what it is for, and what is kept of them."),
            add="welcome",
        )


def picture_of_nothing(steps: list[Sketch]) -> Iterator[Tip]:
    for at, step in enumerate(steps):
        if step.is_picture and not any(each.is_private for each in steps[:at]):
            yield Tip(
                _("There is a picture without a private step before it."),
                _("Who hears others first, thinks like them. Let people choose or write alone before you show it."),
                step=step.document["id"],
            )


def never_shown(steps: list[Sketch]) -> Iterator[Tip]:
    shown = {name for step in steps for name in named_by(step.document)}
    for step in steps:
        if step.is_private and step.reader is Reader.PICTURE and step.document["id"] not in shown:
            yield Tip(
                _("“%s” is never shown.") % said(step.document["title"]),
                _("The group does not see where it differs."),
                step=step.document["id"],
                add="reveal",
                after=step.document["id"],
            )


def no_second_choice(steps: list[Sketch]) -> Iterator[Tip]:
    repeated = {step.params.get("repeat_of") for step in steps}
    for step in steps:
        if step.params.get("occasion") == "first" and step.document["id"] not in repeated:
            yield Tip(
                _("“%s” is a first choice, but there is no second.") % said(step.document["title"]),
                _("Choosing again after the talk shows whether anything moved. Staying with one's choice is fine."),
                step=step.document["id"],
            )


def no_talk_between(steps: list[Sketch]) -> Iterator[Tip]:
    before: Sketch | None = None
    talked = False
    for step in steps:
        talked = talked or step.is_talk
        if step.is_picture:
            if before is not None and not talked:
                yield no_talk(before, step)
            before, talked = step, False


def no_talk(before: Sketch, step: Sketch) -> Tip:
    return Tip(
        _("Between “%(first)s” and “%(second)s” nobody talks.")
        % {"first": said(before.document["title"]), "second": said(step.document["title"])},
        _("Two pictures in a row are a lecture. Give the group time to talk about the first."),
        step=step.document["id"],
        add="group_talk",
        after=before.document["id"],
    )


def no_talk_at_all(steps: list[Sketch]) -> Iterator[Tip]:
    if not any(step.is_talk for step in steps):
        last = next((step for step in reversed(steps) if step.is_private or step.is_picture), steps[-1])
        yield Tip(
            _("Nobody talks."),
            _("A form is not a conversation. Put the phones away for a while."),
            add="group_talk",
            after=last.document["id"],
        )


def no_residue(steps: list[Sketch]) -> Iterator[Tip]:
    if not any(step.document["kind"] == "residue" for step in steps):
        yield Tip(
            _("There is no step ‘What still rubs’."),
            _("It keeps the group from being done too soon."),
            add="residue",
            after=last_before_end(steps),
        )


def nobody_follows_up(steps: list[Sketch]) -> Iterator[Tip]:
    if not any(step.document["kind"] == "signal" or has_owner(step) for step in steps):
        yield Tip(
            _("Nobody sees to it that something happens."),
            _("Nine in ten civil servants talk about a dilemma with somebody; a quarter is content with what follows."),
            add="commit",
            after=steps[-1].document["id"],
        )


def has_owner(step: Sketch) -> bool:
    agrees = step.document["kind"] == "commit" and not step.params.get("personal")
    return agrees and "owner" in step.params.get("fields", ["owner"])


def last_before_end(steps: list[Sketch]) -> str:
    """After the last step that is not one of the closing ones."""
    kinds = [step for step in steps if step.document["kind"] not in ENDS]
    return (kinds or steps)[-1].document["id"]


RULES: tuple[Callable[[list[Sketch]], Iterator[Tip]], ...] = (
    no_welcome,
    picture_of_nothing,
    never_shown,
    no_second_choice,
    no_talk_between,
    no_talk_at_all,
    no_residue,
    nobody_follows_up,
)


# Rules over the whole


def too_long(draft: Draft, available: int) -> Iterator[Tip]:
    over = draft["minutes"] - available
    if over > 0:
        yield Tip(
            ngettext(
                "The steps take %(over)d minute more than you have.",
                "The steps take %(over)d minutes more than you have.",
                over,
            )
            % {"over": over},
            _("A group that is in a hurry skips the end: what still rubs, and what you agree on. Take something out."),
        )


def alone_together(draft: Draft, steps: list[Sketch]) -> Iterator[Tip]:
    if "open" in draft["modes"] and any(step.is_talk for step in steps):
        yield Tip(
            _("In a round of some days nobody talks."),
            _("Steps in which you talk are passed by there. Use them only when you also meet."),
        )


def in_dutch_alone(draft: Draft) -> Iterator[Tip]:
    missing = sum("en" not in step["title"] for step in draft["steps"])
    if missing:
        yield Tip(
            ngettext("%d step has no English title.", "%d steps have no English title.", missing) % missing,
            _("English is not needed. Who reads in English sees the Dutch text there."),
        )
