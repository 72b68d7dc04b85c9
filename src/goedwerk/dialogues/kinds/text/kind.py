"""Short free text. The writer sees before writing who reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said
from goedwerk.dialogues.kinds.text.cards import asks_about_cards, by_card, card_names, cards_to_ask
from goedwerk.dialogues.kinds.text.examples import SENTENCES
from goedwerk.dialogues.kinds.writing import Box, WritingForm, WrittenKind
from goedwerk.dialogues.models import Participation, Step

ONE_BOX = "text"
SIMULATED_CARDS = 2


@dataclass(frozen=True)
class Params(step_kind.Params):
    lines: Sequence[Mapping[str, str]] = ()
    max: int = 280
    reader: str = "group"
    # Asks about one's own highest and lowest cards in an earlier sort: {of, top, bottom}.
    cards: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Body:
    """Who reads it, and for a text of one's own the boxes that stay on the device."""

    reader: Reader
    boxes: Sequence[Box]

    @property
    def is_own(self) -> bool:
        return self.reader == Reader.SELF


class Text(WrittenKind):
    key = "text"
    label = gettext_lazy("Write")
    icon = "pencil"
    Params = Params
    EXAMPLES = SENTENCES

    def reader(self, step: Step) -> Reader:
        return Reader(self.params(step).reader)

    def boxes(self, step: Step) -> list[Box]:
        """Every box that somebody may get; of cards each gets those of one's own."""
        params = self.params(step)
        if asks_about_cards(step):
            return [Box(key, name, params.max) for key, name in card_names(step)]
        lines = [(line["id"], said(line)) for line in params.lines] or [(ONE_BOX, _("Your text"))]
        return [Box(key, label, params.max) for key, label in lines]

    def form(self, step: Step, data: Any = None, answer: Any = None) -> WritingForm | None:
        return self.form_for(step, None, data, answer)

    def form_for(
        self, step: Step, participation: Participation | None, data: Any = None, answer: Any = None
    ) -> WritingForm | None:
        if self.reader(step) == Reader.SELF:
            return None
        if not asks_about_cards(step):
            return super().form(step, data, answer)
        # What was asked before stays asked, also when the sort changed since.
        wanted = {*cards_to_ask(step, participation), *(data or ()), *(answer or ())}
        boxes = [box for box in self.boxes(step) if box.key in wanted]
        return WritingForm(data, boxes=boxes, initial=answer)

    def body(self, step: Step) -> Body:
        return Body(self.reader(step), self.boxes(step))

    def labelled(self, lines: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """A single box needs no heading above its text."""
        return list(lines) if len(lines) > 1 else [("", text) for _label, text in lines]

    def passages(self, step: Step, answers: Sequence[Any]) -> Sequence[PassageDraft]:
        if self.reader(step) == Reader.SELF:
            return ()
        return by_card(step, answers) if asks_about_cards(step) else super().passages(step, answers)

    def simulate(self, step: Step, random: Random) -> Any:
        if self.reader(step) == Reader.SELF:
            return None
        written = super().simulate(step, random)
        about = (
            random.sample(sorted(written), min(SIMULATED_CARDS, len(written))) if asks_about_cards(step) else written
        )
        return {key: written[key] for key in about}


KIND = Text()
