"""Each kind before, while and after its step is open, in real dialogues."""

from random import Random

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import override

from cast import prepare
from goedwerk.approaches.queries import all_approaches
from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues import device
from goedwerk.dialogues.actions import leading, reading, taking_part
from goedwerk.dialogues.errors import NotPossible, StepClosed
from goedwerk.dialogues.models import PassageState, StepState
from goedwerk.dialogues.rehearsal import rehearsed
from goedwerk.reports.showing import shown_of

OPEN_KINDS = {"case_input", "question_form", "perspective_table", "brainstorm", "commit"}


def data_of(step, answer):
    """What a browser would send to give this answer."""
    form = step.behaviour.form(step, None, answer)
    sent = [(bound.html_name, bound.value()) for bound in form]
    pairs = [(name, value) for name, value in sent if value not in (None, "", [], False)]
    return QueryDict(urlencode([(name, value) for name, value in pairs], doseq=True))


def fill(cast, step, *, seed=0):
    """Everybody answers as a simulated colleague would."""
    for number, person in enumerate(cast.people):
        answer = step.behaviour.simulate(step, Random(f"{seed} {step.key} {number}"))
        if answer is None:
            taking_part.pass_step(step=step, participation=person.participation)
        else:
            cast.answer(person, data_of(step, answer), step)


def play_whole(cast, *, let_go=True):
    """Lead from start to end; what may be let go is shown."""
    shown = {}
    for _number in range(cast.round.steps.count()):
        step = cast.next()
        if step.behaviour.form(step) is not None:
            fill(cast, step)
        before = [other for other in cast.round.steps.all() if other.is_closed]
        if let_go:
            for other in before:
                show_all(cast, other)
        shown[step.key] = step.behaviour.body(step)
    cast.close()
    return shown


def show_all(cast, step):
    waiting = step.passages.filter(state=PassageState.WAITING)
    if waiting and reading.may_let_go(step):
        decisions = {str(passage.pk): ("show", "") for passage in waiting}
        cast.act(reading.let_go, step=step, decisions=decisions)


def step_called(cast, key):
    return cast.round.steps.get(key=key)


# Whole approaches


@pytest.mark.parametrize("people", [4, 9, 30])
def test_dagstart_dilemma_runs_whole(people, dagstart, play):
    with override("en"):
        shown = play_whole(play(dagstart, people=people))

    assert shown["picture"].is_spoken == shown["after"].is_spoken == (people < 5)
    assert [picture.title for picture in shown["picture"].pictures] == (
        [] if people < 5 else ["First choice", "How sure you are", "What weighed most", "What had to give way"]
    )


def test_under_five_people_nothing_that_was_written_is_shown(dagstart, play):
    cast = play(dagstart, people=4)

    play_whole(cast)

    harvest = step_called(cast, "harvest")
    assert harvest.passages.count() == 4
    assert shown_of(harvest).passages == []


def test_from_five_people_on_texts_come_to_the_facilitator_and_then_to_the_group(dagstart, play):
    cast = play(dagstart, people=9)
    play_whole(cast)
    harvest = step_called(cast, "harvest")

    assert shown_of(harvest).passages == []
    assert harvest.passages.filter(state=PassageState.WAITING).count() == 9


def test_the_second_choice_lies_beside_the_first(dagstart, play):
    with override("en"):
        body = play_whole(play(dagstart, people=9))["after"]

    assert body.pictures[0].figure.kind == "side-by-side"
    assert body.pictures[0].table.columns[1:] == ["first", "then"]


@pytest.mark.parametrize("people", [4, 9, 30])
def test_korte_reflectie_runs_whole(people, korte_reflectie, play):
    cast = play(korte_reflectie, people=people)

    play_whole(cast)

    assert {step.state for step in cast.round.steps.all()} == {StepState.CLOSED}
    open_steps = [step for step in cast.round.steps.all() if step.kind in OPEN_KINDS]
    assert len(open_steps) == 4
    assert all(shown_of(step).passages for step in open_steps if step.passages.exists())
    assert bool(shown_of(step_called(cast, "residue")).passages) == (people >= 5)


def test_what_is_written_for_oneself_reaches_nobody(korte_reflectie, play):
    cast = play(korte_reflectie, people=6)
    step = cast.go_to("unrush")

    assert step.behaviour.form(step) is None
    taking_part.pass_step(step=step, participation=cast.people[0].participation)
    cast.next()

    assert step.behaviour.answers(step) == {}
    assert not step.passages.exists()


@pytest.fixture(params=["dagstart-dilemma", "korte-reflectie"])
def rehearsing(request, pack, membership):
    return prepare(membership, request.param)


def test_a_rehearsal_shows_what_the_evening_would(rehearsing):
    last = rehearsing.round.steps.count()

    round = rehearsed(rehearsing.round, seed=3, position=last, closed=True)

    for step in round.steps.all():
        step.behaviour.body(step)
        assert shown_of(step).step == step


