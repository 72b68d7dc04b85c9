"""What a picture tells to somebody who knows the rule: its ranges, and why it is not a finer picture."""

from __future__ import annotations

from collections.abc import Sequence

from goedwerk_analysis.disclosure.bands import bands, shares
from goedwerk_analysis.disclosure.programme import Programme
from goedwerk_analysis.disclosure.thresholds import (
    SMALLEST_BAND_GROUP,
    SMALLEST_SHARE_GROUP,
    free_people,
    list_bar,
    list_insiders,
)
from goedwerk_analysis.released import ChoicePicture


def add_picture(programme: Programme, picture: ChoicePicture, options: Sequence[Sequence[int]]) -> None:
    """Keep only worlds that give `picture`; `options` are the cells of each of its options."""
    for cells, label in zip(options, picture.labels, strict=True):
        programme.between(cells, label.range.low, label.range.high)
    if picture.form == "spread":
        _add_spread(programme, picture.people, options)
    if picture.form in ("majority", "list", "spread") and picture.people >= SMALLEST_BAND_GROUP:
        scale = (bands if picture.people < SMALLEST_SHARE_GROUP else shares)(picture.people)
        programme.lows_reach(options, scale, picture.people - free_people(picture.people))


def _add_spread(programme: Programme, people: int, options: Sequence[Sequence[int]]) -> None:
    bar, room = list_bar(people), people - list_insiders(people) - 1
    programme.many_reach(options, bar, room // bar + 1)
