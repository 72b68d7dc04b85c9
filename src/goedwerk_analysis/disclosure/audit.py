"""The second line: attack the pictures before they are stored, as one curious participant would.

The attack reads pictures only, never counts. So its outcome is known to everybody who sees the pictures, and holding a
picture back because of it tells nothing. The rule makes it find nobody; if it does, the rule or its code is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.disclosure.fits import add_picture
from goedwerk_analysis.disclosure.picks_audit import exposing_picks
from goedwerk_analysis.disclosure.programme import Cells, Programme, Undecided
from goedwerk_analysis.disclosure.sorts_audit import exposing_sort
from goedwerk_analysis.disclosure.thresholds import majority
from goedwerk_analysis.released import (
    ChoicePicture,
    LandscapePicture,
    PicksPicture,
    RatingPicture,
    Released,
    ShiftPicture,
    SortPicture,
    SplitPicture,
    VotePicture,
    Withheld,
)

AnyReleased = TypeVar("AnyReleased", bound=Released)
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Exposure:
    """What somebody could find out: `known` of everybody else in `group`. No names, no counts; safe to log."""

    group: int
    known: str
    to: str


@dataclass(frozen=True)
class Verdict:
    exposures: tuple[Exposure, ...]

    @property
    def is_safe(self) -> bool:
        return not self.exposures

    def release(self, picture: AnyReleased) -> AnyReleased | Withheld:
        """The picture, or in its place `Withheld("audit")`. Log an unsafe verdict loudly: it is a bug."""
        return picture if self.is_safe else Withheld("audit")


def audit(first: Released, *, second: Released | None = None, shift: Released | None = None) -> Verdict:
    """Attack what is shown of one question, as an outsider and as any single participant.

    Parameters
    ----------
    first : Released
        The picture about to be stored; with `second`, the earlier one.
    second : Released, optional
        The picture of the second choice of the same people, by the same plan.
    shift : Released, optional
        Whether more than half changed between them. Without it `first` and `second` are attacked one by one.

    Returns
    -------
    Verdict
        Safe when for each group, each participant and each answer another world fits. A picture the solver could not
        decide on in time counts as exposing.
    """
    try:
        return Verdict(tuple(_exposures(first, second, shift)))
    except Undecided as reason:
        return Verdict((Exposure(0, f"undecided: {reason}", "anybody"),))


def _exposures(first: Released, second: Released | None, shift: Released | None) -> Iterator[Exposure]:
    if isinstance(second, ChoicePicture | SplitPicture) and isinstance(shift, ShiftPicture):
        yield from _Attack(_groups(first), _groups(second), shift).exposures()
        return
    for released in (first, second):
        if isinstance(released, PicksPicture):
            yield from (Exposure(0, known, to) for known, to in exposing_picks(released))
        elif isinstance(released, SortPicture):
            yield from (Exposure(0, known, to) for known, to in exposing_sort(released))
        else:
            for picture in _groups(released):
                yield from _Attack([picture]).exposures()


def _groups(released: Released | None) -> list[ChoicePicture]:
    if isinstance(released, ChoicePicture):
        return [released]
    if isinstance(released, RatingPicture | VotePicture):
        return list(released.pictures)
    if isinstance(released, LandscapePicture):
        return _groups(released.places)
    if isinstance(released, SplitPicture):
        return [group.picture for group in released.shown]
    return []


@dataclass(frozen=True)
class _Aim:
    """Is everybody of `group` outside the coalition in the cells of `answer`?"""

    group: int
    known: str
    answer: Mask


class _Attack:
    """Looks for another world that fits, for each participant there could be and each answer."""

    def __init__(
        self,
        first: Sequence[ChoicePicture],
        second: Sequence[ChoicePicture] = (),
        shift: ShiftPicture | None = None,
    ) -> None:
        self.first, self.second = first, second
        self.cells = _cells_of(first, second)
        self.group_of = np.array([group for group, _, _ in self.cells])
        self.sizes = np.array([picture.people for picture in first])
        self.changed = np.array([one != two for _, one, two in self.cells])
        self.programme = self._programme(shift)
        self.aims = [aim for group in range(len(first)) for aim in self._aims(group)]
        self.seen = np.zeros((0, len(self.cells)), dtype=np.int64)

    def exposures(self) -> Iterator[Exposure]:
        for insider in [None, *range(len(self.cells))]:
            own = np.zeros(len(self.cells), dtype=np.int64)
            if insider is not None:
                own[insider] = 1
            if self._learn(self.group_of == -1, own):
                yield from (self._exposure(aim, insider) for aim in self.aims if self._is_certain(aim, own))

    def _programme(self, shift: ShiftPicture | None) -> Programme:
        programme = Programme(len(self.cells))
        for group, (people, picture) in enumerate(zip(self.sizes, self.first, strict=True)):
            programme.between(np.flatnonzero(self.group_of == group), people, people)
            add_picture(programme, picture, self._options(group, 1, picture))
        for group, picture in enumerate(self.second):
            add_picture(programme, picture, self._options(group, 2, picture))
        if shift is not None:
            half = majority(shift.people)
            low, high = (half, shift.people) if shift.more_than_half else (0, half - 1)
            unseen = shift.people - int(self.sizes.sum())  # in groups of which nothing is shown
            programme.between(np.flatnonzero(self.changed), low - unseen, high)
        return programme

    def _options(self, group: int, at: int, picture: ChoicePicture) -> list[list[int]]:
        """For each option the cells of the group in which it is the first (1) or second (2) answer."""
        own = [number for number, cell in enumerate(self.cells) if cell[0] == group]
        return [[number for number in own if self.cells[number][at] == option] for option in picture.options]

    def _aims(self, group: int) -> Iterator[_Aim]:
        for at, pictures in ((1, self.first), (2, self.second)):
            for option in pictures[group].options if pictures else ():
                answer = np.array([cell[0] == group and cell[at] == option for cell in self.cells])
                yield _Aim(group, f"{'first' if at == 1 else 'second'} answer {option}", answer)
        if self.second:
            inside = self.group_of == group
            yield _Aim(group, "changed", inside & self.changed)
            yield _Aim(group, "did not change", inside & ~self.changed)

    def _is_certain(self, aim: _Aim, own: Cells) -> bool:
        outside = self.sizes[aim.group] - own[self.group_of == aim.group].sum()
        if outside == 0 or self._has_alternative(aim, own, outside):
            return False
        self._learn(aim.answer, own)
        return not self._has_alternative(aim, own, outside)

    def _has_alternative(self, aim: _Aim, own: Cells, outside: int) -> bool:
        fitting = self.seen[(self.seen >= own).all(axis=1)]
        return bool((fitting[:, aim.answer].sum(axis=1) - own[aim.answer].sum() < outside).any())

    def _learn(self, avoid: Mask, own: Cells) -> bool:
        """Find a world that holds the coalition and avoids some cells; False when there is none."""
        if not avoid.any() and (self.seen >= own).all(axis=1).any():
            return True
        world = self.programme.fewest(avoid, at_least=own)
        if world is None:
            return False
        self.seen = np.vstack([self.seen, world])
        return True

    def _exposure(self, aim: _Aim, insider: int | None) -> Exposure:
        if insider is None:
            return Exposure(aim.group, aim.known, "an outsider")
        group, one, two = self.cells[insider]
        answers = one if two is None else f"{one}, then {two}"
        return Exposure(aim.group, aim.known, f"somebody of group {group} who answered {answers}")


def _cells_of(first: Sequence[ChoicePicture], second: Sequence[ChoicePicture]) -> list[tuple[int, str, str | None]]:
    if not second:
        return [(group, option, None) for group, picture in enumerate(first) for option in picture.options]
    if [picture.people for picture in first] != [picture.people for picture in second]:
        raise ValueError("first and second choice must show the same groups")
    return [
        (group, *answers)
        for group, (one, two) in enumerate(zip(first, second, strict=True))
        for answers in product(one.options, two.options)
    ]
