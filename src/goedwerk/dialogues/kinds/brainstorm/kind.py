"""A free list, no judging, announced as open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said, said_again
from goedwerk.dialogues.kinds.writing import Box, WrittenKind
from goedwerk.dialogues.lists import lines_in
from goedwerk.dialogues.models import Passage, Step
from goedwerk.dialogues.passages import shown_passages

ONE_LIST = "ideas"
MOST = 1000


@dataclass(frozen=True)
class Params(step_kind.Params):
    headings: Sequence[Mapping[str, str]] = ()


class Brainstorm(WrittenKind):
    key = "brainstorm"
    label = gettext_lazy("Think up together")
    icon = "bulb"
    Params = Params
    may_join = True
    in_batches = True
    EXAMPLES = (
        {
            "nl": "Samen met de inwoner bellen naar het fonds.\nDe regel bespreken met beleid.",
            "en": "Call the fund together with the resident.\nDiscuss the rule with policy staff.",
        },
        {
            "nl": "Een vast moment voor uitzonderingen in het teamoverleg.",
            "en": "A fixed moment for exceptions in the team meeting.",
        },
        {
            "nl": "Vragen wat de inwoner zelf al heeft geprobeerd.\nOpschrijven wat we niet weten.",
            "en": "Ask what the resident has tried already.\nWrite down what we do not know.",
        },
        {"nl": "Eerst bellen, dan pas een brief.", "en": "Call first, and only then send a letter."},
    )

    def reader(self, step: Step) -> Reader:
        return Reader.OPEN

    def boxes(self, step: Step) -> list[Box]:
        headings = [(heading["id"], said(heading)) for heading in self.params(step).headings]
        return [Box(key, label, MOST) for key, label in headings or [(ONE_LIST, _("Your ideas"))]]

    def body(self, step: Step) -> list[str]:
        return [said(heading) for heading in self.params(step).headings]

    def passages(self, step: Step, answers: Sequence[Any]) -> Sequence[PassageDraft]:
        """Each idea by itself, under its heading, so that one can be used without the other; the same words once."""
        has_headings = bool(self.params(step).headings)
        ideas = [
            (label if has_headings else "", idea)
            for answer in answers
            for label, text in self.own_words(step, answer)
            for idea in lines_in(text)
        ]
        return [PassageDraft(heading=heading, lines=(("", idea),)) for heading, idea in dict.fromkeys(ideas)]

    def together(self, step: Step, passages: Sequence[Passage]) -> list[tuple[str, list[Passage]]]:
        """One list per heading, in the order of the recipe; without headings one list."""
        lists: dict[str, list[Passage]] = {heading: [] for heading in self.body(step)}
        for passage in passages:
            lists.setdefault(self.heading_label(step, passage.heading), []).append(passage)
        return [(heading, found) for heading, found in lists.items() if found]

    def heading_label(self, step: Step, heading: str) -> str:
        return said_again(heading, self.params(step).headings)

    def group_options(self, step: Step) -> list[tuple[str, str]]:
        return [(str(passage.pk), text) for passage in shown_passages(step) for _label, text in passage.lines]


KIND = Brainstorm()
