"""What the pages of a report get. Everything here was released before, or is a public fact about the dialogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goedwerk.approaches.follow_ups import FollowUp
from goedwerk.approaches.inputs import OnPaper, PaperCard, input_kind
from goedwerk.approaches.step_kind import DEFAULT_TOGETHER
from goedwerk.dialogues import queries as dialogue_queries
from goedwerk.dialogues.attributes import attribute_of, described_by
from goedwerk.dialogues.models import Dialogue, Passage, Round, Step
from goedwerk.reports import queries, showing
from goedwerk.reports.rounds import Beside, beside_each_other
from goedwerk.ui.pictures import Picture, SideBySide
from goedwerk_analysis.released import METHOD, SplitPicture

ON_COVER = 4
LINES_ON_COVER = 16
LETTERS_ON_LINE = 80
LINES_OF_REQUEST = 5
RUBS, AGREED = "residue", "commit"


@dataclass(frozen=True)
class Texts:
    """What the group wrote in one step, as far as it was let go."""

    title: str
    passages: Sequence[Passage]
    # The step in which they were written, when the kind lays them together in a way of its own.
    step: Step | None = None
    # A case was discussed that stays in the room.
    is_held_back: bool = False

    @property
    def has_shape(self) -> bool:
        """Whether the kind lays its texts together in a way of its own, such as a table or a map."""
        return self.step is not None and self.step.behaviour.together_template != DEFAULT_TOGETHER

    @property
    def together_template(self) -> str:
        return self.step.behaviour.together_template

    @property
    def together(self) -> Any:
        return self.step.behaviour.together(self.step, self.passages)

    def brief(self, lines: int) -> Texts:
        """As many whole passages as fit on so many lines of paper: words of people are not cut off."""
        kept: list[Passage] = []
        for passage in self.passages:
            lines -= sum(lines_of(f"{label} {text}") for label, text in passage.lines)
            if lines < 0:
                break
            kept.append(passage)
        return Texts(self.title, kept)


def lines_of(text: str) -> int:
    """About how many lines a text takes on the cover."""
    return ceil(len(text) / LETTERS_ON_LINE) or 1


@dataclass(frozen=True)
class Sheet:
    """Pictures that belong together on paper."""

    title: str
    pictures: Sequence[Picture]


@dataclass(frozen=True)
class Report:
    dialogue: Dialogue
    round: Round
    # Every round that was closed, this one among them.
    rounds: Sequence[Round]
    # From which round on whoever reads this may open the report.
    since: int
    shown: Sequence[showing.Shown]
    back_url: str
    may_strike: bool = False

    @property
    def other_rounds(self) -> list[Round]:
        return [each for each in self.rounds if each != self.round and each.number >= self.since]

    @cached_property
    def beside(self) -> list[Beside]:
        """What this round and an earlier one both asked."""
        return beside_each_other(self.round, self.rounds)

    @property
    def approach(self) -> Any:
        return self.dialogue.approach

    @property
    def people(self) -> int:
        """How many came in, also who stopped since: they all saw this number on their own phone."""
        return self.round.people or 0

    @property
    def purpose(self) -> str:
        return self.approach.text("purpose")

    @property
    def compared_by(self) -> Any:
        return attribute_of(self.dialogue).label

    @property
    def described_by(self) -> str:
        return ", ".join(attribute.label for attribute in described_by(self.dialogue))

    @property
    def erasure(self) -> str:
        day = date_format(timezone.localdate(self.round.erase_at), "j F Y")
        return (_("Erased on %s.") if self.round.erased else _("Will be erased on %s.")) % day

    @property
    def method(self) -> str:
        """By which version of the gate the pictures were made, as it was stored with them."""
        return ", ".join(queries.methods_of(self.round)) or METHOD

    @cached_property
    def asked(self) -> list[OnPaper]:
        """The material that was chosen, as people read it."""
        return [paper for needed in self.approach.inputs if (paper := self.on_paper(needed))]

    def on_paper(self, needed: Any) -> OnPaper | None:
        document = self.dialogue.material.get(needed["id"])
        return input_kind(needed["kind"]).on_paper(document) if document else None

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The pictures of each step; a first choice that stands beside the second is not drawn alone as well."""
        drawn = [Sheet(part.step.title, [*self.main_pictures(part), *other_pictures(part)]) for part in self.shown]
        return [sheet for sheet in drawn if sheet.pictures]

    def main_pictures(self, part: showing.Shown) -> Sequence[Picture]:
        return () if self.stands_beside_later(part) else part.pictures[: groups_in(part.step)]

    def stands_beside_later(self, part: showing.Shown) -> bool:
        """Whether every main picture of this step is drawn again, beside that of the next time it was asked."""
        later = (other for other in self.shown if queries.earlier_steps(other.step)[-1:] == [part.step])
        drawn = [pairs_in(other) for other in later]
        return not pairs_in(part) and any(pairs >= groups_in(part.step) for pairs in drawn)

    @property
    def findings(self) -> list[Picture]:
        """The main picture of each step, as far as it shows something; of a question per role all of them."""
        main = [picture for part in self.shown for picture in self.main_pictures(part)]
        return [picture for picture in main if picture.figure is not None][:ON_COVER]

    @property
    def letters(self) -> list[PaperCard]:
        """The answers that findings call by their letter."""
        return [card for paper in self.asked for card in paper.cards if card.letter.isalpha()]

    @property
    def is_spoken(self) -> bool:
        """Too few people for any picture: what was told aloud stays there."""
        return any(part.is_spoken for part in self.shown) and not self.findings

    @cached_property
    def texts(self) -> list[Texts]:
        return [texts for texts in self.texts_of_kinds() if texts.passages or texts.is_held_back]

    @cached_property
    def rubs(self) -> Texts:
        return self.joined(RUBS)

    @cached_property
    def agreed(self) -> Texts:
        return self.joined(AGREED)

    @property
    def cover_lines(self) -> int:
        """What is left of the cover under the findings, for the words of people."""
        taken = sum(1 + lines_of(picture.sentence) for picture in self.findings)
        taken += sum(lines_of(card.title) for card in self.letters) if self.findings else 0
        taken += LINES_OF_REQUEST * len(self.asked_of_others)
        return max(0, LINES_ON_COVER - taken)

    @property
    def agreed_in_brief(self) -> Texts:
        return self.agreed.brief(self.cover_lines * 2 // 3)

    @property
    def rubs_in_brief(self) -> Texts:
        return self.rubs.brief(self.cover_lines // 3)

    @cached_property
    def follow_ups(self) -> list[FollowUp]:
        """What was asked of somebody outside, with the answer as it is today."""
        return dialogue_queries.follow_ups_of(self.dialogue)

    @property
    def asked_of_others(self) -> list[FollowUp]:
        """What really was asked: that a group asks nothing of anybody stands further on."""
        return [each for each in self.follow_ups if each.text]

    @property
    def questions(self) -> list[Step]:
        """The steps in which something was asked, for what they asked."""
        return [part.step for part in self.shown if part.step.recipe.prompt and part.step.behaviour.form(part.step)]

    def texts_of_kinds(self) -> Iterator[Texts]:
        for part in self.shown:
            if part.step.kind not in (RUBS, AGREED):
                yield Texts(part.step.title, part.passages, part.step, part.is_held_back)

    def joined(self, kind: str) -> Texts:
        parts = [part for part in self.shown if part.step.kind == kind]
        return Texts("", [passage for part in parts for passage in part.passages])


def other_pictures(part: showing.Shown) -> Sequence[Picture]:
    return part.pictures[groups_in(part.step) :]


def pairs_in(part: showing.Shown) -> int:
    return sum(isinstance(picture.figure, SideBySide) for picture in part.pictures)


def groups_in(step: Step) -> int:
    """In how many groups the main question of a step was split."""
    splits = [one for one in queries.released_of(step).values() if isinstance(one, SplitPicture)]
    return len(splits[0].groups) if splits else 1


def report_of(
    dialogue: Dialogue, *, back_url: str, may_strike: bool = False, number: int | None = None, since: int = 1
) -> Report | None:
    """The report on a round that was closed, the last one unless another is asked for; None when there is none.

    `since` is the first round of whoever asks: what a group wrote before they came is not theirs to read.
    """
    closed = queries.closed_rounds(dialogue)
    readable = [each for each in closed if each.number >= since]
    round = next((each for each in reversed(readable) if number in (None, each.number)), None)
    if round is None:
        return None
    shown = [showing.outside_the_room(showing.shown_of(step)) for step in round.steps.all() if has_own_outcome(step)]
    return Report(
        dialogue=dialogue,
        round=round,
        rounds=closed,
        since=since,
        shown=shown,
        back_url=back_url,
        may_strike=may_strike,
    )


def has_own_outcome(step: Step) -> bool:
    """A reveal only shows what other steps brought."""
    return step.is_closed and not step.behaviour.is_of_group
