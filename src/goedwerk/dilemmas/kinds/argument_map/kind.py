"""Arguments for and against each option, with their type. Announced as open; the facilitator reads first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said
from goedwerk.dialogues.kinds.writing import Box, WrittenKind
from goedwerk.dialogues.lists import points_of
from goedwerk.dialogues.models import Passage, Step
from goedwerk.dialogues.passages import shown_passages
from goedwerk.dilemmas.kinds.argument_map.examples import EXAMPLES
from goedwerk.dilemmas.kinds.argument_map.forms import (
    AGAINST,
    FOR,
    LONGEST,
    SIDES,
    TYPES,
    ArgumentForm,
    box,
    type_of,
)


@dataclass(frozen=True)
class Params(step_kind.Params):
    of: Sequence[str] = ()
    types: Sequence[str] = tuple(TYPES)


@dataclass(frozen=True)
class Argument:
    """One argument as the map shows it; `about` is its type in words, empty when none was chosen."""

    text: str
    about: Any
    retold: bool


@dataclass(frozen=True)
class Branch:
    """One option with what speaks for it and against it."""

    option: str
    sides: Sequence[tuple[Any, Sequence[Argument]]]


class ArgumentMap(WrittenKind):
    key = "argument_map"
    waits_for = ("of",)
    label = gettext_lazy("Weigh arguments")
    icon = "list"
    Params = Params
    may_join = True

    def reader(self, step: Step) -> Reader:
        return Reader.OPEN

    def options(self, step: Step) -> list[tuple[str, str]]:
        return points_of(step)

    def boxes(self, step: Step) -> list[Box]:
        return [
            Box(box(option, side), f"{text}. {label}", LONGEST)
            for option, text in self.options(step)
            for side, label in SIDES.items()
        ]

    def form(self, step: Step, data: Any = None, answer: Any = None) -> ArgumentForm | None:
        """Without any option there is nothing to argue for."""
        options = self.options(step)
        return ArgumentForm(data, options=options, types=self.params(step).types, initial=answer) if options else None

    def body(self, step: Step) -> list[str]:
        return [text for _key, text in self.options(step)]

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        written = answer or {}
        return [(f"{option}. {words_of(code)}", text) for option, code, text in self.arguments(step, written)]

    def arguments(self, step: Step, answer: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
        """What one person wrote, as (option, code, text); the code holds side and type, in no language."""
        for option, name in self.options(step):
            for side in SIDES:
                field = box(option, side)
                if answer.get(field):
                    yield name, f"{side} {answer.get(type_of(field), '')}".strip(), answer[field]

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        """Each argument by itself, under its option."""
        return [
            PassageDraft(option, ((code, text),))
            for answer in answers
            if answer
            for option, code, text in self.arguments(step, answer)
        ]

    def line_label(self, step: Step, label: str) -> str:
        return words_of(label)

    def together(self, step: Step, passages: Sequence[Passage]) -> list[Branch]:
        """The map: every option in the order of the question, also those that nobody wrote about."""
        written = [passage.heading for passage in passages]
        options = dict.fromkeys([*(text for _key, text in self.options(step)), *written])
        return [branch_of(option, [each for each in passages if each.heading == option]) for option in options]

    def group_options(self, step: Step) -> list[tuple[str, str]]:
        """Each argument with what it speaks for, so that it can be weighed by itself."""
        return [
            (str(passage.pk), f"{passage.heading}. {side_of(label)}: {text}")
            for passage in shown_passages(step)
            for label, text in passage.lines
        ]

    def simulate(self, step: Step, random: Random) -> dict[str, str] | None:
        options = self.options(step)
        if not options:
            return None
        field = box(random.choice(options)[0], random.choice([FOR, FOR, AGAINST]))
        about = random.choice(self.params(step).types)
        return {field: said(random.choice(EXAMPLES[about])), type_of(field): about}


def words_of(code: str) -> str:
    """For, or against; and of which type, when that was said."""
    side, _space, about = code.partition(" ")
    if side not in SIDES:
        return code
    return _("%(side)s: %(type)s") % {"side": SIDES[side], "type": TYPES[about]} if about in TYPES else str(SIDES[side])


def side_of(code: str) -> str:
    return words_of(code.partition(" ")[0])


def branch_of(option: str, passages: Sequence[Passage]) -> Branch:
    return Branch(option, [(label, arguments_on(side, passages)) for side, label in SIDES.items()])


def arguments_on(side: str, passages: Sequence[Passage]) -> list[Argument]:
    return [
        Argument(text, TYPES.get(code.partition(" ")[2], ""), passage.retold)
        for passage in passages
        for code, text in passage.lines
        if code.partition(" ")[0] == side
    ]


KIND = ArgumentMap()
