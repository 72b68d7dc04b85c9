"""Ratings: each item is a question of its own, each point of the scale a category."""

from __future__ import annotations

from collections.abc import Sequence

from goedwerk_analysis.counts import RatingCounts
from goedwerk_analysis.disclosure.choice import release_choice
from goedwerk_analysis.disclosure.rounds import Earlier
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP
from goedwerk_analysis.released import RatingPicture, Withheld


def release_ratings(counts: RatingCounts, *, earlier: Sequence[Earlier] = ()) -> RatingPicture | Withheld:
    """No means and no positions: per item only what one question of this group may show."""
    if counts.people < SMALLEST_GROUP:
        return Withheld("few")
    shown = [past for past in earlier if isinstance(past.picture, RatingPicture)]
    pictures = tuple(
        release_choice(item, earlier=[_of_item(past, at) for past in shown])
        for at, item in enumerate(counts.per_item())
    )
    return RatingPicture(counts.people, counts.items, pictures)


def _of_item(past: Earlier, at: int) -> Earlier:
    return Earlier(past.picture.pictures[at], past.joined, past.left)
