import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit

from goedwerk_analysis.rankings import best_minus_worst, bradley_terry, plackett_luce
from goedwerk_analysis.summaries.pairs import PairsError, PairSummary, UnreadablePairSummary

CARDS = [f"card {number}" for number in range(6)]


def some_pairs(count, seed, strength=None):
    random = np.random.default_rng(seed)
    strength = np.zeros(6) if strength is None else strength
    pairs = []
    for _ in range(count):
        one, two = random.choice(6, 2, replace=False)
        wins = random.random() < expit(strength[one] - strength[two])
        pairs.append((one, two) if wins else (two, one))
    return PairSummary.empty(CARDS).with_pairs(pairs)


summaries = st.builds(some_pairs, st.integers(0, 20), st.integers(0, 999))


@given(first=summaries, second=summaries, third=summaries)
@settings(max_examples=30, deadline=None)
def test_pair_summaries_add_up_like_counts(first, second, third):
    assert first.merge(second) == second.merge(first)
    assert first.merge(second).merge(third) == first.merge(second.merge(third))
    assert first.merge(PairSummary.empty(CARDS)) == first
    assert first.merge(second).withdraw(second) == first
    assert PairSummary.from_bytes(first.to_bytes()) == first


def test_known_strengths_come_back_within_their_limits():
    truth = np.array([1.5, 0.8, 0.2, -0.3, -0.7, -1.5])
    covered = []
    for seed in range(40):
        found = bradley_terry(some_pairs(400, seed, truth), prior=0.1)
        covered += list((found.low <= truth) & (truth <= found.high))

    assert np.mean(covered) >= 0.92


def test_a_card_that_always_won_has_a_finite_strength():
    found = bradley_terry(PairSummary.empty(CARDS).with_pairs([(0, 1)] * 50))

    assert found.order[0] == 0
    assert np.isfinite(found.strength).all()
    assert not found.connected


def test_two_cards_have_the_strength_of_their_odds():
    votes = PairSummary.empty(["law", "care"]).with_pairs([(0, 1)] * 30 + [(1, 0)] * 10)

    found = bradley_terry(votes, prior=1e-9)

    assert found.strength[0] - found.strength[1] == pytest.approx(np.log(3), abs=1e-6)


def test_rankings_of_two_are_comparisons():
    pairs = some_pairs(60, 3, np.arange(6) / 2)
    rankings = [(i, j) for i in range(6) for j in range(6) for _ in range(pairs.wins[i, j])]

    np.testing.assert_allclose(plackett_luce(rankings, 6).strength, bradley_terry(pairs).strength, atol=1e-5)


def test_full_rankings_return_the_order_they_were_drawn_from():
    random = np.random.default_rng(1)
    truth = np.array([2, 1, 0, -1, -2, 0.0])
    rankings = [tuple(np.argsort(-(truth + random.gumbel(size=6)))) for _ in range(300)]

    found = plackett_luce(rankings, 6, prior=0.1)

    np.testing.assert_allclose(found.strength, truth - truth.mean(), atol=0.35)
    assert found.order[0] == 0
    assert found.connected


def test_best_beats_all_and_all_beat_worst():
    answered = PairSummary.empty(CARDS).with_best_worst([((0, 1, 2, 3), 0, 3)])

    assert np.argwhere(answered.wins).tolist() == [[0, 1], [0, 2], [0, 3], [1, 3], [2, 3]]
    assert best_minus_worst(answered)[:4].tolist() == [1, 0, 0, -1]
    assert np.isnan(best_minus_worst(answered)[4])
    assert bradley_terry(answered).order[0] == 0


@pytest.mark.parametrize(
    ("answers", "message"), [([((0, 1), 0, 0)], "two of the cards"), ([((0, 9), 0, 9)], "below 6")]
)
def test_impossible_answers_are_refused(answers, message):
    with pytest.raises(PairsError, match=message):
        PairSummary.empty(CARDS).with_best_worst(answers)


def test_nothing_compared_cannot_be_ranked():
    with pytest.raises(PairsError, match="nothing was compared"):
        bradley_terry(PairSummary.empty(CARDS))
    with pytest.raises(PairsError, match="nothing was compared"):
        plackett_luce([(0,)], 6)


def test_a_prior_of_zero_and_double_cards_are_refused():
    with pytest.raises(PairsError, match="above 0"):
        bradley_terry(some_pairs(5, 1), prior=0)
    with pytest.raises(PairsError, match="different cards"):
        plackett_luce([(0, 0)], 6)


def test_other_cards_and_damaged_bytes_are_refused():
    votes = some_pairs(5, 1)

    with pytest.raises(PairsError, match="other cards"):
        votes.merge(PairSummary.empty(["law", "care"]))
    with pytest.raises(PairsError, match="never added"):
        PairSummary.empty(CARDS).withdraw(votes)
    with pytest.raises(UnreadablePairSummary):
        PairSummary.from_bytes(votes.to_bytes()[:-1])
