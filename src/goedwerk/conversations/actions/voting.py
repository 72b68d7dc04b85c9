"""Voting. None of it is logged, and none of it moves the version of a round."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from goedwerk.conversations import tallies
from goedwerk.conversations.models import Choice, Votes
from goedwerk.conversations.queries import ballot_of
from goedwerk.dialogues.actions.taking_part import require_open
from goedwerk.dialogues.models import Attendance, Participation, Step


@transaction.atomic
def vote(*, step: Step, participation: Participation, statement: str, choice: str) -> None:
    """Keep one vote, in place of an earlier one on the same statement."""
    require_open(step)
    add_votes(step=step, participation=participation, votes={statement: Choice(choice).value})


@transaction.atomic
def vote_on_list(*, step: Step, participation: Participation, votes: Mapping[str, str]) -> None:
    """Keep several votes at once; what is not among them stays as it was."""
    require_open(step)
    add_votes(step=step, participation=participation, votes=votes)


@transaction.atomic
def take_back(*, step: Step, participation: Participation, statement: str) -> None:
    """Undo a vote: it is as if it was never given."""
    require_open(step)
    held = held_votes(step, participation)
    keep(held, {key: choice for key, choice in held.votes.items() if key != statement})


@transaction.atomic
def finish(*, step: Step, participation: Participation) -> None:
    """Be ready with voting, with whatever was voted."""
    require_open(step)
    Attendance.keep(step=step, participation=participation, ready=True)


def add_votes(*, step: Step, participation: Participation, votes: Mapping[str, str]) -> None:
    """Within a transaction: votes on other statements stay as they are."""
    held = held_votes(step, participation)
    keep(held, {**held.votes, **votes})


def held_votes(step: Step, participation: Participation) -> Votes:
    """Somebody's votes, held until the end of the transaction: two tabs do not lose each other's."""
    ballot = ballot_of(step)
    Votes.objects.get_or_create(step=ballot, participation=participation)
    held = Votes.objects.select_for_update().get(step=ballot, participation=participation)
    held.step = ballot
    return held


def keep(held: Votes, votes: Mapping[str, str]) -> None:
    tallies.move(held.step, held.votes, votes)
    # By key: not in the order in which they were given.
    held.votes = dict(sorted(votes.items()))
    held.save(update_fields=["votes"])


def withdraw(step: Step, participation: Participation | None = None) -> None:
    """Erase votes of one person, and what they counted; or everything that was voted in a step."""
    if participation is None:
        Votes.erase(step=step)
        tallies.Tally.objects.filter(step=step).delete()
        return
    for held in Votes.objects.filter(step=step, participation=participation):
        tallies.move(step, held.votes, {})
        held.delete()
