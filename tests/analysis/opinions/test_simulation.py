"""What somebody who knows all could say of simulated groups: who belongs where, and whether there is a gap."""

import numpy as np
import pytest

from goedwerk_analysis.opinions import simulation


def oracle_of(shares, *, separation, observed, voteless=0):
    rng = np.random.default_rng(4)
    mould = simulation.Template.made_up(n_people=1000, n_statements=60, observed=observed, rng=rng)
    mould.present[:voteless] = False
    return simulation.oracle(*simulation.with_groups(mould, np.array(shares), 1000, rng, separation=separation))


def test_groups_far_apart_are_placed_right_and_leave_a_gap():
    known = oracle_of([0.5, 0.3, 0.2], separation=3.0, observed=0.6)

    assert known.least > 0.98
    assert known.valley < 0.3


def test_a_tenth_close_by_is_a_shoulder_though_nearly_all_are_placed_right():
    known = oracle_of([0.9, 0.1], separation=1.5, observed=0.3)

    assert known.overall > 0.94
    assert known.least < 0.8
    assert known.valley > 0.95


def test_somebody_without_votes_has_a_place_in_the_middle():
    known = oracle_of([0.5, 0.5], separation=3.0, observed=0.6, voteless=5)

    assert known.valley == pytest.approx(oracle_of([0.5, 0.5], separation=3.0, observed=0.6).valley, abs=0.1)
