import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_analysis.responses.sorts import FlatSort, NoDistribution, Sorts, TooFewSorts
from goedwerk_analysis.summaries.sorts import SortSummary
from goedwerk_analysis.viewpoints import analyse
from goedwerk_analysis.viewpoints.analysis import TooManySorts
from goedwerk_analysis.viewpoints.arrays import factor_arrays
from goedwerk_analysis.viewpoints.bipolar import split_bipolar
from goedwerk_analysis.viewpoints.bootstrap import balanced_resamples, bootstrap
from goedwerk_analysis.viewpoints.correlation import correlate
from goedwerk_analysis.viewpoints.extract import TooManyViewpoints, centroid, centroid_horst, principal_components
from goedwerk_analysis.viewpoints.flag import HandFlag, flag_sorts
from goedwerk_analysis.viewpoints.many import viewpoints_of_many
from goedwerk_analysis.viewpoints.number import argue_number
from goedwerk_analysis.viewpoints.ranks import relative_ranks
from goedwerk_analysis.viewpoints.rotate import Turn, turn_by_hand, varimax

COLUMNS = np.repeat(np.arange(-3, 4), [1, 2, 3, 4, 3, 2, 1])


def random_sorts(n_sorts, seed):
    random = np.random.default_rng(seed)
    return Sorts.of(np.array([random.permutation(COLUMNS) for _ in range(n_sorts)]))


def two_camps(n_each=15, seed=0):
    random = np.random.default_rng(seed)
    ideal = random.normal(size=(2, 16)) * 2
    liking = np.repeat(ideal, n_each, axis=0) + random.normal(size=(2 * n_each, 16))
    return Sorts.of(np.sort(COLUMNS)[liking.argsort(axis=1).argsort(axis=1)])


@given(seed=st.integers(0, 10_000), number=st.integers(1, 4))
@settings(max_examples=25, deadline=None)
def test_arrays_always_fill_the_columns(seed, number):
    found = analyse(random_sorts(12, seed), number)

    defined = ~np.isnan(found.arrays).any(axis=0)

    assert (np.sort(found.arrays[:, defined], axis=0) == np.sort(COLUMNS)[:, None]).all()


