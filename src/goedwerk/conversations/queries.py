"""What somebody sees of a conversation: the pool, one's own votes, what waits to be read."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from goedwerk.conversations.models import Proposals, Statement, StatementState, Votes, key_of
from goedwerk.dialogues.lists import points_from_input, points_of
from goedwerk.dialogues.models import Participation, Step

VOTE, STATEMENT = "vote", "statement"
ACCEPTED, WAITING, REJECTED = StatementState.ACCEPTED, StatementState.WAITING, StatementState.REJECTED


class Texts(dict):
    """Statements in words. One that was taken out since the picture was made is named, not shown."""

    def __missing__(self, key: str) -> str:
        return _("A statement that is no longer shown")


def pool_of(step: Step) -> list[tuple[str, str]]:
    """The statements that are voted on now, as (key, text), by their random keys: an order that says nothing."""
    return sorted(points_of(step))


def texts_of(step: Step) -> Texts:
    return Texts(pool_of(step))


def accepted(step: Step) -> list[tuple[str, str]]:
    """What a step for statements added to the pool."""
    found = Statement.objects.filter(step=step, state=ACCEPTED).values_list("pk", "text")
    return sorted((key_of(pk), text) for pk, text in found)


# Votes


def ballot_of(step: Step) -> Step:
    """The step that keeps the votes of this one.

    In an open round all steps are open at once, and a later step that holds the same statements and more goes on with
    the same votes: nobody is asked twice, and each vote enters one picture.
    """
    if not step.round.began_open or step.round.rehearsal:
        return step
    later = [other for other in step.round.steps.all() if goes_on_with(other, step)]
    return later[-1] if later else step


def goes_on_with(later: Step, step: Step) -> bool:
    """A step of a later part is not there yet while this one is done: then each keeps its own."""
    is_there = later.kind == VOTE and later.position > step.position and (later.is_open or later.is_closed)
    return is_there and set(step.params["of"]) <= set(later.params["of"])


def own_votes(step: Step, participation: Participation) -> dict[str, str]:
    """Everything somebody voted here, also on statements that are no longer in the pool."""
    found = Votes.objects.filter(step=ballot_of(step), participation=participation)
    return found.values_list("votes", flat=True).first() or {}


def where_to_write(step: Step) -> Step | None:
    """The step that adds statements to this pool and can be gone to now."""
    named = [step.sibling(name) for name in ballot_of(step).params["of"]]
    open_now = [source for source in named if source and source.kind == STATEMENT and source.is_open]
    return open_now[0] if open_now and not step.round.is_live else None


# Statements of one's own


def own_statements(step: Step, participation: Participation) -> list[Statement]:
    """What somebody wrote, as long as it is kept that they did; by random key."""
    return statements_by_person(step, participation).get(participation.pk, [])


def statements_by_person(step: Step, participation: Participation | None = None) -> dict[UUID, list[Statement]]:
    proposals = Proposals.objects.filter(step=step)
    if participation is not None:
        proposals = proposals.filter(participation=participation)
    written = {each.participation_id: each.statements for each in proposals}
    wanted = [key for keys in written.values() for key in keys]
    known = {statement.pk.hex: statement for statement in Statement.objects.filter(pk__in=wanted)} if wanted else {}
    return {person: [known[key] for key in keys if key in known] for person, keys in written.items()}


def same_texts(statements: list[Statement]) -> Mapping[str, str]:
    """The words of the statements that stay in the pool in place of these."""
    keys = {statement.same_as for statement in statements if statement.same_as}
    return {key: text for key, text in everything_said(statements[0].step) if key in keys} if keys else {}


def everything_said(step: Step) -> list[tuple[str, str]]:
    """All statements that this one may repeat: what the dialogue began with, and what is in the pool."""
    dialogue = step.round.dialogue
    seeds = [needed["id"] for needed in dialogue.approach.inputs if needed["kind"] == "statements"]
    began = [point for name in seeds for point in points_from_input(dialogue, name)]
    return sorted({*began, *accepted(step)})


# Moderation


def on_desk(step: Step, state: str) -> list[Statement]:
    return list(Statement.objects.filter(step=step, state=state).select_related("read_by").order_by("pk"))


def number_waiting(step: Step) -> int:
    return Statement.objects.filter(step=step, state=WAITING).count()


def number_on_desk(step: Step) -> dict[str, int]:
    return {state: Statement.objects.filter(step=step, state=state).count() for state in StatementState.values}
