"""Whatever people vote, both recipes end with numbers that are numbers, or say what cannot be said."""

import warnings

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goedwerk_analysis.opinions.findings import from_json, to_json
from goedwerk_analysis.opinions.goedwerk import explore
from goedwerk_analysis.opinions.polis import polis
from goedwerk_analysis.opinions.report.page import page
from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.responses.votes import Votes


@st.composite
def conversations(draw):
    """From unanimous to random, from one vote to a full table."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n, size = draw(st.sampled_from([1, 2, 20, 55, 90])), draw(st.sampled_from([1, 2, 8, 15, 30]))
    line = rng.normal(size=(n, 1)) * draw(st.sampled_from([0, 1, 5]))
    opinion = line * rng.normal(size=size) + rng.normal(size=(n, size)) * draw(st.sampled_from([0.01, 1]))
    opinion += rng.normal(size=size) * draw(st.sampled_from([0, 2, 10]))
    table = np.sign(np.round(opinion * draw(st.sampled_from([0.3, 1, 5]))))
    table[rng.random((n, size)) > draw(st.sampled_from([0.2, 0.6, 1.0]))] = np.nan
    assume(not np.isnan(table).all())
    return Votes.from_matrix(table)


@settings(max_examples=25, deadline=None)
@given(conversations())
def test_every_conversation_ends_in_a_finding_and_a_page(votes):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        findings = explore(votes).finding(), polis(votes).finding()

    for finding in findings:
        assert from_json(to_json(finding)) == finding  # JSON here refuses numbers that are not finite
        assert page(finding, Statements())


@settings(max_examples=10, deadline=None)
@given(conversations(), st.integers(0, 2**32 - 1))
def test_the_order_in_which_votes_come_in_makes_no_difference(votes, seed):
    order = np.random.default_rng(seed).permutation(votes.n_votes)

    shuffled = Votes.of(
        participants=votes.participants[votes.rows][order],
        statements=votes.statements[votes.columns][order],
        values=votes.values[order],
        all_participants=votes.participants,
        all_statements=votes.statements,
    )

    assert to_json(polis(shuffled).finding()) == to_json(polis(votes).finding())
    assert to_json(explore(shuffled).finding()) == to_json(explore(votes).finding())
