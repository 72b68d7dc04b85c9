"""Ratings: each item is a question of its own, each point of the scale a category."""

from __future__ import annotations

from goedwerk_analysis.counts import RatingCounts
from goedwerk_analysis.disclosure.choice import release_choice
from goedwerk_analysis.disclosure.thresholds import SMALLEST_GROUP
from goedwerk_analysis.released import RatingPicture, Withheld


def release_ratings(counts: RatingCounts) -> RatingPicture | Withheld:
    """No means and no positions: per item only what one question of this group may show."""
    if counts.people < SMALLEST_GROUP:
        return Withheld("few")
    pictures = tuple(release_choice(item) for item in counts.per_item())
    return RatingPicture(counts.people, counts.items, pictures)
