from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from goedwerk.dialogues.models import Dialogue, RandomKey, Response, Step
from goedwerk.organisations.models import Organisation
from goedwerk.ui.phrases import DONT_KNOW_YET


class Vote(models.TextChoices):
    AGREE = "agree", _("I agree with this text")
    NOT = "not", _("I do not agree")
    UNKNOWN = "unknown", DONT_KNOW_YET


# In the picture "I don't know yet" is no answer, like everywhere.
COUNTED = (Vote.AGREE, Vote.NOT)


class Reaction(Response):
    """What one participant says to the text; or, before there is one, proposes."""

    vote = models.CharField(max_length=10, choices=Vote, blank=True)
    objection = models.TextField(blank=True)
    proposal = models.TextField(blank=True)


class Wording(RandomKey):
    """One version of the text. It never changes: what is better becomes the next one (`unchanged`)."""

    # The first run of the step: when that is repeated, the text goes on.
    thread = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    # A function, never the name of a person.
    owner = models.CharField(max_length=120)
    answer_by = models.DateField()
    # The run in which everybody was asked about it; none when the group agreed on it aloud.
    asked_in = models.OneToOneField(Step, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["thread", "number"], name="wording_numbers_differ")]

    def __str__(self) -> str:
        return f"{self.owner}: {self.text}"

    def says(self, *, text: str, owner: str, answer_by: date) -> bool:
        return (self.text, self.owner, self.answer_by) == (text, owner, answer_by)


class State(StrEnum):
    """How it stands with a signal: no answer yet, or what the last one says."""

    OPEN = "open"
    DO = "do"
    NOT = "not"
    LATER = "later"


class Signal(RandomKey):
    """What the group asks of a function; or, without a wording, that it asks nothing of anybody."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="signals")
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="signals")
    thread = models.OneToOneField(Step, on_delete=models.CASCADE, related_name="signal")
    wording = models.OneToOneField(Wording, null=True, blank=True, on_delete=models.CASCADE, related_name="signal")
    agreed_on = models.DateField()
    # Which link opens the page of the owner, and until when: a new one makes the one before it useless.
    link = models.PositiveSmallIntegerField(default=1)
    link_until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.wording or _("no signal"))

    @property
    def last_answer(self) -> Answer | None:
        answers: Sequence[Answer] = self.answers.all()
        return max(answers, key=lambda answer: answer.number, default=None)

    @property
    def state(self) -> State:
        last = self.last_answer
        return State(last.verdict) if last else State.OPEN

    @property
    def due(self) -> date | None:
        """The day on which an answer is expected; none when nothing is expected any more."""
        if self.state == State.OPEN:
            return self.wording.answer_by
        return self.last_answer.on if self.state == State.LATER else None


class Verdict(models.TextChoices):
    DO = "do", _("We do this")
    NOT = "not", _("We do not do this")
    LATER = "later", _("Later")


class Answer(RandomKey):
    """One answer of the owner. A later one comes under it; this one stays as it is (`unchanged`)."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=10, choices=Verdict)
    text = models.TextField(blank=True)
    # Of "later": the day on which there will be another answer.
    on = models.DateField(null=True, blank=True)
    given_on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["signal", "number"], name="answer_numbers_differ"),
            models.CheckConstraint(
                condition=~models.Q(verdict=Verdict.LATER) | models.Q(on__isnull=False), name="later_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()
