"""The case that somebody brought: whose it is, what the group knows of it, and whether it may leave the room."""

from __future__ import annotations

from dataclasses import dataclass

from goedwerk.dialogues.models import Case, Participation, Passage, PassageState, Round, Step
from goedwerk.dialogues.passages import shown_passages

CASE, CLARIFY, INPUT = "case_input", "clarify", "case"


def cases_in(round: Round) -> list[Case]:
    """Every case that is still in play: brought, and not put aside by the facilitator."""
    found = Case.objects.filter(step__round=round, participation__left=False).select_related("passage", "step")
    return [case for case in found if not is_put_aside(case)]


def is_put_aside(case: Case) -> bool:
    return case.passage is not None and case.passage.state == PassageState.SKIPPED


def case_of(participation: Participation, round: Round) -> Case | None:
    """The case that this person brought; the last one, when the step was done twice."""
    own = [case for case in cases_in(round) if case.participation_id == participation.pk]
    return max(own, key=lambda case: case.step.position, default=None)


def kept_case_of(participation: Participation) -> Case | None:
    """The last case that this person brought in any round, as long as it is kept: also once a next round is made."""
    kept = Case.objects.filter(participation=participation, step__round__erased=False)
    in_order = kept.select_related("passage", "step__round__dialogue").order_by(
        "-step__round__number", "-step__position"
    )
    return next((case for case in in_order if not is_put_aside(case)), None)


def brings(participation: Participation | None, step: Step) -> bool:
    return participation is not None and case_of(participation, step.round) is not None


def has_owner(step: Step) -> bool:
    """Whether somebody brought a case at all; in a rehearsal nobody in particular."""
    is_asked = any(other.kind == CASE for other in step.round.steps.all())
    return is_asked and step.round.rehearsal is None and bool(cases_in(step.round))


# What the group knows


def is_about_a_case(step: Step) -> bool:
    """Whether a step asks about a case that somebody brings, and not about a dilemma or text that was chosen."""
    kinds = {needed["id"]: needed["kind"] for needed in step.round.dialogue.approach.inputs}
    return kinds.get(step.params.get("about", "")) == INPUT


def shown_cases(step: Step) -> list[Passage]:
    """The case as the group read it, for a step that asks on about it."""
    steps = [other for other in step.round.steps.all() if other.kind == CASE and other.is_closed]
    wanted = [other for other in steps if other.params.get("case") == step.params.get("about")]
    return [passage for other in wanted for passage in shown_passages(other)]


@dataclass(frozen=True)
class Fact:
    """A question about the facts, and what whoever brought the case answered; empty: still open."""

    question: str
    answer: str = ""
    passage: Passage | None = None

    @classmethod
    def of(cls, passage: Passage) -> Fact:
        label, text = passage.lines[0] if passage.lines else ("", "")
        return cls(label, text, passage) if label else cls(text, "", passage)


def facts_of(step: Step) -> list[Fact]:
    return [Fact.of(passage) for passage in shown_passages(step)]


def open_questions(step: Step) -> list[Fact]:
    return [fact for fact in facts_of(step) if not fact.answer]


def steps_of_facts(round: Round) -> list[Step]:
    closed = [step for step in round.steps.all() if step.kind == CLARIFY and step.is_closed]
    return [step for step in closed if is_about_a_case(step)]


def asked_of(owner_of: Case) -> list[Fact]:
    """Every question that the group may read, with what its owner answered so far, read by the facilitator or not."""
    return [fact for step in steps_of_facts(owner_of.step.round) for fact in asked_in(step)]


def asked_in(step: Step) -> list[Fact]:
    texts = [Fact.of(passage) for passage in step.passages.order_by("id") if passage.state != PassageState.SKIPPED]
    answered = {fact.question: fact for fact in texts if fact.answer}
    open_now = {fact.question: fact for fact in texts if fact.passage.state == PassageState.SHOWN}
    return list({**open_now, **answered}.values())
