import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from goedwerk_analysis.comparison.dispersion import agreement_within
from goedwerk_analysis.comparison.partition import partition
from goedwerk_analysis.simulation import (
    DECKS,
    LARGE,
    NONE,
    SMALL,
    Population,
    draw_camps,
    draw_retests,
    draw_two_conditions,
)
from goedwerk_analysis.viewpoints import analyse


@pytest.mark.parametrize("kind", ["normal", "skewed"])
@pytest.mark.parametrize("n_cards", [16, 36])
def test_the_same_seed_draws_the_same_people(kind, n_cards):
    one, other = (Population(n_cards, SMALL, seed=1, kind=kind).draw(50, 10, seed=2).sorts for _ in range(2))

    np.testing.assert_array_equal(one.positions, other.positions)
    assert one.attribute("role").tolist() == other.attribute("role").tolist()
    assert one.forced
    assert one.distribution.tolist() == DECKS[n_cards].tolist()


def test_each_organisation_has_one_type_and_two_people():
    sorts = Population(16, SMALL, seed=1).draw(200, 20, seed=2).sorts
    pairs = set(zip(sorts.attribute("organisation").tolist(), sorts.attribute("type").tolist(), strict=True))

    assert len(pairs) == 20
    assert np.unique(sorts.attribute("organisation"), return_counts=True)[1].min() >= 2


def test_stronger_effects_make_larger_shares():
    shares = [
        partition(Population(16, strength, seed=1).draw(400, 20, seed=2).sorts, ["work"]).share("work").estimate
        for strength in (NONE, SMALL, LARGE)
    ]

    assert shares == sorted(shares)
    assert abs(shares[0]) < 0.01 < shares[2]


def test_skewed_populations_agree_unequally_and_normal_ones_do_not():
    spreads = {}
    for kind in ("normal", "skewed"):
        sorts = Population(16, NONE, seed=1, kind=kind).draw(1500, 20, seed=2).sorts
        agreed = [group.agreement for group in agreement_within(sorts, "role", permutations=1).groups]
        spreads[kind] = max(agreed) - min(agreed)

    assert spreads["normal"] < 0.06 < spreads["skewed"]


def test_people_of_a_population_lay_around_what_is_expected_of_them():
    population = Population(16, LARGE, seed=1)
    draw = population.draw(400, 20, seed=2)

    expected = population.expected(draw, times=50, seed=3)

    np.testing.assert_allclose((draw.sorts.positions - expected).mean(axis=0), 0, atol=0.3)


def test_known_viewpoints_are_found_again():
    camps = draw_camps(60, 3, seed=4, noise=0.5)

    found = analyse(camps.sorts, 3)

    alike = np.corrcoef(found.arrays.T, camps.ideal)[:3, 3:]
    rows, columns = linear_sum_assignment(-np.abs(alike))
    assert np.abs(alike[rows, columns]).min() > 0.9


def test_mood_lowers_the_likeness_of_laying_twice():
    population = Population(36, SMALL, seed=1)

    def likeness(mood):
        first, again = draw_retests(population, 40, seed=2, mood=mood)
        return (first.positions * again.positions).sum(axis=1).mean()

    assert likeness(0.2) > likeness(1.0)


def test_a_shift_reaches_the_cards_it_should():
    first, second, moved = draw_two_conditions(Population(36, SMALL, seed=2), 300, seed=3, shift=1.0)

    change = (second.positions - first.positions).mean(axis=0)

    assert np.corrcoef(change, moved)[0, 1] > 0.9
