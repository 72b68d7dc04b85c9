"""Where the peers go wrong, the right result."""

import numpy as np
import pytest

from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.viewpoints import analyse
from goedwerk_analysis.viewpoints.arrays import factor_arrays, shown_weights, sort_weights
from goedwerk_analysis.viewpoints.bootstrap import balanced_resamples, replay
from goedwerk_analysis.viewpoints.correlation import correlate
from goedwerk_analysis.viewpoints.differences import compare_cards
from goedwerk_analysis.viewpoints.extract import centroid
from goedwerk_analysis.viewpoints.flag import HandFlag, borderline_sorts

COLUMNS = np.repeat(np.arange(-3, 4), [1, 2, 3, 4, 3, 2, 1])


@pytest.fixture
def sorts_with_twins():
    random = np.random.default_rng(3)
    positions = np.array([random.permutation(COLUMNS) for _ in range(10)])
    return Sorts.of(np.vstack([positions, positions[:3], positions[:3]]))


def test_identical_sorts_keep_the_centroid_matrix_symmetric(sorts_with_twins):
    # qmethod reflects tied people together with an indexing error and leaves more unexplained.
    correlation = correlate(sorts_with_twins.positions)

    loadings = centroid(correlation, 3).loadings

    np.testing.assert_allclose(loadings[10:13], loadings[:3], atol=1e-9)
    np.testing.assert_allclose(loadings[13:16], loadings[:3], atol=1e-9)
    residuals = [correlation - loadings[:, :k] @ loadings[:, :k].T for k in range(4)]
    sizes = [np.sum((residual - np.diag(np.diag(residual))) ** 2) for residual in residuals]
    assert sizes == sorted(sizes, reverse=True)


def test_no_bootstrap_step_is_lost_to_a_contested_match(lipset):
    # qmboots drops 367 of 1,000 steps on these sorts.
    target = analyse(lipset, 3).loadings

    steps = replay(lipset, balanced_resamples(9, 1000, seed=5), target)

    assert len(steps.loadings) == 1000
    assert (steps.congruence.max(axis=1) > 0).all()
    assert not np.isnan(steps.loadings).any()


def test_a_viewpoint_without_flags_stops_nothing(lipset):
    # qmethod aborts when a viewpoint that is not the last has no flags.
    loses_first = [
        HandFlag(row, 0, False, "researcher", "2026-01-01")
        for row in np.flatnonzero(analyse(lipset, 3).flags.marked[:, 0])
    ]

    found = analyse(lipset, 3, by_hand=loses_first)

    assert np.isnan(found.scores[:, 0]).all()
    assert np.isnan(found.arrays[:, 0]).all()
    assert not np.isnan(found.scores[:, 1:]).any()
    assert [(pair.first, pair.second) for pair in found.differences.pairs] == [(1, 2)]
    assert any("no sort defines" in notice for notice in found.notices)


def test_the_heaviest_sort_of_every_viewpoint_weighs_ten():
    # KADE scales all viewpoints by the first one's largest weight.
    weights = sort_weights([[0.6, 0.1], [0.5, 0.2], [0.1, 0.95]], [[True, False], [True, False], [False, True]])

    np.testing.assert_allclose(shown_weights(weights).max(axis=0), [10, 10])


def test_comparing_viewpoints_does_not_depend_on_their_order():
    # KADE rounds scores to two decimals while it is comparing, so later pairs use rounded values.
    random = np.random.default_rng(8)
    scores, errors = random.normal(size=(40, 3)), np.full((3, 3), 0.4)

    forward = compare_cards(scores, errors, "kade").pairs
    backward = compare_cards(scores[:, ::-1], errors, "kade").pairs

    stars = {(pair.first, pair.second): pair.stars for pair in forward}
    assert {(2 - pair.second, 2 - pair.first): pair.stars for pair in backward} == stars


def test_each_flag_remembers_whether_a_rule_or_a_person_set_it(lipset):
    # KADE prints the rule in its overview, also when flags were set by hand.
    change = HandFlag(sort=8, viewpoint=0, flagged=True, who="researcher", when="2026-01-01", reason="interview")

    flags = analyse(lipset, 3, by_hand=[change]).flags

    assert flags.origin()[8, 0] == "hand"
    assert (flags.origin()[:8] == "rule").sum() == 8
    assert flags.by_hand == (change,)
    assert "1.96" in flags.rule


def test_tied_scores_still_fill_the_columns(lipset):
    # qmethod gives tied cards the same column, so that another column stays empty.
    scores = np.zeros((16, 1))

    array = factor_arrays(scores, COLUMNS)

    assert sorted(array[:, 0]) == sorted(COLUMNS)
    assert array[:, 0].tolist() == sorted(COLUMNS, reverse=True)


def test_a_sort_on_the_threshold_is_reported():
    threshold = 1.96 / np.sqrt(36)

    found = borderline_sorts([[threshold + 0.005, 0.0], [0.9, 0.1], [0.5, 0.51]], n_items=36)

    assert found == [(0, 0), (2, 0), (2, 1)]
