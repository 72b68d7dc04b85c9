"""The sheets of a report about one study."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goedwerk_analysis.comparison.core import Core, CoreCard
from goedwerk_analysis.comparison.partition import Partition, Share
from goedwerk_analysis.comparison.sentences import Language, listed, number, percent, tell, workshop_sentence
from goedwerk_analysis.comparison.sizes import AGREEMENT
from goedwerk_analysis.sort_report.analysis import Analysis
from goedwerk_analysis.sort_report.bar_picture import bar_picture, share_name
from goedwerk_analysis.sort_report.core_picture import core_picture, sections
from goedwerk_analysis.sort_report.finding import sentences
from goedwerk_analysis.sort_report.page import certainty, help_text, lead, page, picture, plain_list, section, table
from goedwerk_analysis.sort_report.viewpoint_sheets import viewpoint_sheets
from goedwerk_analysis.sort_report.words import word

SMALL = 12
SURE = 0.95
NO_GROUPS = ("common", "overlap", "person", "moment")
MOST_SENTENCES = 8
MOST_CLAIMS = 5
MOST_NAMED = 6


def report(analysis: Analysis, language: Language) -> str:
    """The whole report as one HTML document."""
    sorts = analysis.study.sorts
    subtitle = word("sorts_and_cards", language, sorts=sorts.n_sorts, cards=sorts.n_cards)
    title = analysis.study.title or word("title", language)
    return page(title, subtitle, _sheets(analysis, language), language)


def _sheets(analysis: Analysis, language: Language) -> Iterator[str]:
    if analysis.core is not None:
        yield _core_sheet(analysis, analysis.core, language)
    elif analysis.team is not None:
        yield _team_sheet(analysis, language)
    else:
        yield section(word("core_heading", language), [lead([word("no_core_said", language, minimum=AGREEMENT)])])
    if analysis.partition is not None:
        yield _bar_sheet(analysis, analysis.partition, language)
    else:
        yield section(word("bar_heading", language), [lead([word("no_bar", language)])])
    yield from viewpoint_sheets(analysis, language)
    yield _about_sheet(analysis, language)


def _core_sheet(analysis: Analysis, found: Core, language: Language) -> str:
    names = analysis.study.labels()
    parts = sections(found, _differing(analysis, found), language)
    told = sentences(analysis, language)
    said = told.get("core") or _team_sentences(analysis, language)
    said = [*said[:MOST_SENTENCES], *told["agreement"]]
    if analysis.study.sorts.n_sorts < SMALL and analysis.team is None:
        said.append(workshop_sentence(analysis.study.sorts.n_sorts, language))
    level = _core_certainty(analysis, found)
    caption = word("core_table_team" if analysis.team else "core_table", language)
    return section(
        word("core_heading", language),
        [
            lead(said),
            certainty(level, _core_explanation(analysis, level, language), language),
            picture(
                core_picture(_shown(found, analysis), _shown_sections(parts, analysis), names, language),
                word("core_heading", language),
                language,
            ),
            table(caption, _core_header(found, language), _core_rows(analysis, found, names, language)),
            help_text(word("core_help_team" if analysis.team else "core_help", language)),
        ],
    )


def _team_sheet(analysis: Analysis, language: Language) -> str:
    """A team below eight people: only what more than half placed high."""
    parts = [
        lead(_team_sentences(analysis, language)),
        certainty("described", word("described_core", language), language),
        help_text(word("core_help_team", language)),
    ]
    return section(word("core_heading", language), parts)


def _core_explanation(analysis: Analysis, level: str, language: Language) -> str:
    if level == "chance" and analysis.study.sorts.n_sorts >= SMALL:
        return word("nothing_core", language)
    return word(f"{level}_core", language)


def _team_sentences(analysis: Analysis, language: Language) -> list[str]:
    names = [analysis.study.labels()[card] for card in analysis.team.majority_high]
    if not names:
        return [tell("no_core", language)]
    if len(names) == 1:
        return [tell("core_one_group", language, card=names[0])]
    return [tell("core_many_one_group", language, cards=listed(names, language))]


def _shown(found: Core, analysis: Analysis) -> Core:
    """A whole team is drawn without intervals."""
    return found if analysis.team is None else Core(**{**vars(found), "cards": tuple(map(_bare, found.cards))})


def _shown_sections(parts: Sequence, analysis: Analysis) -> list:
    if analysis.team is None:
        return list(parts)
    return [type(part)(part.heading, tuple(map(_bare, part.cards)), part.washed) for part in parts]


def _bare(card: CoreCard) -> CoreCard:
    nothing = tuple(float("nan") for _ in card.mean)
    return CoreCard(**{**vars(card), "low": nothing, "high": nothing})


def _differing(analysis: Analysis, found: Core) -> list[int]:
    """Cards claimed as distinctive for some group, largest difference first."""
    distinct = analysis.distinctive.get(found.by or "")
    return list(dict.fromkeys(card.card for card in distinct.claimed())) if distinct else []


def _core_certainty(analysis: Analysis, found: Core) -> str:
    if analysis.team is not None:
        return "described"
    called = found.with_verdict("core")
    if analysis.study.sorts.n_sorts < SMALL or not called:
        return "chance"
    return "sure" if min(card.probability for card in called) >= SURE else "likely"


def _core_header(found: Core, language: Language) -> list[str]:
    groups = [word("everybody", language) if name == "all" else name for name in found.groups]
    return [word("card", language), *groups, word("verdict", language)]


def _core_rows(analysis: Analysis, found: Core, names: Sequence[str], language: Language) -> Iterator[list[str]]:
    for card in sorted(found.cards, key=lambda card: -sum(card.mean)):
        cells = [_mean_cell(card, group, analysis, language) for group in range(len(card.mean))]
        yield [names[card.card], *cells, _verdict(analysis, card, language)]


def _mean_cell(card: CoreCard, group: int, analysis: Analysis, language: Language) -> str:
    mean = number(card.mean[group], language, sign=True)
    if analysis.team is not None:
        return mean
    low, high = (number(value, language, sign=True) for value in (card.low[group], card.high[group]))
    return f"{mean} ({word('from_to', language, low=low, high=high)})"


def _verdict(analysis: Analysis, card: CoreCard, language: Language) -> str:
    if analysis.team is not None:
        return word("core" if card.card in analysis.team.majority_high else "not_core", language)
    return word(card.verdict, language)


def _bar_sheet(analysis: Analysis, found: Partition, language: Language) -> str:
    said = sentences(analysis, language)["partition"]
    others = [share for share in found.shares if share.name not in NO_GROUPS]
    if not others:
        said.append(word("share_missing", language))
    said += sentences(analysis, language)["distinctive"][:MOST_CLAIMS]
    parts = [lead(said)]
    if found.inference and others:
        level = _bar_certainty(found)
        explanation = word("chance_core" if level == "chance" else f"{level}_bar", language)
        parts.append(certainty(level, explanation, language))
    header = [word(name, language) for name in ("part", "share", "interval", "remark")]
    rows = [_bar_row(share, analysis, language) for share in found.shares]
    parts += [
        picture(bar_picture(found, language), word("bar_heading", language), language),
        table(word("bar_table", language), header, rows),
        help_text(word("bar_help", language)),
    ]
    return section(word("bar_heading", language), parts)


def _bar_certainty(found: Partition) -> str:
    person = found.share("person")
    others = [share for share in found.shares if share.name not in NO_GROUPS]
    if not found.share("common").may_be_said:
        return "chance"
    clear = all(share.high is None or share.high < (person.low or 0) for share in others)
    return "sure" if clear else "likely"


def _bar_row(share: Share, analysis: Analysis, language: Language) -> list[str]:
    limits = "–" if share.low is None else word("to", language, low=percent(share.low), high=percent(share.high))
    remark = tell(share.why_not, language) if share.why_not else _remark(share, analysis, language)
    return [share_name(share, language), f"{percent(share.estimate)} %", limits, remark]


def _remark(share: Share, analysis: Analysis, language: Language) -> str:
    """What a part is made of: the groups that differ, or words for who has no groups."""
    if share.name in NO_GROUPS:
        return word(f"remark_{share.name}", language) if share.name != "moment" else ""
    levels = sorted(set(analysis.study.sorts.attribute(share.name).tolist()))
    if len(levels) > MOST_NAMED:
        return word("remark_many", language, count=len(levels))
    return listed(levels, language)


def _about_sheet(analysis: Analysis, language: Language) -> str:
    settings = analysis.settings
    methods = [part.method for part in (analysis.viewpoints, analysis.partition, analysis.core) if part is not None]
    lines = [
        word("no_persons", language),
        word("seed", language, seed=settings.seed, steps=settings.bootstrap),
        word("made_with", language, method=", ".join(methods)),
    ]
    if analysis.notes():
        lines.append(word("notes_elsewhere", language))
    return section(word("about_heading", language), [plain_list(lines)])
