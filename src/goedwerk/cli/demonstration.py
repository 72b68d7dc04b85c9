"""A whole dialogue with simulated colleagues, through the same actions as a real one; marked as a demonstration."""

from __future__ import annotations

from random import Random
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _

from goedwerk.accounts.models import User
from goedwerk.approaches.queries import find_approach
from goedwerk.dialogues.actions import leading, preparing, reading, taking_part
from goedwerk.dialogues.errors import NotPossible
from goedwerk.dialogues.models import Dialogue, Participation, PassageState, Round, Step

APPROACH = "dagstart-dilemma"
INPUTS = {"dilemma": "wat-werkt-of-wat-mag", "values": "publieke-waarden-36:short"}


def play(user: User, *, people: int) -> Dialogue:
    dialogue = preparing.prepare_dialogue(
        organisation=user.membership.organisation,
        user=user,
        listed=find_approach(APPROACH),
        preparation=preparing.Preparation(title=_("Demonstration with simulated colleagues"), inputs=INPUTS),
    )
    act(dialogue, user, leading.open_round)
    colleagues = [taking_part.join(dialogue=dialogue).participation for _number in range(people)]
    while lead_on(dialogue, user):
        answer(current(dialogue), colleagues)
    act(dialogue, user, leading.close_round)
    show_texts(dialogue, user)
    return dialogue


def act(dialogue: Dialogue, user: User, do, **how) -> None:
    round = dialogue.round
    do(round=round, user=user, version=round.version, **how)


def lead_on(dialogue: Dialogue, user: User) -> bool:
    """Go to the next step; False when there is none."""
    try:
        act(dialogue, user, leading.next_step)
    except NotPossible:
        return False
    return True


def current(dialogue: Dialogue) -> Step:
    return Round.objects.select_related("current").get(pk=dialogue.round.pk).current


def answer(step: Step, colleagues: list[Participation]) -> None:
    for colleague in colleagues:
        form = filled_in(step, step.behaviour.simulate(step, Random()))
        if form is not None and form.is_valid():
            taking_part.answer_step(step=step, participation=colleague, form=form)
        else:
            taking_part.pass_step(step=step, participation=colleague)


def filled_in(step: Step, simulated: Any) -> Form | None:
    """The form of the step as somebody would send it who gives the simulated answer."""
    offered = step.behaviour.form(step, answer=simulated)
    if offered is None or simulated is None:
        return None
    initial = {name: offered.get_initial_for_field(field, name) for name, field in offered.fields.items()}
    return step.behaviour.form(step, {name: value for name, value in initial.items() if value not in (None, "")})


def show_texts(dialogue: Dialogue, user: User) -> None:
    for step in dialogue.round.steps.all():
        waiting = {str(passage.pk): ("show", "") for passage in step.passages.filter(state=PassageState.WAITING)}
        if waiting and reading.may_let_go(step):
            act(dialogue, user, reading.let_go, step=step, decisions=waiting)
