"""What findings say, in plain Dutch (B1) and English, beside the numbers.

Templates hold the words; functions choose the template that claims no more
than the numbers do. Every number stays available in the finding itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from goedwerk_analysis.comparison.core import Core, CoreCard
from goedwerk_analysis.comparison.dispersion import Dispersion
from goedwerk_analysis.comparison.distinctive import Distinctive
from goedwerk_analysis.comparison.drift import Drift
from goedwerk_analysis.comparison.fit_gap import FitGap, MovedCard
from goedwerk_analysis.comparison.partition import Partition, Share
from goedwerk_analysis.comparison.templates import ATTRIBUTES, TEMPLATES

Language = Literal["nl", "en"]
OVERLAP_WORTH_TELLING = 0.03
VAGUE_FROM = 0.10


def tell(key: str, language: Language, **values: object) -> str:
    """Fill in one template."""
    return TEMPLATES[key][language].format(**values)


def attribute_word(name: str, language: Language, *, plural: bool = False) -> str:
    """The word for an attribute; unknown attributes keep their own name."""
    words = ATTRIBUTES.get(name.lower())
    return words[language][1 if plural else 0] if words else name


def number(value: float, language: Language, decimals: int = 1, *, sign: bool = False) -> str:
    """Write a number with the language's decimal sign and a true minus."""
    text = f"{abs(round(value, decimals)):.{decimals}f}"
    if language == "nl":
        text = text.replace(".", ",")
    rounded = round(value, decimals)
    return ("−" if rounded < 0 else "+" if sign and rounded > 0 else "") + text


def percent(value: float) -> str:
    """A share in whole percents; what is below zero by chance is written as 0."""
    return str(max(0, round(100 * value)))


def between(low: float, high: float, language: Language, decimals: int = 1) -> str:
    """A range in words."""
    return tell("range", language, low=number(low, language, decimals), high=number(high, language, decimals))


