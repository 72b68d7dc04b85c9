"""Held against R qmethod 1.8.4 and KADE 1.4.0; sources in reference/README.md."""

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from goedwerk_analysis.viewpoints import analyse
from goedwerk_analysis.viewpoints.bootstrap import replay

R_CASES = [
    *(f"lipset_{extraction}_k{number}" for extraction in ("pca", "centroid") for number in (2, 3, 4)),
    *(
        f"dri_fremantle_{when}_{extraction}_k{number}"
        for when in ("pre", "post")
        for extraction in ("pca", "centroid")
        for number in (2, 3)
    ),
    "dri_valsamoggia_post_pca_k2",
    "dri_valsamoggia_post_centroid_k2",
]
KADE_CASES = [f"{extraction}_k{number}" for extraction in ("pca", "brown", "horst") for number in (2, 3)]
KADE_EXTRACTION = {"pca": "pca", "brown": "centroid", "horst": "horst"}


def numbers(table):
    """A table in which R wrote its missing values as words."""
    return np.array([[np.nan if cell in ("NA", "NaN", None) else cell for cell in row] for row in table], dtype=float)


def by_qmethod(published_sorts, expected):
    sorts = published_sorts(expected["dataset"], expected["distribution"], expected["forced"])
    return analyse(sorts, expected["nfactors"], extraction=expected["extraction"].lower(), convention="qmethod")


def by_kade(published_sorts, case):
    extraction, number = case.split("_k")
    return analyse(published_sorts("lipset"), int(number), extraction=KADE_EXTRACTION[extraction], convention="kade")


@pytest.mark.parametrize("case", R_CASES)
def test_loadings_flags_and_scores_are_those_of_qmethod(case, qmethod_results, published_sorts):
    expected = qmethod_results[case]

    found = by_qmethod(published_sorts, expected)

    np.testing.assert_allclose(found.eigenvalues, expected["eigenvalues_all"], atol=1e-9)
    np.testing.assert_allclose(found.unrotated, expected["unrotated"], atol=1e-9)
    np.testing.assert_allclose(found.loadings, expected["loadings"], atol=1e-9)
    np.testing.assert_array_equal(found.flags.marked, expected["flagged"])
    np.testing.assert_allclose(found.scores, numbers(expected["zscores"]), atol=1e-9)


@pytest.mark.parametrize("case", R_CASES)
def test_characteristics_are_those_of_qmethod(case, qmethod_results, published_sorts):
    expected = qmethod_results[case]
    defined = numbers(expected["zscores"])[0] == numbers(expected["zscores"])[0]

    found = by_qmethod(published_sorts, expected).characteristics

    rows = expected["characteristics"]
    assert found.n_defining.tolist() == [row["nload"] for row in rows]
    np.testing.assert_allclose(found.eigenvalue, [row["eigenvals"] for row in rows], atol=1e-9)
    np.testing.assert_allclose(found.explained, [row["expl_var"] for row in rows], atol=1e-9)
    np.testing.assert_allclose(found.reliability, [row["reliability"] for row in rows], atol=1e-9)
    errors = np.array([row["se_fscores"] for row in rows], dtype=float)
    np.testing.assert_allclose(found.standard_error[defined], errors[defined], atol=1e-9)
    both = np.ix_(defined, defined)
    np.testing.assert_allclose(found.correlations[both], numbers(expected["cor_zscores"])[both], atol=1e-9)
    np.testing.assert_allclose(found.standard_error_of_difference[both], numbers(expected["sed"])[both], atol=1e-9)


@pytest.mark.parametrize("case", R_CASES)
def test_distinguishing_and_consensus_cards_are_those_of_qmethod(case, qmethod_results, published_sorts):
    expected = qmethod_results[case]["qdc"]

    found = by_qmethod(published_sorts, qmethod_results[case]).differences

    assert list(found.labels) == [row["dist.and.cons"] for row in expected]
    for pair in found.pairs:
        name = f"f{pair.first + 1}_f{pair.second + 1}"
        np.testing.assert_allclose(pair.difference, [row[name] for row in expected], atol=1e-9)
        assert list(pair.stars) == [row[f"sig_{name}"] for row in expected]


