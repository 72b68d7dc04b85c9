"""Give each item a place on a scale, in private; and, where asked, one sentence of reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said
from goedwerk.dialogues import summaries, text_checks
from goedwerk.dialogues.kinds.rate.forms import ALL, NONE, RateForm
from goedwerk.dialogues.kinds.rate.pictures import of_rated
from goedwerk.dialogues.kinds.rate.scales import Scale
from goedwerk.dialogues.lists import points_of
from goedwerk.dialogues.models import Participation, RatingResponse, Step, TextResponse
from goedwerk.dialogues.recorded import RecordedKind

RATINGS = "ratings"


@dataclass(frozen=True)
class Params(step_kind.Params):
    items: Sequence[Mapping[str, str]] = ()
    of: Sequence[str] = ()
    scale: Mapping[str, Any] = field(default_factory=dict)
    reasons: str = NONE
    repeat_of: str = ""


@dataclass(frozen=True)
class Body:
    low: str
    high: str
    points: int
    asks_reasons: bool
    always: bool


class Rate(RecordedKind):
    key = "rate"
    waits_for = ("of",)
    label = gettext_lazy("Rate")
    icon = "list"
    Params = Params
    Record = RatingResponse

    def reader(self, step: Step) -> Reader:
        return Reader.PICTURE

    def text_reader(self, step: Step) -> Reader:
        return Reader.GROUP if self.asks_reasons(step) else Reader.PICTURE

    def asks_reasons(self, step: Step) -> bool:
        return self.params(step).reasons != NONE

    def scale(self, step: Step) -> Scale:
        return Scale.of(self.params(step).scale)

    def points(self, step: Step) -> list[tuple[str, str]]:
        return points_of(step)

    def body(self, step: Step) -> Body:
        scale, reasons = self.scale(step), self.params(step).reasons
        return Body(scale.low, scale.high, len(scale.points), reasons != NONE, reasons == ALL)

    def form(self, step: Step, data: Any = None, answer: Any = None) -> RateForm | None:
        """Without anything to rate there is nothing to fill in."""
        items = points_of(step)
        if not items:
            return None
        return RateForm(data, items=items, scale=self.scale(step), reasons=self.params(step).reasons, initial=answer)

    # One answer: points in one table, reasons in another

    def record(self, *, step: Step, participation: Participation, form: forms.Form) -> None:
        super().record(step=step, participation=participation, form=form)
        TextResponse.keep(step=step, participation=participation, lines=form.reasons)

    def fields_of(self, step: Step, form: RateForm) -> Mapping[str, Any]:
        return {"points": form.points}

    def answers(self, step: Step, participation: Participation | None = None) -> Mapping[UUID, Any]:
        found = TextResponse.objects.filter(step=step)
        if participation is not None:
            found = found.filter(participation=participation)
        reasons = {text.participation_id: text.lines for text in found}
        rated = super().answers(step, participation)
        return {person: {"points": points, "reasons": reasons.get(person, {})} for person, points in rated.items()}

    def answer_of(self, record: RatingResponse) -> dict[str, int]:
        return record.points

    def erase(self, step: Step, participation: Participation | None = None) -> None:
        super().erase(step, participation)
        TextResponse.erase(step=step, participation=participation)

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        points, reasons = (answer or {}).get("points", {}), (answer or {}).get("reasons", {})
        given = [(label, str(points[key]), reasons.get(key)) for key, label in points_of(step) if key in points]
        return [(label, f"{point}. {reason}" if reason else point) for label, point, reason in given]

    def points_to_doors(self, step: Step, answer: Any) -> bool:
        return bool(answer) and text_checks.looks_like_report(list(answer["reasons"].values()))

    # All answers together

    def summarise(self, step: Step, answers: Sequence[Any]) -> Mapping[str, Any]:
        scale, keys = self.scale(step), [key for key, _label in points_of(step)]
        told = [answer and fields_told(scale, keys, answer["points"]) for answer in answers]
        span = scale.fields[0], scale.fields[-1]
        return {RATINGS: summaries.count_points(keys, span, told)} if keys else {}

    def pictures(self, step: Step, released: Mapping[str, Any], **earlier: Any) -> Sequence[Any]:
        if RATINGS not in released:
            return ()
        before = earlier.get("before", {}).get(RATINGS)
        return of_rated(step.title, points_of(step), self.scale(step), released[RATINGS], before)

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        """Each reason by itself, under what it is about: never with the point that was given."""
        labels = dict(points_of(step))
        reasons = [reason for answer in answers if answer for reason in answer["reasons"].items()]
        return [PassageDraft("", ((labels.get(key, ""), text),)) for key, text in reasons]

    def simulate(self, step: Step, random: Random) -> Any:
        scale, items = self.scale(step), points_of(step)
        points = {key: round(random.triangular(scale.first, scale.last, scale.last - 1)) for key, _label in items}
        spoken = [key for key in points if self.asks_reasons(step) and random.random() < 1 / 4]
        return {"points": points, "reasons": {key: said(random.choice(REASONS)) for key in spoken}} if points else None


def fields_told(scale: Scale, keys: Sequence[str], points: Mapping[str, int]) -> dict[str, int]:
    return {key: scale.field_of(points[key]) for key in keys if key in points}


REASONS = (
    {
        "nl": "Hier hangt voor de mensen om wie het gaat het meeste van af.",
        "en": "Most depends on this for the people concerned.",
    },
    {"nl": "In ons werk komt dit bijna nooit voor.", "en": "In our work this hardly ever comes up."},
    {"nl": "Als dit misgaat, herstel je het niet meer.", "en": "If this goes wrong, there is no repairing it."},
)
KIND = Rate()
