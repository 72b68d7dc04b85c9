"""Held against deliberr 0.1.0 and the values published in drillm; sources in reference/README.md."""

import numpy as np
import pytest
from scipy.stats import t

from goedwerk_analysis.choices.reason import (
    ReasonError,
    TooFewForReason,
    deliberative_reason,
    reason_change,
)


@pytest.fixture(scope="module")
def cases(reference_rows):
    header, *rows = reference_rows("deliberr_human.csv.gz")
    views = [place for place, name in enumerate(header) if name[0] == "C" and name[1:].isdigit()]
    wishes = [place for place, name in enumerate(header) if name[0] == "P" and name[1:].isdigit()]
    case, stage = header.index("case"), header.index("stage_id")

    def read(name, moment):
        chosen = [row for row in rows if (row[case], row[stage]) == (name, moment)]
        return tuple(
            np.array(
                [[float(row[place]) if row[place] not in ("", "NA") else np.nan for place in places] for row in chosen]
            )
            for places in (views, wishes)
        )

    return read


@pytest.fixture(scope="module")
def expected(reference_rows):
    header, *rows = reference_rows("dri_cases.csv")
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_all_cases_at_both_moments_are_those_of_deliberr(cases, expected):
    for row in expected:
        views, wishes = cases(row["case"], row["stage"])

        adjusted = deliberative_reason(views, wishes)
        original = deliberative_reason(views, wishes, form="original")

        assert adjusted.index == pytest.approx(float(row["dri_adjusted"]), abs=1e-12)
        assert original.index == pytest.approx(float(row["dri_original"]), abs=1e-12)
        assert adjusted.individual.mean() == pytest.approx(float(row["ind_mean"]), abs=1e-12)
        assert adjusted.individual.min() == pytest.approx(float(row["ind_min"]), abs=1e-12)
        assert adjusted.individual.max() == pytest.approx(float(row["ind_max"]), abs=1e-12)
        assert (adjusted.n_pairs, adjusted.n_pairs_undefined) == (int(row["pairs"]), int(row["na_pairs"]))
    assert len(expected) == 48


def test_every_pair_of_a_case_is_that_of_deliberr(cases, reference_rows):
    _, *pairs = reference_rows("dri_fremantle_post_ic.csv.gz")
    people = sorted({int(pair[1]) for pair in pairs} | {int(pair[2]) for pair in pairs})
    place = {person: row for row, person in enumerate(people)}

    found = deliberative_reason(*cases("Fremantle", "2"))

    for pair in pairs:
        here = place[int(pair[1])], place[int(pair[2])]
        assert found.considerations[here] == pytest.approx(float(pair[3]), abs=1e-12)
        assert found.preferences[here] == pytest.approx(float(pair[4]), abs=1e-12)


def test_the_mean_over_the_pairs_of_each_person_is_that_of_deliberr(cases, reference_rows):
    # For checking only: nothing about one person leaves the engine in a finding.
    _, *people = reference_rows("dri_fremantle_post_ind.csv")

    found = deliberative_reason(*cases("Fremantle", "2"))

    np.testing.assert_allclose(found.individual, [float(value) for _, value in people], atol=1e-12)


def test_published_values_and_permutation_p_are_met(cases, reference_rows):
    header, *rows = reference_rows("dri_drillm_human_only_perm_post.csv")
    for row in (dict(zip(header, cells, strict=True)) for cells in rows):
        found = deliberative_reason(*cases(row["case"], "2"), permutations=300)

        assert found.index == pytest.approx(float(row["observed_dri"]), abs=1e-9)
        assert found.p == pytest.approx(float(row["p"]), abs=0.1)
        assert found.p >= 1 / 301


def test_published_changes_are_met(cases, reference_rows):
    header, *rows = reference_rows("dri_drillm_human_delta_perm.csv")
    for row in (dict(zip(header, cells, strict=True)) for cells in rows):
        first, second = (deliberative_reason(*cases(row["case"], moment)) for moment in "12")

        assert reason_change(first, second).change == pytest.approx(float(row["observed_delta"]), abs=1e-9)


def test_limits_hold_the_index_and_change_subtracts():
    random = np.random.default_rng(1)
    first = deliberative_reason(random.random((20, 12)), random.random((20, 5)))
    second = deliberative_reason(random.random((20, 12)), random.random((20, 5)))

    change = reason_change(first, second)

    assert first.low < first.index < first.high
    assert change.change == pytest.approx(second.index - first.index)
    assert change.low < change.change < change.high
    assert 0 < change.p < 1


def test_the_jackknife_is_that_of_leaving_people_out_one_by_one():
    random = np.random.default_rng(3)
    views, wishes = random.random((12, 12)), random.random((12, 5))
    left = np.array(
        [deliberative_reason(np.delete(views, row, 0), np.delete(wishes, row, 0)).index for row in range(12)]
    )

    found = deliberative_reason(views, wishes)

    error = np.sqrt(11 / 12 * ((left - left.mean()) ** 2).sum())
    assert (found.high - found.low) / 2 == pytest.approx(t.ppf(0.975, 11) * error)


def test_the_same_people_in_both_give_the_highest_index():
    views = np.random.default_rng(2).random((10, 6))

    assert deliberative_reason(views, views, form="original").index == pytest.approx(1)


def test_somebody_who_answers_flat_leaves_undefined_pairs():
    random = np.random.default_rng(2)
    views = random.random((10, 6))
    views[0] = 3

    found = deliberative_reason(views, random.random((10, 4)))

    assert found.n_pairs_undefined == 9
    assert np.isnan(found.individual[0])
    assert not np.isnan(found.index)


def test_seven_people_are_too_few():
    with pytest.raises(TooFewForReason, match="at least 8 people, got 7"):
        deliberative_reason(np.random.random((7, 5)), np.random.random((7, 5)))


def test_missing_answers_and_other_rows_are_refused():
    views = np.random.default_rng(2).random((10, 6))
    holes = views.copy()
    holes[3, 2] = np.nan

    with pytest.raises(ReasonError, match="missing answers"):
        deliberative_reason(holes, views)
    with pytest.raises(ReasonError, match="one row per person"):
        deliberative_reason(views, views[:9])
    with pytest.raises(ReasonError, match="same people"):
        reason_change(deliberative_reason(views, views), deliberative_reason(views[:9], views[:9]))
