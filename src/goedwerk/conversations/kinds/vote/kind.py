"""Agree, disagree or pass on statements, in private, one at a time; together it is a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import Reader
from goedwerk.conversations import pictures, queries, summaries
from goedwerk.conversations.actions import voting
from goedwerk.conversations.forms import BallotForm
from goedwerk.conversations.models import Choice, Votes
from goedwerk.dialogues.models import Participation, Step
from goedwerk.dialogues.recorded import RecordedKind

Answer = Mapping[str, str | None]
# The engine and the gate know a pass as a statement without an answer.
TOLD = {Choice.AGREE: "agree", Choice.DISAGREE: "disagree", Choice.PASS: None}
KEPT = {told: kept for kept, told in TOLD.items()}


@dataclass(frozen=True)
class Params(step_kind.Params):
    of: Sequence[str] = ()


class Vote(RecordedKind):
    key = "vote"
    label = gettext_lazy("Vote on statements")
    icon = "list"
    modules = ("conversations/vote.js",)
    Params = Params
    Record = Votes

    def reader(self, step: Step) -> Reader:
        return Reader.PICTURE

    def own_page(self, step: Step) -> str:
        return reverse("conversations:vote", args=[step.round.dialogue.code, step.pk])

    def points(self, step: Step) -> list[tuple[str, str]]:
        return queries.pool_of(step)

    def form(self, step: Step, data: Any = None, answer: Answer | None = None) -> BallotForm | None:
        """Without anything to vote on there is nothing to fill in."""
        pool = self.points(step)
        votes = {key: KEPT[told].value for key, told in (answer or {}).items()}
        return BallotForm(data, pool=pool, votes=votes) if pool else None

    def form_for(self, step: Step, participation: Participation, data: Any = None, answer: Any = None) -> Any:
        """With one's own votes, also those that another step of an open round keeps."""
        return self.form(step, data, told(queries.own_votes(step, participation)))

    def asks_again(self, step: Step, other: Step) -> bool:
        """Live each vote is a question of its own; what two of them both ask is still asked twice."""
        return bool(set(step.params["of"]) & set(other.params["of"]))

    # One answer

    def record(self, *, step: Step, participation: Participation, form: forms.Form) -> None:
        voting.add_votes(step=step, participation=participation, **self.fields_of(step, form))

    def fields_of(self, step: Step, form: BallotForm) -> Mapping[str, Any]:
        return {"votes": form.votes}

    def answer_of(self, record: Votes) -> Answer:
        return told(record.votes)

    def erase(self, step: Step, participation: Participation | None = None) -> None:
        voting.withdraw(step, participation)

    def own_words(self, step: Step, answer: Answer | None) -> list[tuple[str, str]]:
        texts = queries.texts_of(step) if answer else {}
        return [(texts[key], str(KEPT[vote].label)) for key, vote in (answer or {}).items()]

    # All answers together

    def summarise(self, step: Step, answers: Sequence[Answer | None]) -> Mapping[str, Any]:
        """A step whose votes a later one keeps has no picture of its own."""
        keys = [key for key, _text in self.points(step)]
        if queries.ballot_of(step) != step:
            return {}
        return summaries.count_votes(keys, [answer and within(answer, keys) for answer in answers])

    def pictures(self, step: Step, released: Mapping[str, Any], **earlier: Any) -> Sequence[Any]:
        return pictures.draw(step, released, queries.texts_of(step))

    def own_pictures(self, step: Step, released: Mapping[str, Any], answer: Answer | None) -> Sequence[Any]:
        return pictures.draw_own(released, answer or {})

    def simulate(self, step: Step, random: Random) -> Answer | None:
        """Colleagues agree with some statements, and are of two minds about others."""
        pool = self.points(step)
        return {key: random.choices(list(KEPT), leaning(key))[0] for key, _text in pool} or None


def told(votes: Mapping[str, str]) -> dict[str, str | None]:
    return {key: TOLD[Choice(choice)] for key, choice in votes.items()}


def within(answer: Answer, keys: Sequence[str]) -> dict[str, str | None]:
    return {key: answer[key] for key in keys if key in answer}


def leaning(key: str) -> tuple[float, float, float]:
    """How likely a colleague agrees, disagrees or passes: another mix for each statement."""
    agree = 0.15 + 0.65 * Random(key).random()
    return agree, 0.9 - agree, 0.1


KIND = Vote()
