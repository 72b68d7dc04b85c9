import io
import json
import zipfile

import numpy as np
import pytest

from goedwerk_analysis.formats.files import read_study, write_study
from goedwerk_analysis.formats.kade_xlsx import read_kade_xlsx, write_kade_xlsx
from goedwerk_analysis.formats.kade_zip import read_kade_zip, write_kade_zip
from goedwerk_analysis.formats.pqmethod import read_dat, read_sta, write_dat, write_sta
from goedwerk_analysis.formats.reason_table import before_and_after, read_reason_table
from goedwerk_analysis.formats.study import FormatError, MissingExtra, Study
from goedwerk_analysis.formats.table import read_table, write_table
from goedwerk_analysis.formats.web import (
    read_eq_csv,
    read_eq_json,
    read_htmlq,
    write_eq_csv,
    write_eq_json,
    write_htmlq,
)
from goedwerk_analysis.formats.workbook import read_workbook, write_workbook
from goedwerk_analysis.responses.sorts import (
    AttributesDoNotFit,
    BreaksDistribution,
    DuplicateNames,
    MissingCard,
    NoDistribution,
    Sorts,
)

COLUMNS = np.repeat(np.arange(-2, 3), [1, 2, 3, 2, 1])


@pytest.fixture
def study():
    random = np.random.default_rng(1)
    positions = np.array([random.permutation(COLUMNS) for _ in range(5)])
    sorts = Sorts.of(
        positions,
        names=["Anna", "Bo", "Cy", "Dé", "Eef"],
        attributes={"role": ["manager", "employee", "employee", "manager", "employee"]},
    )
    texts = tuple(f"Kaart {number}: zorg & <recht>, één" for number in range(1, 10))
    return Study(sorts, "Goed werk", texts)


def same_sorts(one, other):
    return (
        np.array_equal(one.sorts.positions, other.sorts.positions)
        and one.sorts.names == other.sorts.names
        and np.array_equal(one.sorts.needed_distribution(), other.sorts.needed_distribution())
    )


ROUND_TRIPS = {
    "KADE ZIP": (write_kade_zip, read_kade_zip),
    "KADE XLSX": (write_kade_xlsx, read_kade_xlsx),
    "HtmlQ": (write_htmlq, read_htmlq),
    "EQ JSON": (write_eq_json, read_eq_json),
    "EQ CSV": (write_eq_csv, read_eq_csv),
    "cards by people": (write_table, read_table),
    "people by cards": (lambda study: write_table(study, "people"), read_table),
}


@pytest.mark.parametrize("name", ROUND_TRIPS)
def test_what_is_written_reads_back_the_same(name, study):
    write, read = ROUND_TRIPS[name]

    again = read(write(study))

    assert same_sorts(again, study)
    assert write(again) == write(read(write(again)))


@pytest.mark.parametrize("name", ["KADE ZIP", "KADE XLSX"])
def test_kade_files_keep_title_and_statements(name, study):
    write, read = ROUND_TRIPS[name]

    again = read(write(study))

    assert (again.title, again.statements) == (study.title, study.statements)


def test_pqmethod_keeps_all_but_accents(study):
    again = read_dat(write_dat(study), statements=write_sta(study))

    np.testing.assert_array_equal(again.sorts.positions, study.sorts.positions)
    assert again.sorts.names == ("Anna", "Bo", "Cy", "De", "Eef")
    assert again.statements[0] == "Kaart 1: zorg & <recht>, een"
    assert again.title == "Goed werk"
    assert b"\r\n" in write_dat(study)


def test_parquet_keeps_everything(study, tmp_path):
    pytest.importorskip("pyarrow", reason="the optional extra 'parquet' is not installed")

    write_study(study, tmp_path / "study.parquet")
    again = read_study(tmp_path / "study.parquet")

    assert same_sorts(again, study)
    assert (again.title, again.statements) == (study.title, study.statements)
    assert again.sorts.attribute("role").tolist() == study.sorts.attribute("role").tolist()


def test_without_pyarrow_the_extra_is_named(study, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)

    with pytest.raises(MissingExtra, match=r"goedwerk\[parquet\]"):
        write_study(study, tmp_path / "study.parquet")


@pytest.mark.parametrize("suffix", [".dat", ".zip", ".xlsx", ".csv", ".json"])
def test_a_file_is_recognised_by_its_name(suffix, study, tmp_path):
    plain = Study(study.sorts.only([0, 1, 2, 4]), study.title, study.statements)
    write_study(plain, tmp_path / f"study{suffix}")

    assert same_sorts(read_study(tmp_path / f"study{suffix}"), plain)


def test_the_classic_file_of_pqmethod_reads_as_published(reference_rows, lipset):
    from pathlib import Path

    path = Path(__file__).parent / "reference" / "lipset.dat"

    found = read_study(path)

    np.testing.assert_array_equal(found.sorts.positions, lipset.positions)
    assert found.sorts.names == lipset.names
    assert found.title.startswith("Lipset Study")
    assert len(reference_rows("lipset.csv")) == 34


