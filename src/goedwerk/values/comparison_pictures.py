"""What a large group shares and where the difference lies, as pictures: a core, a bar, and what sets classes apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from goedwerk.dialogues import picture_words as words
from goedwerk.dialogues.attributes import Attribute
from goedwerk.dialogues.pictures import withheld
from goedwerk.ui import phrases
from goedwerk.ui.large_pictures import Arrow, ArrowGroup, Arrows, Bar, Part
from goedwerk.ui.pictures import Certainty, Mark, Picture, Row, Standing, Table
from goedwerk.values.comparing import CORE, DISTINCTIVE, OTHERS, PARTS
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.sorts_shown import CardShown, CorePicture, DistinctivePicture, PartShown, PartsPicture

MOST_NAMED = 4
SERIES = ("series-1", "series-2", "series-3", "series-4")


@dataclass(frozen=True)
class Deck:
    """The cards and the lists by name, and under which condition people sorted."""

    condition: str
    cards: Mapping[str, str]
    lists: Mapping[str, Attribute]

    def titled(self, title: str) -> str:
        return _("%(condition)s: %(title)s") % {"condition": self.condition, "title": title}

    def named(self, cards: Sequence[str]) -> str:
        return words.joined([self.cards.get(card, card) for card in cards])

    def label(self, key: str) -> str:
        return self.lists[key].label if key in self.lists else key

    def class_of(self, key: str, name: str) -> str:
        if name == OTHERS:
            return _("others")
        return self.lists[key].label_of(name) if key in self.lists else name

    def classes(self, key: str, names: Sequence[str]) -> str:
        return words.joined([self.class_of(key, name) for name in names])


def of_comparison(deck: Deck, released: Mapping[str, Any]) -> list[Picture]:
    """Core first, difference second; below forty people the bar alone says that we do not know."""
    drawn = {CORE: of_core, PARTS: of_parts, DISTINCTIVE: of_distinctive}
    found = {name: released[name] for name in drawn if name in released}
    told = {name: shown for name, shown in found.items() if not is_too_few(shown) or name == PARTS}
    return [
        withheld_of(deck, name, shown) if isinstance(shown, Withheld) else drawn[name](deck, shown)
        for name, shown in told.items()
        if not (isinstance(shown, Withheld) and shown.reason == "changed-group")
    ]


def is_too_few(shown: Any) -> bool:
    return isinstance(shown, Withheld) and shown.reason == "few"


def withheld_of(deck: Deck, name: str, shown: Withheld) -> Picture:
    if name == PARTS and is_too_few(shown):
        return Picture(
            deck.titled(_("where the difference lies")),
            _("What the differences go with, we do not know. Too few of you took part for that."),
            note=_("Shares of difference are told from 40 people on."),
        )
    return withheld(deck.condition, shown)


# The core of every class


def of_core(deck: Deck, shown: CorePicture) -> Picture:
    title = deck.titled(_("the core of every group"))
    about = core_note(deck, shown)
    if not shown.cards:
        return Picture(title, core_sentence(deck, shown), note=about, help=core_help(shown))
    every = _("more than half in every group")
    rows = [Row("", deck.cards.get(card, card), Mark.FRONT) for card in shown.cards]
    classes = [deck.class_of(shown.by, name) for name in shown.classes]
    return Picture(
        title=title,
        sentence=core_sentence(deck, shown),
        figure=Standing(rows, {Mark.FRONT: every, Mark.LISTED: "", Mark.REST: ""}),
        table=Table(
            title, [_("Value"), *classes], [(row.label, *[str(phrases.MORE_THAN_HALF)] * len(classes)) for row in rows]
        ),
        certainty=None if shown.whole else Certainty.PROBABLE,
        note=f"{core_certainty(shown)} {about}",
        help=core_help(shown),
    )


def core_certainty(shown: CorePicture) -> str:
    return described() if shown.whole else _("For each of these cards the chance is at least 90 in 100.")


def described() -> str:
    return _("You are a whole group. So this describes it, and estimates nothing.")


def core_sentence(deck: Deck, shown: CorePicture) -> str:
    if not shown.cards:
        return _("%(condition)s: there is no card of which we are sure that every group puts it high.") % {
            "condition": deck.condition
        }
    told = {"condition": deck.condition, "names": deck.named(shown.cards)}
    return _("%(condition)s: in every group more than half put %(names)s high.") % told


def core_note(deck: Deck, shown: CorePicture | DistinctivePicture) -> str:
    compared = _("Compared: %(classes)s.") % {"classes": deck.classes(shown.by, shown.classes)}
    if not shown.left_out:
        return compared
    small = _("Too small to compare: %(classes)s.") % {"classes": deck.classes(shown.by, shown.left_out)}
    return f"{compared} {small}"


def core_help(shown: CorePicture) -> str:
    return _(
        "A small group counts as much as a large one. Of the other cards nothing is told: the smaller the smallest"
        " group, the fewer cards we name."
    )


# The bar


def of_parts(deck: Deck, shown: PartsPicture) -> Picture:
    title, certainty = deck.titled(_("where the difference lies")), certainty_of(shown)
    return Picture(
        title=title,
        sentence=parts_sentence(deck, shown),
        figure=Bar(drawn_parts(deck, shown), _("Everything in the orders = 100%")),
        table=Table(title, [_("Where does it lie?"), _("Share"), _("Range")], parts_rows(deck, shown)),
        certainty=certainty,
        note=parts_note(deck, shown, certainty),
        help=parts_help(shown),
    )


def parts_help(shown: PartsPicture) -> str:
    if shown.whole:
        return _("The bar adds up to 100%%, in steps of %(step)d. These are differences, not causes.") % {
            "step": shown.step
        }
    return _(
        "The bar adds up to 100%%, in steps of %(step)d. Below it each part stands again: the line is where its end"
        " probably lies (95 of 100). These are differences, not causes."
    ) % {"step": shown.step}


def drawn_parts(deck: Deck, shown: PartsPicture) -> list[Part]:
    looks = iter(SERIES * 2)
    return [
        Part(part_name(deck, part), part.percent, part_word(part), looks_of(part, looks), part.low, part.high)
        for part in shown.told
    ]


def looks_of(part: PartShown, series: Any) -> str:
    special = {"common": "common", "person": "rest", "rest": "rest", "overlap": "rest"}
    return special[part.name] if part.name in special else next(series)


def part_name(deck: Deck, part: PartShown) -> str:
    names = {
        "common": _("the same for everybody"),
        "overlap": _("several of these together"),
        "person": _("from person to person, or from day to day"),
        "rest": _("the rest, which we do not split up"),
    }
    return names.get(part.name) or deck.label(part.name).lower()


def part_word(part: PartShown) -> str:
    share = _("about %(percent)d%%") % {"percent": part.percent} if part.percent else _("hardly anything")
    return f"{share}, {range_word(part)}" if part.low is not None else share


def range_word(part: PartShown) -> str:
    return _("between %(low)d and %(high)d%%") % {"low": part.low, "high": part.high}


def parts_rows(deck: Deck, shown: PartsPicture) -> list[tuple[str, ...]]:
    return [
        (part_name(deck, part), _("we do not know"), why_not(part))
        if part.percent is None
        else (part_name(deck, part), part_word(part).split(",")[0], range_word(part) if part.low is not None else "")
        for part in shown.parts
    ]


def why_not(part: PartShown) -> str:
    return {
        "few": _("too few people took part"),
        "one-class": _("everybody is in the same group"),
        "small-class": _("one of the groups has fewer than five people"),
        "no-organisations": _("we do not know who belongs to the same organisation"),
        "together": _("these groups are the same people as other groups"),
    }[part.why_not]


def parts_sentence(deck: Deck, shown: PartsPicture) -> str:
    told = {part.name: part for part in shown.told}
    with_lists = [part for part in shown.told if part.name in deck.lists]
    sentences = []
    if "common" in told:
        sentences.append(common_sentence(deck, told["common"]))
    clear = [part for part in with_lists if part.low]
    if clear:
        each = [f"{deck.label(part.name).lower()} ({part.percent}%)" for part in clear]
        sentences.append(_("A part of the difference goes with %(names)s.") % {"names": words.joined(each)})
    elif with_lists:
        names = words.joined([deck.label(part.name).lower() for part in with_lists])
        sentences.append(_("We see no clear difference by %(names)s.") % {"names": names})
    if "person" in told:
        sentences.append(
            _("The rest, about %(percent)d%%, differs from person to person.") % {"percent": told["person"].percent}
        )
    return " ".join(sentences) or _("What the differences go with, we do not know. Too few of you took part for that.")


def common_sentence(deck: Deck, common: PartShown) -> str:
    about = {"condition": deck.condition, "percent": common.percent}
    if not common.percent:
        return _("%(condition)s: hardly anything is the same for everybody.") % about
    return _("%(condition)s: about %(percent)d%% is the same for everybody.") % about


def certainty_of(shown: PartsPicture) -> Certainty | None:
    """Whether people within a group certainly differ more than groups do."""
    told = {part.name: part for part in shown.told}
    person, others = told.get("person"), [part for part in shown.told if part.name not in ("common", "person")]
    if person is None or person.low is None or not others:
        return None
    most = max(part.high if part.high is not None else part.percent for part in others)
    return Certainty.CERTAIN if person.low > most else Certainty.CHANCE


def parts_note(deck: Deck, shown: PartsPicture, certainty: Certainty | None) -> str:
    said = {
        Certainty.CERTAIN: _("People within a group differ more than groups do."),
        Certainty.CHANCE: _("Which part is largest is not settled: the ranges overlap."),
        None: described() if shown.whole else "",
    }[certainty]
    unknown = words.joined([part_name(deck, part) for part in shown.not_known])
    not_known = _("We do not know what goes with: %(names)s.") % {"names": unknown} if unknown else ""
    return " ".join(filter(None, [said, not_known]))


# What sets a class apart


def of_distinctive(deck: Deck, shown: DistinctivePicture) -> Picture:
    title, about = deck.titled(_("what sets groups apart")), core_note(deck, shown)
    help = _("Higher or lower is said of at least half a rung. Of the other cards nothing is told.")
    if not shown.told:
        none = _("We found no cards that clearly set a group apart. That does not prove that there is no difference.")
        return Picture(title, none, note=about, help=help)
    groups = [
        ArrowGroup(deck.class_of(shown.by, name), [arrow_of(deck, each) for each in shown.told if each.name == name])
        for name in shown.classes
        if any(each.name == name for each in shown.told)
    ]
    rows = [(deck.cards[each.card], deck.class_of(shown.by, each.name), way(each)) for each in shown.told]
    return Picture(
        title=title,
        sentence=apart(deck, shown),
        figure=Arrows(groups),
        table=Table(title, [_("Value"), _("Group"), _("Place")], rows),
        certainty=Certainty.CERTAIN,
        note=f"{_('Of what is called a difference here, at most one in twenty is chance.')} {about}",
        help=help,
    )


def arrow_of(deck: Deck, each: CardShown) -> Arrow:
    return Arrow(deck.cards.get(each.card, each.card), each.direction == "higher", way(each))


def way(each: CardShown) -> str:
    return _("higher than in other groups") if each.direction == "higher" else _("lower than in other groups")


def apart(deck: Deck, shown: DistinctivePicture) -> str:
    """The cards by name while they are few; else how many."""
    cards = list(dict.fromkeys(each.card for each in shown.told))
    if len(cards) <= MOST_NAMED:
        return _("Groups clearly differ on %(names)s.") % {"names": deck.named(cards)}
    return _("Groups clearly differ on %(count)d cards.") % {"count": len(cards)}
