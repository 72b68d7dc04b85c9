"""Viewpoints as pictures: the few cards that weigh most and least in each, and roughly how many people share it."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_uppercase

from django.utils.translation import gettext as _

from goedwerk.dialogues import picture_words as words
from goedwerk.ui.pictures import Mark, Picture, Row, Standing, Table
from goedwerk_analysis.released import GroupShown, GroupsPicture, Label, Withheld


def of_viewpoints(condition: str, names: Mapping[str, str], shown: GroupsPicture | Withheld | None) -> list[Picture]:
    """Below twenty people there is no such picture, which `not_yet` says beside the two lists."""
    if shown is None or is_too_few(shown):
        return []
    title = _("%(condition)s: ways of looking") % {"condition": condition}
    if isinstance(shown, Withheld):
        return [none_of_them(title, shown)]
    lettered = zip(ascii_uppercase, shown.groups, strict=False)
    return [of_one(title, letter, names, shown, group) for letter, group in lettered]


def is_too_few(shown: GroupsPicture | Withheld | None) -> bool:
    return isinstance(shown, Withheld) and shown.reason == "few"


def not_yet() -> str:
    return _("Ways of looking that go together are told from twenty people on.")


def none_of_them(title: str, withheld: Withheld) -> Picture:
    if withheld.reason == "no-groups":
        return Picture(
            title, _("No groups stand out among you. The differences lie between people."), note=nobody_fits()
        )
    return Picture(title, words.withheld_sentence(withheld), note=words.withheld_note(withheld))


def of_one(title: str, letter: str, names: Mapping[str, str], shown: GroupsPicture, group: GroupShown) -> Picture:
    levels = [(names.get(card, card), level) for card, level in zip(shown.items, group.levels, strict=True)]
    high = [name for name, level in levels if level == "high"]
    low = [name for name, level in levels if level == "low"]
    rows = [Row("", name, Mark.FRONT) for name in high] + [Row("", name, Mark.REST) for name in low]
    told = {Mark.FRONT: _("weighs most"), Mark.LISTED: "", Mark.REST: _("weighs least")}
    said = _("Way of looking %(letter)s: %(high)s weighs most, and %(low)s weighs least.")
    return Picture(
        title=title,
        sentence=said % {"letter": letter, "high": words.joined(high), "low": words.joined(low)},
        figure=Standing(rows, told),
        table=Table(title, [_("Value"), _("Place")], [(row.label, told[row.mark]) for row in rows]),
        note=" ".join([size_of(group.size), nobody_fits()]),
        help=_("Only what stands out most is told. The letters say nothing about which is larger."),
    )


def size_of(size: Label) -> str:
    if size.percent is not None:
        return _("About %(percent)d%% of you look this way.") % {"percent": size.percent}
    return _("%(low)d to %(high)d of you look this way.") % {"low": size.range.low, "high": size.range.high}


def nobody_fits() -> str:
    return _("Nobody fits one way of looking precisely.")
