"""All answers that fit a set of pictures, as an integer programme (SciPy, HiGHS).

The unknowns are the people in each cell. What a picture tells becomes rows over cells. Where a picture also tells that
a finer one had no slack, or that many options reached the bar, 0/1 unknowns say which range each option is in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.released import Label

Cells = NDArray[np.int64]
SECONDS = 10.0


class Undecided(Exception):
    """The solver ended without an answer; the caller has to assume the worst."""


@dataclass
class Programme:
    """Whole numbers of people in `cells` cells, and the rows they must satisfy."""

    cells: int
    switches: int = 0
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def between(self, cells: Sequence[int], low: float, high: float) -> None:
        """The people in `cells` are at least `low` and at most `high`."""
        self.rows.append(({int(cell): 1.0 for cell in cells}, low, high))

    def many_reach(self, options: Sequence[Sequence[int]], bar: int, number: int) -> None:
        """At least `number` of the options, given by their cells, have at least `bar` people."""
        reached = [self._switch() for _ in options]
        for cells, switch in zip(options, reached, strict=True):
            self.rows.append(({int(cell): 1.0 for cell in cells} | {switch: -bar}, 0, np.inf))
        self.rows.append((dict.fromkeys(reached, 1.0), number, np.inf))

    def lows_reach(self, options: Sequence[Sequence[int]], scale: Sequence[Label], total: int) -> None:
        """With each option on `scale`, the lower bounds add up to at least `total`: the finer picture had no slack."""
        lows: dict[int, float] = {}
        for cells in options:
            at = {self._switch(): label.range for label in scale}
            lows |= {switch: band.low for switch, band in at.items()}
            people = {int(cell): 1.0 for cell in cells}
            self.rows.append((dict.fromkeys(at, 1.0), 1, 1))
            self.rows.append((people | {switch: -band.low for switch, band in at.items()}, 0, np.inf))
            self.rows.append((people | {switch: -band.high for switch, band in at.items()}, -np.inf, 0))
        self.rows.append((lows, total, np.inf))

    def fewest(self, cells: NDArray[np.bool_], *, at_least: Cells) -> Cells | None:
        """A world with as few people in `cells` as possible; None when no world fits that holds `at_least`."""
        from scipy.optimize import milp

        cost = np.r_[cells.astype(float), np.zeros(self.switches)]
        found = milp(
            cost,
            constraints=self._constraint(),
            bounds=self._bounds(at_least),
            integrality=np.ones(len(cost)),
            options={"time_limit": SECONDS},
        )
        if found.status == 2:
            return None
        if found.status != 0:
            raise Undecided(found.message)
        return np.rint(found.x[: self.cells]).astype(np.int64)

    def _switch(self) -> int:
        self.switches += 1
        return self.cells + self.switches - 1

    def _constraint(self):
        from scipy.optimize import LinearConstraint

        matrix = np.zeros((len(self.rows), self.cells + self.switches))
        for at, (row, _, _) in enumerate(self.rows):
            matrix[at, list(row)] = list(row.values())
        return LinearConstraint(matrix, [low for _, low, _ in self.rows], [high for _, _, high in self.rows])

    def _bounds(self, at_least: Cells):
        from scipy.optimize import Bounds

        highest = np.r_[np.full(self.cells, np.inf), np.ones(self.switches)]
        return Bounds(np.r_[at_least, np.zeros(self.switches)], highest)
