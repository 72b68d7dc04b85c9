"""An open round goes in parts where a step needs what the group makes; a round can be half at home, half together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cast import prepare
from goedwerk.approaches.models import Approach
from goedwerk.approaches.queries import all_approaches
from goedwerk.dialogues import device
from goedwerk.dialogues.actions import closing, leading, reading
from goedwerk.dialogues.diary import minutes_of
from goedwerk.dialogues.errors import NotPossible
from goedwerk.dialogues.models import PassageState, StepState
from goedwerk.dialogues.parts import next_part


@pytest.fixture
def opened(pack, membership, play):
    """Open one of the approaches for some days: `opened("utrechts-stappenplan", people=5)`."""

    def start(approach, *, people=0, mode="open"):
        keep_own_steps(approach)
        closes_at = timezone.now() + timedelta(days=3) if mode == "open" else None
        return play(prepare(membership, approach, mode=mode, closes_at=closes_at), people=people)

    return start


@pytest.fixture
def landscape(pack, membership, play):
    """A landscape of opinions that is open: its request and its next day are for the meeting."""
    closes_at = timezone.now() + timedelta(days=3)
    return play(prepare(membership, "meningenlandschap", mode="open", closes_at=closes_at))


def keep_own_steps(key):
    """Only steps of the rooms below: what is asked of others afterwards has tests of its own."""
    approach = Approach.objects.get(key=key)
    approach.document["steps"] = [
        step for step in approach.document["steps"] if step["kind"] not in ("signal", "repeat")
    ]
    approach.save()


def open_now(cast):
    return [step.key for step in cast.round.steps.all() if step.is_open]


def phone_of(person) -> Client:
    client = Client()
    client.cookies[device.PLACE] = person.token
    return client


def now_on(cast, person):
    return phone_of(person).get(reverse("dialogues:now", args=[cast.dialogue.code]))


def let_all_go(cast, key):
    step = cast.round.steps.get(key=key)
    waiting = step.passages.filter(state=PassageState.WAITING)
    cast.act(reading.let_go, step=step, decisions={str(passage.pk): ("show", "") for passage in waiting})


def test_a_round_in_which_nothing_waits_is_open_from_start_to_end(opened):
    cast = opened("korte-reflectie")

    assert len(open_now(cast)) == cast.round.steps.count()


def test_what_uses_the_words_of_the_group_waits_for_them(opened):
    cast = opened("morele-oordeelsvorming")

    first = open_now(cast)
    cast.act(leading.next_part)
    second = open_now(cast)
    cast.act(leading.next_part)

    assert first == ["case", "question", "involved", "decider"]
    assert second == ["missing", "options"]
    assert open_now(cast)[0] == "arguments"


def test_a_part_that_opens_finds_what_the_facilitator_let_go(opened):
    cast = opened("morele-oordeelsvorming", people=5)
    cast.act(leading.next_part)
    options = cast.round.steps.get(key="options")
    cast.answer(cast.people[0], {"ideas": "Eerst bellen\nDe regel volgen"}, options)
    cast.act(leading.next_part)

    let_all_go(cast, "options")

    arguments = cast.round.steps.get(key="arguments")
    assert sorted(arguments.behaviour.body(arguments)) == ["De regel volgen", "Eerst bellen"]


def test_what_was_let_go_can_be_read_while_people_wait_for_the_next_part(opened):
    cast = opened("morele-oordeelsvorming", people=5)
    case = cast.round.steps.get(key="case")
    cast.answer(cast.people[0], {"facts": "Een inwoner vroeg om uitstel.", "moment": "Bij de brief."}, case)
    cast.act(leading.next_part)
    let_all_go(cast, "case")
    for step in cast.round.steps.filter(state=StepState.OPEN):
        phone_of(cast.people[1]).post(reverse("dialogues:step", args=[cast.dialogue.code, step.pk]), {"pass": "yes"})

    page = now_on(cast, cast.people[1])

    assert page.context["page"].follows_more
    assert "Een inwoner vroeg om uitstel." in page.content.decode()


def test_what_is_for_the_meeting_is_no_part_of_what_people_do_alone(landscape, host):
    place = f"/dialogues/{landscape.dialogue.pk}/"
    before = host.get(place).context["page"]
    landscape.close()
    after = host.get(place).context["page"]

    assert (before.writing_places, after.writing_places) == ([], [])
    assert minutes_of(landscape.round) == sum(step.minutes for step in before.steps[:5])


def test_the_phone_counts_no_step_that_waits_for_the_meeting(opened):
    cast = opened("waardensortering", people=1)

    steps = now_on(cast, cast.people[0]).context["steps"]

    assert steps.count == len(open_now(cast)) < cast.round.steps.count()
    assert steps.left == minutes_of(cast.round)


def test_the_phone_counts_no_minutes_of_a_talk_that_one_passes_by(opened):
    cast = opened("korte-reflectie", people=1)

    steps = now_on(cast, cast.people[0]).context["steps"]

    planned = [(step.minutes, step.behaviour.is_away) for step in cast.round.steps.all()]
    assert any(is_talk for _minutes, is_talk in planned)
    assert steps.left == sum(minutes for minutes, is_talk in planned if not is_talk)


def test_at_home_before_a_live_round_the_phone_counts_what_is_open(opened):
    cast = opened("waardensortering", people=1, mode="live")

    steps = now_on(cast, cast.people[0]).context["steps"]

    assert (steps.number, steps.count) == (1, 2)


def test_the_facilitator_goes_on_from_the_page_of_the_dialogue(opened, host):
    cast = opened("morele-oordeelsvorming")
    page = host.get(reverse("dialogues:dialogue", args=[cast.dialogue.pk]))

    host.post(reverse("dialogues:act", args=[cast.dialogue.pk, "next-part"]), {"version": cast.round.version})

    assert [step.key for step in page.context["page"].next_part] == ["missing", "options"]
    assert open_now(cast) == ["missing", "options"]


def test_after_the_last_part_there_is_no_next(opened):
    cast = opened("korte-reflectie")

    with pytest.raises(NotPossible):
        cast.act(leading.next_part)


def test_at_the_last_day_what_is_open_closes_and_what_waits_does_not_come(opened):
    cast = opened("morele-oordeelsvorming")

    closing.close_due_rounds(timezone.now() + timedelta(days=4))

    states = {step.key: step.state for step in cast.round.steps.all()}
    assert states["involved"] == StepState.CLOSED
    assert states["arguments"] == StepState.SKIPPED


# At home and together


def test_a_live_round_lets_people_sort_at_home_before_it_begins(opened):
    cast = opened("waardensortering", people=2, mode="live")

    page = now_on(cast, cast.people[0]).context["page"]

    assert open_now(cast) == ["now", "meaning"]
    assert page.at.step.key == "now"


def test_who_comes_to_the_meeting_is_where_the_facilitator_is(opened):
    cast = opened("waardensortering", people=2, mode="live")

    led = [cast.next().key for _number in range(3)]

    assert led == ["welcome", "now", "meaning"]
    assert now_on(cast, cast.people[0]).context["page"].at.step.key == "meaning"
    assert cast.round.steps.get(key="now").is_closed
    assert cast.step.ends_at is not None


def test_an_open_round_that_ends_in_a_meeting_becomes_live(opened, host):
    cast = opened("waardensortering", people=2)
    assert open_now(cast) == ["welcome", "now", "meaning"]

    reply = host.post(reverse("dialogues:act", args=[cast.dialogue.pk, "gather"]), {"version": cast.round.version})

    assert reply.url == reverse("dialogues:console", args=[cast.dialogue.pk])
    assert cast.round.is_live
    assert cast.next().key == "picture"
    assert cast.round.steps.get(key="now").is_closed


def test_a_meeting_begins_once(opened):
    cast = opened("waardensortering")
    cast.act(leading.gather)

    with pytest.raises(NotPossible):
        cast.act(leading.gather)


def test_a_round_that_met_still_closes_on_its_last_day(opened):
    cast = opened("waardensortering")
    cast.act(leading.gather)

    assert closing.close_due_rounds(timezone.now() + timedelta(days=4)) == 1


@pytest.mark.parametrize("number", range(3))
def test_every_approach_that_can_be_open_comes_to_its_end(number, opened, pack):
    ready = [listed.recipe.key for listed in all_approaches() if listed.can_start and "open" in listed.recipe.modes]
    for key in sorted(ready)[number::3]:
        cast = opened(key, people=1)
        while next_part(cast.round):
            cast.act(leading.next_part)
        waiting = [step for step in cast.round.steps.all() if step.is_waiting]
        assert not waiting or waiting[0].params.get("mode") == "live", key