# Every approach that can be started here


def test_every_approach_whose_kinds_are_here_runs_whole(pack, membership, play):
    ready = [listed.recipe.key for listed in all_approaches() if listed.can_start]

    assert {"dagstart-dilemma", "korte-reflectie"} <= set(ready)
    for key in ready:
        cast = play(prepare(membership, key), people=6)
        play_whole(cast)
        assert {step.state for step in cast.round.steps.all()} == {StepState.CLOSED}


# Before, while and after


def test_an_answer_to_a_step_that_waits_is_refused(dagstart, play):
    cast = play(dagstart, people=1)
    cast.next()
    waiting = step_called(cast, "first")

    with pytest.raises(StepClosed):
        cast.answer(cast.people[0], {"option": "dont-know"}, waiting)


def test_while_a_step_is_open_an_answer_may_be_changed_and_nothing_is_shown(dagstart, play):
    cast = play(dagstart, people=6)
    step = cast.go_to("first")
    person = cast.people[0]
    cast.answer(person, {"option": "dont-know"})
    cast.answer(person, {"option": "something-else", "confidence": "4"})

    assert list(step.behaviour.answers(step).values()) == [{"option": "something-else", "confidence": 4}]
    assert shown_of(step).is_empty


def test_after_a_step_its_answers_are_refused(dagstart, play):
    cast = play(dagstart, people=6)
    step = cast.go_to("first")
    cast.next()

    with pytest.raises(StepClosed):
        cast.answer(cast.people[0], {"option": "dont-know"}, step)


# Texts for the facilitator alone


@pytest.fixture
def for_facilitator(dagstart, play):
    """A closed step whose texts only the facilitator reads."""
    become(dagstart.round.steps.get(key="harvest"), "text", reader="facilitator")
    cast = play(dagstart, people=6)
    step = cast.go_to("harvest")
    cast.answer_all({"text": "Ik had meer tijd gewild."})
    cast.act(leading.close_step)
    return cast, step_called(cast, step.key)


def test_texts_for_the_facilitator_can_never_be_shown(for_facilitator):
    cast, step = for_facilitator

    with pytest.raises(NotPossible):
        cast.act(reading.let_go, step=step, decisions={str(p.pk): ("show", "") for p in step.passages.all()})
    assert step.passages.count() == 6
    assert step.behaviour.text_reader(step) == Reader.FACILITATOR
    assert shown_of(step).passages == []


# The group writes its own options


@pytest.fixture
def own_options(dagstart, play):
    """Six people at a step in which they write the options of the choice that comes next."""
    steps = {step.key: step for step in dagstart.round.steps.all()}
    become(steps["read"], "question_form", options=True)
    become(steps["first"], "choice", options_from="read", occasion="first")
    cast = play(dagstart, people=6)
    return cast, cast.next()


def test_a_choice_takes_the_options_that_the_group_wrote_with_their_price(own_options):
    cast, asked = own_options
    cast.answer_all(
        {
            "question": "Mag ik deze inwoner meer vertellen?",
            "option-a": "Vertellen",
            "price-a": "Een afspraak breekt",
            "option-b": "Zwijgen",
        }
    )
    choice = cast.next()
    one = step_called(cast, asked.key).passages.first()
    cast.act(reading.let_go, step=step_called(cast, asked.key), decisions={str(one.pk): ("show", "")})

    assert choice.behaviour.reminders(choice) == ["A  Vertellen", "B  Zwijgen"]
    with override("nl"):
        cards = choice.behaviour.form(choice).cards
    assert [(card.letter, card.hint) for card in cards][:2] == [("A", "Wat het kost: Een afspraak breekt"), ("B", "")]


def test_without_options_of_the_group_there_is_nothing_to_choose(own_options):
    cast, _asked = own_options
    cast.answer_all({"question": "Mag ik deze inwoner meer vertellen?"})

    choice = cast.next()
    page = on_a_phone(cast)
    cast.act(leading.close_step)

    assert "the group wrote no options" in page
    assert 'name="option"' not in page
    assert not shown_of(step_called(cast, choice.key)).pictures


def test_a_dilemma_that_was_read_is_folded_in_while_people_choose(dagstart, play):
    cast = play(dagstart, people=6)
    cast.next()
    cast.next()

    page = on_a_phone(cast)

    assert "Read the dilemma again" in page
    assert page.index("<details") < page.index('name="option"')


def on_a_phone(cast) -> str:
    phone = Client(headers={"accept-language": "en"})
    phone.cookies[device.PLACE] = cast.people[0].token
    return phone.get(reverse("dialogues:now", args=[cast.dialogue.code])).content.decode()


def become(step, kind, **params):
    step.kind = kind
    step.document = {**step.document, "kind": kind, "params": params}
    step.save()
