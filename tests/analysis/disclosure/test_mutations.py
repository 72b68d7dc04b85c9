"""Every rule is needed: without it the attack finds somebody."""

import numpy as np
import pytest

from analysis.disclosure.test_rounds import product_of
from analysis.disclosure.worlds import (
    Aim,
    alike,
    choice_aims,
    counts_of,
    exposed,
    pictures_of,
    worlds,
)
from goedwerk_analysis.disclosure import audit, choice, release_choice, thresholds
from goedwerk_analysis.released import ChoicePicture, Label, Range, ShiftPicture


def found(people, options, insiders, release=None):
    rows = worlds(people, options)
    return int(exposed(rows, pictures_of(rows, release), choice_aims(options), insiders).sum())


def class_aims(options):
    group, answer = np.divmod(np.arange(2 * options), options)
    return [Aim(group == at, (group == at) & (answer == own)) for at in (0, 1) for own in range(options)]


def found_in_classes(sizes, options, insiders, *pictures):
    """Exposed people when the pictures show these sums over two classes."""
    rows = product_of(*(worlds(size, options) for size in sizes))
    one, two = rows[:, :options], rows[:, options:]
    looks = alike(*(pictures_of(picture(one, two)) for picture in pictures))
    return int(exposed(rows, looks, class_aims(options), insiders).sum())


def first_class(one, _two):
    return one


def second_class(_one, two):
    return two


def total(one, two):
    return one + two


def test_hiding_a_unanimous_result_tells_each_participant_that_all_agreed():
    def hidden(counts):
        return "withheld" if max(counts.counts) == counts.people else release_choice(counts)

    assert found(7, 3, 1, hidden) > 0


def test_showing_a_unanimous_result_tells_everybody():
    def shown(counts):
        return release_choice(counts), max(counts.counts) == counts.people

    assert found(7, 3, 0, shown) > 0


def test_a_true_zero_tells_what_the_last_two_left_over():
    def with_zeros(counts):
        return release_choice(counts), tuple(count == 0 for count in counts.counts)

    assert found(6, 3, 0, with_zeros) > 0


def test_counts_expose():
    assert found(8, 3, 1, lambda counts: counts.counts) > 0


@pytest.mark.parametrize("smallest", [2, 3, 4])
def test_groups_under_five_can_be_shown_nothing(smallest, monkeypatch):
    monkeypatch.setattr(choice, "SMALLEST_GROUP", smallest)

    assert found(smallest, 2, 1) > 0


def test_a_total_beside_the_classes_can_be_subtracted():
    assert found_in_classes((6, 6), 2, 0, first_class, second_class, total) > 0
    assert found_in_classes((6, 6), 2, 1, first_class, second_class) == 0


def test_a_total_beside_the_one_large_class_can_be_subtracted():
    assert found_in_classes((6, 2), 2, 0, first_class, total) > 0
    assert found_in_classes((6, 2), 2, 0, total) == 0


def test_reopening_after_one_late_answer_gives_it_away():
    late, options = np.eye(3, dtype=np.int8), 3
    rows = product_of(worlds(7, options), late)
    others, one = rows[:, :options], rows[:, options:]
    before = pictures_of(others + np.array([0, 0, 1], dtype=np.int8))

    looks = alike(before, pictures_of(others + one))

    assert exposed(rows, looks, class_aims(options), 0).any()
    assert not exposed(rows, before, class_aims(options), 0).any()


def disjoint_lists(first, second):
    """Pictures of a first and a second choice by the same people, who had no option in common."""
    one, two = (release_choice(counts_of(row)) for row in (first, second))
    return audit(one, second=two, shift=ShiftPicture(one.people, True))


@pytest.mark.parametrize(
    ("first", "second"),
    [((3, 3, 3, 0, 0, 0), (0, 0, 0, 3, 3, 3)), ((7, 5, 0, 0, 0), (0, 0, 7, 5, 0))],
    ids=["list of nine", "bands of twelve"],
)
def test_without_slack_the_sum_proves_that_everybody_changed(first, second, monkeypatch):
    assert disjoint_lists(first, second).is_safe

    monkeypatch.setattr(choice, "has_slack", lambda *_args, **_kwargs: True)

    assert "changed" in {exposure.known for exposure in disjoint_lists(first, second).exposures}


def test_a_list_beside_a_majority_proves_that_everybody_changed(monkeypatch):
    first, second = (5, 3, 0, 0, 0), (0, 0, 5, 3, 0)
    assert disjoint_lists(first, second).is_safe

    monkeypatch.setattr(choice, "_majority_picture", majority_and_list)

    assert "changed" in {exposure.known for exposure in disjoint_lists(first, second).exposures}


def majority_and_list(counts):
    scale = (Label("band", Range(0, 2)), Label("band", Range(3, 4)), Label("band", Range(5, 8)))
    labels = tuple(next(label for label in scale if count in label.range) for count in counts.counts)
    return ChoicePicture(counts.people, "bands", counts.options, labels)


def test_too_little_room_under_the_top_band_exposes(monkeypatch):
    monkeypatch.setattr(thresholds, "majority", lambda people: people - 1)
    monkeypatch.setattr(choice, "majority", lambda people: people - 1)

    assert found(6, 2, 1) > 0
