"""A landscape of opinions is measured: whose votes were among them?"""

import pytest

from attack.membership import BOUND, measured, registered, series
from goedwerk_analysis.disclosure import landscape

PEOPLE, GROUPS, SEED = 100, 40, 4


def advantage():
    return measured(registered()["landscape"], people=PEOPLE, groups=GROUPS, seed=SEED).advantage


def test_the_landscape_of_a_hundred_people_hardly_tells_whose_votes_they_are():
    assert advantage() < BOUND


def test_with_more_statements_at_each_end_and_a_finer_map_it_would(monkeypatch):
    monkeypatch.setattr(landscape, "PEOPLE_PER_END", 25)
    monkeypatch.setattr(landscape, "SMALLEST_MAP", 50)
    monkeypatch.setattr(landscape, "coarser", lambda picture: picture)

    assert advantage() > BOUND


@pytest.mark.parametrize("people", [20, 49])
def test_groups_that_are_too_small_give_the_attack_nothing(people):
    assert series(registered()["landscape"], groups=2, people=people, seed=1) == []