def test_stripped_lines_of_a_dat_file_are_still_read():
    text = "  0  2  4 Short\n  0  1" + "  0" * 6 + "  2  2" + "  0" * 12 + "\nA          0 0 1 1\nB          1 1 0 0\n"

    assert read_dat(text.encode()).sorts.positions.tolist() == [[0, 0, 1, 1], [1, 1, 0, 0]]


def test_a_paper_workbook_lists_statements_per_place():
    slots = [[-1.0, 3.0, 1.0], [0.0, 2.0, 2.0], [1.0, 1.0, 3.0]]
    sheets = {
        "name": [["Project Name", "Paper"]],
        "sorts": [["slot", "Anna", "Bo"], *slots],
        "pattern": [[-1.0, 0.0, 1.0], [1.0, 1.0, 1.0]],
        "statements": [["Number", "Statements"], [1.0, "law"], [2.0, "care"], [3.0, "thrift"]],
        "version": [["version"], [2.0]],
        "type": [["type"], [1.0]],
    }

    found = read_kade_xlsx(write_workbook(sheets))

    assert found.sorts.names == ("Anna", "Bo")
    assert found.sorts.positions.tolist() == [[1, 0, -1], [-1, 0, 1]]
    assert found.statements == ("law", "care", "thrift")


def test_a_statement_placed_twice_on_paper_is_refused():
    sheets = {"sorts": [["slot", "Anna"], [-1.0, 3.0], [0.0, 3.0], [1.0, 1.0]], "type": [["type"], [1.0]]}

    with pytest.raises(FormatError, match="placed twice"):
        read_kade_xlsx(write_workbook(sheets))


def test_workbooks_keep_texts_numbers_and_gaps():
    table = [["a & b", None, 1.5], [], [None, "<é>", -2.0]]

    assert read_workbook(write_workbook({"one": table})) == {"one": [["a & b", None, 1.5], [], [None, "<é>", -2.0]]}


def test_a_workbook_that_declares_entities_is_refused():
    packed = io.BytesIO(write_workbook({"sorts": [["a"]]}))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", '<!DOCTYPE x [<!ENTITY a "b">]><sst/>')

    with pytest.raises(FormatError, match="entities"):
        read_workbook(packed.getvalue())


def test_htmlq_reads_signs_blanks_and_capitals():
    text = "sid;uid;s1;s2;S3;npos;comment\r\n1;anna;+1; 0;-1;3;fine;\r\n2;bo;-1; 0;+1;2;;\r\n"

    found = read_htmlq(text.encode())

    assert found.sorts.names == ("anna", "bo")
    assert found.sorts.positions.tolist() == [[1, 0, -1], [-1, 0, 1]]


def test_an_eq_export_with_a_sort_column_is_read():
    text = 'partId,randomId,sort\nanna,x,"1|0|-1"\nbo,y,"-1|0|1"\n'

    assert read_eq_csv(text.encode()).sorts.names == ("anna", "bo")


def test_an_eq_export_of_its_database_is_read():
    content = {"-Kx": {"partId": "a", "sort": "1|0|-1", "npos": 1}, "-Ky": {"partId": "a", "sort": "-1|0|1"}}

    found = read_eq_json(json.dumps(content).encode())

    assert found.sorts.names == ("s1", "s2")
    assert found.sorts.positions.tolist() == [[1, 0, -1], [-1, 0, 1]]


def test_an_ambiguous_table_tells_how_it_was_read():
    found = read_table(b"x,a,b,c\np,1,0,-1\nq,-1,1,0\n")

    assert "one row per person" in found.notes[0]
    assert found.sorts.names == ("p", "q")


def test_the_layout_can_be_said():
    found = read_table(b"x,a,b\np,1,0\nq,0,1\nr,-1,-1\n", layout="cards")

    assert found.sorts.cards == ("p", "q", "r")
    assert found.notes == ()


def test_words_in_a_table_of_people_are_attributes():
    found = read_table(b"name,role,c1,c2,c3\np,manager,1,0,-1\nq,employee,-1,1,0\n")

    assert found.sorts.attribute("role").tolist() == ["manager", "employee"]
    assert found.sorts.cards == ("c1", "c2", "c3")


def test_semicolons_and_decimal_commas_are_understood():
    found = read_table("statement;Ann;Bo\nlaw;1,5;−1\ncare;−1;1,5\n".encode())

    assert found.sorts.positions.tolist() == [[1.5, -1], [-1, 1.5]]


