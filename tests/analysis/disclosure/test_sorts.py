"""Sorts: a list of the top zone, a list of the bottom zone, and an attack on both."""

import numpy as np
import pytest

from attack.lists import any_group
from goedwerk_analysis.counts import PickCounts, SortCounts
from goedwerk_analysis.disclosure import Earlier, audit, release_sort, sorts
from goedwerk_analysis.released import Range, Withheld, from_json, to_json

CARDS = tuple("abcdefgh")


def sorted_by(*hands, people=None, zones=(2, 2)):
    return SortCounts.of(CARDS, [(tuple(top), tuple(bottom)) for top, bottom in hands], people or len(hands), zones)


def test_what_more_than_half_put_on_top_and_at_the_bottom_is_listed():
    counts = sorted_by(("ab", "gh"), ("ab", "gh"), ("ac", "gf"), ("ad", "ef"), ("ce", "db"))

    picture = release_sort(counts)

    assert picture.top.listed == ("a",)
    assert picture.bottom.listed == ("g",)
    assert picture.top.labels[0].range == Range(3, 5)


def test_a_list_that_is_full_says_only_that_there_is_no_clear_front():
    hands = [("ab", "gh"), ("ab", "gh"), ("ab", "gd"), ("ac", "gf"), ("bc", "ef"), ("bc", "ed"), ("ac", "hd")]
    counts = sorted_by(*hands)

    picture = release_sort(counts)

    assert picture.top == Withheld("spread")
    assert picture.bottom == Withheld("beside")


def test_a_bottom_list_that_is_full_leaves_the_top_list_as_it_is():
    hands = [("gh", "ab"), ("gh", "ab"), ("gd", "ab"), ("gf", "ac"), ("ef", "bc"), ("ed", "bc"), ("hd", "ac")]

    picture = release_sort(sorted_by(*hands))

    assert picture.top.listed == ("g",)
    assert picture.bottom == Withheld("spread")


def test_under_five_people_nothing_is_shown():
    assert release_sort(sorted_by(*[("ab", "gh")] * 4)) == Withheld("few")


def test_no_second_list_when_somebody_came_or_went():
    before = release_sort(sorted_by(*[("ab", "gh")] * 6))
    after = sorted_by(*[("ab", "gh")] * 7)

    assert release_sort(after, earlier=[Earlier(before, 1, 0)]) == Withheld("changed-group")
    assert release_sort(after, earlier=[Earlier(Withheld("few"), 3, 0)]) == release_sort(after)


def test_nobody_sorts_one_card_into_both_zones():
    with pytest.raises(ValueError, match="both zones"):
        SortCounts(PickCounts(("a",), (4,), 5, 1), PickCounts(("a",), (2,), 5, 1))


def test_counts_of_sorts_add_up():
    one, two = sorted_by(("ab", "gh")), sorted_by(("ac", "gf"), people=3)

    assert one.merge(two) == sorted_by(("ab", "gh"), ("ac", "gf"), people=4)
    assert SortCounts.empty(CARDS, (2, 2)).merge(one) == one


def test_a_stored_picture_reads_back():
    picture = release_sort(sorted_by(*[("ab", "gh")] * 6))

    assert from_json(to_json(picture)) == picture


def test_the_audit_finds_nobody_in_a_hundred_groups():
    random = np.random.default_rng(5)
    groups = [any_group(random, cards=16, zone=int(random.integers(2, 6))) for _ in range(100)]

    assert all(audit(release_sort(group)).is_safe for group in groups)


def test_without_slack_the_audit_finds_somebody(monkeypatch):
    full = SortCounts(PickCounts(CARDS, (3, 3, *[0] * 6), 6, 1), PickCounts(CARDS, (0, 0, 3, 3, *[0] * 4), 6, 1))
    monkeypatch.setattr(sorts, "longest_list", lambda *_args, **_kwargs: 2)
    monkeypatch.setattr(sorts, "majority", lambda people: people // 2)

    assert not audit(release_sort(full)).is_safe


def test_large_zones_of_five_people_get_the_top_list_alone():
    people = [(CARDS[:3], CARDS[5:])] * 5

    assert release_sort(sorted_by(*people, zones=(3, 3))).bottom == Withheld("few")
    assert release_sort(sorted_by(*people, *people[:2], zones=(3, 3))).bottom.listed == tuple("fgh")


def test_zones_that_nearly_fill_the_deck_get_one_list_and_not_of_five():
    people = [(CARDS[:4], CARDS[4:])] * 6

    assert release_sort(sorted_by(*people[:5], zones=(4, 4))) == Withheld("few")
    assert release_sort(sorted_by(*people, zones=(4, 4))).bottom == Withheld("few")
