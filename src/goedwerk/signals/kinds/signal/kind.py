"""A request to a function outside the group: proposals, a text, what should be different in it, a private vote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.follow_ups import FollowUp, Reply
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.approaches.texts import said
from goedwerk.dialogues import keeper, text_checks
from goedwerk.dialogues.big_pictures import on_big_screen
from goedwerk.dialogues.models import Participation, Step
from goedwerk.dialogues.pictures import Option, Question, of_question
from goedwerk.dialogues.recorded import RecordedKind
from goedwerk.signals import queries
from goedwerk.signals.kinds.signal.examples import OBJECTIONS, OWNER, PROPOSALS, TEXT
from goedwerk.signals.kinds.signal.forms import ProposalForm, ReactionForm
from goedwerk.signals.models import COUNTED, Answer, Reaction, Signal, Verdict, Vote, Wording
from goedwerk.signals.pages import Beside, beside
from goedwerk.ui.pictures import Picture
from goedwerk_analysis.counts import ChoiceCounts

VOTE = "vote"


@dataclass(frozen=True)
class Params(step_kind.Params):
    of: Sequence[str] = ()
    days: int = 30


@dataclass(frozen=True)
class Body:
    wording: Wording | None
    # What was decided: a signal, or that there is none.
    signal: Signal | None
    pictures: Sequence[Picture]
    is_spoken: bool
    beside: Sequence[Beside]

    @property
    def front(self) -> Picture | None:
        return on_big_screen(self.pictures[0]) if self.pictures else None


class SignalKind(RecordedKind):
    key = "signal"
    label = gettext_lazy("Ask something")
    icon = "messages"
    Params = Params
    Record = Reaction
    # The text is written after reading what those steps brought.
    waits_for = ("of",)
    # A next time the text is another one.
    is_comparable = False
    shows_when_closed = True
    writing_label = gettext_lazy("Write the text")

    def reader(self, step: Step) -> Reader:
        return Reader.PICTURE if wording_now(step) else Reader.GROUP

    def text_reader(self, step: Step) -> Reader:
        return Reader.GROUP

    def body(self, step: Step) -> Body:
        shown = keeper.shown_of(step) if step.is_closed else None
        return Body(
            wording=wording_now(step),
            signal=queries.signal_of(step),
            pictures=shown.pictures if shown else (),
            is_spoken=bool(shown and shown.is_spoken),
            beside=beside(step),
        )

    # One reaction

    def form(self, step: Step, data: Any = None, answer: Any = None) -> ReactionForm | ProposalForm:
        if wording_now(step):
            return ReactionForm(with_proposal(data), initial=answer)
        return ProposalForm(data, initial=answer)

    def fields_of(self, step: Step, form: ReactionForm | ProposalForm) -> Mapping[str, Any]:
        return form.fields_kept

    def answer_of(self, record: Reaction) -> dict[str, str]:
        return {"vote": record.vote, "objection": record.objection, "proposal": record.proposal}

    def erase(self, step: Step, participation: Participation | None = None) -> None:
        """What people said of the text goes with the answers, also what was let go: the agreed text stays."""
        super().erase(step, participation)
        if participation is None and not queries.is_in_memory(step):
            step.passages.all().delete()

    def own_words(self, step: Step, answer: Any) -> list[tuple[str, str]]:
        if not answer:
            return []
        vote = [(_("The text"), str(Vote(answer["vote"]).label))] if answer["vote"] else []
        written = [(str(label), answer[name]) for name, label in WRITTEN.items() if answer[name]]
        return [*vote, *written]

    def points_to_doors(self, step: Step, answer: Any) -> bool:
        return bool(answer) and text_checks.looks_like_report([answer[name] for name in WRITTEN])

    # All reactions together

    def summarise(self, step: Step, answers: Sequence[Any]) -> Mapping[str, Any]:
        if wording_now(step) is None:
            return {}
        return {VOTE: ChoiceCounts.of(COUNTED, map(self.category, answers), people=len(answers))}

    def category(self, answer: Any) -> str | None:
        vote = answer and answer["vote"]
        return vote if vote in COUNTED else None

    def pictures(self, step: Step, released: Mapping[str, Any], **earlier: Any) -> Sequence[Picture]:
        options = [Option(vote.value, "", vote.label) for vote in COUNTED]
        return of_question(Question(step.title, options), released[VOTE]) if VOTE in released else ()

    def passages(self, step: Step, answers: Sequence[Any]) -> list[PassageDraft]:
        """Each text by itself: never with the vote of its writer."""
        given = [answer for answer in answers if answer]
        return [PassageDraft("", ((name, answer[name]),)) for name in WRITTEN for answer in given if answer[name]]

    def line_label(self, step: Step, label: str) -> str:
        return str(WRITTEN.get(label, label))

    # Around it

    def writing_url(self, step: Step) -> str:
        return reverse("signals:desk", args=[step.round.dialogue_id, step.pk])

    def paper_lines(self, step: Step) -> Sequence[tuple[Any, int]]:
        return PAPER

    def follow_ups(self, step: Step) -> list[FollowUp]:
        signal = None if step.again_id else queries.signal_of(step)
        return [follow_up(step, signal)] if signal else []

    def simulate(self, step: Step, random: Random) -> dict[str, str]:
        if wording_now(step) is None:
            return {"vote": "", "objection": "", "proposal": said(random.choice(PROPOSALS))}
        vote = random.choices(Vote.values, [5, 2, 1])[0]
        objection = said(random.choice(OBJECTIONS)) if random.random() < 1 / 3 else ""
        return {"vote": vote, "objection": objection, "proposal": ""}


WRITTEN = {
    "proposal": gettext_lazy("A proposal for the text"),
    "objection": gettext_lazy("What should be different"),
}
PAPER = (
    (gettext_lazy("What do we ask?"), 4),
    (gettext_lazy("Which function answers? (a function, not a name)"), 1),
    (gettext_lazy("By when do we ask an answer?"), 1),
    (gettext_lazy("Who sends it, and who tells the group the answer?"), 1),
)


def with_proposal(data: Any) -> Any:
    """A proposal that was being written when the text came is not lost: it stands where one says what should differ."""
    if not data or "proposal" not in data or "objection" in data:
        return data
    return {**dict(data.items()), "objection": data["proposal"]}


def wording_now(step: Step) -> Wording | None:
    """The text that people are asked about; in a rehearsal an example."""
    return example(step) if step.round.rehearsal else queries.wording_of(step)


def example(step: Step) -> Wording:
    day = timezone.localdate() + timedelta(days=step.behaviour.params(step).days)
    return Wording(thread=step, number=1, text=said(TEXT), owner=said(OWNER), answer_by=day)


def follow_up(step: Step, signal: Signal) -> FollowUp:
    if signal.wording is None:
        return FollowUp(title=step.title)
    return FollowUp(
        title=step.title,
        text=signal.wording.text,
        owner=signal.wording.owner,
        answer_by=signal.wording.answer_by,
        was_voted_on=signal.wording.asked_in_id is not None,
        replies=[reply(answer) for answer in signal.answers.all()],
    )


def reply(answer: Answer) -> Reply:
    return Reply(Verdict(answer.verdict).label, answer.text, answer.on, answer.given_on)


KIND = SignalKind()
