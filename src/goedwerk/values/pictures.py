"""Picked values as pictures: a list of what several people picked, and never the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from goedwerk.dialogues import picture_words as words
from goedwerk.dialogues.pictures import withheld
from goedwerk.ui import phrases
from goedwerk.ui.pictures import Mark, Picture, Row, Standing, Table
from goedwerk_analysis.released import PicksPicture, Withheld


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