def test_attributes_are_matched_by_name(study, tmp_path):
    (tmp_path / "sorts.csv").write_bytes(write_table(study))
    (tmp_path / "who.csv").write_text("name,team\nBo,x\nAnna,y\nCy,x\nDé,y\nEef,x\nFlo,y\n", encoding="utf-8")

    found = read_study(tmp_path / "sorts.csv", attributes=tmp_path / "who.csv")

    assert found.sorts.attribute("team").tolist() == ["y", "x", "x", "y", "x"]
    assert "1 rows" in found.notes[0]


def test_a_sort_without_attributes_is_named(study, tmp_path):
    (tmp_path / "sorts.csv").write_bytes(write_table(study))
    (tmp_path / "who.csv").write_text("name,team\nBo,x\n", encoding="utf-8")

    with pytest.raises(AttributesDoNotFit, match="Anna"):
        read_study(tmp_path / "sorts.csv", attributes=tmp_path / "who.csv")


def test_one_sort_that_breaks_the_columns_is_named_unless_all_are_free(tmp_path):
    path = tmp_path / "sorts.csv"
    path.write_text("statement,a,b,c\nlaw,1,1,1\ncare,0,0,1\nthrift,-1,-1,-1\n", encoding="utf-8")

    with pytest.raises(BreaksDistribution, match=r"1 of 3 sorts .*: c"):
        read_study(path)
    assert not read_study(path, unforced=True).sorts.forced


def test_unforced_sorts_need_and_take_a_distribution(tmp_path):
    path = tmp_path / "sorts.csv"
    path.write_text("statement,a,b\nlaw,1,2\ncare,0,0\nthrift,-1,0\n", encoding="utf-8")

    with pytest.raises(NoDistribution):
        read_study(path).sorts.needed_distribution()
    found = read_study(path, distribution=[-1, 0, 1])
    assert found.sorts.needed_distribution().tolist() == [-1, 0, 1]
    assert "read as unforced" in found.notes[0]


def test_damaged_parquet_is_refused_by_type(study, tmp_path):
    pytest.importorskip("pyarrow", reason="the optional extra 'parquet' is not installed")
    write_study(study, tmp_path / "study.parquet")
    data = (tmp_path / "study.parquet").read_bytes()
    (tmp_path / "study.parquet").write_bytes(data[:4] + b"\xf0" * 60 + data[64:])

    with pytest.raises(FormatError, match="Parquet"):
        read_study(tmp_path / "study.parquet")


def test_people_who_stopped_before_sorting_are_left_out_and_told():
    found = read_eq_csv(b'partId,sort\nanna,"1|0|-1"\nbo,\ncy,"-1|0|1"\n')

    assert found.sorts.names == ("anna", "cy")
    assert found.notes == ("entries without a sort, left out: 1",)


def test_names_that_are_large_numbers_stay_apart_in_a_workbook():
    table = [[1234567.0, 1.0, 0.0, -1.0], [1234568.0, -1.0, 0.0, 1.0]]

    assert read_kade_xlsx(write_workbook({"sorts": table})).sorts.names == ("1234567", "1234568")


def test_a_hole_in_a_table_is_a_missing_card():
    with pytest.raises(MissingCard, match=r"'b'.*'care'"):
        read_table(b"statement,a,b\nlaw,1,0\ncare,0,\n")


def test_the_same_person_twice_in_a_table_is_refused():
    with pytest.raises(DuplicateNames):
        read_table(b"statement,a,a\nlaw,1,0\ncare,0,1\n")


def test_a_number_of_statements_that_does_not_fit_is_refused(study):
    with pytest.raises(FormatError, match="2 statements, the sorts have 9"):
        read_sta(b"one\ntwo\n", study.sorts.n_cards)


def test_names_that_do_not_fit_are_refused_when_writing(study):
    long = Study(Sorts.of(study.sorts.positions[:2], names=["participant 1", "participant 2"]))
    comma = Study(Sorts.of(study.sorts.positions[:2], names=["a,b", "c"]))

    with pytest.raises(FormatError, match="eight characters"):
        write_dat(long)
    with pytest.raises(FormatError, match="comma"):
        write_kade_zip(comma)


def test_half_columns_fit_in_plain_tables_only(study):
    half = Study(Sorts.of(study.sorts.positions / 2))

    assert same_sorts(read_table(write_table(half)), half)
    with pytest.raises(FormatError, match="whole columns"):
        write_kade_zip(half)


def test_unknown_extensions_are_refused_with_the_known_ones(study, tmp_path):
    with pytest.raises(FormatError, match=r"known: \.csv"):
        write_study(study, tmp_path / "study.ods")


def test_cases_of_reason_pair_the_same_people():
    text = "case,stage_id,pnum,C1,C2,P1,P2\nx,1,a,1,2,1,2\nx,1,b,2,1,1,2\nx,2,b,1,2,2,1\nx,2,c,1,2,2,1\n"

    [(first, second)] = before_and_after(read_reason_table(text.encode()))

    assert first.people == second.people == ("b",)
    assert second.preferences.tolist() == [[2, 1]]
