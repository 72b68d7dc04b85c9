"""Sorts: a list of the top zone, a list of the bottom zone, and an attack on both."""

from itertools import combinations

import numpy as np
import pytest

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
    assert picture.bottom.listed == ("g",)


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


def any_group(random):
    people, size = int(random.integers(5, 41)), int(random.integers(2, 6))
    liking = random.dirichlet(np.full(16, random.choice([0.2, 0.6, 2])))
    order = [np.argsort(-(np.log(liking + 1e-9) + random.gumbel(size=16))) for _ in range(people)]
    asleep = random.random(people) < random.choice([0, 0.3])
    cards = np.array([f"card {at}" for at in range(16)])
    hands = [(cards[o[:size]], cards[o[-size:]]) for o, out in zip(order, asleep, strict=True) if not out]
    return SortCounts.of(cards, hands, people, (size, size))


def test_the_audit_finds_nobody_in_five_hundred_groups():
    random = np.random.default_rng(5)

    assert all(audit(release_sort(any_group(random))).is_safe for _ in range(500))


def test_without_slack_the_audit_finds_somebody(monkeypatch):
    full = SortCounts(PickCounts(("a", "b", "c"), (3, 3, 0), 6, 1), PickCounts(("a", "b", "c"), (0, 0, 0), 6, 1))
    monkeypatch.setattr(sorts, "has_slack", lambda *_args, **_kwargs: True)
    monkeypatch.setattr(sorts, "majority", lambda people: people // 2)

    assert not audit(release_sort(full)).is_safe


@pytest.mark.parametrize("people", [5, 6, 7])
def test_bounds_agree_with_trying_every_sort(people):
    """Every group of people who each put one of three cards, or none, in a zone of one card."""
    worlds = [row for row in np.ndindex(*(people + 1,) * 3) if sum(row) <= people]
    shown = [release_sort(SortCounts(PickCounts(tuple("abc"), row, people, 1), NOBODY(people))) for row in worlds]

    for picture in set(shown):
        fits = np.array([row for row, own in zip(worlds, shown, strict=True) if own == picture])
        assert audit(picture).is_safe == (not enumerated(fits, people))


def NOBODY(people):  # noqa: N802
    return PickCounts(tuple("abc"), (0, 0, 0), people, 1)


def enumerated(fits, people):
    """Whether some participant is certain that all others put a card there, or none did."""
    for size in (0, 1):
        for held in combinations(range(3), size):
            own = np.isin(np.arange(3), held).astype(int)
            left = fits - own
            left = left[(left >= 0).all(axis=1) & (left.sum(axis=1) <= people - 1)]
            if len(left) and ((left.min(axis=0) == people - 1).any() or (left.max(axis=0) == 0).any()):
                return True
    return False
