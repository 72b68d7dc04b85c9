"""How much a picture of many people says of one of them, learned by an adversary who can draw the same population.

The adversary makes up groups from the population, sees what the gate would show of each, and so learns how the mean of
a class lies when a word stands in a picture. Whoever lies that way too was more likely among them: the first order of
the likelihood ratio, for a picture that follows from means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
FEWEST_SEEN = 5
LEARNED_FROM = 100


@dataclass(frozen=True)
class Group:
    """Answers of some people: what the gate gets, and of each person a class and the numbers that means are made of."""

    answers: Any
    classes: NDArray[np.str_]
    numbers: Numbers

    def of(self, name: str) -> Numbers:
        return self.numbers[self.classes == name]


Words = Sequence[Hashable]


@dataclass(frozen=True)
class Learned:
    """Per class its usual mean and spread; and how far the mean lies from it when a word stands at a place."""

    usual: dict[str, Numbers]
    spread: dict[str, Numbers]
    moved: dict[tuple[str, int, Hashable], Numbers]
    # Which numbers each word of a picture is about: (words, numbers), 0 or 1.
    about: Numbers

    def score(self, words: Words, group: Group) -> Numbers:
        found = np.zeros(len(group.numbers))
        for name, usual in self.usual.items():
            pull = np.zeros(len(usual))
            for at, word in enumerate(words):
                pull += self.about[at] * self.moved.get((name, at, word), 0.0)
            rows = group.classes == name
            found[rows] = ((group.numbers[rows] - usual) / self.spread[name] ** 2) @ pull
        return found


def learn(draw: Callable[[int], Group], words_of: Callable[[Any], Words | None], about: Numbers) -> Learned:
    """`draw(number)` gives a group, `words_of` what the gate tells of it (None: nothing)."""
    groups = [draw(number) for number in range(LEARNED_FROM)]
    told = [(group, words) for group in groups if (words := words_of(group.answers)) is not None]
    names = sorted({name for group in groups for name in group.classes.tolist()})
    everybody = {name: np.concatenate([group.of(name) for group in groups]) for name in names}
    return Learned(
        usual={name: rows.mean(axis=0) for name, rows in everybody.items()},
        spread={name: rows.std(axis=0) + 1e-9 for name, rows in everybody.items()},
        moved={key: mean for name in names for key, mean in moved_by(name, told)},
        about=about,
    )


def moved_by(name: str, told: Sequence[tuple[Group, Words]]) -> Iterator[tuple[tuple[str, int, Hashable], Numbers]]:
    """How far the mean of a class lies from what it is on average, for every word at every place."""
    there = [(group.of(name).mean(axis=0), words) for group, words in told if (group.classes == name).any()]
    usual = np.mean([mean for mean, _ in there], axis=0) if there else 0.0
    seen = defaultdict(list)
    for mean, words in there:
        for at, word in enumerate(words):
            seen[at, word].append(mean)
    for (at, word), means in seen.items():
        if len(means) >= FEWEST_SEEN:
            yield (name, at, word), np.mean(means, axis=0) - usual
