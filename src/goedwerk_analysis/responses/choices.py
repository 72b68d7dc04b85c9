"""First and second choice of the same people, and how sure they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

NO_ANSWER = -1


class ChoicesError(ValueError):
    """Something about the choices makes an honest analysis impossible."""


class UnknownOption(ChoicesError):
    """A choice is none of the options."""


class ChoicesDoNotFit(ChoicesError):
    """First and second choices, or confidences, are not of the same people."""


@dataclass(frozen=True)
class Choices:
    """What each person chose before and after.

    Attributes
    ----------
    options : tuple of str
    first, second : ndarray of int, shape (n_people,)
        Number of the option; -1 for no answer, skipped, or "don't know yet".
    first_confidence, second_confidence : ndarray of int or None
        Whole numbers, 0 when not answered.
    """

    options: tuple[str, ...]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    first_confidence: NDArray[np.int64] | None = None
    second_confidence: NDArray[np.int64] | None = None

    @classmethod
    def of(
        cls,
        first: Sequence[str | None],
        second: Sequence[str | None],
        options: Sequence[str],
        *,
        first_confidence: ArrayLike | None = None,
        second_confidence: ArrayLike | None = None,
    ) -> Choices:
        """Check and keep choices given by name; None or "" is no answer.

        Examples
        --------
        >>> Choices.of(["stay", None], ["go", "go"], ["stay", "go"]).first.tolist()
        [0, -1]
        """
        if len(first) != len(second):
            raise ChoicesDoNotFit(f"{len(first)} first choices and {len(second)} second choices")
        if len(set(options)) < 2 or len(set(options)) != len(options):
            raise ChoicesError(f"options must be two or more different names, got {list(options)}")
        places = {option: place for place, option in enumerate(options)}
        coded = [_coded(answers, places) for answers in (first, second)]
        sure = [_confidence(values, len(first)) for values in (first_confidence, second_confidence)]
        return cls(tuple(options), *coded, *sure)

    @property
    def n_people(self) -> int:
        return len(self.first)


def _coded(answers: Sequence[str | None], places: dict[str, int]) -> NDArray[np.int64]:
    unknown = sorted({str(answer) for answer in answers if answer and answer not in places})
    if unknown:
        raise UnknownOption(f"not among the options: {', '.join(unknown[:5])}; options are {', '.join(places)}")
    return np.array([places[answer] if answer else NO_ANSWER for answer in answers], dtype=np.int64)


def _confidence(values: ArrayLike | None, n_people: int) -> NDArray[np.int64] | None:
    if values is None:
        return None
    numbers = np.asarray(values, dtype=float)
    if numbers.shape != (n_people,):
        raise ChoicesDoNotFit(f"confidence has shape {numbers.shape} for {n_people} people")
    known = np.nan_to_num(numbers)
    if (known != np.rint(known)).any() or (known < 0).any():
        raise ChoicesError("confidence must be whole numbers from 1 up, 0 or NaN when not answered")
    return known.astype(np.int64)
