"""What Polis says, with what it does not say: that it always draws groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from html import escape

import numpy as np

from goedwerk_analysis.opinions.findings import DensityMap, PolisFinding
from goedwerk_analysis.opinions.report import pictures
from goedwerk_analysis.opinions.report.sentences import Words
from goedwerk_analysis.opinions.report.tables import paragraph, representative_tables, section, table

COLUMNS, ROWS = 56, 32


def polis_body(finding: PolisFinding, texts: Callable[[int | str], str], words: Words) -> str:
    names = {group: words("group", number=at + 1) for at, group in enumerate(finding.representative)}
    sizes = Counter(str(group) for group in finding.groups.values())
    head = words("polis-head", people=words.number(len(finding.groups)), k=finding.group_count)
    return (
        f"<h1>{escape(head)}</h1>"
        f'<p class="zeker">{pictures.disc("may be chance")}<span>{escape(words("polis-note"))}</span></p>'
        + map_told(finding, list(names.values()), words)
        + representative_tables(finding.representative, names=names, sizes=sizes, texts=texts, words=words)
        + consensus_told(finding, texts, words)
    )


def map_told(finding: PolisFinding, labels: list[str], words: Words) -> str:
    if not finding.groups:
        return ""
    told = words("polis-map", k=finding.group_count)
    drawing = pictures.density_map(density(finding), title=words("map"), description=told, labels=labels)
    return section(words("map"), f"{paragraph(told)}<figure>{drawing}</figure>")


def density(finding: PolisFinding) -> DensityMap:
    """People of each group counted in cells, smoothed so that no cell is a person."""
    people = list(finding.groups)
    places = np.array([finding.projections[person] for person in people])
    labels = np.array([str(finding.groups[person]) for person in people])
    low, high = places.min(axis=0), places.max(axis=0)
    edge = 0.1 * np.maximum(high - low, 1e-9)
    spread = np.maximum(places.std(axis=0) / 5, 1e-9)
    across, upward = (
        np.exp(-(((np.linspace(low[a] - edge[a], high[a] + edge[a], n) - places[:, a : a + 1]) / spread[a]) ** 2) / 2)
        for a, n in ((0, COLUMNS), (1, ROWS))
    )
    member = np.stack([labels == group for group in finding.representative], axis=1).astype(float)
    layers = np.einsum("ng,nr,nc->grc", member, upward, across)
    layers /= layers.sum(axis=0).max()
    return DensityMap((0.0, 1.0), (0.0, 1.0), tuple(tuple(map(tuple, layer)) for layer in layers.round(4).tolist()))


def consensus_told(finding: PolisFinding, texts: Callable[[int | str], str], words: Words) -> str:
    rows = [
        [f"{texts(statement)} ({words(side)})", words.percent(finding.group_aware_consensus[str(statement)])]
        for side, statements in finding.consensus.items()
        for statement in statements
    ]
    return section(
        words("polis-consensus"),
        table(words("polis-consensus"), [words("statement"), "group-aware consensus"], rows),
    )
