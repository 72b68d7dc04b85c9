"""Held against vegan 2.6-4: adonis2 and betadisper; sources in reference/README.md."""

import numpy as np
import pytest

from goedwerk_analysis.comparison.cells import centred_positions
from goedwerk_analysis.comparison.partition import partition
from goedwerk_analysis.comparison.permanova import dispersion_f, distances_to_centre, permanova
from goedwerk_analysis.responses.sorts import Sorts

TABLES = [
    ("A", ["role", "work", "orgtype"], "terms", "terms_role_work_type"),
    ("A", ["orgtype", "work", "role"], "terms", "terms_type_work_role"),
    ("A", ["role", "work", "orgtype"], "margin", "margin"),
    ("A", ["role", "work", "orgtype"], "model", "overall"),
    ("A", ["role", "work", "orgtype", "role:work"], "terms", "interaction_terms"),
    ("A", ["role", "work", "orgtype", "role:work"], "margin", "interaction_margin"),
    ("A", ["role"], "terms", "role_only"),
    ("B", ["role", "work", "orgtype", "org"], "terms", "terms_role_work_type_org"),
    ("B", ["role", "work", "org"], "margin", "margin_role_work_org"),
    ("B", ["role", "work", "org"], "margin", "margin_role_work_org_within_org"),
    ("B", ["role", "work", "orgtype"], "margin", "margin_role_work_type"),
]


@pytest.fixture(scope="module")
def case(reference_rows):
    def read(letter):
        header, *rows = reference_rows(f"case{letter}.csv.gz")
        first = next(place for place, name in enumerate(header) if name == "c01")
        attributes = {header[place]: [row[place] for row in rows] for place in range(1, first)}
        positions = [[float(value) for value in row[first:]] for row in rows]
        return Sorts.of(positions, cards=header[first:], names=[row[0] for row in rows], attributes=attributes)

    return read


@pytest.mark.parametrize(("letter", "terms", "by", "table"), TABLES)
def test_sums_of_squares_are_those_of_adonis2(letter, terms, by, table, case, reference_json):
    expected = reference_json("adonis2.json.gz")[letter][table]

    rows = permanova(case(letter), terms, by=by)

    assert [(row.term, row.df) for row in rows] == [(row["term"], row["Df"]) for row in expected]
    np.testing.assert_allclose([row.sum_of_squares for row in rows], [row["SumOfSqs"] for row in expected], atol=1e-9)
    np.testing.assert_allclose([row.r_squared for row in rows], [row["R2"] for row in expected], atol=1e-9)
    tested = [(row.f, other["F"]) for row, other in zip(rows, expected, strict=True) if other["F"] is not None]
    np.testing.assert_allclose(*np.array(tested).T, atol=1e-9)


@pytest.mark.parametrize("letter", ["A", "B"])
def test_distances_to_the_centre_are_those_of_betadisper(letter, case, reference_json):
    sorts = case(letter)
    names, codes = np.unique(sorts.attribute("role"), return_inverse=True)

    for expected in reference_json("adonis2.json.gz")[letter]["dispersion"]:
        if expected["type"] != "centroid":
            continue
        distances = distances_to_centre(centred_positions(sorts), codes, unbiased=expected["bias_adjust"])

        for code, name in enumerate(names):
            assert distances[codes == code].mean() == pytest.approx(expected["group_mean_distance"][name], abs=1e-9)
        assert dispersion_f(distances, codes)[0] == pytest.approx(expected["F"], abs=1e-9)


def test_permutation_p_is_that_of_adonis2_within_a_hundredth(case, reference_json):
    table = reference_json("adonis2.json.gz")["B"]["margin_role_work_org_within_org"]
    expected = {row["term"]: row["p"] for row in table}

    found = partition(case("B"), ["role", "work"], organisation="org", permutations=999)

    for name in ("role", "work"):
        assert found.share(name).test.p_permuted == pytest.approx(expected[name], abs=0.01)
        assert found.share(name).test.p == pytest.approx(expected[name], abs=0.01)
