"""The page itself: headings, sentences, certainty, pictures, tables and reading help."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from goedwerk_analysis.comparison.sentences import Language
from goedwerk_analysis.sort_report.style import STYLE, dark_style
from goedwerk_analysis.sort_report.words import word

SHORT = 10  # rows that stay on one sheet of paper
DISCS = {"sure": "●", "likely": "◐", "chance": "○", "described": "□"}


def page(title: str, subtitle: str, sections: Iterable[str], language: Language) -> str:
    """A whole document that asks nothing of the network."""
    style = STYLE + dark_style()
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"<header><h1>{escape(title)}</h1><p>{escape(subtitle)}</p></header>\n"
        f"{''.join(sections)}\n</main>\n</body>\n</html>\n"
    )


def section(heading: str, parts: Iterable[str], *, wide: bool = False) -> str:
    """One sheet of paper."""
    kind = ' class="wide"' if wide else ""
    return f"<section{kind}>\n<h2>{escape(heading)}</h2>\n{''.join(parts)}</section>\n"


def lead(sentences: Sequence[str]) -> str:
    """What is seen: the first sentence large, the others under it."""
    first, *others = sentences
    return f'<p class="lead">{escape(first)}</p>\n' + "".join(f"<p>{escape(other)}</p>\n" for other in others)


def certainty(level: str, explanation: str, language: Language) -> str:
    """A disc and a word, then what is certain and what is not."""
    return (
        f'<p class="certainty"><span aria-hidden="true">{DISCS[level]}</span> '
        f"<strong>{escape(word(level, language))}:</strong> {escape(explanation)}</p>\n"
    )


def picture(drawing: str, label: str, language: Language) -> str:
    """A drawing; a screen too narrow to read it scrolls it sideways, also by keyboard."""
    name = escape(word("picture", language, label=label))
    return f'<figure><div class="picture" role="region" tabindex="0" aria-label="{name}">{drawing}</div></figure>\n'


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A real table: caption, column headers, and a header for each row."""
    rows = list(rows)
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>\n"
        for row in rows
    )
    # A table that scrolls sideways on a phone must be reachable by keyboard.
    kind = "table" if len(rows) > SHORT else "table short"
    region = f'<div class="{kind}" role="region" tabindex="0" aria-label="{escape(caption)}">'
    title = f"<caption>{escape(caption)}</caption>"
    return f"{region}<table>{title}<thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table></div>\n"


def help_text(sentences: str) -> str:
    return f'<p class="help">{escape(sentences)}</p>\n'


def together(parts: Iterable[str]) -> str:
    """What stays on one sheet of paper."""
    return f'<div class="portrait">\n{"".join(parts)}</div>\n'


def subheading(content: str, detail: str) -> str:
    return f"<h3>{escape(content)}</h3>\n<p>{escape(detail)}</p>\n"


def plain_list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>\n"
