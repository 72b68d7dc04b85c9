"""Which statement to show next: where we are least sure, fair to new ones, the same under a seed."""

import time
from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_analysis.opinions.routing import Route, splitmix, weights

EVEN = np.full((3, 6), 20)


@given(st.sets(st.integers(0, 7)), st.integers(0, 2**64 - 1))
def test_nobody_gets_a_statement_twice(voted, seed):
    route = Route.of(np.arange(8.0) + 1)

    shown = route.next(voted, seed=seed)

    assert shown is None if len(voted) == 8 else shown not in voted


@given(st.integers(0, 2**64 - 1))
def test_the_same_seed_gives_the_same_statement(seed):
    route = Route.of(np.array([1.0, 2.0, 3.0]))

    assert route.next({1}, seed=seed) == route.next({1}, seed=seed)


def test_draws_follow_the_weights():
    route = Route.of(np.array([1.0, 0.0, 3.0]))

    drawn = Counter(route.next(set(), seed=seed) for seed in range(4000))

    assert drawn[1] == 0
    assert 0.71 < drawn[2] / 4000 < 0.79


def test_new_statements_catch_up():
    tallies = EVEN.copy()
    tallies[:, 0] = 0

    weight = weights(tallies)

    assert weight[0] > 4 * weight[1]


def test_what_everybody_answers_alike_is_asked_less():
    tallies = EVEN.copy()
    tallies[:, 0] = [0, 0, 60]

    weight = weights(tallies)

    assert weight[0] < weight[1:].min() / 2


def test_unclear_statements_are_asked_less_and_never_vanish():
    tallies = EVEN.copy()
    tallies[:, 0] = [2, 56, 2]

    weight = weights(tallies)

    assert 0 < weight[0] < weight[1:].min()


def test_statements_that_carry_the_lines_are_asked_more():
    weight = weights(EVEN, strength=np.array([0.0, 0.1, 0.2, 0.3, 0.4, 0.5]))

    assert (np.diff(weight) > 0).all()


def test_statements_that_may_not_be_shown_are_not():
    shown = np.array([False, True, True, True, True, True])
    route = Route.of(weights(EVEN, shown=shown))

    assert all(route.next(set(), seed=seed) != 0 for seed in range(500))


def test_no_statements_at_all_is_no_error():
    assert Route.of(np.array([])).next(set(), seed=1) is None


def test_more_votes_go_where_we_know_least_until_all_are_known_alike():
    rng = np.random.default_rng(2)
    likes = np.array([0.5, 0.9, 0.5, 0.95, 0.5])
    tallies = np.zeros((3, 5), dtype=int)
    tallies[2, :2] = 40  # two old statements

    for turn in range(300):
        column = Route.of(weights(tallies)).next(set(), seed=turn)
        tallies[2 if rng.random() < likes[column] else 0, column] += 1

    seen = tallies.sum(axis=0)
    assert seen.min() > 25
    assert seen[[2, 4]].min() > seen[3]


def test_the_generator_is_the_published_one():
    # Known values of SplitMix64 from seed 0.
    state, first = splitmix(0)

    assert state == 0x9E3779B97F4A7C15
    assert first == (0xE220A8397B1DCDAF >> 11) / (1 << 53)


def test_a_draw_takes_microseconds():
    route = Route.of(np.random.default_rng(1).random(1000))
    voted = set(range(0, 1000, 3))

    begun = time.process_time()
    for seed in range(2000):
        route.next(voted, seed=seed)

    assert (time.process_time() - begun) / 2000 < 100e-6
