"""A next round: the same dialogue and places, come in to again; what may be compared, and what never is."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from cast import Cast, prepare
from dialogues.phones import Phone, words
from goedwerk.accounts import tokens
from goedwerk.dialogues import queries
from goedwerk.dialogues.actions import erasing, leading, rounds, taking_part
from goedwerk.dialogues.actions.rounds import NextRound
from goedwerk.dialogues.errors import NotPossible
from goedwerk.dialogues.models import Participation, Round
from goedwerk.reports.queries import released_of
from goedwerk_analysis.released import ChoicePicture, Withheld

STEPS = ("read", "first", "picture")


@pytest.fixture
def first(play, dagstart):
    """Nine people who all made the same first choice; the round is closed."""
    cast = play(dagstart, people=9)
    cast.go_to("first")
    cast.answer_all({"option": options_of(cast)[0]})
    cast.close()
    return cast


def options_of(cast: Cast) -> list[str]:
    return [option["id"] for option in cast.dialogue.material["dilemma"]["options"]]


def next_round(cast: Cast, *, steps=STEPS, number=2, **more) -> Round:
    decided = NextRound(number=number, mode="live", steps=steps, **more)
    return rounds.make_next(dialogue=cast.dialogue, user=cast.facilitator, decided=decided)


def again(cast: Cast, *, people: int, newcomers: int = 0, option: int = 0) -> dict:
    """Lead a next round in which so many come in again; what is released of its choice."""
    next_round(cast)
    cast.act(leading.open_round)
    cast.people = [come_in(cast, person.token) for person in cast.people[:people]]
    for _ in range(newcomers):
        cast.join()
    step = cast.go_to("first")
    cast.answer_all({"option": options_of(cast)[option]})
    cast.close()
    return released_of(step)


def come_in(cast: Cast, token: str):
    return taking_part.join(dialogue=cast.dialogue, token=token)


def test_what_was_typed_in_the_round_before_comes_back(play, dagstart):
    cast = play(dagstart, people=6)
    phone = Phone(dagstart).join()
    step = cast.go_to("harvest")
    field = step.behaviour.form(step).boxes[0].name
    cast.close()
    next_round(cast)
    cast.act(leading.open_round)

    page = phone.send(step, **{field: "Een zin die niet weg mag"})

    assert page.status_code == 409
    assert "Een zin die niet weg mag" in words(page)
    assert "What you filled in is not lost" in words(page)


def test_the_address_of_a_step_of_the_round_before_leads_to_now(first):
    step = first.round.steps.get(key="first")
    next_round(first)

    page = Phone(first.dialogue).look("step", step.pk, follow=False)

    assert (page.status_code, page.url) == (302, f"/d/{first.dialogue.code}/")


# Making one


def test_a_next_round_has_the_chosen_steps_and_the_same_recipe_and_material(first):
    made = next_round(first)

    assert [(step.key, step.is_waiting) for step in made.steps.all()] == [(key, True) for key in STEPS]
    assert (made.number, made.state) == (2, "prepared")
    assert first.dialogue.rounds.count() == 2


def test_pressed_twice_it_is_one_round(first):
    made, pressed_again = next_round(first), next_round(first)

    assert made == pressed_again


def test_there_is_no_next_round_as_long_as_this_one_runs(play, dagstart):
    cast = play(dagstart, people=1)

    with override("en"), pytest.raises(NotPossible, match="Close this round first"):
        next_round(cast)


@pytest.mark.parametrize(
    ("steps", "why"), [((), "at least one step"), (("picture",), "builds on"), (("nothing",), "at least one step")]
)
def test_a_round_that_could_not_run_is_not_made(first, steps, why):
    with override("en"), pytest.raises(NotPossible, match=why):
        next_round(first, steps=steps)

    assert first.dialogue.rounds.count() == 1


def test_a_planned_day_is_kept_with_the_dialogue_and_is_gone_once_the_round_is_made(first):
    day = date(2027, 3, 1)
    first.act(rounds.plan_next, day=day)
    first.dialogue.refresh_from_db()
    planned = first.dialogue.next_round_on

    next_round(first)

    first.dialogue.refresh_from_db()
    assert planned == day
    assert first.dialogue.next_round_on is None


# Coming in again


def test_a_place_of_the_first_round_is_no_presence_in_the_second(first):
    next_round(first)
    first.act(leading.open_round)

    assert queries.people_in(first.dialogue) == 0
    assert not queries.is_present(first.round, first.people[0].participation)


def test_the_same_token_comes_in_to_the_same_place(first):
    next_round(first)
    first.act(leading.open_round)

    back = come_in(first, first.people[0].token)

    assert back.participation == first.people[0].participation
    assert queries.people_in(first.dialogue) == 1
    assert Participation.objects.count() == 9


def test_the_number_of_people_of_a_closed_round_does_not_change(first):
    before = Round.objects.get(number=1).people

    again(first, people=5)
    taking_part.leave(participation=first.people[0].participation)

    assert before == 9
    assert [each.people for each in Round.objects.order_by("number")] == [9, 5]


def test_whoever_comes_back_reads_what_holds_and_is_in_with_one_press(first):
    next_round(first)
    first.act(leading.open_round)
    phone = Phone(first.dialogue)
    phone.post("come-back", code=first.people[0].token)

    before = words(phone.look())
    after = words(phone.post("take-part"))

    assert "Welcome back" in before
    assert "This is round 2 of the same dialogue." in before
    assert "All answers are erased" in before
    assert "You are here." in after
    assert queries.people_in(first.dialogue) == 1


def test_nothing_is_kept_of_who_did_not_come_in_again(first):
    next_round(first)
    first.act(leading.open_round)
    step = first.go_to("first")
    phone = Phone(first.dialogue)
    phone.post("come-back", code=first.people[0].token)

    phone.send(step, option=options_of(first)[0])

    assert queries.answer_of(step, first.people[0].participation) is None


def test_a_newcomer_is_told_which_round_it_is(first):
    next_round(first)
    first.act(leading.open_round)

    assert "This is round 2. Were you there before?" in words(Phone(first.dialogue).look())


def test_between_two_rounds_who_took_part_finds_the_report(first):
    next_round(first)
    phone = Phone(first.dialogue)
    phone.post("come-back", code=first.people[0].token)

    assert "Read what came of the round before" in words(phone.look())
    assert "Read what came of the round before" not in words(Phone(first.dialogue).look())


def test_a_token_that_stopped_opens_nothing_in_a_next_round(first):
    token = first.people[0].token
    taking_part.leave(participation=first.people[0].participation)
    next_round(first)
    first.act(leading.open_round)

    assert queries.participation_by_token(first.dialogue, token) is None
    assert not Participation.objects.filter(token_hash=tokens.hashed(token)).exists()


# What may be shown


def test_the_same_people_get_a_picture_of_their_own_and_no_count_of_who_changed(first):
    released = again(first, people=9, option=1)

    assert released["choice"].leading == options_of(first)[1]
    assert "shift" not in released


def test_after_somebody_came_only_what_coming_cannot_explain_is_told(first):
    released = again(first, people=9, newcomers=1)["choice"]

    assert isinstance(released, ChoicePicture)
    assert released.form == "withheld-comparison"


def test_the_same_people_are_still_known_to_be_the_same_once_answers_are_erased(first):
    erasing.erase(Round.objects.get(number=1))

    released = again(first, people=9, option=1)["choice"]

    assert released.form == "majority"


def test_after_erasing_too_a_newcomer_is_never_told_apart(first):
    erasing.erase(Round.objects.get(number=1))

    released = again(first, people=8, newcomers=1)["choice"]

    assert released.form == "withheld-comparison"


def test_where_only_some_were_at_a_step_it_is_not_known_who_once_it_is_erased(play, dagstart):
    cast = play(dagstart, people=8)
    cast.go_to("first")
    cast.answer_all({"option": options_of(cast)[0]})
    cast.next()
    cast.join()
    cast.close()
    erasing.erase(Round.objects.get(number=1))

    released = again(cast, people=8)["choice"]

    assert released.comparable == ()


def test_answers_of_the_second_round_are_erased_on_their_own_day(first):
    again(first, people=9)
    now = timezone.now() + timedelta(days=8)

    erased = erasing.erase_due_rounds(now)

    assert erased == 2
    assert not queries.own_answers(first.people[0].participation)


def test_what_somebody_said_of_themselves_goes_with_their_own_last_answers(membership, pack, play):
    dialogue = prepare(membership, "dagstart-dilemma", attribute="role")
    cast = play(dialogue, people=6, attributes=("manager",))
    cast.go_to("first")
    cast.close()
    next_round(cast)
    cast.act(leading.open_round)
    come_in(cast, cast.people[0].token)

    erasing.erase(Round.objects.get(number=1))

    said = list(Participation.objects.values_list("attribute", flat=True))
    assert sorted(said) == ["", "", "", "", "", "manager"]


def test_whoever_is_not_known_any_more_is_asked_again(membership, pack, play):
    dialogue = prepare(membership, "dagstart-dilemma", attribute="role")
    cast = play(dialogue, people=6, attributes=("manager",))
    cast.close()
    erasing.erase(cast.round)
    next_round(cast)
    cast.act(leading.open_round)
    phone = Phone(dialogue)
    phone.post("come-back", code=cast.people[0].token)

    asked = "What is your role in your work?" in words(phone.look())
    phone.post("take-part", attribute="employee")

    assert asked
    assert sorted(Participation.objects.values_list("attribute", flat=True))[-1] == "employee"


def test_a_group_that_was_too_small_the_first_time_may_see_a_picture_the_second(play, dagstart):
    cast = play(dagstart, people=4)
    step = cast.go_to("first")
    cast.close()
    few = released_of(step)["choice"]

    cast.people = cast.people[:4]
    released = again(cast, people=4, newcomers=2)["choice"]

    assert few == Withheld("few")
    assert isinstance(released, ChoicePicture)
