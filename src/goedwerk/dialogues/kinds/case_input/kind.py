"""Somebody brings a real case. It is announced as open: the group reads it. It stays theirs: see `dialogues.cases`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.dialogues.actions import bringing
from goedwerk.dialogues.kinds.writing import Box, WrittenKind
from goedwerk.dialogues.models import Case, Participation, Step

BOXES = {
    "facts": Box("facts", _("What happened?"), 1200, _("Only what you saw or heard yourself, in order of time.")),
    "moment": Box("moment", _("At which moment did you doubt?"), 600),
    "worry": Box("worry", _("What worries you most?"), 600),
    "question": Box("question", _("Which question do you have?"), 280),
}


@dataclass(frozen=True)
class Params(step_kind.Params):
    case: str = ""
    fields: Sequence[str] = ("facts", "moment", "question")


class CaseInput(WrittenKind):
    key = "case_input"
    label = _("Bring a case")
    icon = "file-text"
    Params = Params
    Record = Case

    def reader(self, step: Step) -> Reader:
        return Reader.OPEN

    def boxes(self, step: Step) -> list[Box]:
        return [BOXES[name] for name in self.params(step).fields]

    def line_label(self, step: Step, label: str) -> str:
        return str(BOXES[label].label) if label in BOXES else label

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        """Facts apart from what somebody felt or asks: each under its own heading."""
        return [draft_of(self.boxes(step), answer) for answer in answers if answer]

    def has_closed(self, step: Step) -> None:
        """Tie each case to the text that it became, so that its owner can still change or withdraw it."""
        free = list(step.passages.all())
        for case in Case.objects.filter(step=step):
            lines = [list(line) for line in draft_of(self.boxes(step), case.lines).lines]
            case.passage = next(passage for passage in free if passage.lines == lines)
            free.remove(case.passage)
            case.save(update_fields=["passage"])

    def erase(self, step: Step, participation: Participation | None = None) -> None:
        """Who stops takes the case along. When the answers of everybody go, what may leave the room stays."""
        if participation is None:
            super().erase(step)
            return
        for case in Case.objects.filter(step=step, participation=participation):
            bringing.forget(case)

    def simulate(self, step: Step, random) -> Mapping[str, str] | None:
        """About one in six colleagues brings a case; the others listen."""
        return super().simulate(step, random) if random.random() < 1 / 6 else None

    EXAMPLES = (
        {
            "nl": "Een inwoner vroeg om uitstel. De regel zegt nee, maar ik zag dat het gezin het niet redde.",
            "en": "A resident asked for more time. The rule says no, but I saw that the family could not cope.",
        },
        {
            "nl": "Ik twijfelde toen mijn leidinggevende vroeg om het advies korter en stelliger te maken.",
            "en": "I doubted when my manager asked me to make the advice shorter and firmer.",
        },
        {
            "nl": "Een collega maakte een fout die niemand had gezien. Ik wist het als enige.",
            "en": "A colleague made a mistake that nobody had seen. I was the only one who knew.",
        },
    )


def draft_of(boxes: Sequence[Box], answer: Mapping[str, str]) -> PassageDraft:
    lines = tuple((box.key, answer[box.key]) for box in boxes if answer.get(box.key))
    return PassageDraft("", lines, stays=True)


KIND = CaseInput()
