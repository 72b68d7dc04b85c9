from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from goedwerk.dialogues.models import RandomKey, Response, Step

LONGEST_STATEMENT = 280
KEY_LENGTH = 12


class StatementState(models.TextChoices):
    WAITING = "waiting", _("to read")
    ACCEPTED = "accepted", _("in the pool")
    REJECTED = "rejected", _("not in the pool")


class Reason(models.TextChoices):
    """Why a statement does not go into the pool; its writer reads this."""

    PERSON = "person", _("It may point to a person.")
    SECRET = "secret", _("It holds details that may not be shared.")
    HURTFUL = "hurtful", _("It may hurt somebody.")
    SEVERAL = "several", _("It holds more than one idea.")
    UNCLEAR = "unclear", _("Others cannot agree or disagree with it as it stands.")
    ELSEWHERE = "elsewhere", _("It is about something else than the question.")
    REPORT = "report", _("It looks like a report. That belongs elsewhere: see “Help and other doors”.")
    SAME = "same", _("Another statement says the same.")


class Statement(RandomKey):
    """Something to agree or disagree with, as somebody wrote it. It holds no writer: see `Proposals`."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=LONGEST_STATEMENT)
    state = models.CharField(max_length=10, choices=StatementState, default=StatementState.WAITING)
    reason = models.CharField(max_length=12, choices=Reason, blank=True)
    # What the facilitator adds to the reason.
    remark = models.CharField(max_length=280, blank=True)
    # The key of the statement that says the same and stays in the pool.
    same_as = models.CharField(max_length=KEY_LENGTH, blank=True)
    # Where two people read first: the one who did so already.
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    forgets_order = True

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="statement_says_something"),
            models.CheckConstraint(condition=Q(state__in=StatementState.values), name="statement_state_is_known"),
            models.CheckConstraint(
                condition=Q(state="rejected", reason__in=Reason.values) | (~Q(state="rejected") & Q(reason="")),
                name="statement_is_refused_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def key(self) -> str:
        return key_of(self.pk)


def key_of(pk: Any) -> str:
    """By what votes name a statement: the first part of its random key, which is as random."""
    return pk.hex[:KEY_LENGTH]


class Proposals(Response):
    """Which statements somebody wrote, so that they can read what became of them. It goes when the answers go."""

    statements = models.JSONField(default=list)


class Choice(models.TextChoices):
    AGREE = "agree", pgettext_lazy("vote", "Agree")
    DISAGREE = "disagree", pgettext_lazy("vote", "Disagree")
    PASS = "pass", _("Don't know, pass")


class Votes(Response):
    """How somebody voted: {statement: choice}, in the order of the random keys. The last vote on a statement counts."""

    votes = models.JSONField(default=dict)


class Tally(RandomKey):
    """How many votes a statement has while people vote, so that the next one can be chosen without reading them all.

    Never shown. It is made of answers, and goes with them.
    """

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="+")
    statement = models.CharField(max_length=KEY_LENGTH)
    agree = models.PositiveIntegerField(default=0)
    disagree = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "statement"], name="tally_once_per_statement")]

    def __str__(self) -> str:
        return self.statement
