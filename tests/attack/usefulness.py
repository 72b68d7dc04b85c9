"""What a picture is worth to the people in the room: is the top answer right, are pairs in order, is anybody misled?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from attack.puzzle import Puzzle
from goedwerk_analysis.released import ChoicePicture, SplitPicture, Withheld


def worth(puzzle: Puzzle) -> Counter[str]:
    found: Counter[str] = Counter()
    for released in puzzle.shown:
        for _, picture in released:
            found["pictures"] += 1
            found["shown"] += not isinstance(picture, Withheld)
    if puzzle.question.kind == "choice":
        for picture, counts in first_pictures(puzzle):
            found.update(told_by(picture, counts))
    return found


def first_pictures(puzzle: Puzzle) -> Iterator[tuple[ChoicePicture, list[int]]]:
    """The pictures of the first choice, each with what was really answered."""
    first = puzzle.question.answers[0]
    for classes, picture in parts_of(dict(puzzle.shown[0])["choice"]):
        inside = [given for person, given in first.items() if classes is None or puzzle.classes[person] in classes]
        tally = Counter(inside)
        yield picture, [tally[option] for option in (*picture.options[:-1], None)]


def parts_of(released: Any) -> Iterator[tuple[Any, ChoicePicture]]:
    if isinstance(released, ChoicePicture):
        yield None, released
    if isinstance(released, SplitPicture):
        yield from ((group.classes, group.picture) for group in released.shown)


def told_by(picture: ChoicePicture, counts: list[int]) -> Counter[str]:
    lows = [label.range.low for label in picture.labels]
    found: Counter[str] = Counter(choices=1)
    most = max(counts)
    if counts.count(most) == 1:
        found["with a top"] += 1
        found["top told"] += lows.count(max(lows)) == 1 and lows.index(max(lows)) == counts.index(most)
    has_majority = 2 * most > picture.people
    found["majority right"] += (picture.leading is not None) == has_majority and picture.has_no_majority != has_majority
    pairs = [(one, two) for one, two in combinations(range(len(counts)), 2) if counts[one] != counts[two]]
    turned = [(lows[one] - lows[two]) * (counts[one] - counts[two]) for one, two in pairs]
    found["pairs"] += len(turned)
    found["pairs in order"] += sum(each > 0 for each in turned)
    found["misled"] += any(each < 0 for each in turned)
    return found
