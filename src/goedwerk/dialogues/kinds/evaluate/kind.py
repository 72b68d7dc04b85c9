"""A few short sentences, rated 1 to 5, and one open box that only the facilitator reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said
from goedwerk.dialogues import pictures, summaries, text_checks
from goedwerk.dialogues.kinds.evaluate.forms import POINTS, REMARK, EvaluateForm
from goedwerk.dialogues.models import Participation, RatingResponse, Step, TextResponse
from goedwerk.dialogues.recorded import RecordedKind

SCALE = (1, 5)
RATINGS = "ratings"


@dataclass(frozen=True)
class Params(step_kind.Params):
    items: Sequence[Mapping[str, str]] = ()


class Evaluate(RecordedKind):
    key = "evaluate"
    label = gettext_lazy("Look back")
    icon = "message"
    Params = Params
    Record = RatingResponse

    def reader(self, step: Step) -> Reader:
        return Reader.PICTURE

    def text_reader(self, step: Step) -> Reader:
        return Reader.FACILITATOR

    def items(self, step: Step) -> list[tuple[str, str]]:
        return [(item["id"], said(item)) for item in self.params(step).items]

    def form(self, step: Step, data: Any = None, answer: Any = None) -> EvaluateForm:
        initial = answer and {f"item-{key}": str(point) for key, point in answer["points"].items()}
        return EvaluateForm(data, items=self.items(step), initial=initial and {**initial, REMARK: answer[REMARK]})

    # One answer: points in one table, the remark in another

    def record(self, *, step: Step, participation: Participation, form: forms.Form) -> None:
        super().record(step=step, participation=participation, form=form)
        TextResponse.keep(step=step, participation=participation, lines={REMARK: form.remark})

    def fields_of(self, step: Step, form: EvaluateForm) -> Mapping[str, Any]:
        return {"points": form.points}

    def answers(self, step: Step, participation: Participation | None = None) -> Mapping[UUID, Any]:
        found = TextResponse.objects.filter(step=step)
        if participation is not None:
            found = found.filter(participation=participation)
        remarks = {text.participation_id: text.lines.get(REMARK, "") for text in found}
        rated = super().answers(step, participation)
        return {person: {"points": points, REMARK: remarks.get(person, "")} for person, points in rated.items()}

    def answer_of(self, record: RatingResponse) -> dict[str, int]:
        return record.points

    def erase(self, step: Step, participation: Participation | None = None) -> None:
        super().erase(step, participation)
        TextResponse.erase(step=step, participation=participation)

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        if not answer:
            return []
        words = dict(POINTS)
        rated = [
            (label, str(words[str(answer["points"][key])]))
            for key, label in self.items(step)
            if key in answer["points"]
        ]
        return rated + ([(_("To the facilitator"), answer[REMARK])] if answer[REMARK] else [])

    def points_to_doors(self, step: Step, answer: Any) -> bool:
        return bool(answer) and text_checks.looks_like_report([answer[REMARK]])

    # All answers together

    def summarise(self, step: Step, answers: Sequence[Any]) -> Mapping[str, Any]:
        points = [answer and answer["points"] for answer in answers]
        return {RATINGS: summaries.count_points([key for key, _label in self.items(step)], SCALE, points)}

    def pictures(self, step: Step, released: Mapping[str, Any], **earlier: Any) -> Sequence[Any]:
        return (
            pictures.of_ratings(step.title, self.items(step), POINTS, released[RATINGS]) if RATINGS in released else ()
        )

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        return [PassageDraft("", (("", answer[REMARK]),)) for answer in answers if answer and answer[REMARK]]

    def simulate(self, step: Step, random: Random) -> dict[str, Any]:
        points = {key: random.choice([2, 3, 4, 4, 5]) for key, _label in self.items(step)}
        return {"points": points, REMARK: said(REMARKS) if random.random() < 1 / 6 else ""}


REMARKS = {"nl": "Iets meer tijd voor het gesprek zou helpen.", "en": "A little more time to talk would help."}
KIND = Evaluate()
