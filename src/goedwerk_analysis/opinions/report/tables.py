"""Pieces of the page: paragraphs, sections and real tables with headers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from goedwerk_analysis.opinions.report.sentences import Words


def section(heading: str, inside: str) -> str:
    return f"<section><h2>{escape(heading)}</h2>{inside}</section>"


def paragraph(text: str) -> str:
    return f'<p class="note">{escape(text)}</p>'


def table(caption: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose first column heads the rows; an empty header belongs to the one before it."""
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{''.join(header_cells(headers))}</tr></thead>"
        f"<tbody>{''.join(map(row_cells, rows))}</tbody></table></div>"
    )


def header_cells(headers: Sequence[str]) -> list[str]:
    cells = []
    for at, text in enumerate(headers):
        if not text:
            continue
        span = 2 if at + 1 < len(headers) and not headers[at + 1] else 1
        across = f' colspan="{span}"' if span > 1 else ""
        side = ' class="r"' if at else ""
        cells.append(f'<th scope="col"{across}{side}>{escape(text)}</th>')
    return cells


def row_cells(row: Sequence[str]) -> str:
    rest = "".join(f'<td class="r">{escape(text)}</td>' for text in row[1:])
    return f'<tr><th scope="row">{escape(row[0])}</th>{rest}</tr>'


def representative_tables(
    representative: Mapping[str, Sequence[dict]],
    *,
    names: Mapping[str, str],
    sizes: Mapping[str, int],
    texts: Callable[[int | str], str],
    words: Words,
) -> str:
    """Per group the statements that set it apart."""
    tables = [
        table(
            f"{names[group]} ({words.number(sizes[group])} {words('size')})",
            [words("statement"), "%", words("voted")],
            [representative_row(entry, texts, words) for entry in entries],
        )
        for group, entries in representative.items()
    ]
    return section(words("representative"), paragraph(words("representative-note")) + "".join(tables))


def representative_row(entry: dict, texts: Callable[[int | str], str], words: Words) -> list[str]:
    share = entry["n_success"] / max(entry["n_trials"], 1)
    text = f"{texts(entry['statement'])} ({words(entry['direction'])})"
    return [text, words.percent(share), words.number(entry["n_trials"])]
