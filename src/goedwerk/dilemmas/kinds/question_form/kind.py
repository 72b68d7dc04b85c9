"""Put the question in words. The question coach gives hints and never blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said
from goedwerk.dialogues import cases
from goedwerk.dialogues.kinds.writing import Box, WrittenKind
from goedwerk.dialogues.models import Participation, Step
from goedwerk.dialogues.passages import shown_passages
from goedwerk.dilemmas.kinds.question_form.examples import EXAMPLES
from goedwerk.dilemmas.kinds.question_form.forms import QuestionForm
from goedwerk.dilemmas.models import Question

QUESTION = Box("question", gettext_lazy("Your question"), 200)
OPTIONS = ("A", "B")
OWNER = "owner"


@dataclass(frozen=True)
class Params(step_kind.Params):
    by: str = "everyone"
    options: bool = False


@dataclass(frozen=True)
class Body:
    by_owner: bool
    options: bool


class QuestionFormKind(WrittenKind):
    key = "question_form"
    label = gettext_lazy("Put the question")
    icon = "help-circle"
    Params = Params
    Record = Question

    def reader(self, step: Step) -> Reader:
        return Reader.OPEN

    def boxes(self, step: Step) -> list[Box]:
        return [QUESTION, *(option_boxes() if self.params(step).options else [])]

    def body(self, step: Step) -> Body:
        params = self.params(step)
        return Body(by_owner=params.by == OWNER and cases.has_owner(step), options=params.options)

    def form_for(
        self, step: Step, participation: Participation | None, data: Any = None, answer: Any = None
    ) -> QuestionForm | None:
        """Where who brings the case proposes, the others think along. Without a case everybody may propose."""
        may_write = participation is None or not self.body(step).by_owner or cases.brings(participation, step)
        return self.form(step, data, answer) if may_write else None

    def form(self, step: Step, data: Any = None, answer: Any = None) -> QuestionForm:
        return QuestionForm(data, boxes=self.boxes(step), initial=answer)

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        """The letters are the same in every language: a later choice finds the options by them."""
        labels = {"question": "", **{f"option-{letter.lower()}": letter for letter in OPTIONS}}
        return [
            PassageDraft(
                "",
                tuple(
                    (labels.get(box.key, str(box.label)), answer[box.key])
                    for box in self.boxes(step)
                    if answer.get(box.key)
                ),
            )
            for answer in answers
            if answer
        ]

    def group_options(self, step: Step) -> list[tuple[str, str]]:
        return [
            (f"{passage.pk}-{label.lower()}", text)
            for passage in shown_passages(step)
            for label, text in passage.lines
            if label in OPTIONS
        ]

    def simulate(self, step: Step, random: Random) -> dict[str, str]:
        lines = random.choice(EXAMPLES)
        return {box.key: said(lines[box.key]) for box in self.boxes(step)}


def option_boxes() -> list[Box]:
    boxes = []
    for letter in OPTIONS:
        key = letter.lower()
        boxes.append(Box(f"option-{key}", _("Option %s: what do you do?") % letter, 200))
        boxes.append(Box(f"price-{key}", _("The price of %s: what goes wrong then?") % letter, 200))
    return boxes


KIND = QuestionFormKind()
