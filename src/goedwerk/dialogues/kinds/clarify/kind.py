"""Short questions about the facts. Whoever brings the case answers, and the answers join the facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.dialogues import cases
from goedwerk.dialogues.cases import Fact
from goedwerk.dialogues.kinds.read.kind import paragraphs, words
from goedwerk.dialogues.kinds.writing import Box, WritingForm, WrittenKind, example
from goedwerk.dialogues.lists import lines_in
from goedwerk.dialogues.models import Participation, Passage, Step

QUESTIONS = Box("questions", _("What do you want to know?"), 400, _("One question on each line. Only about facts."))


@dataclass(frozen=True)
class Params(step_kind.Params):
    about: str = ""


@dataclass(frozen=True)
class Body:
    """What the questions are about: the case as the group read it, or the text that was chosen."""

    cases: Sequence[Passage]
    paragraphs: Sequence[str]
    # Somebody brought a case, and answers.
    has_owner: bool


@dataclass(frozen=True)
class Known:
    """Facts apart from what is still open."""

    facts: Sequence[Fact]
    open: Sequence[Fact]


class Clarify(WrittenKind):
    key = "clarify"
    waits_for = ("about",)
    label = _("Ask about the facts")
    icon = "help-circle"
    Params = Params
    EXAMPLES = (
        {"nl": "Wie wist hiervan?\nSinds wanneer speelt dit?", "en": "Who knew of this?\nSince when is this going on?"},
        {"nl": "Wat staat er precies in de regel?", "en": "What exactly does the rule say?"},
        {"nl": "Is er al met de inwoner gesproken?", "en": "Has anybody spoken with the resident yet?"},
    )

    def reader(self, step: Step) -> Reader:
        return Reader.OPEN

    def boxes(self, step: Step) -> list[Box]:
        return [QUESTIONS]

    def body(self, step: Step) -> Body:
        about_case = cases.is_about_a_case(step)
        return Body(
            cases=cases.shown_cases(step) if about_case else (),
            paragraphs=() if about_case else paragraphs(text_of(step)),
            has_owner=about_case and cases.has_owner(step),
        )

    def form_for(
        self, step: Step, participation: Participation | None, data: Any = None, answer: Any = None
    ) -> WritingForm | None:
        """Who brings the case asks nothing: they answer."""
        is_owner = cases.is_about_a_case(step) and cases.brings(participation, step)
        return None if is_owner else self.form(step, data, answer)

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        """Each question by itself; the same words stand once."""
        stays = cases.is_about_a_case(step)
        questions = [question for answer in answers if answer for question in lines_in(answer[QUESTIONS.key])]
        return [PassageDraft("", (("", question),), stays=stays) for question in dict.fromkeys(questions)]

    def together(self, step: Step, passages: Sequence[Passage]) -> Known:
        found = [Fact.of(passage) for passage in passages]
        return Known([fact for fact in found if fact.answer], [fact for fact in found if not fact.answer])

    def was_read(self, step: Step) -> None:
        """A question goes when its answer stands among the facts."""
        answered = {fact.question for fact in cases.facts_of(step) if fact.answer}
        for fact in cases.open_questions(step):
            if fact.question in answered:
                fact.passage.delete()

    def simulate(self, step: Step, random: Random) -> dict[str, str] | None:
        return {QUESTIONS.key: example(self.EXAMPLES, random)}


def text_of(step: Step) -> str:
    document = step.material(step.params["about"]) or {}
    return words(document.get("situation") or document.get("text"))


KIND = Clarify()
