"""Several attributes of a large group reach the kind that compares by them, and nothing else."""

from dataclasses import dataclass, field, replace

import pytest

from cast import prepare
from goedwerk.dialogues.actions import taking_part
from goedwerk.reports import queries
from goedwerk.reports.release import Run, release
from goedwerk_analysis.counts import ChoiceCounts
from goedwerk_analysis.released import ChoicePicture
from reports.runs import Choosing, ChoosingStep, person

SAID = {"role": "manager"}


class Comparing(Choosing):
    """Counts who said what of themselves, as if it had been chosen."""

    def summarise(self, step, answers):
        return {}

    def compare(self, step, answers, described):
        named = [who["role"] for answer, who in zip(answers, described, strict=True) if answer and who]
        return {"roles": ChoiceCounts.of(("manager", "employee"), named, people=len(answers))}


@dataclass(frozen=True)
class ComparingStep(ChoosingStep):
    behaviour: Comparing = field(default_factory=Comparing)


def test_a_kind_compares_by_what_people_said_in_the_order_of_their_answers():
    answers = {person(number): "care" for number in range(6)}
    described = {person(number): SAID for number in range(5)}

    released = release(Run(ComparingStep(), answers, described=described))

    assert isinstance(released["roles"], ChoicePicture)
    assert released["roles"].leading == "manager"


class Moving(Comparing):
    def compare_with(self, step, now, before):
        return {"moved": ChoiceCounts.of(("yes",), ["yes"] * len(before.answers), people=len(before.answers))}


@pytest.mark.parametrize("is_erased", [False, True])
def test_with_answers_that_are_gone_nothing_is_compared(is_erased):
    step = ComparingStep(behaviour=Moving())
    people = {person(number): None for number in range(6)}
    before = Run(replace(step, round_id=0), people, same_round=False, is_erased=is_erased)

    released = release(Run(step, people), [before])

    assert ("moved" in released) is not is_erased


def test_where_nothing_was_asked_nothing_is_compared():
    answers = {person(number): "care" for number in range(6)}

    assert release(Run(ComparingStep(), answers)) == {}


def test_a_run_of_an_open_round_brings_what_people_said(pack, membership, play):
    dialogue = prepare(membership, "korte-reflectie", mode="open", described_by=("role",))
    cast = play(dialogue)
    people = [taking_part.join(dialogue=dialogue, described=said) for said in (SAID, {})]
    cast.close()
    step = next(step for step in cast.round.steps.all() if step.is_closed)

    run = queries.run_of(step)

    assert run.described == {people[0].participation.pk: SAID, people[1].participation.pk: {}}


def test_a_round_in_which_nothing_was_asked_brings_nothing(play, dagstart):
    cast = play(dagstart, people=5)
    step = cast.next()
    cast.close()

    assert queries.run_of(step).described == {}
