"""How much of the personal part is the mood of the moment."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from goedwerk_analysis.comparison.cells import centred_positions
from goedwerk_analysis.comparison.fit_gap import NotTheSamePeople
from goedwerk_analysis.comparison.partition import Partition, Share
from goedwerk_analysis.responses.sorts import Sorts


def separate_moment(found: Partition, first: Sorts, again: Sorts) -> Partition:
    """Split the personal part of a bar with sorts that people laid twice under one instruction.

    The moment is one minus the mean correlation of a person's two sorts.
    """
    if first.names != again.names or first.cards != again.cards:
        raise NotTheSamePeople("retests must be of the same people and cards in the same order")
    one, two = centred_positions(first), centred_positions(again)
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(two, axis=1)
    moment = float(1 - ((one * two).sum(axis=1) / lengths).mean())
    person = found.share("person")
    parts = (
        replace(person, estimate=person.estimate - moment, low=None, high=None),
        Share("moment", moment, None, None),
    )
    kept = tuple(share for share in found.shares if share.name != "person")
    return replace(found, shares=(*kept, *parts), person_with_moment=False)
