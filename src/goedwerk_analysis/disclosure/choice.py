"""One question, one group, one picture: a fixed map from counts to labels for each size of group."""

from __future__ import annotations

from collections.abc import Sequence

from goedwerk_analysis.counts import ChoiceCounts
from goedwerk_analysis.disclosure import rounds
from goedwerk_analysis.disclosure.bands import bands, shares
from goedwerk_analysis.disclosure.thresholds import (
    SMALLEST_BAND_GROUP,
    SMALLEST_GROUP,
    SMALLEST_LIST_GROUP,
    SMALLEST_SHARE_GROUP,
    free_people,
    has_slack,
    list_bar,
    list_insiders,
    majority,
)
from goedwerk_analysis.released import ChoiceForm, ChoicePicture, Label, Range, Withheld


def release_choice(counts: ChoiceCounts, *, earlier: Sequence[rounds.Earlier] = ()) -> ChoicePicture | Withheld:
    """Decide what may be shown of one question in one group.

    Parameters
    ----------
    counts : ChoiceCounts
        Everybody who joined the step by its close, those who gave no answer included.
    earlier : sequence of Earlier
        All earlier pictures of the same material in this group, with how many people came and went since. With the
        same people, a repeat gets its ordinary picture.

    Returns
    -------
    ChoicePicture or Withheld
        `Withheld("few")` under five people. It depends on sizes, earlier pictures and counts alone.
    """
    if counts.people < SMALLEST_GROUP:
        return Withheld("few")
    if rounds.group_changed(earlier):
        return rounds.compare(counts, earlier)
    if counts.people < SMALLEST_BAND_GROUP:
        return _majority_picture(counts)
    return _finest_picture(counts)


def _finest_picture(counts: ChoiceCounts) -> ChoicePicture:
    form, scale = ("bands", bands) if counts.people < SMALLEST_SHARE_GROUP else ("shares", shares)
    labels = tuple(_label_on(scale(counts.people), count) for count in counts.counts)
    lows = sum(label.range.low for label in labels)
    if not has_slack(lows, people=counts.people, insiders=free_people(counts.people)):
        return _majority_picture(counts)
    return _picture(counts, form, labels)


def _label_on(scale: tuple[Label, ...], count: int) -> Label:
    return next(label for label in scale if count in label.range)


def _majority_picture(counts: ChoiceCounts) -> ChoicePicture:
    more, most = majority(counts.people), max(counts.counts)
    if most < more and counts.people >= SMALLEST_LIST_GROUP:
        return _list_picture(counts)
    yes = Label("more-than-half", Range(more, counts.people))
    no = Label("not-more-than-half", Range(0, more - 1))
    return _picture(counts, "majority", tuple(yes if count >= more else no for count in counts.counts))


def _list_picture(counts: ChoiceCounts) -> ChoicePicture:
    """Without a majority, at least say which options several people chose."""
    bar, insiders = list_bar(counts.people), list_insiders(counts.people)
    most = majority(counts.people) - 1
    lows = bar * sum(count >= bar for count in counts.counts)
    if not has_slack(lows, people=counts.people, insiders=insiders):
        return _picture(counts, "spread", (Label("unsaid", Range(0, most)),) * len(counts.counts))
    yes, no = Label("listed", Range(bar, most)), Label("not-listed", Range(0, bar - 1))
    return _picture(counts, "list", tuple(yes if count >= bar else no for count in counts.counts))


def _picture(counts: ChoiceCounts, form: ChoiceForm, labels: tuple[Label, ...]) -> ChoicePicture:
    return ChoicePicture(counts.people, form, counts.options, labels)
