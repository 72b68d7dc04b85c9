"""Agreements. "No agreement needed" is an outcome, and the owner is a function, not a name."""

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
from goedwerk.dialogues.kinds.commit.examples import EXAMPLES
from goedwerk.dialogues.kinds.commit.forms import AgreementForm
from goedwerk.dialogues.kinds.writing import Box, WrittenKind
from goedwerk.dialogues.models import AgreementResponse, Step

BOXES = {
    "what": Box("what", gettext_lazy("What do we agree?"), 280),
    "owner": Box("owner", gettext_lazy("Which function takes it up?"), 80, gettext_lazy("A function, not a name.")),
    "when": Box("when", gettext_lazy("By when?"), 80),
    "because": Box("because", gettext_lazy("Why this?"), 280),
    "damage": Box("damage", gettext_lazy("How do we limit the damage?"), 280),
    "explain": Box("explain", gettext_lazy("How do we explain it, and to whom?"), 280),
    "review": Box("review", gettext_lazy("When do we look back?"), 80),
}


@dataclass(frozen=True)
class Params(step_kind.Params):
    fields: Sequence[str] = ("what", "owner", "when")
    personal: bool = False


@dataclass(frozen=True)
class Body:
    is_own: bool
    boxes: Sequence[Box]


class Commit(WrittenKind):
    key = "commit"
    label = gettext_lazy("Agree")
    icon = "circle-check"
    Params = Params
    Record = AgreementResponse

    def reader(self, step: Step) -> Reader:
        return Reader.SELF if self.params(step).personal else Reader.OPEN

    def boxes(self, step: Step) -> list[Box]:
        params = self.params(step)
        boxes = [BOXES[name] for name in params.fields]
        return [own(box) for box in boxes] if params.personal else boxes

    def body(self, step: Step) -> Body:
        return Body(self.params(step).personal, self.boxes(step))

    def form(self, step: Step, data: Any = None, answer: Any = None) -> AgreementForm | None:
        if self.params(step).personal:
            return None
        initial = answer and {**answer["lines"], "none_needed": answer["none_needed"]}
        return AgreementForm(data, boxes=self.boxes(step), initial=initial)

    def fields_of(self, step: Step, form: AgreementForm) -> Mapping[str, Any]:
        return {"lines": form.lines, "none_needed": form.none_needed_chosen}

    def answer_of(self, record: AgreementResponse) -> dict[str, Any]:
        return {"lines": record.lines, "none_needed": record.none_needed}

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        if not answer:
            return []
        none_needed = [("", _("No agreement is needed."))] if answer["none_needed"] else []
        return [*none_needed, *super().own_words(step, answer["lines"])]

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        """Each agreement; and once, without saying how many thought so, that none is needed."""
        given = [answer for answer in answers if answer]
        agreed = [
            PassageDraft("", tuple(super(Commit, self).own_words(step, each["lines"])))
            for each in given
            if each["lines"]
        ]
        none_needed = any(answer["none_needed"] for answer in given)
        return [*agreed, PassageDraft("", (("", _("No agreement is needed.")),))] if none_needed else agreed

    def simulate(self, step: Step, random: Random) -> dict[str, Any] | None:
        if self.params(step).personal:
            return None
        if random.random() < 1 / 4:
            return {"lines": {}, "none_needed": True}
        lines = random.choice(EXAMPLES)
        return {"lines": {box.key: said(lines[box.key]) for box in self.boxes(step)}, "none_needed": False}


def own(box: Box) -> Box:
    """The same box for an intention of one person."""
    label = _("What do I want to do?") if box.key == "what" else box.label
    return Box(box.key, label, box.most, box.hint)


KIND = Commit()
