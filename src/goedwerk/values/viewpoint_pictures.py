"""Viewpoints as pictures: ways of laying the same cards, each as a ladder of which only the ends are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_uppercase

from django.utils.translation import gettext as _

from goedwerk.dialogues import picture_words as words
from goedwerk.ui.large_pictures import Ladder, Ladders, Tile, Untold
from goedwerk.ui.pictures import Certainty, Picture, Table
from goedwerk.values.shapes import Shape
from goedwerk_analysis.released import GroupShown, GroupsPicture, Label, Level, Withheld


def of_viewpoints(
    condition: str, names: Mapping[str, str], shape: Shape, shown: GroupsPicture | Withheld | None
) -> list[Picture]:
    """Below twenty people there is no such picture, which `not_yet` says beside the two lists."""
    if shown is None or is_too_few(shown):
        return []
    title = _("%(condition)s: ways of looking") % {"condition": condition}
    if isinstance(shown, Withheld):
        return [none_of_them(title, shown)]
    return [side_by_side(title, names, shape, shown)]


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


def side_by_side(title: str, names: Mapping[str, str], shape: Shape, shown: GroupsPicture) -> Picture:
    lettered = list(zip(ascii_uppercase, shown.groups, strict=False))
    return Picture(
        title=title,
        sentence=sentence_of(names, shown),
        figure=Ladders([ladder_of(names, shape, shown, letter, lettered) for letter, _group in lettered], ends()),
        table=Table(title, [_("Value"), *(letter for letter, _group in lettered)], rows_of(names, shown)),
        certainty=Certainty.PROBABLE,
        note=" ".join([_("In at least 80 of 100 repetitions these ways of looking come back."), nobody_fits()]),
        help=_(
            "Only what stands out most is told. Dark cards lie elsewhere in another way of looking. The letters say"
            " nothing about which is larger."
        ),
    )


def sentence_of(names: Mapping[str, str], shown: GroupsPicture) -> str:
    """How many ways there are, what all of them share, and else what each of them puts on top."""
    told = [_("There are %(count)d ways in which several of you weigh the same cards.") % {"count": len(shown.groups)}]
    tops = [cards_at(shown, group, "high") for group in shown.groups]
    shared = [names.get(card, card) for card in tops[0] if all(card in top for top in tops)]
    if shared:
        told.append(_("High in all of them: %(names)s.") % {"names": words.joined(shared)})
    elif all(len(top) == 1 for top in tops):
        first = [names.get(top[0], top[0]) for top in tops]
        told.append(_("On top lie: %(names)s.") % {"names": words.joined(first)})
    return " ".join(told)


def cards_at(shown: GroupsPicture, group: GroupShown, level: Level) -> list[str]:
    return [card for card, own in zip(shown.items, group.levels, strict=True) if own == level]


def ends() -> tuple[str, str, str]:
    return _("weighs most"), _("in between: nothing is told"), _("weighs least")


# One ladder


def ladder_of(
    names: Mapping[str, str], shape: Shape, shown: GroupsPicture, letter: str, all: Sequence[tuple[str, GroupShown]]
) -> Ladder:
    own, others = dict(all)[letter], [(other, group) for other, group in all if other != letter]

    def tiles(level: Level) -> list[Tile]:
        return [tile_of(names, shown, card, level, others) for card in cards_at(shown, own, level)]

    high, low = tiles("high"), tiles("low")
    between = sizes_between([rung.size for rung in shape.rungs], len(high), len(low))
    return Ladder(_("Way of looking %(letter)s") % {"letter": letter}, size_of(own.size), high, Untold(between), low)


def tile_of(
    names: Mapping[str, str], shown: GroupsPicture, card: str, level: Level, others: Sequence[tuple[str, GroupShown]]
) -> Tile:
    """Dark where it lies elsewhere in every other way of looking; its place there stands below."""
    at = shown.items.index(card)
    elsewhere = [(letter, group.levels[at]) for letter, group in others]
    is_dark = all(other != level for _letter, other in elsewhere)
    note = ", ".join(f"{letter}: {level_word(other)}" for letter, other in elsewhere) if is_dark else ""
    return Tile(names.get(card, card), is_dark, note)


def level_word(level: Level) -> str:
    return {"high": _("most"), "middle": _("in between"), "low": _("least")}[level]


def sizes_between(sizes: Sequence[int], high: int, low: int) -> list[int]:
    """How many cards lie on each rung, without the told ones at both ends."""
    return taken(taken(sizes, high)[::-1], low)[::-1]


def taken(sizes: Sequence[int], count: int) -> list[int]:
    left = []
    for size in sizes:
        gone = min(size, count)
        count -= gone
        left.append(size - gone)
    return [size for size in left if size]


def rows_of(names: Mapping[str, str], shown: GroupsPicture) -> list[tuple[str, ...]]:
    """The cards that are told in at least one way of looking."""
    told = {"high": _("weighs most"), "middle": _("in between"), "low": _("weighs least")}
    rows = zip(shown.items, *(group.levels for group in shown.groups), strict=True)
    return [
        (names.get(card, card), *(told[level] for level in levels))
        for card, *levels in rows
        if set(levels) != {"middle"}
    ]


def size_of(size: Label) -> str:
    if size.percent is not None:
        return _("About %(percent)d%% of you look this way.") % {"percent": size.percent}
    return _("%(low)d to %(high)d of you look this way.") % {"low": size.range.low, "high": size.range.high}


def nobody_fits() -> str:
    return _("Nobody fits one way of looking precisely.")
