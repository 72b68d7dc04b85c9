"""Pick one option, in private."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from string import ascii_uppercase
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import Reader
from goedwerk.approaches.texts import said
from goedwerk.dialogues.attributes import attribute_of
from goedwerk.dialogues.kinds.writing import Box
from goedwerk.dialogues.models import Step, StepState
from goedwerk.dialogues.pictures import Option, Question
from goedwerk.dialogues.recorded import RecordedKind
from goedwerk.dilemmas import pictures, summaries
from goedwerk.dilemmas.kinds.choice.forms import CONFIDENCE, DONT_KNOW, SOMETHING_ELSE, ChoiceForm
from goedwerk.dilemmas.models import Choice as ChoiceRecord

LONGEST_LINE = 280
RUN = (StepState.OPEN, StepState.CLOSED)


@dataclass(frozen=True)
class Params(step_kind.Params):
    dilemma: str = ""
    options_from: str = ""
    options: Sequence[Mapping[str, str]] = ()
    occasion: str = "only"
    repeat_of: str = ""
    confidence: bool = False
    lines: Sequence[Mapping[str, str]] = ()


@dataclass(frozen=True)
class Body:
    """What the templates need: the dilemma when there is one, the question, the options, one's own first choice."""

    question: str
    situation: str
    short: str
    options: Sequence[Option]
    # Read before in this round: only in short now, and the whole folded in.
    was_read: bool
    # The group would write the options, and wrote none (yet).
    has_none: bool
    # Sentences to finish under the choice: they never leave the device.
    lines: Sequence[Box]


class Choice(RecordedKind):
    key = "choice"
    waits_for = ("options_from",)
    label = gettext_lazy("Choose")
    icon = "circle-check"
    Params = Params
    Record = ChoiceRecord

    def reader(self, step: Step) -> Reader:
        return Reader.PICTURE

    def may_split(self, step: Step) -> bool:
        return bool(step.params.get("dilemma"))

    def form(self, step: Step, data=None, answer: Any = None) -> ChoiceForm | None:
        if not written_options(step):
            return None
        initial = answer and {"option": answer["option"] or DONT_KNOW, "confidence": answer["confidence"]}
        return ChoiceForm(data, initial=initial, options=options_of(step), confidence=self.params(step).confidence)

    def body(self, step: Step) -> Body:
        params = self.params(step)
        dilemma = step.material(params.dilemma) if params.dilemma else {}
        return Body(
            question=said(dilemma.get("question")) or step.recipe.prompt,
            situation=said(dilemma.get("situation")),
            short=said(dilemma.get("short")),
            options=options_of(step),
            was_read=params.occasion == "second" or was_read(step),
            has_none=not written_options(step),
            lines=[Box(line["id"], said(line), LONGEST_LINE) for line in params.lines],
        )

    def reminders(self, step: Step) -> Sequence[str]:
        lettered = [f"{option.letter}  {option.text}" for option in options_of(step) if option.letter]
        return lettered or [_("There are no options yet. Let texts go that hold them, or skip this step.")]

    def fields_of(self, step: Step, form: ChoiceForm) -> Mapping[str, Any]:
        return {"option": form.chosen, "confidence": form.sureness}

    def answer_of(self, record: ChoiceRecord) -> dict[str, Any]:
        return {"option": record.option, "confidence": record.confidence}

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        if not answer:
            return []
        texts = {option.key: option.text for option in options_of(step)} | {"": _("I don't know yet")}
        chosen = [(_("Your choice"), texts.get(answer["option"], _("An option that is no longer shown")))]
        sureness = str(answer["confidence"] or "")
        return chosen + [(_("How sure are you?"), str(label)) for point, label in CONFIDENCE if point == sureness]

    def category(self, answer: Any) -> str | None:
        return (answer or {}).get("option") or None

    def summarise(self, step: Step, answers: Sequence[Any]) -> Mapping[str, Any]:
        if not written_options(step):
            return {}
        counts = {"choice": summaries.count_choices([option.key for option in options_of(step)], answers)}
        if self.params(step).confidence:
            counts["confidence"] = summaries.count_confidence(answers)
        return counts

    def pictures(self, step: Step, released: Mapping[str, Any], **earlier: Any) -> Sequence[Any]:
        question = Question(step.title, options_of(step), attribute_of(step.round.dialogue))
        return pictures.of_choice(question, CONFIDENCE, released, **earlier)

    def simulate(self, step: Step, random: Random) -> dict[str, Any]:
        keys = [option.key for option in options_of(step)]
        weights = [5, 3, 2] + [1] * len(keys)
        option = random.choices([*keys, ""], weights[: len(keys) + 1])[0]
        return {"option": option, "confidence": random.choice([2, 3, 3, 4, 5])}


def options_of(step: Step) -> list[Option]:
    """The options in the order of this dialogue, and "something else"; "I don't know yet" is the form's own."""
    prices = prices_of(step)
    options = [
        Option(key, letter, text, prices.get(key, ""))
        for (key, text), letter in zip(written_options(step), ascii_uppercase, strict=False)
    ]
    return [*options, Option(SOMETHING_ELSE, "", _("Something else"))]


def written_options(step: Step) -> list[tuple[str, str]]:
    params = step.behaviour.params(step)
    if params.options_from:
        source = source_of(step)
        return list(source.behaviour.group_options(source)) if source else []
    written = step.material(params.dilemma)["options"] if params.dilemma else params.options
    return [(option["id"], said(option)) for option in written]


def prices_of(step: Step) -> Mapping[str, str]:
    source = source_of(step)
    return source.behaviour.group_prices(source) if source else {}


def source_of(step: Step) -> Step | None:
    """The step in which the group wrote the options."""
    name = step.params.get("options_from")
    return step.sibling(name) if name else None


def was_read(step: Step) -> bool:
    """Whether everybody had this dilemma before them in an earlier step, and so need not read past it again."""
    dilemma = step.params.get("dilemma")
    earlier = [other for other in step.round.steps.all() if other.position < step.position]
    return any(other.params.get("input") == dilemma and other.state in RUN for other in earlier) if dilemma else False


KIND = Choice()
