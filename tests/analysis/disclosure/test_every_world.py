"""The gate attacked by enumeration: every answer of every small group, every coalition, the real release functions.

The numbers are those of `docs/method/disclosure.md`.
"""

from functools import cache

import numpy as np
import pytest

from analysis.disclosure.worlds import (
    alike,
    choice_aims,
    exposed,
    pictures_of,
    two_choice_aims,
    worlds,
)

SINGLE = [(people, options) for people in range(5, 15) for options in range(2, 6)]
DOUBLE = [(n, 2) for n in range(5, 25)] + [(n, 3) for n in range(5, 12)] + [(n, 4) for n in range(5, 9)]


@cache
def single_pictures():
    return [(n, worlds(n, options), pictures_of(worlds(n, options))) for n, options in SINGLE]


def two_choices(people, options):
    """All first and second answers, and what is shown of them: two pictures and whether more than half changed."""
    rows = worlds(people, options * options)
    table = rows.reshape(-1, options, options)
    first, second = table.sum(axis=2), table.sum(axis=1)
    changed = people - np.trace(table, axis1=1, axis2=2)
    return rows, alike(pictures_of(first), pictures_of(second), changed >= people // 2 + 1)


def exposed_in_two(people, options, insiders):
    rows, looks = two_choices(people, options)
    return int(exposed(rows, looks, two_choice_aims(options), insiders).sum())


def exposed_in_one(insiders):
    return {
        n: sum(
            int(exposed(rows, looks, choice_aims(rows.shape[1]), insiders).sum())
            for size, rows, looks in single_pictures()
            if size == n
        )
        for n in range(5, 15)
    }


def test_all_count_vectors_of_small_groups_are_here():
    assert sum(len(rows) for _, rows, _ in single_pictures()) == 15_242


@pytest.mark.parametrize("insiders", [0, 1])
def test_no_single_picture_lets_anybody_alone_be_certain_of_a_colleague(insiders):
    assert sum(exposed_in_one(insiders).values()) == 0


def test_two_together_are_certain_only_in_groups_of_five_and_six():
    found = exposed_in_one(2)

    assert sum(found.values()) == 170
    assert {people for people, hits in found.items() if hits} == {5, 6}


def test_three_together_are_certain_in_as_many_worlds_as_the_method_admits():
    assert sum(exposed_in_one(3).values()) == 941


def test_all_first_and_second_choices_of_small_groups_are_here():
    assert sum(len(worlds(people, options * options)) for people, options in DOUBLE) == 918_276


@pytest.mark.parametrize("insiders", [0, 1])
@pytest.mark.parametrize(("people", "options"), DOUBLE)
def test_no_two_pictures_and_the_shift_let_anybody_alone_be_certain(people, options, insiders):
    assert exposed_in_two(people, options, insiders) == 0


@pytest.mark.parametrize(("people", "options"), [(n, k) for n, k in DOUBLE if n > 6 and n != 8 and k < 4])
def test_two_together_are_not_certain_after_two_choices_from_seven_people_on(people, options):
    assert exposed_in_two(people, options, 2) == 0


@pytest.mark.parametrize(("people", "options"), [(5, 2), (5, 3), (6, 2), (6, 3), (8, 2), (8, 3)])
def test_two_together_can_be_certain_after_two_choices_where_the_method_says_so(people, options):
    assert exposed_in_two(people, options, 2) > 0


@pytest.mark.parametrize("options", [2, 3])
def test_with_eight_people_it_is_the_shift_alone_that_two_can_use(options):
    rows, looks = two_choices(8, options)
    answers, changed = two_choice_aims(options)[: 2 * options], two_choice_aims(options)[2 * options :]

    assert not exposed(rows, looks, answers, 2).any()
    assert exposed(rows, looks, changed, 2).any()
