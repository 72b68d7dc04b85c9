"""What moved between two sorts, as pictures: between two conditions, and between two rounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from goedwerk.dialogues import picture_words as words
from goedwerk.ui.large_pictures import Arrow, ArrowGroup, Arrows
from goedwerk.ui.pictures import Certainty, Picture, Table
from goedwerk.values.comparison_pictures import Deck
from goedwerk_analysis.released import Withheld
from goedwerk_analysis.sorts_shown import CardShown, MovesPicture


def of_moves(deck: Deck, before: str, shown: MovesPicture | Withheld | None, *, special: bool) -> list[Picture]:
    """Two conditions. With `special` the first is one's own work and the second the same profession elsewhere."""
    if not isinstance(shown, MovesPicture):
        return []
    title = _("what makes this work special") if special else _("what people together move")
    about = {"before": before, "now": deck.condition}
    sentence = special_sentence(deck, shown, about) if special else gap_sentence(deck, shown, about)
    return [drawn(deck, deck.titled(title), sentence, shown, heading(about))]


def heading(about: dict[str, str]) -> str:
    return _("From “%(before)s” to “%(now)s”") % about


def gap_sentence(deck: Deck, shown: MovesPicture, about: dict[str, str]) -> str:
    told = {**about, "up": deck.named(shown.cards("higher")), "down": deck.named(shown.cards("lower"))}
    said = [
        _("With “%(now)s” %(up)s weighs more than with “%(before)s”.") % told if told["up"] else "",
        _("With “%(now)s” %(down)s weighs less than with “%(before)s”.") % told if told["down"] else "",
    ]
    return " ".join(filter(None, said)) or none_moved()


def special_sentence(deck: Deck, shown: MovesPicture, about: dict[str, str]) -> str:
    """What weighs less there is what weighs more here."""
    told = {**about, "more": deck.named(shown.cards("lower")), "less": deck.named(shown.cards("higher"))}
    said = [
        _("Special to this work: %(more)s weighs more here than with “%(now)s”.") % told if told["more"] else "",
        _("%(less)s weighs less here.") % told if told["less"] else "",
    ]
    return " ".join(filter(None, said)) or none_moved()


def none_moved() -> str:
    return _("We see no card that all of you together clearly place elsewhere.")


def of_drift(deck: Deck, shown: MovesPicture | Withheld | None) -> list[Picture]:
    """Two rounds, of which nobody is followed."""
    if shown is None:
        return []
    title = deck.titled(_("what has moved since last time"))
    if isinstance(shown, Withheld):
        return [
            Picture(
                title,
                _("Whether anything has moved since last time, we do not know."),
                note=_("Two rounds with other people are compared from 200 people in each on."),
            )
        ]
    told = {"up": deck.named(shown.cards("higher")), "down": deck.named(shown.cards("lower"))}
    said = [
        _("Since last time %(up)s weighs more.") % told if told["up"] else "",
        _("Since last time %(down)s weighs less.") % told if told["down"] else "",
    ]
    sentence = " ".join(filter(None, said)) or _("We see no clear change of any card since last time.")
    note = _("Partly other people took part. We took that into account, and we follow nobody.")
    return [drawn(deck, title, sentence, shown, _("Since last time"), note)]


def drawn(deck: Deck, title: str, sentence: str, shown: MovesPicture, group: str, note: str = "") -> Picture:
    help = _("Only what certainly moved is told, of all of you together. Of the other cards nothing is told.")
    if not shown.told:
        return Picture(title, sentence, note=note or words.only_this_group(), help=help)
    chance = _("Of what is said to have moved, at most one in twenty is chance.")
    return Picture(
        title=title,
        sentence=sentence,
        figure=Arrows([ArrowGroup(group, arrows(deck, shown.told))]),
        table=Table(title, [_("Value"), _("Place")], [(deck.cards[each.card], way(each)) for each in shown.told]),
        certainty=Certainty.CERTAIN,
        note=" ".join(filter(None, [chance, note])),
        help=help,
    )


def arrows(deck: Deck, told: Sequence[CardShown]) -> list[Any]:
    up = [each for each in told if each.direction == "higher"]
    down = [each for each in told if each.direction == "lower"]
    return [Arrow(deck.cards[each.card], each.direction == "higher", way(each)) for each in (*up, *down)]


def way(each: CardShown) -> str:
    return _("higher") if each.direction == "higher" else _("lower")