@given(seed=st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_varimax_keeps_what_is_explained_of_each_sort(seed):
    loadings = np.random.default_rng(seed).uniform(-0.7, 0.7, size=(20, 3))

    rotated = varimax(loadings)

    np.testing.assert_allclose((rotated**2).sum(axis=1), (loadings**2).sum(axis=1), atol=1e-9)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_the_order_of_people_changes_nothing(seed):
    sorts = two_camps(seed=1)
    order = np.random.default_rng(seed).permutation(sorts.n_sorts)

    shuffled, straight = analyse(sorts.only(order), 2), analyse(sorts, 2)

    np.testing.assert_allclose(shuffled.loadings, straight.loadings[order], atol=1e-6)
    np.testing.assert_array_equal(shuffled.arrays, straight.arrays)


def test_turning_back_by_hand_restores_the_loadings():
    loadings = np.random.default_rng(1).uniform(-0.7, 0.7, size=(20, 3))
    turns = [Turn(0, 2, 30), Turn(1, 2, 12, "counter-clockwise")]
    back = [Turn(1, 2, 12), Turn(0, 2, 30, "counter-clockwise")]

    np.testing.assert_allclose(turn_by_hand(loadings, turns + back), loadings, atol=1e-12)


def test_a_stored_list_of_turns_reproduces_the_analysis():
    sorts, turns = two_camps(), [Turn(0, 1, 15)]

    turned = analyse(sorts, 2, turns=turns)

    np.testing.assert_allclose(turned.loadings, turn_by_hand(analyse(sorts, 2).loadings, turns))
    assert turned.turns == (Turn(0, 1, 15),)


def test_no_sort_defines_two_viewpoints():
    loadings = np.random.default_rng(1).uniform(-1, 1, size=(500, 4))

    assert flag_sorts(loadings, n_items=33).sum(axis=1).max() == 1


def test_flat_loadings_are_refused_with_their_shape():
    with pytest.raises(ValueError, match=r"got shape \(3,\)"):
        flag_sorts([0.8, 0.1, 0.2], n_items=33)


def test_spearman_does_not_notice_stretched_columns():
    positions = random_sorts(6, 2).positions

    stretched = np.sign(positions) * positions**2

    np.testing.assert_allclose(correlate(stretched, "spearman"), correlate(positions, "spearman"), atol=1e-12)


def test_a_bipolar_viewpoint_becomes_two_with_opposite_loadings():
    loadings = np.array([[0.8, 0.1], [-0.7, 0.2], [0.1, -0.9]])
    marked = np.array([[True, False], [True, False], [False, True]])

    ends = split_bipolar(loadings, marked)

    assert ends.labels == ("1a", "1b", "2")
    np.testing.assert_array_equal(ends.loadings, [[0.8, -0.8, -0.1], [-0.7, 0.7, -0.2], [0.1, -0.1, 0.9]])
    np.testing.assert_array_equal(ends.marked, [[True, False, False], [False, True, False], [False, False, True]])


def test_splitting_gives_mirror_people_a_portrait_of_their_own():
    camp = two_camps().positions[:15]

    found = analyse(Sorts.of(np.vstack([camp, -camp[:5]])), 1, split=True)

    assert found.labels == ("1a", "1b")
    assert found.characteristics.n_defining.tolist() == [15, 5]


def mirrored_camp():
    camp = two_camps().positions[:15]
    return Sorts.of(np.vstack([camp, -camp[:5]]))


def test_what_somebody_decided_about_a_flag_stays_with_the_end_it_belongs_to():
    changes = [
        HandFlag(2, 0, False, "researcher", "2026-01-01", "unsure"),
        HandFlag(16, 0, True, "researcher", "2026-01-01"),
    ]

    found = analyse(mirrored_camp(), 1, by_hand=changes, split=True)

    assert [(change.sort, change.viewpoint) for change in found.flags.by_hand] == [(2, 0), (16, 1)]
    assert found.flags.origin()[[2, 16], [0, 1]].tolist() == ["hand", "hand"]
    assert found.characteristics.n_defining.tolist() == [14, 5]


def test_nobody_is_advised_to_split_what_was_split():
    whole, split = (analyse(mirrored_camp(), 1, split=split).notices for split in (False, True))

    assert any("consider splitting" in notice for notice in whole)
    assert split == ()


def test_ends_of_a_split_viewpoint_are_drawn_anew_each_with_its_own_people():
    sorts = mirrored_camp()
    found = analyse(sorts, 1, split=True)

    steady = bootstrap(sorts, found.loadings, n_steps=200, ends=found.ends)

    assert steady.portrait.tolist() == [True, True]
    assert steady.flag_share[:15, 1].max() == steady.flag_share[15:, 0].max() == 0
    known = ~np.isnan(steady.score_low).any(axis=0)
    inside = (steady.score_low <= found.scores + 1e-9) & (found.scores <= steady.score_high + 1e-9)
    assert known.all()
    assert inside.mean() > 0.9


def test_turns_by_hand_are_made_in_every_repetition_too():
    # Without that a viewpoint turned by 45 degrees would come back in no step at all.
    sorts = two_camps()
    turns = [Turn(0, 1, 45)]
    found = analyse(sorts, 2, turns=turns)

    steady = bootstrap(sorts, found.loadings, n_steps=200, turns=turns)
    forgotten = bootstrap(sorts, found.loadings, n_steps=200)

    assert steady.unsteady.max() < 0.05
    assert forgotten.unsteady.min() > 0.5


def test_repetitions_and_the_argued_number_correlate_as_the_analysis_does():
    positions = two_camps().positions
    stretched = Sorts.of(np.sign(positions) * positions**4)
    plain = Sorts.of(positions)

    for sorts in (plain, stretched):
        argued = argue_number(sorts, method="spearman", n_random=50, n_steps=50)
        steps = bootstrap(sorts, analyse(sorts, 2, method="spearman").loadings, n_steps=50, method="spearman")
        assert argued.eigenvalues[0] == pytest.approx(np.linalg.eigvalsh(correlate(positions, "spearman"))[-1])
        assert steps.unsteady.max() < 0.05


def test_relative_ranks_compare_with_every_other_viewpoint():
    ranks = relative_ranks(np.array([[2.0, 1, 1], [0, 2, -2], [-2, 0, 0]]))

    assert ranks[0].highest == (0,)
    assert ranks[0].higher_than_all_others == (0,)
    assert ranks[1].higher_than_all_others == (1,)
    assert ranks[2].lower_than_all_others == (1,)


def test_people_who_lay_at_random_have_no_clear_viewpoints():
    argued = argue_number(random_sorts(30, seed=4), n_random=100, n_steps=100)

    assert argued.chosen == 0


def test_two_camps_are_argued_to_be_two_viewpoints():
    argued = argue_number(two_camps(), n_random=100, n_steps=100)

    assert argued.chosen == 2
    assert argued.beyond_chance >= 2
    assert "come" in argued.reason or "comes" in argued.reason


def test_clear_viewpoints_come_back_and_vague_ones_get_no_portrait():
    clear, vague = two_camps(), random_sorts(30, seed=4)

    steady = bootstrap(clear, analyse(clear, 2).loadings, n_steps=200)
    unsteady = bootstrap(vague, analyse(vague, 3).loadings, n_steps=200)

    assert steady.portrait.all()
    assert steady.unsteady.max() < 0.05
    assert not unsteady.portrait.any()


def test_intervals_hold_the_score_they_belong_to():
    sorts = two_camps()
    found = analyse(sorts, 2)

    steady = bootstrap(sorts, found.loadings, n_steps=300)

    inside = (steady.score_low <= found.scores + 1e-9) & (found.scores <= steady.score_high + 1e-9)
    assert inside.mean() > 0.9
    assert (steady.array_low <= steady.array_high).all()
    assert (steady.flag_share[found.flags.marked] > 0.5).all()


def test_everybody_is_drawn_equally_often():
    draws = balanced_resamples(7, 50, seed=1)

    assert np.bincount(draws.ravel()).tolist() == [50] * 7


def test_the_same_seed_gives_the_same_bootstrap():
    sorts = two_camps()
    loadings = analyse(sorts, 2).loadings

    first, second = (bootstrap(sorts, loadings, n_steps=50, seed=9) for _ in range(2))

    np.testing.assert_array_equal(first.score_low, second.score_low)


@pytest.mark.parametrize("number", [0, 31])
def test_impossible_numbers_of_viewpoints_are_refused(number):
    with pytest.raises(TooManyViewpoints):
        analyse(random_sorts(30, 1), number)


def test_more_viewpoints_than_the_cards_carry_are_refused():
    with pytest.raises(TooManyViewpoints, match="these sorts carry 15"):
        analyse(random_sorts(30, 1), 16)


def test_more_people_than_can_be_correlated_are_sent_to_the_streamed_way():
    with pytest.raises(TooManySorts, match="viewpoints_of_many"):
        analyse(Sorts.of(np.tile(COLUMNS, (10_001, 1))), 2)


def test_one_sort_has_no_viewpoint():
    with pytest.raises(TooFewSorts):
        analyse(random_sorts(1, 1), 1)


def test_unforced_sorts_need_a_distribution_for_their_arrays():
    positions = random_sorts(5, 1).positions
    positions[0, 0] += 1

    with pytest.raises(NoDistribution):
        analyse(Sorts.of(positions), 2)


def test_identical_people_have_nothing_left_for_a_second_centroid():
    same = np.tile(COLUMNS, (4, 1))

    with pytest.raises(TooManyViewpoints):
        principal_components(correlate(same), 2)


def test_flat_positions_cannot_be_correlated():
    with pytest.raises(FlatSort):
        correlate([[0, 0, 0], [1, 0, -1]])


def test_a_sort_explained_for_more_than_all_is_scaled_back_with_a_notice():
    correlation = np.array([[1, 0.95, 0.9], [0.95, 1, 0.55], [0.9, 0.55, 1]])

    found = centroid(correlation, 1)

    assert (found.loadings**2).sum(axis=1).max() <= 1 + 1e-12
    assert "scaled down" in found.notices[0]


def test_horst_says_when_it_has_not_settled(lipset):
    found = centroid_horst(correlate(lipset.positions), 3)

    assert not found.converged
    assert "not settled" in found.notices[0]


def test_undefined_viewpoints_get_no_array():
    scores = np.array([[1.0, np.nan], [0.0, np.nan], [-1.0, np.nan]])

    arrays = factor_arrays(scores, np.array([-1, 0, 1]))

    assert arrays[:, 0].tolist() == [1, 0, -1]
    assert np.isnan(arrays[:, 1]).all()


def test_very_many_people_get_the_same_viewpoints_from_streamed_sorts():
    sorts = two_camps(n_each=40, seed=5)
    pieces = np.array_split(sorts.positions, 7)

    streamed = viewpoints_of_many(SortSummary.of(sorts), lambda: pieces, 2)

    whole = analyse(sorts, 2)
    np.testing.assert_allclose(streamed.scores, whole.scores, atol=1e-9)
    np.testing.assert_array_equal(streamed.arrays, whole.arrays)
    np.testing.assert_array_equal(streamed.n_defining, whole.characteristics.n_defining)
    np.testing.assert_allclose(streamed.eigenvalues[:10], whole.eigenvalues[:10], atol=1e-9)


def test_very_many_people_cannot_carry_more_viewpoints_than_cards():
    sorts = two_camps()

    with pytest.raises(TooManyViewpoints):
        viewpoints_of_many(SortSummary.of(sorts), lambda: [sorts.positions], 16)


def test_few_different_sorts_still_settle(lipset):
    # Turning all viewpoints together can creep for thousands of rounds; pairs settle at once.
    drawn = lipset.positions[[0, 1, 1, 1, 1, 4, 4, 4, 4]]
    loadings = principal_components(correlate(drawn), 2).loadings

    rotated = varimax(loadings, rounds=1)

    best = max(simplicity(turn(loadings, angle)) for angle in range(9000))
    assert simplicity(rotated) == pytest.approx(best, rel=1e-6)


def simplicity(loadings):
    squares = (loadings / np.linalg.norm(loadings, axis=1, keepdims=True)) ** 2
    return squares.var(axis=0).sum()


def turn(loadings, hundredths):
    return turn_by_hand(loadings, [Turn(0, 1, hundredths / 100)])
