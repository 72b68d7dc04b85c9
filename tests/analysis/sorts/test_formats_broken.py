"""Files that are damaged, or are not what their name says: refused by type, never by accident."""

import io
import zipfile

import pytest

from goedwerk_analysis.formats.kade_xlsx import read_kade_xlsx
from goedwerk_analysis.formats.kade_zip import read_kade_zip
from goedwerk_analysis.formats.pqmethod import read_dat
from goedwerk_analysis.formats.reason_table import read_reason_table
from goedwerk_analysis.formats.study import FormatError
from goedwerk_analysis.formats.table import read_table
from goedwerk_analysis.formats.web import (
    read_eq_csv,
    read_eq_json,
    read_htmlq,
)
from goedwerk_analysis.formats.workbook import write_workbook


def zipped(**texts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(f"{name}.txt", text)
    return packed.getvalue()


def damaged(data):
    """The same archive with noise where its first file begins, after its heading of 30 bytes and a name."""
    return data[:45] + bytes(40) + data[85:]


def workbook_with_cell(cell):
    """A workbook whose only cell is written otherwise than this project writes it."""
    whole = io.BytesIO(write_workbook({"sorts": [[7.0]]}))
    changed = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).decode().replace('<c r="A1"><v>7</v></c>', cell))
    return changed.getvalue()


SORTS = "a,1,0,-1\nb,-1,0,1\n"
LONG = zipped(sorts="".join(f"person{number},1,0,-1\n" for number in range(400)))
BROKEN = {
    "an empty table": (read_table, b""),
    "a table of nothing": (read_table, b"\n , \n"),
    "a cell without end": (read_table, b'statement,a,b\nlaw,"' + b"1" * 200_000),
    "a damaged ZIP": (read_kade_zip, damaged(LONG)),
    "half a ZIP": (read_kade_zip, LONG[: len(LONG) // 2]),
    "a ZIP in another writing": (read_kade_zip, zipped(sorts="é,1,0\n".encode("latin-1"))),
    "a ZIP whose pattern is words": (read_kade_zip, zipped(sorts=SORTS, pattern="one,two")),
    "a ZIP whose pattern has no end": (read_kade_zip, zipped(sorts=SORTS, pattern="1,inf")),
    "a damaged workbook": (read_kade_xlsx, damaged(write_workbook({"sorts": [["a"] * 500]}))),
    "a workbook that misses a text": (read_kade_xlsx, workbook_with_cell('<c r="A1" t="s"><v>9</v></c>')),
    "a workbook with a word for a number": (read_kade_xlsx, workbook_with_cell('<c r="A1"><v>x</v></c>')),
    "a workbook with a place that is none": (read_kade_xlsx, workbook_with_cell('<c r="1A"><v>7</v></c>')),
    "JSON that is one number": (read_eq_json, b"7"),
    "a heading only": (read_table, b"statement,a\n"),
    "a word for a number": (read_table, b"statement,a,b\nlaw,x,1\ncare,1,0\n"),
    "no sorts in a ZIP": (read_kade_zip, b"PK\x05\x06" + bytes(18)),
    "not a ZIP": (read_kade_zip, b"hello"),
    "not a workbook": (read_kade_xlsx, b"hello"),
    "a workbook without sorts": (read_kade_xlsx, write_workbook({"name": [["a"]]})),
    "a short DAT": (read_dat, b"  0  2  4 Short\n"),
    "a DAT with words": (read_dat, b"  0 xx  4 Short\n 0\nA 1\n"),
    "JSON without sorts": (read_eq_json, b"{}"),
    "not JSON": (read_eq_json, b"{"),
    "EQ without sorts": (read_eq_csv, b"a,b\n1,2\n"),
    "EQ with words": (read_eq_json, b'[{"sort": "1|x"}]'),
    "EQ of different lengths": (read_eq_json, b'[{"sort": "1|0"}, {"sort": "1|0|-1"}]'),
    "HtmlQ without rows": (read_htmlq, b"sid;s1;s2\n"),
    "reasons without columns": (read_reason_table, b"a,b\n1,2\n"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files_are_refused_by_type(name):
    read, data = BROKEN[name]

    with pytest.raises(FormatError):
        read(data)


def test_a_pattern_with_less_than_no_cards_is_not_used():
    found = read_kade_zip(zipped(sorts=SORTS, pattern="4,-1"))

    assert found.sorts.needed_distribution().tolist() == [-1, 0, 1]
