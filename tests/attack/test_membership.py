"""Statistical pictures are measured, not proved: whose answer was among them?"""

import numpy as np
import pytest

from attack.membership import BOUND, Scores, advantage, measured, registered, series
from goedwerk_analysis.disclosure import groups


def viewpoints_of(people):
    return measured(registered()["viewpoints"], groups=160, people=people, seed=9).advantage


def test_the_viewpoints_of_forty_people_hardly_tell_whose_sorts_they_are():
    assert viewpoints_of(40) < BOUND


def test_with_every_card_told_they_would(monkeypatch):
    monkeypatch.setattr(groups, "PEOPLE_PER_ITEM", 4)

    assert viewpoints_of(30) > BOUND


def test_groups_that_are_too_small_give_the_attack_nothing():
    assert series(registered()["viewpoints"], groups=3, people=19, seed=1) == []


@pytest.mark.parametrize("name", sorted(registered()))
def test_every_registered_picture_can_be_attacked_and_repeated(name):
    picture = registered()[name]
    once, again = (series(picture, people=max(picture.sizes), groups=2, seed=5) for _ in range(2))

    assert once
    for one, other in zip(once, again, strict=True):
        np.testing.assert_array_equal(np.r_[one.members, one.others], np.r_[other.members, other.others])
        assert len(one.members) == len(one.others)


@pytest.mark.parametrize(("members", "expected"), [([1.0, 2.0], 1.0), ([0.0, 0.0], 0.0)], ids=["told", "not told"])
def test_the_advantage_is_what_telling_members_from_others_gains(members, expected):
    scores = [Scores(np.array(members), np.zeros(2))] * 4

    assert advantage(scores) == expected
