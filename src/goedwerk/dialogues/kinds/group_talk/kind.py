"""Talk in small groups or all together, screens down. The facilitator may type a note, one point on each line."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import StepKind
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.passages import shown_passages


@dataclass(frozen=True)
class Params(step_kind.Params):
    size: int = 0
    note: bool = False


class GroupTalk(StepKind):
    key = "group_talk"
    label = _("Talk together")
    icon = "messages"
    Params = Params
    is_away = True

    def body(self, step: Step) -> Params:
        return self.params(step)

    def group_options(self, step: Step) -> list[tuple[str, str]]:
        return [(str(passage.pk), text) for passage in shown_passages(step) for _label, text in passage.lines]


KIND = GroupTalk()
