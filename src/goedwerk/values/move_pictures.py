"""What moved between two sorts, as pictures: between two conditions, and between two rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goedwerk.dialogues import picture_words as words
from goedwerk.ui.large_pictures import Arrow, ArrowGroup, Arrows
from goedwerk.ui.pictures import Certainty, Picture, Table
from goedwerk.values.comparison_pictures import MOST_NAMED, Deck
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.sorts_shown import MovesPicture


@dataclass(frozen=True)
class Telling:
    """The words of one comparison: its title, what stands above the arrows, and what is said of up and of down."""

    title: str
    heading: str
    up: str
    down: str
    none: str
    note: str = ""


def of_moves(deck: Deck, before: str, shown: MovesPicture | Withheld | None, *, special: bool) -> list[Picture]:
    """Two conditions. With `special` the first is one's own work and the second the same profession elsewhere."""
    if not isinstance(shown, MovesPicture):
        return []
    if special:
        # What weighs less there weighs more here.
        return [drawn(deck, special_work(before, deck.condition), shown.cards("lower"), shown.cards("higher"))]
    return [drawn(deck, gap(before, deck.condition), shown.cards("higher"), shown.cards("lower"))]


def special_work(here: str, there: str) -> Telling:
    about = {"here": here, "there": there}
    return Telling(
        _("%(there)s: what makes this work special") % about,
        _("“%(here)s” beside “%(there)s”") % about,
        _("weighs more in this work"),
        _("weighs less in this work"),
        none_moved(),
    )


def gap(before: str, now: str) -> Telling:
    about = {"before": before, "now": now}
    return Telling(
        _("%(now)s: what you together would place elsewhere") % about,
        _("“%(now)s” beside “%(before)s”") % about,
        _("weighs more with “%(now)s”") % about,
        _("weighs less with “%(now)s”") % about,
        none_moved(),
    )


def none_moved() -> str:
    return _("We see no card that all of you together clearly place elsewhere.")


def of_drift(deck: Deck, shown: MovesPicture | Withheld | None) -> list[Picture]:
    """Two rounds, of which nobody is followed."""
    if shown is None:
        return []
    telling = since_last_time(deck.condition)
    if isinstance(shown, Withheld):
        unknown = _("Whether anything has moved since last time, we do not know.")
        return [
            Picture(
                telling.title,
                unknown,
                note=_("Two rounds with other people are compared from 200 people in each on."),
            )
        ]
    return [drawn(deck, telling, shown.cards("higher"), shown.cards("lower"))]


def since_last_time(condition: str) -> Telling:
    return Telling(
        _("%(condition)s: what has moved since last time") % {"condition": condition},
        _("Since last time"),
        _("weighs more than last time"),
        _("weighs less than last time"),
        _("We see no clear change of any card since last time."),
        _("Partly other people took part. We took that into account, and we follow nobody."),
    )


def drawn(deck: Deck, telling: Telling, up: Sequence[str], down: Sequence[str]) -> Picture:
    help = _("Only what certainly differs is told, of all of you together. Of the other cards nothing is told.")
    if not (up or down):
        return Picture(telling.title, telling.none, note=telling.note or words.only_this_group(), help=help)
    arrows = [
        Arrow(deck.cards.get(card, card), card in up, telling.up if card in up else telling.down)
        for card in (*up, *down)
    ]
    chance = _("Of what is said here, at most one in twenty is chance.")
    return Picture(
        title=telling.title,
        sentence=" ".join(filter(None, [said_of(deck, telling.up, up), said_of(deck, telling.down, down)])),
        figure=Arrows([ArrowGroup(telling.heading, arrows)]),
        table=Table(telling.title, [_("Value"), _("Weight")], [(arrow.label, arrow.word) for arrow in arrows]),
        certainty=Certainty.CERTAIN,
        note=" ".join(filter(None, [chance, telling.note])),
        help=help,
    )


def said_of(deck: Deck, word: str, cards: Sequence[str]) -> str:
    """The cards by name while they are few; else how many."""
    if not cards:
        return ""
    named = deck.named(cards) if len(cards) <= MOST_NAMED else _("%(count)d cards") % {"count": len(cards)}
    return _("%(word)s: %(names)s.") % {"word": word[:1].upper() + word[1:], "names": named}
