"""Put the question in words. The question coach gives hints and never blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
PRICES = tuple(f"price-{letter.lower()}" for letter in OPTIONS)
PRICE_WORDS = gettext_lazy("The price of %s: what goes wrong then?")
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
        """Letters and keys are the same in every language: a later choice finds options and prices by them."""
        return [PassageDraft("", lines_of(answer, self.boxes(step))) for answer in answers if answer]

    def line_label(self, step: Step, label: str) -> str:
        return PRICE_WORDS % label[-1].upper() if label in PRICES else label

    def group_options(self, step: Step) -> list[tuple[str, str]]:
        return [(f"{passage}-{label.lower()}", text) for passage, label, text in shown_lines(step) if label in OPTIONS]

    def group_prices(self, step: Step) -> dict[str, str]:
        return {f"{passage}-{label[-1]}": text for passage, label, text in shown_lines(step) if label in PRICES}

    def simulate(self, step: Step, random: Random) -> dict[str, str]:
        lines = random.choice(EXAMPLES)
        return {box.key: said(lines[box.key]) for box in self.boxes(step)}


def lines_of(answer: Mapping[str, str], boxes: Sequence[Box]) -> tuple[tuple[str, str], ...]:
    labels = {"question": "", **{f"option-{letter.lower()}": letter for letter in OPTIONS}}
    return tuple((labels.get(box.key, box.key), answer[box.key]) for box in boxes if answer.get(box.key))


def shown_lines(step: Step) -> list[tuple[str, str, str]]:
    """Every line that was let go, as (key of its passage, label, text)."""
    return [(str(passage.pk), label, text) for passage in shown_passages(step) for label, text in passage.lines]


def option_boxes() -> list[Box]:
    boxes = []
    for letter in OPTIONS:
        key = letter.lower()
        boxes.append(Box(f"option-{key}", _("Option %s: what do you do?") % letter, 200))
        boxes.append(Box(f"price-{key}", PRICE_WORDS % letter, 200))
    return boxes


KIND = QuestionFormKind()
