"""Votes as pictures: what is shared first, then what divides, the lines of difference, and groups only where they are.

Under fifty people there is one picture: each statement, in words and ranges that fit the size of the group.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from goedwerk.conversations import landscape_pictures
from goedwerk.conversations.names import LANDSCAPE, VOTES
from goedwerk.dialogues import picture_words as words
from goedwerk.dialogues import pictures
from goedwerk.dialogues.models import Step
from goedwerk.ui.landscape_pictures import VoteBars, VoteRow
from goedwerk.ui.pictures import Certainty, Picture, Table
from goedwerk_analysis.released import ChoicePicture, Label, LandscapePicture, VotePicture, Withheld

Texts = Mapping[str, str]
# A longer list of statements in a sentence is no sentence.
MOST_IN_A_SENTENCE = 3


def draw(step: Step, released: Mapping[str, Any], texts: Texts) -> Sequence[Picture]:
    """Everything that may be told of the votes; `texts` are the statements by key."""
    votes, landscape = released.get(VOTES), released.get(LANDSCAPE)
    if votes is None:
        return ()
    if isinstance(votes, Withheld):
        return [pictures.withheld(step.title, votes)]
    if isinstance(landscape, LandscapePicture):
        return of_landscape(landscape, votes, texts)
    return [of_statements(step.title, votes, texts)] if votes.statements else []


def of_landscape(shown: LandscapePicture, votes: VotePicture, texts: Texts) -> list[Picture]:
    """In the order in which a group should look: what binds, what divides, along which lines, and which groups."""
    return [
        of_common_ground(shown, votes, texts),
        *of_dividing(shown, votes, texts),
        *landscape_pictures.of_lines(shown, texts),
        *landscape_pictures.of_places(shown),
        *landscape_pictures.of_groups(shown, texts),
    ]


def draw_own(released: Mapping[str, Any], votes: Mapping[str, str | None]) -> Sequence[Picture]:
    """The map once more, with the place of who voted thus: told by the statements at the ends that everybody sees."""
    shown = released.get(LANDSCAPE)
    return landscape_pictures.of_own_place(shown, votes) if isinstance(shown, LandscapePicture) else ()


# Each statement


def of_statements(title: str, votes: VotePicture, texts: Texts) -> Picture:
    """All statements of a smaller group, in an order that says nothing."""
    picture = Picture(
        title=title,
        sentence=majorities(votes, texts),
        note=words.only_this_group(),
        help=" ".join([bars_help(), words.reading_help(votes.pictures[0])]),
    )
    return with_bars(picture, votes, votes.statements, texts)


def majorities(votes: VotePicture, texts: Texts) -> str:
    """What more than half agree with, and what more than half disagree with, by name where these are few."""
    agreed = [key for key, shown in votes.rows if shown.leading == "agree"]
    refused = [key for key, shown in votes.rows if shown.leading == "disagree"]
    told = [
        counted(_("More than half of you agree with %(which)s."), agreed, texts),
        counted(_("More than half of you disagree with %(which)s."), refused, texts),
    ]
    return " ".join(filter(None, told)) or _("On no statement more than half of you agree or disagree.")


def counted(sentence: str, keys: Sequence[str], texts: Texts) -> str:
    if not keys:
        return ""
    return sentence % {"which": landscape_pictures.named(keys, texts) if is_few(keys, texts) else how_many(keys)}


def is_few(keys: Sequence[str], texts: Texts) -> bool:
    return len(keys) <= MOST_IN_A_SENTENCE and landscape_pictures.is_short(keys, texts)


def how_many(keys: Sequence[str]) -> str:
    return ngettext("one statement", "%(number)d statements", len(keys)) % {"number": len(keys)}


# What a large group shares, and what divides it


def of_common_ground(shown: LandscapePicture, votes: VotePicture, texts: Texts) -> Picture:
    title, keys = _("What you share"), [*shown.agreed, *shown.rejected]
    if not keys:
        return Picture(
            title, _("There is no statement of which we are sure that you share it."), note=words.only_this_group()
        )
    told = [
        counted(_("Most of you agree with %(which)s."), shown.agreed, texts),
        counted(_("Most of you disagree with %(which)s."), shown.rejected, texts),
    ]
    picture = Picture(
        title=title,
        sentence=" ".join(filter(None, told)),
        certainty=Certainty.CERTAIN,
        note=_("Also at both ends of every line, most of those who voted say the same.")
        if shown.lines
        else words.only_this_group(),
        help=" ".join([bars_help(), clearest_only()]),
    )
    return with_bars(picture, votes, keys, texts)


def of_dividing(shown: LandscapePicture, votes: VotePicture, texts: Texts) -> list[Picture]:
    if not shown.dividing:
        return []
    picture = Picture(
        title=_("What divides you"),
        sentence=counted(_("You differ most on %(which)s."), shown.dividing, texts),
        certainty=Certainty.CERTAIN,
        note=words.only_this_group(),
        help=" ".join([bars_help(), clearest_only()]),
    )
    return [with_bars(picture, votes, shown.dividing, texts)]


def bars_help() -> str:
    return _("Agree grows from the left, disagree from the right. Between them are those who passed or did not vote.")


def clearest_only() -> str:
    return _("Only the clearest statements are told, in an order that says nothing.")


# Bars


def with_bars(picture: Picture, votes: VotePicture, keys: Sequence[str], texts: Texts) -> Picture:
    """The votes on these statements, drawn and as a table."""
    agree, disagree = pgettext("vote", "Agree"), pgettext("vote", "Disagree")
    shown = dict(votes.rows)
    rows = [row_of(texts[key], shown[key]) for key in keys]
    table = Table(
        picture.title,
        [_("Statement"), agree, disagree],
        [(row.label, row.agree_word, row.disagree_word) for row in rows],
    )
    return replace(picture, figure=VoteBars(rows, agree, disagree), table=table)


def row_of(text: str, shown: ChoicePicture) -> VoteRow:
    sides = [shown.label_of(side) for side in ("agree", "disagree")]
    spans = [span(label, shown.people) for label in sides]
    return VoteRow(text, *spans, *(words.label_word(label, shown) for label in sides))


def span(label: Label, people: int) -> tuple[float, float]:
    """What is certain and what is possible, in per cent of everybody."""
    if label.percent is not None:
        return label.percent, label.percent
    return tuple(round(100 * count / people, 1) for count in (label.range.low, label.range.high))
