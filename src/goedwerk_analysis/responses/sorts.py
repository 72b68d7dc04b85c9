"""Value sorts: who placed which card where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray


class SortsError(ValueError):
    """Something about the sorts makes an honest analysis impossible."""


class SortsShape(SortsError):
    """The positions are not one row per sort and one column per card."""


class MissingCard(SortsError):
    """A sort leaves a card without a place."""


class BreaksDistribution(SortsError):
    """A sort does not use the columns it was given."""


class DuplicateNames(SortsError):
    """Two sorts, or two cards, carry the same name."""


class FlatSort(SortsError):
    """A sort puts every card in the same column, so it says nothing about order."""


class TooFewSorts(SortsError):
    """There are fewer sorts than the question needs."""


class AttributesDoNotFit(SortsError):
    """An attribute does not have one value for each sort."""


class NoDistribution(SortsError):
    """The sorts are unforced and nobody said which columns the cards should fill."""


@dataclass(frozen=True)
class Sorts:
    """A checked set of sorts of the same cards.

    Make one with `Sorts.of`, which refuses what cannot be analysed.

    Attributes
    ----------
    positions : ndarray, shape (n_sorts, n_cards)
        Column of each card in each sort; a higher number weighs more.
    cards, names : tuple of str
        Names of the cards and of the sorts, in the order of `positions`.
    distribution : ndarray or None, shape (n_cards,)
        The columns to be filled, ascending. None for unforced sorts without
        a reference distribution.
    attributes : mapping of str to ndarray of str, shape (n_sorts,)
        What is known about who sorted, such as role or organisation.
    """

    positions: NDArray[np.float64]
    cards: tuple[str, ...]
    names: tuple[str, ...]
    distribution: NDArray[np.float64] | None = None
    attributes: Mapping[str, NDArray[np.str_]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        positions: ArrayLike,
        *,
        cards: Sequence[str] | None = None,
        names: Sequence[str] | None = None,
        distribution: ArrayLike | None = None,
        attributes: Mapping[str, Sequence[str]] | None = None,
        forced: bool | None = None,
    ) -> Sorts:
        """Check and keep a set of sorts.

        Parameters
        ----------
        positions : array_like, shape (n_sorts, n_cards)
            Column of each card; NaN marks a missing card.
        cards, names : sequence of str, optional
            Unique names; made up (``c1``, ``s1``) when left out.
        distribution : array_like, shape (n_cards,), optional
            Columns to be filled. With forced sorts it is inferred.
        attributes : mapping, optional
            One value per sort for each attribute.
        forced : bool, optional
            True: every sort must fill the distribution exactly. False: people
            were free to place. None: forced when all sorts fill the same columns.

        Raises
        ------
        SortsShape, MissingCard, BreaksDistribution, DuplicateNames, FlatSort, AttributesDoNotFit
            See each type; the message names the sort and the way out.

        Examples
        --------
        >>> sorts = Sorts.of([[1, 0, -1], [-1, 0, 1]], cards=["law", "care", "thrift"])
        >>> sorts.forced, sorts.distribution.tolist()
        (True, [-1.0, 0.0, 1.0])
        """
        grid = _grid(positions)
        sort_names = _unique(names, "s", len(grid), "sort")
        card_names = _unique(cards, "c", grid.shape[1], "card")
        _refuse_missing(grid, sort_names, card_names)
        _refuse_flat(grid, sort_names)
        columns = _columns(grid, sort_names, distribution, forced)
        return cls(grid, card_names, sort_names, columns, _attributes(attributes, len(grid)))

    @property
    def n_sorts(self) -> int:
        return len(self.positions)

    @property
    def n_cards(self) -> int:
        return self.positions.shape[1]

    @property
    def forced(self) -> bool:
        """Whether every sort fills exactly the columns of the distribution."""
        filled = np.sort(self.positions, axis=1)
        return self.distribution is not None and bool((filled == self.distribution).all())

    def needed_distribution(self) -> NDArray[np.float64]:
        """Return the columns to be filled, or say that they must be given."""
        if self.distribution is None:
            raise NoDistribution("these sorts are unforced; give the columns to be filled with `distribution`")
        return self.distribution

    def at_least(self, minimum: int, question: str) -> Sorts:
        """Return these sorts, or refuse when there are too few for the question."""
        if self.n_sorts < minimum:
            raise TooFewSorts(f"{question} needs at least {minimum} sorts, got {self.n_sorts}")
        return self

    def only(self, rows: slice | ArrayLike) -> Sorts:
        """Return the sorts in `rows`, with their names and attributes."""
        chosen = np.arange(self.n_sorts)[rows if isinstance(rows, slice) else np.asarray(rows)]
        return replace(
            self,
            positions=self.positions[chosen],
            names=tuple(self.names[row] for row in chosen),
            attributes={name: values[chosen] for name, values in self.attributes.items()},
        )

    def with_attributes(self, attributes: Mapping[str, Sequence[str]]) -> Sorts:
        """Return the same sorts with other attributes."""
        return replace(self, attributes=_attributes(attributes, self.n_sorts))

    def attribute(self, name: str) -> NDArray[np.str_]:
        """Return one attribute by name, or say which exist."""
        if name not in self.attributes:
            known = ", ".join(sorted(self.attributes)) or "none"
            raise AttributesDoNotFit(f"no attribute {name!r}; known: {known}")
        return self.attributes[name]


def _grid(positions: ArrayLike) -> NDArray[np.float64]:
    try:
        grid = np.array(positions, dtype=float)
    except (TypeError, ValueError) as problem:
        raise SortsShape(f"positions must be numbers, one row per sort of equal length: {problem}") from problem
    if grid.ndim != 2 or grid.shape[0] < 1 or grid.shape[1] < 2:
        raise SortsShape(f"positions must be (n_sorts, n_cards) with at least 1 sort and 2 cards, got {grid.shape}")
    return grid


def _unique(given: Sequence[str] | None, letter: str, expected: int, noun: str) -> tuple[str, ...]:
    if given is None:
        return tuple(f"{letter}{number}" for number in range(1, expected + 1))
    names = tuple(str(name).strip() for name in given)
    if len(names) != expected:
        raise SortsShape(f"got {len(names)} {noun} names for {expected} {noun}s")
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise DuplicateNames(f"{noun} names must differ; used more than once: {', '.join(twice[:5])}")
    return names


def _refuse_missing(grid: NDArray[np.float64], names: tuple[str, ...], cards: tuple[str, ...]) -> None:
    missing = np.argwhere(~np.isfinite(grid))
    if len(missing):
        row, column = missing[0]
        raise MissingCard(
            f"sort {names[row]!r} has no place for card {cards[column]!r} "
            f"({len(missing)} places missing in all); complete the sort or leave it out"
        )


def _refuse_flat(grid: NDArray[np.float64], names: tuple[str, ...]) -> None:
    flat = np.flatnonzero(np.ptp(grid, axis=1) == 0)
    if len(flat):
        listed = ", ".join(names[row] for row in flat[:5])
        raise FlatSort(f"these sorts put every card in the same column, leave them out: {listed}")


def _columns(
    grid: NDArray[np.float64], names: tuple[str, ...], distribution: ArrayLike | None, forced: bool | None
) -> NDArray[np.float64] | None:
    filled = np.sort(grid, axis=1)
    alike = bool((filled == filled[0]).all())
    if distribution is None:
        if forced and not alike:
            raise BreaksDistribution(_who_breaks(filled, _most_used(filled), names))
        return filled[0] if alike and forced is not False else None
    columns = np.sort(np.asarray(distribution, dtype=float).ravel())
    if len(columns) != grid.shape[1]:
        raise BreaksDistribution(f"the distribution has {len(columns)} places for {grid.shape[1]} cards")
    if forced is not False and not (filled == columns).all() and (forced or alike):
        raise BreaksDistribution(_who_breaks(filled, columns, names))
    return columns


def _most_used(filled: NDArray[np.float64]) -> NDArray[np.float64]:
    patterns, times = np.unique(filled, axis=0, return_counts=True)
    return patterns[times.argmax()]


def _who_breaks(filled: NDArray[np.float64], columns: NDArray[np.float64], names: tuple[str, ...]) -> str:
    rows = np.flatnonzero((filled != columns).any(axis=1))
    listed = ", ".join(names[row] for row in rows[:5])
    return (
        f"{len(rows)} of {len(names)} sorts do not fill the columns {_told(columns)}: {listed}; "
        "correct them, or call the sorts unforced"
    )


def _told(columns: NDArray[np.float64]) -> str:
    values, times = np.unique(columns, return_counts=True)
    return ", ".join(f"{value:g} ({count} cards)" for value, count in zip(values, times, strict=True))


def _attributes(given: Mapping[str, Sequence[str]] | None, n_sorts: int) -> dict[str, NDArray[np.str_]]:
    attributes = {str(name): np.asarray([str(value) for value in values]) for name, values in (given or {}).items()}
    for name, values in attributes.items():
        if len(values) != n_sorts:
            raise AttributesDoNotFit(f"attribute {name!r} has {len(values)} values for {n_sorts} sorts")
    return attributes
