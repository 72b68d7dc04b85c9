"""Rated items as pictures; a second time beside the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from goedwerk.dialogues import pictures
from goedwerk.dialogues.kinds.rate.scales import Scale
from goedwerk.dialogues.pictures import Option, Question
from goedwerk.ui.pictures import Picture
from goedwerk_analysis.released import ChoicePicture, RatingPicture, Withheld


def of_rated(
    title: str,
    items: Sequence[tuple[str, str]],
    scale: Scale,
    released: RatingPicture | Withheld,
    before: RatingPicture | Withheld | None = None,
) -> list[Picture]:
    if isinstance(released, Withheld):
        return [pictures.withheld(title, released)]
    options = [Option(str(field), "", scale.field_words(field)) for field in scale.fields]
    labels, first = dict(items), dict(before.rows) if isinstance(before, RatingPicture) else {}
    return [of_item(labels.get(key, title), options, shown, first.get(key)) for key, shown in released.rows]


def of_item(
    label: str, options: Sequence[Option], shown: ChoicePicture | Withheld, before: ChoicePicture | Withheld | None
) -> Picture:
    if not pictures.fit_together(before, shown):
        return pictures.of_rated(label, options, shown)
    both = pictures.side_by_side(Question(label, options), before, shown)
    return replace(both, sentence=pictures.of_rated(label, options, shown).sentence)