@pytest.mark.parametrize("case", R_CASES)
def test_arrays_are_those_of_qmethod_where_qmethod_fills_the_columns(case, qmethod_results, published_sorts):
    expected = numbers(qmethod_results[case]["factor_scores"])
    columns = np.sort(qmethod_results[case]["distribution"])
    fills = (np.sort(expected, axis=0) == columns[:, None]).all(axis=0)

    found = by_qmethod(published_sorts, qmethod_results[case])

    np.testing.assert_array_equal(found.arrays[:, fills], expected[:, fills])
    assert fills.any()


@pytest.mark.parametrize("case", KADE_CASES)
def test_every_printed_digit_of_kade_is_reproduced(case, kade_results, published_sorts):
    expected = kade_results[f"lipset_kadejs_{case}"]

    found = by_kade(published_sorts, case)

    np.testing.assert_allclose(found.unrotated, expected["unrotated"], atol=5e-7)
    np.testing.assert_allclose(found.loadings, expected["loadings"], atol=1e-9)
    np.testing.assert_array_equal(found.flags.marked, expected["flagged"])
    np.testing.assert_allclose(found.scores.T, [factor["z"] for factor in expected["factors"]], atol=1e-9)
    np.testing.assert_array_equal(found.arrays.T, [factor["score"] for factor in expected["factors"]])


@pytest.mark.parametrize("case", KADE_CASES)
def test_exact_rotation_differs_from_kade_by_less_than_its_smallest_turn(case, kade_results, published_sorts):
    extraction, number = case.split("_k")
    exact = analyse(published_sorts("lipset"), int(number), extraction=KADE_EXTRACTION[extraction])
    kade = np.array(kade_results[f"lipset_kadejs_{case}"]["loadings"])

    pairs = np.abs(exact.loadings.T @ kade)
    rows, columns = linear_sum_assignment(-pairs)
    signs = np.sign((exact.loadings[:, rows] * kade[:, columns]).sum(axis=0))

    np.testing.assert_allclose(exact.loadings[:, rows] * signs, kade[:, columns], atol=5e-3)


@pytest.fixture(scope="module")
def steps_of_qmboots(lipset, reference_rows):
    """The same 1,000 draws of people: scores and flags of qmboots, and ours."""
    draws = np.array(reference_rows("lipset_boot_k3_resamples.csv.gz")[1:], dtype=int).T - 1
    target = analyse(lipset, 3, convention="qmethod").loadings

    def table(what):
        tables = [reference_rows(f"lipset_boot_k3_{what}_f{number}.csv.gz")[1:] for number in (1, 2, 3)]
        return [[row[1:] for row in table] for table in tables]

    scores = np.stack([numbers(view).T for view in table("zsc")], axis=2)
    flags = np.stack([np.array(view).T for view in table("flagged")], axis=2)
    return draws, scores, flags, replay(lipset, draws, target, tolerance=1e-5)


def test_every_bootstrap_step_of_qmboots_is_reproduced_up_to_order_and_sign(steps_of_qmboots):
    _, expected, _, steps = steps_of_qmboots
    known = np.flatnonzero(~np.isnan(expected).any(axis=(1, 2)))

    gaps = [np.abs(in_order(expected[step], steps.scores[step]) - expected[step]).max() for step in known]

    assert len(known) == 998
    assert max(gaps) < 1e-9


def test_every_flag_in_every_step_is_that_of_qmboots(steps_of_qmboots):
    draws, expected, flags, steps = steps_of_qmboots
    known = np.flatnonzero(~np.isnan(expected).any(axis=(1, 2)))

    for step in known:
        drawn = np.unique(draws[step])
        order = matched(expected[step], steps.scores[step])[0]
        np.testing.assert_array_equal(steps.flags[step][drawn][:, order], flags[step][drawn] == "TRUE")


def matched(expected, found):
    """Which found viewpoint is each expected one, and whether it is turned round."""
    alike = expected.T @ found / (len(found) - 1)
    rows, columns = linear_sum_assignment(-np.abs(alike))
    return columns, np.sign(alike[rows, columns])


def in_order(expected, found):
    columns, signs = matched(expected, found)
    return found[:, columns] * signs
