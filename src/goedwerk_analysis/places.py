"""Where somebody stands on a line of difference: by the few statements that are shown at its ends, and nothing else.

So what is counted can be told by everybody for themselves, from what is shown and their own votes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

LineCertainty = Literal["sure", "probable", "may-be-chance"]
Place = Literal["first", "between", "second"]
PLACES: tuple[Place, ...] = get_args(Place)


@dataclass(frozen=True)
class LineShown:
    """A line of difference: a few statements that people at one end agree with more than those at the other."""

    certainty: LineCertainty
    first: tuple[str, ...]
    second: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.certainty not in get_args(LineCertainty):
            raise ValueError(f"unknown certainty {self.certainty!r}")
        if len({*self.first, *self.second}) < len(self.first) + len(self.second):
            raise ValueError(f"a statement stands at one end, once, got {self.first!r} and {self.second!r}")

    def place(self, votes: Mapping[str, int | None]) -> Place | None:
        """Where somebody stands by these statements alone: 1 agrees, 0 passes, -1 disagrees; None without a vote."""
        cast = [vote for key in self.first if (vote := votes.get(key)) is not None]
        cast += [-vote for key in self.second if (vote := votes.get(key)) is not None]
        if not cast:
            return None
        lean = 3 * sum(cast)
        return "first" if lean > len(cast) else "second" if lean < -len(cast) else "between"


def place_name(places: Sequence[Place | None]) -> str | None:
    """A place on each line as one option; None when it is unknown on any of them."""
    known = [place for place in places if place is not None]
    return "+".join(known) if places and len(known) == len(places) else None
