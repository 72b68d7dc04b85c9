"""The report as one HTML page: it opens anywhere, prints on A4, and asks nothing of the network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from goedwerk_analysis.opinions.findings import (
    CommonGround,
    Dividing,
    Finding,
    GoedwerkFinding,
    Groups,
    Interval,
    Line,
    PolisFinding,
    Sections,
)
from goedwerk_analysis.opinions.report import pictures
from goedwerk_analysis.opinions.report.polis_page import polis_body
from goedwerk_analysis.opinions.report.sentences import Words
from goedwerk_analysis.opinions.report.style import STYLE
from goedwerk_analysis.opinions.report.tables import paragraph, representative_tables, section, table
from goedwerk_analysis.opinions.statements import Statements

DRAWN = 8  # statements in a picture; the table has them all
ENOUGH_TO_SEE_GROUPS = 500
HEADS = {"groups": "groups", "division without groups": "division", "too little information": "little"}


def page(finding: Finding, statements: Statements, *, title: str = "", language: str = "nl") -> str:
    """The whole page as text. `language` is `nl` or `en`."""
    words = Words(language)
    texts = Texts(statements, words)
    body = polis_body if isinstance(finding, PolisFinding) else goedwerk_body
    heading = escape(title or words("kind"))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{heading} - {escape(words('kind'))}</title><style>{STYLE}</style></head>\n<body><main>"
        f'<p class="kop"><span>{escape(words("kind"))}, {escape(counted(finding, words))}</span>'
        f"<span>{heading}</span></p>"
        f"{body(finding, texts, words)}{footer(finding, words)}</main></body></html>\n"
    )


class Texts:
    """The text of a statement, or its number when no text is known."""

    def __init__(self, statements: Statements, words: Words) -> None:
        self.by_name = {str(name): text for name, text in statements.texts.items()}
        self.words = words

    def __call__(self, statement: int | str) -> str:
        text = " ".join(self.by_name.get(str(statement), "").split())
        return text or self.words("no-text", number=statement)


def counted(finding: Finding, words: Words) -> str:
    people, statements, votes = map(words.number, (finding.participants, finding.statements, finding.votes))
    return words("counts", people=people, statements=statements, votes=votes)


def footer(finding: Finding, words: Words) -> str:
    seed = words("seed", seed=finding.seed) if isinstance(finding, GoedwerkFinding) else ""
    method = words("method", recipe=finding.recipe, version=finding.version, seed=seed)
    return (
        f"<footer><h2>{escape(words('reading'))}</h2><p>{escape(words('reading-text'))}</p>"
        f"<p>{escape(method)}</p></footer>"
    )


def goedwerk_body(finding: GoedwerkFinding, texts: Texts, words: Words) -> str:
    parts = [
        headline(finding, words),
        where_people_stand(finding, words),
        shared(finding.common_ground, texts, words),
        divided(finding.dividing, texts, words),
        lines_told(finding.lines, texts, words),
        groups_told(finding.groups, texts, words) if finding.groups else "",
        sections_told(finding.sections, texts, words) if finding.sections else "",
    ]
    return "".join(parts)


def headline(finding: GoedwerkFinding, words: Words) -> str:
    k = finding.groups.count if finding.groups else 0
    head = words(HEADS[finding.verdict], k=k, common=len(finding.common_ground))
    repeats = finding.stability.repeats
    why = (
        words(
            finding.reason,
            proposed=finding.stability.proposed,
            same=repeats.count(k),
            repeats=len(repeats),
            between=finding.groups.in_between if finding.groups else 0,
        )
        if finding.reason
        else ""
    )
    certainty = verdict_certainty(finding)
    missed = words("missed") if few_to_see_groups(finding) else ""
    return (
        f"<h1>{escape(head)}</h1>"
        f'<p class="zeker">{pictures.disc(certainty)}'
        f"<span><b>{escape(words(certainty))}.</b> {escape(why)} {escape(missed)}</span></p>"
    )


def verdict_certainty(finding: GoedwerkFinding) -> str:
    """How sure the verdict is: by the repeats when groups were proposed, else by how clear the absence of a gap is."""
    if finding.verdict == "too little information":
        return "may be chance"
    repeats = finding.stability.repeats
    if finding.groups:
        return "sure" if repeats.count(finding.groups.count) >= 0.95 * len(repeats) else "probable"
    return "probable" if finding.stability.proposed or few_to_see_groups(finding) else "sure"


def few_to_see_groups(finding: GoedwerkFinding) -> bool:
    """With fewer people than this, small groups are often missed: so simulation shows."""
    return finding.verdict == "division without groups" and finding.n_informed < ENOUGH_TO_SEE_GROUPS


def where_people_stand(finding: GoedwerkFinding, words: Words) -> str:
    if finding.density is None:
        return ""
    second = words("second") if finding.density.y_range else ""
    labels = [words("group", number=at + 1) for at in range(finding.groups.count)] if finding.groups else [""]
    drawing = pictures.density_map(
        finding.density, title=words("map"), description=words("map-desc", second=second), labels=labels
    )
    told = paragraph(words("map-desc", second=second))
    return section(words("map"), f"{told}<figure>{drawing}</figure>")


def shared(common: Sequence[CommonGround], texts: Texts, words: Words) -> str:
    if not common:
        return section(words("common"), paragraph(words("common-none")))
    rows = [
        (
            f"{texts(one.statement)} ({words(one.direction)})",
            [(words("all"), side_of(one)), (words("lowest"), one.lowest)],
        )
        for one in common[:DRAWN]
    ]
    drawing = pictures.bars(rows, name="common", title=words("common"), words=("0%", "50%", "100%"))
    told = table(
        words("table-common"),
        [words("statement"), words("voted"), words("all"), "", words("lowest"), "", words("passed")],
        [common_row(one, texts, words) for one in common],
    )
    return section(words("common"), f"{paragraph(words('common-note'))}<figure>{drawing}</figure>{told}")


def named(one: CommonGround, texts: Texts, words: Words) -> str:
    return f"{texts(one.statement)} ({words(one.direction)})"


def common_row(one: CommonGround, texts: Texts, words: Words) -> list[str]:
    shares = [*cells_of(side_of(one), words), *cells_of(one.lowest, words)]
    return [named(one, texts, words), words.number(one.n), *shares, words.percent(one.overall.passed)]


def side_of(one: CommonGround) -> Interval:
    return one.overall.agree if one.direction == "agree" else one.overall.disagree


def cells_of(share: Interval, words: Words) -> list[str]:
    return [words.percent(share.value), words.margin(share.low, share.high)]


def divided(dividing: Sequence[Dividing], texts: Texts, words: Words) -> str:
    if not dividing:
        return section(words("divides"), paragraph(words("divides-none")))
    rows = [(texts(one.statement), sides_of(one, words)) for one in dividing[:DRAWN]]
    scale = ("0%", f"50% {words('agree')}", "100%")
    drawing = pictures.bars(rows, name="divides", title=words("divides"), words=scale)
    labels = [label for label, _ in sides_of(dividing[0], words)]
    told = table(
        words("table-divides"),
        [words("statement"), words("voted"), words("line", number=""), labels[0], "", labels[1], "", words("passed")],
        [dividing_row(one, texts, words) for one in dividing],
    )
    return section(words("divides"), f"<figure>{drawing}</figure>{told}")


def sides_of(one: Dividing, words: Words) -> list[tuple[str, Interval]]:
    """What people at both ends agree on; without lines, who agrees and who disagrees."""
    if one.along is None:
        return [(words("agree"), one.overall.agree), (words("disagree"), one.overall.disagree)]
    return [(words("low"), one.along.low_end.agree), (words("high"), one.along.high_end.agree)]


def dividing_row(one: Dividing, texts: Texts, words: Words) -> list[str]:
    first, second = (cells_of(share, words) for _, share in sides_of(one, words))
    line = str(one.line) if one.line else "–"
    return [texts(one.statement), words.number(one.n), line, *first, *second, words.percent(one.overall.passed)]


def lines_told(lines: Sequence[Line], texts: Texts, words: Words) -> str:
    if not lines:
        return ""
    told = "".join(line_told(line, texts, words) for line in lines)
    return section(words("lines"), paragraph(words("lines-note")) + told)


def line_told(line: Line, texts: Texts, words: Words) -> str:
    note = words("line-note", share=words.number(100 * line.share), angle=words.number(line.angle))
    ends = ((words("left"), line.low_end), (words("right"), line.high_end))
    sides = "".join(
        f"<div><h4>{escape(name)}</h4>{listed([texts(one) for one in statements], words)}</div>"
        for name, statements in ends
    )
    return (
        f"<h3>{escape(words('line', number=line.number))}</h3>"
        f'<p class="zeker">{pictures.disc(line.certainty)}'
        f"<span><b>{escape(words(line.certainty))}.</b> {escape(note)}</span></p>"
        f'<div class="sides">{sides}</div>'
    )


def listed(texts: Sequence[str], words: Words) -> str:
    if not texts:
        return paragraph(words("nothing"))
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"


def groups_told(groups: Groups, texts: Texts, words: Words) -> str:
    names = {str(at): words("group", number=at + 1) for at in range(groups.count)}
    sizes = dict(zip(names, groups.sizes, strict=True))
    return representative_tables(groups.representative, names=names, sizes=sizes, texts=texts, words=words)


def sections_told(sections: Sections, texts: Texts, words: Words) -> str:
    rows = [
        [words("section", number=part.number), words.number(part.size), "; ".join(map(texts, part.agree_more)) or "–"]
        for part in sections.parts
    ]
    headers = [words("section", number=""), words("size"), words("more-agree")]
    heading = words("sections", line=sections.line)
    return section(heading, paragraph(words("sections-note")) + table(heading, headers, rows))
