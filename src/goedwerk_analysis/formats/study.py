"""What a file of sorts holds, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from goedwerk_analysis.responses.sorts import AttributesDoNotFit, BreaksDistribution, Sorts, SortsError


class FormatError(SortsError):
    """A file is not what its format promises; the message says where."""


class MissingExtra(ImportError):
    """A format needs a package that is not installed; the message names the extra."""


@dataclass(frozen=True)
class Study:
    """Sorts with the title and the statement texts that came with them.

    `statements` has one text per card, or is empty. `notes` tell what had to
    be chosen while reading.
    """

    sorts: Sorts
    title: str = ""
    statements: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def labels(self) -> tuple[str, ...]:
        """What to call each card: its text where known, else its name."""
        return self.statements or self.sorts.cards

    def with_note(self, note: str) -> Study:
        return replace(self, notes=(*self.notes, note))


def checked_sorts(
    positions: ArrayLike,
    *,
    names: list[str],
    cards: list[str] | None = None,
    distribution: ArrayLike | None = None,
    forced: bool | None = None,
    attributes: dict[str, list[str]] | None = None,
) -> Sorts:
    """Make sorts of what was read; when most fill the same columns, all must, unless called unforced."""
    sorts = Sorts.of(
        positions, cards=cards, names=names, distribution=distribution, forced=forced, attributes=attributes
    )
    if forced is None and not sorts.forced:
        filled = np.sort(sorts.positions, axis=1)
        columns = sorts.distribution if distribution is not None else _most_used(filled)
        if (filled == columns).all(axis=1).mean() > 0.5:
            who = [sorts.names[row] for row in np.flatnonzero((filled != columns).any(axis=1))]
            raise BreaksDistribution(
                f"{len(who)} of {sorts.n_sorts} sorts do not fill the columns that the others fill: "
                f"{', '.join(who[:5])}; correct them, or say that the sorts are unforced"
            )
    return sorts


def with_attributes(study: Study, rows: list[dict[str, str]], key: str) -> Study:
    """Attach attributes from a table with one row per sort, matched by name."""
    by_name = {row[key].strip(): row for row in rows}
    missing = [name for name in study.sorts.names if name not in by_name]
    if missing:
        raise AttributesDoNotFit(f"no attributes for {len(missing)} sorts: {', '.join(missing[:5])}")
    known = [by_name[name] for name in study.sorts.names]
    columns = [column for column in rows[0] if column and column != key]
    attributes = {column: [(row[column] or "").strip() for row in known] for column in columns}
    unused = len(by_name) - study.sorts.n_sorts
    found = replace(study, sorts=study.sorts.with_attributes({**study.sorts.attributes, **attributes}))
    return found.with_note(f"{unused} rows of the attributes belong to no sort and were left out") if unused else found


def _most_used(filled: np.ndarray) -> np.ndarray:
    patterns, times = np.unique(filled, axis=0, return_counts=True)
    return patterns[times.argmax()]
