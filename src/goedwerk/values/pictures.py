"""Picked values as pictures: a list of what several people picked, and never the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.dialogues import picture_words as words
from goedwerk.dialogues.pictures import withheld
from goedwerk.ui import phrases
from goedwerk.ui.pictures import Mark, Picture, Row, SideBySide, Standing, Table
from goedwerk.values.shapes import SORT
from goedwerk_analysis.released import PicksPicture, SortPicture, Withheld


def of_picks(names: Mapping[str, str], released: Mapping[str, Any]) -> list[Picture]:
    titles = {"picked": _("What weighed most"), "given_up": _("What had to give way")}
    return [of_hand(title, names, released[hand]) for hand, title in titles.items() if hand in released]


def of_hand(title: str, names: Mapping[str, str], released: PicksPicture | Withheld) -> Picture:
    if isinstance(released, Withheld):
        return withheld(title, released)
    if not released.listed:
        return Picture(title, none_listed(released), note=words.only_this_group(), help=words.reading_help(released))
    rows = [Row("", names[card], mark_of(card, released)) for card in released.listed]
    marks = {Mark.FRONT: str(phrases.MORE_THAN_HALF), Mark.LISTED: words.at_least(released.at_least), Mark.REST: ""}
    return Picture(
        title=title,
        sentence=sentence(title, names, released),
        figure=Standing(rows, marks),
        table=Table(title, [_("Value"), _("How many")], [(row.label, marks[row.mark]) for row in rows]),
        note=words.only_this_group(),
        help=" ".join(
            [_("The order is that of the cards. Of the other values nothing is told."), words.reading_help(released)]
        ),
    )


def mark_of(card: str, released: PicksPicture) -> Mark:
    return Mark.FRONT if card in released.with_majority else Mark.LISTED


def sentence(title: str, names: Mapping[str, str], released: PicksPicture) -> str:
    """The front by name; when a majority may be told, that is what the front is."""
    front = released.with_majority or released.listed
    many = phrases.MORE_THAN_HALF if released.with_majority else words.at_least(released.at_least)
    named = words.joined([names[card] for card in front])
    return _("%(title)s, for %(many)s: %(names)s.") % {"title": title, "many": many, "names": named}


def none_listed(released: PicksPicture) -> str:
    return _("No value was named by %(many)s.") % {"many": words.at_least(released.at_least)}


# Sorts: the core, and what lies low


def of_sort(
    condition: str,
    names: Mapping[str, str],
    released: Mapping[str, Any],
    before: Mapping[str, Any] | None = None,
    *,
    condition_before: str = "",
) -> list[Picture]:
    """What more than half put high, and what more than half put low. Of the other cards nothing is told."""
    shown = released.get(SORT)
    if shown is None:
        return []
    if isinstance(shown, Withheld):
        return [withheld(condition, shown)]
    first = (before or {}).get(SORT)
    zones = [zone for zone in (HIGH, LOW) if getattr(shown, zone.name) != Withheld("few")]
    drawn = [of_zone(zone, condition, names, shown) for zone in zones]
    beside = [of_gap(condition_before, condition, names, first, shown)] if fit_together(first, shown) else []
    return [*drawn, *beside]


@dataclass(frozen=True)
class Zone:
    """One end of the sorts, and how a picture speaks of it."""

    name: str
    title: Any
    listed: Any
    none: Any
    spread: Any
    help: Any = ""


HIGH = Zone(
    "top",
    gettext_lazy("%(condition)s: what you share"),
    gettext_lazy("%(condition)s: more than half of you put %(names)s high."),
    gettext_lazy("%(condition)s: there is no card that more than half of you put high."),
    gettext_lazy("%(condition)s: you put many cards high, and none stands clearly in front."),
)
LOW = Zone(
    "bottom",
    gettext_lazy("%(condition)s: what wins less often"),
    gettext_lazy("%(condition)s: more than half of you put %(names)s low."),
    gettext_lazy("%(condition)s: there is no card that more than half of you put low."),
    gettext_lazy("%(condition)s: you put many cards low, and none stands clearly apart."),
    gettext_lazy("Low is not unimportant: it only wins less often when you have to choose."),
)


def of_zone(zone: Zone, condition: str, names: Mapping[str, str], shown: SortPicture) -> Picture:
    cards, about = getattr(shown, zone.name), {"condition": condition}
    title = zone.title % about
    if cards == Withheld("beside"):
        return withheld(title, cards)
    if isinstance(cards, Withheld):
        return Picture(title, zone.spread % about, note=words.withheld_note(cards))
    listed = [names.get(card, card) for card in cards.listed]
    said = (zone.listed if listed else zone.none) % {**about, "names": words.joined(listed)}
    help = " ".join(filter(None, [str(zone.help), _("Of the other cards nothing is told."), words.reading_help(cards)]))
    if not listed:
        return Picture(title, said, note=words.only_this_group(), help=help)
    rows = [Row("", name, Mark.FRONT) for name in listed]
    table = Table(title, [_("Value"), _("How many")], [(name, str(phrases.MORE_THAN_HALF)) for name in listed])
    return Picture(title, said, Standing(rows), table, note=words.only_this_group(), help=help)


# Two sorts under two conditions: what is high in both, and in only one of them


def fit_together(first: Any, shown: SortPicture) -> bool:
    """Two whole lists of the same cards by the same number of people."""
    whole = isinstance(first, SortPicture) and first.people == shown.people
    return whole and all(isinstance(one.top, PicksPicture) for one in (first, shown))


def of_gap(before: str, now: str, names: Mapping[str, str], first: SortPicture, shown: SortPicture) -> Picture:
    """Both lists beside each other: what each tells is told again, and nothing more."""
    was, is_now = set(first.top.listed), set(shown.top.listed)
    cards = [card for card in shown.top.cards if card in was | is_now]
    title = _("%(before)s, and %(now)s") % {"before": before, "now": now}
    if not cards:
        return Picture(title, _("Under neither condition more than half of you put the same card high."))

    def named(wanted: set[str]) -> list[str]:
        return [names[card] for card in cards if card in wanted]

    halves = [standing_of(cards, names, listed) for listed in (was, is_now)]
    both = SideBySide(*halves, (before, now))
    rows = [
        (old.label, halves[0].word(old), halves[1].word(new))
        for old, new in zip(halves[0].rows, halves[1].rows, strict=True)
    ]
    return Picture(
        title=title,
        sentence=gap_sentence(now, named(was & is_now), named(is_now - was)),
        figure=both,
        table=Table(title, [_("Value"), before, now], rows),
        note=words.only_this_group(),
        help=_("Not more than half is no opposite: a card may have missed the half by one person."),
    )


def standing_of(cards: Sequence[str], names: Mapping[str, str], listed: Collection[str]) -> Standing:
    return Standing([Row("", names[card], Mark.FRONT if card in listed else Mark.REST) for card in cards])


def gap_sentence(now: str, both: Sequence[str], only_now: Sequence[str]) -> str:
    told = []
    if both:
        told.append(_("High both times: %(names)s.") % {"names": words.joined(both)})
    if only_now:
        told.append(_("Only with “%(now)s” high: %(names)s.") % {"now": now, "names": words.joined(only_now)})
    return " ".join(told) or _("What is high under one condition is not high under the other.")
