"""Two files compared, and the deliberative reason index, from the command line."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np

from goedwerk_analysis.formats.files import write_study
from goedwerk_analysis.formats.study import Study
from goedwerk_analysis.formats.table import write_table
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import LARGE, SMALL, Population, draw_two_conditions


def found_in(folder):
    return json.loads((folder / "finding.json").read_text(encoding="utf-8"))


def page_in(folder):
    return (folder / "report.html").read_text(encoding="utf-8")


def test_two_conditions_of_the_same_people_are_compared_person_by_person(run, tmp_path):
    first, second, _ = draw_two_conditions(Population(36, SMALL, seed=2), 40, seed=3, shift=1.0)
    for name, sorts in (("now", first), ("wish", second)):
        named = replace(sorts, names=tuple(f"anna{number}" for number in range(40)))
        write_study(Study(named), tmp_path / f"{name}.csv")

    result = run("compare", tmp_path / "now.csv", tmp_path / "wish.csv", "--out", tmp_path / "out")

    found = found_in(tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert found["linked"]
    assert found["fit_gap"]["p"] <= 0.01
    assert any("hoger willen zetten" in line for line in found["sentences"]["nl"])


def test_numbers_that_a_reader_made_up_link_nobody(run, tmp_path):
    first, second, _ = draw_two_conditions(Population(16, SMALL, seed=2), 40, seed=3, shift=1.0)
    for name, sorts in (("one", first), ("two", second)):
        write_study(Study(sorts), tmp_path / f"{name}.csv")

    for words, linked in (([], False), (["--linked"], True)):
        run("compare", tmp_path / "one.csv", tmp_path / "two.csv", *words, "--out", tmp_path / "out")

        assert found_in(tmp_path / "out")["linked"] is linked


def test_two_rounds_of_other_people_are_compared_as_groups(run, round_file, tmp_path):
    other = Population(16, LARGE, seed=1).draw(220, 20, seed=3).sorts
    renamed = replace(other, names=tuple(f"n{name}" for name in other.names))
    (tmp_path / "later.csv").write_bytes(write_table(Study(renamed), "people"))

    for folder, words in (("usual", []), ("out", ["--organisation", "organisation"])):
        run("compare", round_file, tmp_path / "later.csv", *words, "--out", tmp_path / folder)

    found = found_in(tmp_path / "out")
    assert found_in(tmp_path / "usual") == found
    assert not found["linked"]
    assert found["drift"]["n_people"] == [210, 220]
    ElementTree.fromstring(
        re.search(r"<svg.*</svg>", (tmp_path / "out" / "report.html").read_text(encoding="utf-8"), re.DOTALL)[0]
    )


def test_other_cards_cannot_be_compared(run, round_file, camps_file, tmp_path):
    sorts = Sorts.of([[1, 0, -1], [0, 1, -1]])
    write_study(Study(sorts), tmp_path / "other.csv")

    result = run("compare", camps_file, tmp_path / "other.csv", "--out", tmp_path / "out")

    assert (result.exit_code, "NotTheSamePeople" in result.output) == (1, True)


def test_the_reason_index_is_given_per_group_and_never_per_person(run, tmp_path):
    random = np.random.default_rng(1)
    rows = [
        ",".join([case, stage, f"p{person}", *map(str, random.integers(1, 7, 12)), *map(str, random.permutation(5))])
        for case, size in (("large", 12), ("small", 5))
        for stage in "12"
        for person in range(size)
    ]
    heading = ",".join(["case", "stage_id", "pnum", *(f"C{n}" for n in range(1, 13)), *(f"P{n}" for n in range(1, 6))])
    (tmp_path / "dri.csv").write_text("\n".join([heading, *rows]), encoding="utf-8")

    result = run("dri", tmp_path / "dri.csv", "--permutations", 50, "--out", tmp_path / "out")

    found = found_in(tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert set(found["groups"]) == {"large 1", "large 2"}
    assert set(found["not_said"]) == {"small 1", "small 2", "small: change"}
    assert "large" in found["changes"]
    assert "individual" not in json.dumps(found)
    page = page_in(tmp_path / "out")
    assert "te weinig mensen" in page
    assert "2 keer gemeten" in page
    change = page.split("Verandering bij dezelfde mensen")[-1]
    assert '<th scope="row">large</th>' in change
    assert "12 mensen" in change


def test_an_answer_that_is_missing_is_not_called_too_few_people(run, tmp_path):
    rows = [f"p{n},{n % 5},{n % 3},{n % 4}," + ("" if n == 3 else str(n % 2)) for n in range(12)]
    (tmp_path / "dri.csv").write_text("\n".join(["pnum,C1,C2,P1,P2", *rows]), encoding="utf-8")

    run("dri", tmp_path / "dri.csv", "--permutations", 0, "--out", tmp_path / "out")

    page = page_in(tmp_path / "out")
    assert "antwoorden ontbreken" in page
    assert "te weinig mensen" not in page
