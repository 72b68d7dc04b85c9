"""What often goes wrong, in plain words; and what keeps a version from being kept."""

import pytest

from approaches.drafts import SIX, draft_of, params_in, with_params
from goedwerk.approaches import drafting, problems, stage, tips
from goedwerk.approaches.models import OwnApproach
from goedwerk.organisations.models import Organisation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

WHOLE = ("welcome", "read", "choice", "reveal", "group_talk", "residue", "commit")


def titles(draft, available=480):
    own = OwnApproach(draft=draft, organisation=Organisation(name="Gemeente Waterrijk"))
    return [tip.title for tip in tips.tips_for(draft, minutes_available=available, readers=stage.readers(own))]


def test_a_whole_approach_gets_no_tips():
    assert titles(draft_of(*WHOLE)) == []


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        (("choice", *WHOLE[3:]), "Nobody is welcomed."),
        (("welcome", "reveal", *WHOLE[4:]), "There is a picture without a private step before it."),
        (("welcome", "read", "choice", *WHOLE[4:]), "“Choice” is never shown."),
        (("welcome", "read", "choice", "reveal", "residue", "commit"), "Nobody talks."),
        (SIX, "There is no step ‘What still rubs’."),
        (WHOLE[:-1], "Nobody sees to it that something happens."),
        (
            ("welcome", "read", "choice", "reveal", "values_pick", "reveal", *WHOLE[4:]),
            "Between “The picture” and “The picture” nobody talks.",
        ),
    ],
)
def test_each_thing_that_often_goes_wrong_is_told(kinds, wanted):
    assert wanted in titles(draft_of(*kinds))


def test_more_minutes_than_there_are_is_told():
    draft = draft_of(*WHOLE)

    assert titles(draft, available=draft["minutes"]) == []
    assert titles(draft, available=draft["minutes"] - 3) == ["The steps take 3 minutes more than you have."]


def test_a_first_choice_without_a_second_is_told():
    draft = with_params(draft_of(*WHOLE), "choice", occasion="first")

    assert titles(draft) == ["“Choice” is a first choice, but there is no second."]


def test_a_text_for_oneself_needs_no_picture():
    draft = with_params(draft_of("welcome", "text", *WHOLE[1:]), "text", reader="self")

    assert titles(draft) == []


def test_an_intention_of_ones_own_is_nobody_elses_promise():
    draft = with_params(draft_of(*WHOLE), "commit", personal=True)

    assert titles(draft) == ["Nobody sees to it that something happens."]


def test_talk_in_a_round_of_some_days_is_told():
    draft = {**draft_of(*WHOLE), "modes": ["live", "open"]}

    assert titles(draft) == ["In a round of some days nobody talks."]


def test_a_step_without_english_is_told_and_stops_nothing():
    draft = draft_of(*WHOLE)
    choice = {**drafting.step_of(draft, "choice"), "title": {"nl": "Keuze"}}

    draft = drafting.replaced(draft, "choice", choice)

    assert titles(draft) == ["1 step has no English title."]
    assert problems.problems_of(draft) == []


# What does stop


def test_a_step_that_refers_to_a_later_one_stops():
    draft = drafting.moved(draft_of(*WHOLE), "reveal", by=-1)

    (problem,) = problems.problems_of(draft)

    assert (problem.step, problem.where) == ("reveal", "The picture")
    assert problem.text == "The step 'choice' is not earlier than this one; refer to an earlier step or move it."


def test_a_second_choice_without_a_first_stops():
    draft = with_params(draft_of(*WHOLE), "choice", occasion="second")

    assert [problem.step for problem in problems.problems_of(draft)] == ["choice"]


def test_a_shape_that_fits_no_deck_stops(pack):
    draft = draft_of("welcome", "sort", "reveal")
    assert problems.problems_of(draft) == []

    draft = with_params(draft, "sort", shape=[1, 1, 1])

    assert [problem.step for problem in problems.problems_of(draft)] == ["sort"]


def test_nothing_of_a_draft_without_steps_is_a_tip():
    assert titles(draft_of()) == []
    assert problems.problems_of(draft_of())


def test_a_reference_to_nothing_stops():
    draft = drafting.without_step(draft_of(*WHOLE), "choice")

    (problem,) = problems.problems_of(draft)

    assert params_in(draft, "reveal")["of"] == ["choice"]
    assert problem.step == "reveal"
