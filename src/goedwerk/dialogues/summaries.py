"""Ratings as counts for the gate."""

from collections.abc import Mapping, Sequence

from goedwerk_analysis.counts import RatingCounts


def count_points(
    items: Sequence[str], scale: tuple[int, int], answers: Sequence[Mapping[str, int] | None]
) -> RatingCounts:
    return RatingCounts.of(items, *scale, [answer for answer in answers if answer], people=len(answers))
