"""Viewpoints are measured, not proved: whose sort was among them?"""

import numpy as np
import pytest

from attack.membership import Scores, advantage, series
from goedwerk_analysis.disclosure import groups


def viewpoints_of_forty():
    return advantage(series("viewpoints", groups=160, people=40, viewpoints=2, seed=9))


def test_the_viewpoints_of_forty_people_hardly_tell_whose_sorts_they_are():
    assert viewpoints_of_forty() < 0.05


def test_with_every_card_told_they_would(monkeypatch):
    monkeypatch.setattr(groups, "PEOPLE_PER_ITEM", 4)

    assert viewpoints_of_forty() > 0.07


def test_groups_that_are_too_small_give_the_attack_nothing():
    assert series("viewpoints", groups=3, people=19, viewpoints=2, seed=1) == []


@pytest.mark.parametrize(("members", "expected"), [([1.0, 2.0], 1.0), ([0.0, 0.0], 0.0)], ids=["told", "not told"])
def test_the_advantage_is_what_telling_members_from_others_gains(members, expected):
    scores = [Scores(np.array(members), np.zeros(2))] * 4

    assert advantage(scores) == expected
