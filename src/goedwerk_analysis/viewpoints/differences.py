"""On which cards viewpoints differ, and on which they do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Rule = Literal["qmethod", "kade"]
LEVELS = ((1.960, "*"), (2.576, "**"), (3.291, "***"), (4.8916, "6*"))
KADE_05, KADE_01 = 1.96, 2.575


@dataclass(frozen=True)
class Pair:
    """Two viewpoints compared card by card.

    `difference` is first minus second, in z-score units; `stars` the level
    reached; shapes (n_cards,).
    """

    first: int
    second: int
    difference: NDArray[np.float64]
    stars: tuple[str, ...]


@dataclass(frozen=True)
class Differences:
    """Distinguishing and consensus cards, and the rule that named them.

    Attributes
    ----------
    rule : "qmethod" or "kade"
    pairs : tuple of Pair
    labels : tuple of str, one per card
        qmethod's labels; empty under KADE's rule.
    distinguishing : tuple of tuples of (card, stars), one tuple per viewpoint
    consensus : tuple of (card, stars)
        Under KADE's rule "*" means also not different at .05.
    """

    rule: Rule
    pairs: tuple[Pair, ...]
    labels: tuple[str, ...]
    distinguishing: tuple[tuple[tuple[int, str], ...], ...]
    consensus: tuple[tuple[int, str], ...]


def compare_cards(
    scores: NDArray[np.float64], standard_error_of_difference: NDArray[np.float64], rule: Rule = "qmethod"
) -> Differences:
    """Compare viewpoints card by card.

    A difference counts when it is larger than so many standard errors of the
    difference. qmethod asks for more than 1.96; its consensus is "no pair
    differs at .05". KADE asks for at least 1.96 and 2.575; its consensus is
    "no pair differs at .01", so its list is longer. Viewpoints without scores
    are left out.

    Parameters
    ----------
    scores : ndarray, shape (n_cards, n_viewpoints)
    standard_error_of_difference : ndarray, shape (n_viewpoints, n_viewpoints)
    """
    known = np.flatnonzero(~np.isnan(scores).any(axis=0))
    pairs = tuple(_pairs(scores, standard_error_of_difference, known, rule))
    if rule == "kade":
        return _by_kade(scores, pairs, known)
    labels = tuple(_label(card, pairs, known) for card in range(len(scores)))
    distinguishing = tuple(_distinguished(pairs, view, len(scores)) for view in range(scores.shape[1]))
    return Differences(rule, pairs, labels, distinguishing, _consensus(pairs, len(scores)))


def disagreement(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Variance of each card's score over the viewpoints: low is shared, high divides."""
    return np.nanvar(scores, axis=1)


def _pairs(
    scores: NDArray[np.float64], errors: NDArray[np.float64], known: NDArray[np.int64], rule: Rule
) -> Iterator[Pair]:
    for first, second in combinations(known.tolist(), 2):
        difference = scores[:, first] - scores[:, second]
        ratio = np.abs(difference) / errors[first, second]
        yield Pair(first, second, difference, tuple(_stars(value, rule) for value in ratio))


def _stars(ratio: float, rule: Rule) -> str:
    if rule == "kade":
        return "**" if ratio >= KADE_01 else "*" if ratio >= KADE_05 else ""
    return next((stars for level, stars in reversed(LEVELS) if ratio > level), "")


def _label(card: int, pairs: tuple[Pair, ...], known: NDArray[np.int64]) -> str:
    significant = [bool(pair.stars[card]) for pair in pairs]
    if not any(significant):
        return "Consensus" if pairs else ""
    if len(known) == 2:
        return "Distinguishing"
    if all(significant):
        return "Distinguishes all"
    return "".join(_label_of(view, card, pairs) for view in known)


def _label_of(view: int, card: int, pairs: tuple[Pair, ...]) -> str:
    own = [bool(pair.stars[card]) for pair in pairs if view in (pair.first, pair.second)]
    others = [bool(pair.stars[card]) for pair in pairs if view not in (pair.first, pair.second)]
    if not all(own):
        return ""
    return f"Distinguishes f{view + 1} " if any(others) else f"Distinguishes f{view + 1} only"


def _distinguished(pairs: tuple[Pair, ...], view: int, n_cards: int) -> tuple[tuple[int, str], ...]:
    own = [pair for pair in pairs if view in (pair.first, pair.second)]
    if not own:
        return ()
    weakest = [min((pair.stars[card] for pair in own), key=_rank) for card in range(n_cards)]
    return tuple((card, stars) for card, stars in enumerate(weakest) if stars)


def _rank(stars: str) -> int:
    return ["", "*", "**", "***", "6*"].index(stars)


def _consensus(pairs: tuple[Pair, ...], n_cards: int) -> tuple[tuple[int, str], ...]:
    if not pairs:
        return ()
    return tuple((card, "") for card in range(n_cards) if not any(pair.stars[card] for pair in pairs))


def _by_kade(scores: NDArray[np.float64], pairs: tuple[Pair, ...], known: NDArray[np.int64]) -> Differences:
    cards = range(len(scores))
    distinguishing = tuple(_distinguished(pairs, view, len(scores)) for view in range(scores.shape[1]))
    worst = [max((pair.stars[card] for pair in pairs), key=_rank, default="**") for card in cards]
    consensus = tuple((card, "" if worst[card] else "*") for card in cards if worst[card] != "**")
    return Differences("kade", pairs, (), distinguishing, consensus if len(known) > 1 else ())
