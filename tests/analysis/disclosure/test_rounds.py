"""The same question again after people came or went, for somebody who believes that people repeat themselves."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure.worlds import Aim, alike, counts_of, exposed, pictures_of, worlds
from goedwerk_analysis.counts import ChoiceCounts
from goedwerk_analysis.disclosure import Earlier, release_choice
from goedwerk_analysis.released import Label, Range, Withheld

ROUNDS = [
    (options, stayers, joiners, leavers)
    for options, stayers in product((2, 3), range(5, 9))
    for joiners, leavers in product(range(4), range(4))
    if joiners or leavers
]


def product_of(*parts):
    """All combinations of rows of the parts, side by side."""
    grids = np.meshgrid(*(np.arange(len(part)) for part in parts), indexing="ij")
    return np.hstack([part[grid.ravel()] for part, grid in zip(parts, grids, strict=True)])


def second_pictures(before, after, joiners, leavers, release):
    """A number per world for what round 2 shows, given what round 1 showed."""
    pairs, back = np.unique(np.hstack([before, after]), axis=0, return_inverse=True)
    options, seen = before.shape[1], {}
    shown = [release(counts_of(row[:options]), counts_of(row[options:]), joiners, leavers) for row in pairs]
    return np.array([seen.setdefault(each, len(seen)) for each in shown])[back.ravel()]


def by_the_rule(before, after, joiners, leavers):
    return release_choice(after, earlier=[Earlier(release_choice(before), joiners, leavers)])


def plain_second_picture(_before, after, _joiners, _leavers):
    return release_choice(after)


def exposed_in_rounds(options, sizes, insiders, release=by_the_rule):
    """How many pairs of pictures expose a stayer, a joiner or a leaver, and how many pairs there are."""
    _, joiners, leavers = sizes
    rows = product_of(*(worlds(size, options) for size in sizes))
    stay, join, leave = (rows[:, at * options : (at + 1) * options] for at in range(3))
    first = pictures_of(stay + leave)
    second = second_pictures(stay + leave, stay + join, joiners, leavers, release)
    looks = alike(first, second)
    hit = exposed(rows, looks, _aims(options, sizes), insiders)
    return len(set(looks[hit])), len(set(looks))


def _aims(options, sizes):
    group, answer = np.divmod(np.arange(3 * options), options)
    present = [at for at, size in enumerate(sizes) if size]
    return [Aim(group == at, (group == at) & (answer == own)) for at in present for own in range(options)]


@pytest.mark.parametrize("insiders", [0, 1])
@pytest.mark.parametrize("options", [2, 3])
def test_no_pair_of_rounds_gives_away_who_stayed_joined_or_left(options, insiders):
    found = [exposed_in_rounds(k, sizes, insiders) for k, *sizes in ROUNDS if k == options]

    assert sum(exposing for exposing, _ in found) == 0


def test_without_hysteresis_the_rounds_can_be_subtracted():
    exposing, pairs = exposed_in_rounds(2, (5, 1, 0), 0, release=plain_second_picture)

    assert 0 < exposing <= pairs


def test_the_same_people_get_an_ordinary_picture_of_their_second_choice():
    before, after = counts_of((4, 3, 1)), counts_of((2, 5, 1))

    assert release_choice(after, earlier=[Earlier(release_choice(before), 0, 0)]) == release_choice(after)


def test_what_one_newcomer_could_explain_is_not_compared():
    before, after = counts_of((5, 4, 1)), counts_of((6, 4, 1))

    picture = release_choice(after, earlier=[Earlier(release_choice(before), 1, 0)])

    assert picture.form == "withheld-comparison"
    assert picture.comparable == ("no-answer",)
    assert picture.label_of("a") == Label("not-comparable", Range(0, 11))
    assert picture.label_of("no-answer") == Label("not-more-than-half", Range(0, 5))


def test_a_large_majority_can_be_compared_after_one_left():
    before, after = counts_of((20, 4, 0)), counts_of((19, 4, 0))

    picture = release_choice(after, earlier=[Earlier(release_choice(before), 0, 1)])

    assert picture.leading == "a"


def test_every_earlier_picture_counts():
    first, second, third = counts_of((4, 4, 1)), counts_of((9, 2, 1)), counts_of((9, 2, 1))
    of_first = Earlier(release_choice(first), 3, 0)
    of_second = Earlier(release_choice(second, earlier=[of_first]), 0, 0)

    picture = release_choice(third, earlier=[of_first, of_second])

    assert picture.form == "withheld-comparison"
    assert "a" not in picture.comparable


def test_an_earlier_round_that_showed_nothing_holds_nothing_back():
    after = counts_of((5, 2, 0))

    assert release_choice(after, earlier=[Earlier(Withheld("few"), 3, 0)]) == release_choice(after)


def test_a_later_round_of_a_group_that_became_small_shows_nothing():
    before, after = release_choice(counts_of((5, 2, 0))), counts_of((3, 1, 0))

    assert release_choice(after, earlier=[Earlier(before, 0, 3)]) == Withheld("few")


def test_comings_and_goings_that_do_not_fit_the_sizes_are_refused():
    before, after = release_choice(counts_of((5, 2, 0))), counts_of((6, 2, 0))

    with pytest.raises(ValueError, match="cannot make 8"):
        release_choice(after, earlier=[Earlier(before, 2, 0)])


def test_an_earlier_picture_of_other_options_is_refused():
    before, after = release_choice(counts_of((5, 2, 0))), counts_of((6, 1, 1, 0))

    with pytest.raises(ValueError, match="other options"):
        release_choice(after, earlier=[Earlier(before, 1, 0)])


answers = st.lists(st.sampled_from("abc"), min_size=5, max_size=60)
few_answers = st.lists(st.sampled_from("abc"), max_size=6)


@settings(deadline=None)
@given(
    stay=answers, left=st.lists(st.sampled_from("abc"), max_size=6), came=st.lists(st.sampled_from("abc"), max_size=6)
)
def test_if_people_repeat_themselves_a_later_round_follows_from_the_first_picture(stay, left, came):
    before = ChoiceCounts.of("abc", [*stay, *left], len(stay) + len(left))
    after = ChoiceCounts.of("abc", [*stay, *came], len(stay) + len(came))
    shown = release_choice(before)

    later = release_choice(after, earlier=[Earlier(shown, len(came), len(left))])

    if came or left:
        assert later.labels == tuple(foretold(label, after.people, len(came), len(left)) for label in shown.labels)


def foretold(label, people, joined, left):
    more = people // 2 + 1
    if label.range.high + joined < more:
        return Label("not-more-than-half", Range(0, more - 1))
    if label.range.low - left >= more:
        return Label("more-than-half", Range(more, people))
    return Label("not-comparable", Range(0, people))
