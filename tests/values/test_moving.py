"""What moved between two sorts, through the door of findings: of the same people, or of two rounds."""

from __future__ import annotations

from uuid import UUID

import numpy as np
import pytest
from django.utils.translation import override

from goedwerk.reports.release import Run, release
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.simulation import LARGE, Population
from goedwerk_analysis.sorts_shown import MovesPicture
from kind_steps import step_of

CARDS = [f"c{at}" for at in range(1, 17)]
DECK = [{"id": key, "name": {"nl": key, "en": key}, "meaning": {"nl": "", "en": ""}} for key in CARDS]
SHAPE = [1, 2, 3, 4, 3, 2, 1]


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def sort_step(key, round=None, **params):
    condition = {"nl": key, "en": key}
    step = step_of("sort", set="values", shape=SHAPE, condition=condition, **params)
    step.round.dialogue.material = {"values": {"cards": DECK}}
    step.round = round or step.round
    step.key = step.document["id"] = key
    return step


def sorts(people, *, shift=0.0, seed=1, first=0):
    population, random = Population(16, LARGE, 1), np.random.default_rng(seed)
    lasting = population.common + population.personal(random, np.ones(people))
    rows = population.lay(lasting + np.where(np.arange(16) < 3, shift, 0.0)).astype(int).tolist()
    return {UUID(int=first + at): dict(zip(CARDS, row, strict=True)) for at, row in enumerate(rows)}


def twice(people, **second):
    now = sort_step("now")
    again = sort_step("company", now.round, repeat_of="now", **second)
    return Run(now, sorts(people)), Run(again, sorts(people, shift=1.5))


def test_two_hundred_people_see_what_they_together_place_elsewhere():
    first, second = twice(200)

    shown = release(second, [first])

    assert {(each.card, each.direction) for each in shown["moved"].told} >= {(card, "higher") for card in CARDS[:3]}


def test_the_picture_of_a_company_says_what_makes_this_work_special():
    first, second = twice(200, special=True)
    shown = release(second, [first])
    second.step.sibling = lambda key: first.step

    *_others, special = second.step.behaviour.pictures(second.step, shown)

    assert "Weighs less in this work" in special.sentence
    assert special.figure.groups[0].title == "“now” beside “company”"


def test_fewer_people_see_the_two_lists_and_no_moves():
    first, second = twice(199)

    assert release(second, [first])["moved"] == Withheld("few")


def test_nothing_is_said_to_have_moved_when_somebody_came_in_between():
    first, second = twice(200)
    newcomer = Run(second.step, {**second.answers, UUID(int=10_000): None})

    assert "moved" not in release(newcomer, [first])


def test_two_large_rounds_of_other_people_show_what_has_moved():
    before = Run(sort_step("now"), sorts(220))
    now = Run(sort_step("now"), sorts(240, shift=1.5, seed=2, first=5_000))

    drifted = release(now, [before])["drifted"]

    assert isinstance(drifted, MovesPicture)
    assert (drifted.before, drifted.people, drifted.same_people) == (220, 240, False)
    assert {(each.card, each.direction) for each in drifted.told} >= {(card, "higher") for card in CARDS[:3]}


def test_two_small_rounds_make_no_claim():
    before, now = Run(sort_step("now"), sorts(30)), Run(sort_step("now"), sorts(30, seed=2, first=5_000))

    assert release(now, [before])["drifted"] == Withheld("few")


def test_a_round_of_which_the_answers_are_erased_is_not_compared():
    before, now = Run(sort_step("now"), {}), Run(sort_step("now"), sorts(240))

    assert "drifted" not in release(now, [before])


def test_another_condition_of_an_earlier_round_is_not_compared():
    before, now = Run(sort_step("company"), sorts(220)), Run(sort_step("now"), sorts(240, seed=2, first=5_000))

    assert "drifted" not in release(now, [before])


def test_of_a_whole_group_nothing_is_said_to_have_moved():
    first, second = twice(200)
    second.step.round.dialogue.is_whole_group = True

    assert "moved" not in release(second, [first])
