"""Steps in which people write; the forms themselves stand in `dialogues.forms.writing`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, ClassVar

from django import forms

from goedwerk.approaches.step_kind import PassageDraft
from goedwerk.approaches.texts import said
from goedwerk.dialogues import text_checks
from goedwerk.dialogues.forms.writing import (
    SECOND_LOOK,
    Box,
    SecondLookForm,
    WritingForm,
    WrittenField,
    trace_hints,
)
from goedwerk.dialogues.models import Step, TextResponse
from goedwerk.dialogues.recorded import RecordedKind

__all__ = [
    "SECOND_LOOK",
    "Box",
    "SecondLookForm",
    "WritingForm",
    "WrittenField",
    "WrittenKind",
    "example",
    "trace_hints",
]


class WrittenKind(RecordedKind):
    """A kind whose answer is a few texts, by the key of their box."""

    Record = TextResponse
    # What simulated colleagues write, {nl, en}.
    EXAMPLES: ClassVar[Sequence[Mapping[str, str]]] = ()

    def boxes(self, step: Step) -> Sequence[Box]:
        raise NotImplementedError

    def form(self, step: Step, data: Any = None, answer: Any = None) -> forms.Form | None:
        return WritingForm(data, boxes=self.boxes(step), initial=answer)

    def fields_of(self, step: Step, form: WritingForm) -> Mapping[str, Any]:
        return {"lines": form.lines}

    def answer_of(self, record: TextResponse) -> dict[str, str]:
        return record.lines

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        lines = answer or {}
        return [(str(box.label), lines[box.key]) for box in self.boxes(step) if lines.get(box.key)]

    def points_to_doors(self, step: Step, answer: Any) -> bool:
        return text_checks.looks_like_report([text for _label, text in self.own_words(step, answer)])

    def passages(self, step: Step, answers: Sequence[Any]) -> Sequence[PassageDraft]:
        """One passage per writer: the boxes of one text belong together."""
        written = (self.own_words(step, answer) for answer in answers)
        return [PassageDraft(heading="", lines=tuple(self.labelled(lines))) for lines in written if lines]

    def labelled(self, lines: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        return list(lines)

    def simulate(self, step: Step, random: Random) -> Any:
        return {box.key: example(self.EXAMPLES, random)[: box.most] for box in self.boxes(step)}


def example(texts: Sequence[Mapping[str, str]], random: Random) -> str:
    return said(random.choice(texts))