def listed(names: Sequence[str], language: Language) -> str:
    """Names in a row, with the word for 'and'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {tell('and', language)} {names[-1]}"


def partition_sentences(found: Partition, language: Language) -> list[str]:
    """What the bar says: common first, then each attribute, then the persons."""
    common, person = found.share("common"), found.share("person")
    sentences = [_common_sentence(common, found, language)]
    parts = [share for share in found.shares if share.name not in ("common", "overlap", "person", "moment")]
    sentences += [_share_sentence(share, found.inference, language) for share in parts]
    overlap = found.share("overlap").estimate
    if len(parts) > 1 and overlap > OVERLAP_WORTH_TELLING:
        names = listed([attribute_word(share.name, language) for share in parts], language)
        sentences.append(tell("overlap", language, share=percent(overlap), names=names))
    key = "person_and_moment" if found.person_with_moment else "person"
    return [*sentences, tell(key, language, share=percent(person.estimate))]


def core_sentence(card: CoreCard, found: Core, names: Sequence[str], language: Language) -> str:
    """The verdict on one card in words."""
    groups = [found.groups[group] for group in card.against]
    one = found.by is None or bool(found.why_one_group)
    key = card.verdict + ("_one_group" if one and card.verdict in ("core", "not_core") else "")
    if key == "not_core" and not groups:
        key = "not_core_unnamed"
    text = tell(key, language, card=names[card.card], groups=listed(groups, language))
    return f"{text} {tell('equally_strong', language)}" if card.equally_strong and card.verdict == "core" else text


def core_sentences(found: Core, names: Sequence[str], language: Language) -> list[str]:
    """All cards that are core or probably core, and who was left out."""
    sure, probable = found.with_verdict("core"), found.with_verdict("probably_core")
    sentences = _together(sure, "core", found, names, language) + _together(
        probable, "probably_core", found, names, language
    )
    if not sentences:
        sentences.append(tell("no_core", language))
    if found.left_out:
        sentences.append(tell("left_out", language, groups=listed(found.left_out, language)))
    if found.why_one_group and found.by:
        sentences.append(tell("one_group", language, reason=tell(found.why_one_group, language)))
    return sentences


def _together(
    cards: Sequence[CoreCard], verdict: str, found: Core, names: Sequence[str], language: Language
) -> list[str]:
    """One card in its own sentence, several in one."""
    if len(cards) < 2:
        return [core_sentence(card, found, names, language) for card in cards]
    one = verdict == "core" and len(found.groups) < 2
    key = f"{verdict}_many{'_one_group' if one else ''}"
    told = [tell(key, language, cards=listed([names[card.card] for card in cards], language))]
    equal = [names[card.card] for card in cards if card.equally_strong]
    if equal and verdict == "core":
        told.append(tell("equally_strong_many", language, cards=listed(equal, language)))
    return told


def distinctive_sentences(found: Distinctive, names: Sequence[str], language: Language) -> list[str]:
    """Cards that make a group different, or that none were found, or that too few took part."""
    if not found.may_be_claimed:
        return [tell("distinctive_not_claimed", language, reason=tell(found.why_not, language))]
    claimed = found.claimed()
    if not claimed:
        return [tell("distinctive_none", language)]
    return [
        tell(
            "distinctive_higher" if card.difference > 0 else "distinctive_lower",
            language,
            group=found.groups[card.group],
            card=names[card.card],
            size=number(abs(card.difference), language),
            range=_size_range(card.low, card.high, language),
        )
        for card in claimed
    ]


def fit_gap_sentences(found: FitGap, names: Sequence[str], language: Language) -> list[str]:
    """Which cards people would want elsewhere."""
    if not found.may_be_said:
        return [tell("fit_gap_talk", language, people=found.n_people)]
    claimed = [card for card in found.cards if card.claimed]
    if not claimed:
        return [tell("fit_gap_none", language)]
    return [_moved("fit_gap", card, names, language) for card in claimed]


def drift_sentences(found: Drift, names: Sequence[str], language: Language) -> list[str]:
    """What moved between two rounds."""
    if not found.may_be_said:
        return [tell("drift_not_said", language, reason=tell(found.why_not, language))]
    claimed = [card for card in found.cards if card.claimed]
    sentences = [_moved("drift", card, names, language) for card in claimed] or [tell("drift_none", language)]
    sentences.append(tell("drift_composition", language))
    if found.left_out > 0:
        sentences.append(tell("drift_left_out", language, share=percent(found.left_out)))
    return sentences


def agreement_sentences(found: Dispersion, language: Language) -> list[str]:
    """Which groups are less of one mind, when their intervals say so."""
    told = []
    for group in found.groups:
        others = [other for other in found.groups if other is not group and other.low is not None]
        if group.high is not None and others and all(group.high < other.low for other in others):
            told.append(tell("agrees_less", language, group=group.group))
    return told


def workshop_sentence(n_people: int, language: Language) -> str:
    """That a small group is a picture of this conversation."""
    return tell("workshop", language, people=n_people)


def _common_sentence(common: Share, found: Partition, language: Language) -> str:
    if not found.inference:
        return tell("common_described", language, share=percent(common.estimate))
    if not common.may_be_said or common.low is None:
        return tell("common_not_known", language, people=found.n_people)
    return tell("common", language, share=percent(common.estimate), low=percent(common.low), high=percent(common.high))


def _share_sentence(share: Share, inference: bool, language: Language) -> str:
    words: Mapping[str, object] = {
        "name": attribute_word(share.name, language),
        "plural": attribute_word(share.name, language, plural=True),
        "share": percent(share.estimate),
    }
    if not inference:
        return tell("share_described", language, **words)
    if not share.may_be_said:
        return tell("share_not_said", language, reason=tell(share.why_not, language), **words)
    limits = {"low": percent(share.low), "high": percent(share.high)}
    if _clear(share):
        return tell("share", language, **words, **limits)
    key = "share_not_known" if share.high > VAGUE_FROM else "share_none"
    return tell(key, language, **words, **limits)


def _clear(share: Share) -> bool:
    """Clear when the interval stays away from zero and the corrected test agrees."""
    significant = share.test is None or share.test.p_holm is None or share.test.p_holm < 0.05
    return share.low > 0 and significant


def _moved(kind: str, card: MovedCard, names: Sequence[str], language: Language) -> str:
    key = f"{kind}_higher" if card.change > 0 else f"{kind}_lower"
    size = number(abs(card.change), language)
    return tell(key, language, card=names[card.card], size=size, range=_size_range(card.low, card.high, language))


def _size_range(low: float, high: float, language: Language) -> str:
    ends = sorted((abs(low), abs(high))) if low * high > 0 else (0.0, max(abs(low), abs(high)))
    return between(ends[0], ends[1], language)
