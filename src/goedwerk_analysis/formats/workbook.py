"""XLSX sheets as plain tables, with nothing beyond the standard library."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from goedwerk_analysis.formats.archive import unpacked
from goedwerk_analysis.formats.study import FormatError

Cell = str | float | None
Table = list[list[Cell]]
Files = Mapping[str, bytes]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
LARGEST = 100_000_000
MOST_ROWS, MOST_CELLS = 1_000_000, 20_000_000
FIRST_DATE = (1980, 1, 1, 0, 0, 0)


def read_workbook(data: bytes) -> dict[str, Table]:
    """Read every sheet: rows of numbers, texts and None."""
    files = unpacked(data, what="XLSX workbook", largest=LARGEST)
    try:
        strings = _strings(files)
        return {name: _table(_tree(files, path), strings) for name, path in _sheets(files)}
    except (LookupError, ValueError, ElementTree.ParseError) as problem:
        raise FormatError(f"not a readable XLSX workbook: {problem}") from problem


def write_workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Write sheets of numbers and texts; equal tables give equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in _parts(sheets):
            archive.writestr(zipfile.ZipInfo(path, FIRST_DATE), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _tree(files: Files, path: str) -> ElementTree.Element:
    text = files[path]
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise FormatError("this workbook declares its own entities; that is not allowed")
    return ElementTree.fromstring(text)


def _strings(files: Files) -> list[str]:
    if "xl/sharedStrings.xml" not in files:
        return []
    return [_text(item) for item in _tree(files, "xl/sharedStrings.xml").iter(f"{MAIN}si")]


def _text(item: ElementTree.Element) -> str:
    """All runs of a text, without phonetic guides."""
    runs = [*item.findall(f"{MAIN}t"), *item.findall(f"{MAIN}r/{MAIN}t")]
    return "".join(run.text or "" for run in runs)


def _sheets(files: Files) -> Iterator[tuple[str, str]]:
    relations = {item.get("Id"): item.get("Target", "") for item in _tree(files, "xl/_rels/workbook.xml.rels")}
    for sheet in _tree(files, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        target = relations[sheet.get(RELATION)]
        yield sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _table(tree: ElementTree.Element, strings: list[str]) -> Table:
    table: Table = []
    cells = 0
    for number, row in enumerate(tree.iter(f"{MAIN}row"), start=1):
        place = int(row.get("r", number))
        if not 1 <= place <= MOST_ROWS:
            raise FormatError("this sheet has more than a million rows, or a row without a place")
        table += [[] for _ in range(place - len(table))]
        table[place - 1] = _row(row, strings)
        cells += len(table[place - 1])
        if cells > MOST_CELLS:
            raise FormatError(f"this sheet has more than {MOST_CELLS // 1_000_000} million cells")
    while table and not any(cell is not None for cell in table[-1]):
        table.pop()
    return table


def _row(row: ElementTree.Element, strings: list[str]) -> list[Cell]:
    cells: list[Cell] = []
    for number, cell in enumerate(row.iter(f"{MAIN}c")):
        column = _column(cell.get("r", "")) if cell.get("r") else number
        cells += [None] * (column + 1 - len(cells))
        cells[column] = _value(cell, strings)
    return cells


def _value(cell: ElementTree.Element, strings: list[str]) -> Cell:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        item = cell.find(f"{MAIN}is")
        return _text(item) if item is not None else None
    content = cell.findtext(f"{MAIN}v")
    if content is None or content == "":
        return None
    if kind == "s":
        return strings[int(content)]
    return content if kind in ("str", "e") else float(content)


def _column(reference: str) -> int:
    letters = re.match(r"[A-Z]+", reference)
    if not letters or len(letters[0]) > 3:
        raise FormatError(f"cell reference {reference!r} is not understood")
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _letters(column: int) -> str:
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _parts(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> Iterator[tuple[str, str]]:
    """Path and content of every file in the package."""
    yield "[Content_Types].xml", _content_types(len(sheets))
    root = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    yield "_rels/.rels", _links(root)
    yield "xl/workbook.xml", _workbook(list(sheets))
    targets = (
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    yield "xl/_rels/workbook.xml.rels", _links("".join(targets))
    for number, table in enumerate(sheets.values(), start=1):
        rows = "".join(_written_row(place, row) for place, row in enumerate(table, start=1))
        sheet = f'{HEAD}<worksheet xmlns="{MAIN.strip("{}")}"><sheetData>{rows}</sheetData></worksheet>'
        yield f"xl/worksheets/sheet{number}.xml", sheet


def _content_types(count: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{kind}.worksheet+xml"/>'
        for number in range(1, count + 1)
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{sheets}</Types>'
    )


def _links(relations: str) -> str:
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name[:31])} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN.strip("{}")}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _written_row(place: int, row: Sequence[Cell]) -> str:
    cells = "".join(_written_cell(f"{_letters(column)}{place}", cell) for column, cell in enumerate(row))
    return f'<row r="{place}">{cells}</row>'


def _written_cell(reference: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", cell)
        return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
    return f'<c r="{reference}"><v>{cell:.17g}</v></c>'
