"""What `Votes` accepts, keeps and refuses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_analysis.responses.votes import InvalidVotes, UnequalLengths, UnknownVote, Votes

casts = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4), st.sampled_from([-1, 0, 1])), min_size=1, max_size=40)


def taken_in(casts):
    who, what, vote = zip(*casts, strict=True)
    return Votes.of(participants=who, statements=what, values=vote)


@given(casts)
def test_the_last_vote_of_a_pair_counts(casts):
    last = {(who, what): vote for who, what, vote in casts}

    votes = taken_in(casts)

    people, statements = votes.participants[votes.rows], votes.statements[votes.columns]
    assert dict(zip(zip(people, statements, strict=True), votes.values, strict=True)) == last


@given(casts)
def test_people_and_statements_stand_in_order_of_their_number(casts):
    votes = taken_in(casts)

    assert votes.participants.tolist() == sorted({who for who, _, _ in casts})
    assert votes.statements.tolist() == sorted({what for _, what, _ in casts})


@given(casts)
def test_a_table_goes_in_and_comes_out_unchanged(casts):
    votes = taken_in(casts)

    again = Votes.from_matrix(votes.matrix())

    np.testing.assert_array_equal(again.matrix(), votes.matrix())
    assert again.tallies().sum() == votes.n_votes


def test_statements_without_votes_keep_their_column():
    votes = Votes.of(participants=[1], statements=[4], values=[1], all_statements=[2, 4, 9])

    assert votes.tallies().tolist() == [[0, 0, 0], [0, 0, 0], [0, 1, 0]]


def test_some_people_and_some_statements_can_be_picked():
    votes = Votes.from_matrix([[1, np.nan, 0], [np.nan, np.nan, np.nan], [-1, 1, 1]])

    picked = votes.of_people([1, 2]).on_statements(np.array([True, False, True]))

    np.testing.assert_array_equal(picked.matrix(), [[np.nan, np.nan], [-1, 1]])
    assert picked.participants.tolist() == [1, 2]


@pytest.mark.parametrize("value", [2, -7, 0.5, float("nan"), "agree"])
def test_anything_but_the_three_votes_is_refused(value):
    with pytest.raises(UnknownVote, match=r"-1 \(disagree\), 0 \(pass\) or 1 \(agree\)"):
        Votes.of(participants=[1, 2], statements=[1, 1], values=[value, value])


def test_lists_of_unequal_length_are_refused():
    with pytest.raises(UnequalLengths, match=r"\(2, 1, 1\)"):
        Votes.of(participants=[1, 2], statements=[1], values=[1])


@pytest.mark.parametrize("known", [[1, 1], [2]])
def test_a_list_of_statements_must_be_complete_and_free_of_doubles(known):
    with pytest.raises(InvalidVotes):
        Votes.of(participants=[1], statements=[1], values=[1], all_statements=known)


def test_a_matrix_must_have_two_dimensions():
    with pytest.raises(InvalidVotes, match=r"shape \(2,\)"):
        Votes.from_matrix([1, 0])
