"""Made-up workshops: who was there when, who belongs to which class, and what everybody answered to everything.

Groups of 3 to 40 people that agree, form two camps, are diffuse or unanimous; people skip, come late and stop;
some stay with their answer for ever.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from goedwerk_analysis.counts import VOTES

Generator = np.random.Generator
CARDS = tuple(f"card {at}" for at in range(16))
PICK, GIVE_UP = 3, 1
ZONE = 3
ZONES = (ZONE, 6)
"""How many cards the top and the bottom zone of a sort hold: 6 of 16 in a sort with seven columns."""
SCALE = (1, 5)
KINDS = ("choice", "votes", "ratings", "picks", "sorts")
MOST_NEWCOMERS = 3
"""Who can join before each time that a choice is put again."""
ITEMS = ("useful", "safe")
STATEMENTS = ("rules", "time", "care", "trust")
CLASSES = ("executive", "manager", "employee", "")


@dataclass(frozen=True)
class Question:
    """One question and how often it was put: who was there each time, and what they answered (None for nothing)."""

    kind: str
    present: Sequence[frozenset[int]]
    answers: Sequence[Mapping[int, Any]]
    options: tuple[str, ...] = ()
    is_split: bool = False
    zone: int = ZONE
    # Runs in which everybody who is there twice repeated themselves, and an adversary believes so.
    steady: tuple[int, ...] = ()


@dataclass(frozen=True)
class Workshop:
    size: int
    classes: Mapping[int, str]
    questions: Sequence[Question]


def simulate(seed: int, number: int, *, sizes: tuple[int, int] = (3, 40)) -> Workshop:
    """Workshop `number` of a series: the same seed gives the same one."""
    random = np.random.default_rng((seed, number))
    size = int(np.clip(np.round(np.exp(random.normal(np.log(9.5), 0.5))), *sizes))
    people = range(size + 3 * MOST_NEWCOMERS)
    classes = dict(zip(people, drawn_classes(random, len(people)), strict=True))
    questions = [
        choices(random, size, classes),
        votes(random, size),
        ratings(random, size),
        picks(random, size),
        sorts(random, size),
    ]
    return Workshop(size, classes, questions)


def drawn_classes(random: Generator, people: int) -> list[str]:
    kinds = int(random.choice([1, 2, 3], p=[0.25, 0.45, 0.3]))
    share = np.array([0.6, 0.3, 0.1])[:kinds]
    names = random.permutation(CLASSES)[:kinds]
    return [str(name) for name in random.choice(names, people, p=share / share.sum())]


def leaning(random: Generator, options: int) -> np.ndarray:
    """How a group leans over the options: with one mind, mostly one, two camps, or every way."""
    shape = {
        "agree": np.r_[7.0, np.full(options - 1, 0.3)],
        "camps": np.r_[3.0, 3.0, np.full(options - 2, 0.3)],
        "diffuse": np.full(options, 1.3),
        "unanimous": np.r_[60.0, np.full(options - 1, 0.05)],
    }[str(random.choice(["agree", "camps", "diffuse", "unanimous"], p=[0.36, 0.28, 0.22, 0.14]))]
    return random.permutation(random.dirichlet(shape))


# A choice, asked up to four times: first, second, and again half a year later


def choices(random: Generator, size: int, classes: Mapping[int, str]) -> Question:
    options = tuple("abcdef"[: int(random.integers(2, 7))])
    cells = [*options, None]
    share = leaning(random, len(cells))
    present = attendance(random, size)
    role_decides = random.random() < 0.25
    moves = random.choice([0, 0, 0.1, 0.3])
    answers: list[dict[int, Any]] = []
    for there in present:
        before = answers[-1] if answers else {}
        fresh = {person: cells[int(random.choice(len(cells), p=share))] for person in sorted(there)}
        if role_decides:
            fresh |= {person: cells[len(classes[person]) % 2] for person in there if random.random() < 0.7}
        stays = {person: before[person] for person in there if person in before and random.random() >= moves}
        answers.append(fresh | stays)
    steady = tuple(range(len(present))) if moves == 0 else ()
    return Question("choice", present, answers, options, bool(random.random() < 0.5), steady)


def attendance(random: Generator, size: int) -> list[frozenset[int]]:
    """Who was there each time: some came late for the second choice or stopped, more changed in half a year."""
    there, newcomer, present = set(range(size)), size, []
    for time in range(int(random.choice([1, 2, 3, 4], p=[0.15, 0.35, 0.35, 0.15]))):
        if time:
            odds = [0.75, 0.15, 0.1] if time in (1, 3) else [0.3, 0.3, 0.4]
            left, came = (int(random.choice([0, 1, MOST_NEWCOMERS], p=odds)) for _ in range(2))
            gone = random.choice(sorted(there), min(left, len(there) - 1), replace=False)
            there = there - {int(person) for person in gone} | set(range(newcomer, newcomer + came))
            newcomer += came
        present.append(frozenset(there))
    return present


# Everything that is asked once


def once(random: Generator, kind: str, size: int, answer: Any, *, zone: int = ZONE) -> Question:
    asleep = random.choice([0, 0, 0.1, 0.4])
    there = frozenset(range(size))
    given = {who: None if random.random() < asleep else answer() for who in range(size)}
    return Question(kind, [there], [given], zone=zone)


def votes(random: Generator, size: int) -> Question:
    shares = [leaning(random, 3) for _ in STATEMENTS]
    words = (*VOTES, None)
    return once(random, "votes", size, lambda: tuple(words[random.choice(3, p=p)] for p in shares))


def ratings(random: Generator, size: int) -> Question:
    shares = [leaning(random, 6) for _ in ITEMS]
    points = (*range(SCALE[0], SCALE[1] + 1), None)
    return once(random, "ratings", size, lambda: tuple(points[random.choice(6, p=p)] for p in shares))


def picks(random: Generator, size: int) -> Question:
    liking = deck_liking(random)

    def hand() -> tuple[frozenset[str], frozenset[str]]:
        order = ranked(random, liking)
        return frozenset(order[:PICK]), frozenset(order[-GIVE_UP:] if random.random() < 0.5 else order[PICK:][:GIVE_UP])

    return once(random, "picks", size, hand)


def sorts(random: Generator, size: int) -> Question:
    liking, zone = deck_liking(random), int(random.choice(ZONES))

    def zones() -> tuple[frozenset[str], frozenset[str]]:
        order = ranked(random, liking)
        return frozenset(order[:zone]), frozenset(order[-zone:])

    return once(random, "sorts", size, zones, zone=zone)


def deck_liking(random: Generator) -> np.ndarray:
    return random.dirichlet(np.full(len(CARDS), random.choice([0.1, 0.3, 0.8, 2])))


def ranked(random: Generator, liking: np.ndarray) -> list[str]:
    noise = np.log(liking + 1e-9) + random.gumbel(size=len(CARDS))
    return [CARDS[at] for at in np.argsort(-noise)]
