"""Who is exposed: for each fact that is true of everybody outside a coalition, look for another world that fits.

A world in which the fact is not true of one of them, and that the real gate draws the same, settles it: nobody is
exposed. Only when none is found among the near worlds, and none by the integer programme or by trying all worlds, is
somebody exposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

import numpy as np

from attack import exact, hands
from attack.facts import ABSENT, Answer, Fact
from attack.puzzle import Changes, Group, Puzzle

NEAR, FAR, COALITIONS = 300, 60, 8


@dataclass(frozen=True)
class Exposure:
    """`fact` is certain of everybody of `group` outside a coalition. `how` it was settled: "proved" or "unsettled"."""

    kind: str
    fact: Fact
    group: Group
    coalition: tuple[Answer, ...]
    how: str

    @property
    def is_of_presence(self) -> bool:
        """Not an answer: only that somebody gave one, or none."""
        return self.fact[0] == "took part"


def exposures(puzzle: Puzzle, insiders: int, seed: int = 0) -> Iterator[Exposure]:
    """Everything that `insiders` people who pool their own answers can be certain of; 0 is an outsider."""
    hunt = Hunt(puzzle, np.random.default_rng(seed))
    for group, fact, without in hunt.aims(insiders):
        for coalition in hunt.coalitions(without, insiders):
            how = hunt.settled(group, fact, coalition)
            if how:
                own = tuple(puzzle.truth[person] for person in sorted(coalition))
                yield Exposure(puzzle.question.kind, fact, group, own, how)
                break


class Hunt:
    def __init__(self, puzzle: Puzzle, random: np.random.Generator) -> None:
        self.puzzle, self.random = puzzle, random
        self.people = range(len(puzzle.people))
        self.members: dict[Group, list[int]] = defaultdict(list)
        for person in self.people:
            self.members[puzzle.groups[person]].append(person)
        # Other worlds that fit.
        self.bank: list[Changes] = []

    def aims(self, insiders: int) -> Iterator[tuple[Group, Fact, frozenset[int]]]:
        """Facts that are true of all of a group but at most the coalition: else the truth itself is another world."""
        for group, members in self.members.items():
            holders = {person: self.puzzle.facts(self.puzzle.truth[person]) for person in members}
            for fact in sorted(frozenset().union(*holders.values()), key=repr):
                without = frozenset(person for person in members if fact not in holders[person])
                if len(without) <= insiders and len(without) < len(members):
                    yield group, fact, without

    def coalitions(self, without: frozenset[int], insiders: int) -> Iterator[frozenset[int]]:
        """Those who answered otherwise; with room left, one of each kind of people, or some at random."""
        free = insiders - len(without)
        others = [person for person in self.people if person not in without]
        if free == 0:
            yield without
        elif free == 1 and insiders == 1:
            kinds = {(self.puzzle.groups[person], self.puzzle.truth[person]): person for person in others}
            yield from (without | {person} for person in kinds.values())
        else:
            for _ in range(COALITIONS):
                fill = self.random.choice(others, min(free, len(others)), replace=False)
                yield without | {int(person) for person in fill}

    def settled(self, group: Group, fact: Fact, coalition: frozenset[int]) -> str:
        """Empty when another world fits."""
        aim = Aim(self, group, fact, coalition)
        if not aim.targets:
            return ""
        if any(aim.is_met_by(changes) for changes in self.bank if coalition.isdisjoint(changes)):
            return ""
        if any(self.tries(aim, changes) for changes in islice(aim.near(), NEAR)):
            return ""
        if any(self.tries(aim, changes) for changes in islice(aim.far(), FAR)):
            return ""
        return self.last_word(aim, group, fact, coalition)

    def last_word(self, aim: Aim, group: Group, fact: Fact, coalition: frozenset[int]) -> str:
        if self.puzzle.question.kind in hands.LISTS:
            return hands.verdict(self.puzzle, fact, aim.targets[0], coalition)
        return exact.verdict(self.puzzle, group, fact, coalition)

    def tries(self, aim: Aim, changes: Changes) -> bool:
        if not self.puzzle.fits(changes):
            return False
        self.bank.append(changes)
        return aim.is_met_by(changes)


def put(answer: Answer, run: int, given: Any) -> Answer:
    return (*answer[:run], given, *answer[run + 1 :])


class Aim:
    """A fact that is to be avoided for one of the targets, while the coalition keeps its own answers."""

    def __init__(self, hunt: Hunt, group: Group, fact: Fact, coalition: frozenset[int]) -> None:
        self.hunt, self.puzzle, self.fact, self.coalition = hunt, hunt.puzzle, fact, coalition
        self.targets = [person for person in hunt.members[group] if person not in coalition]
        self.free = [person for person in hunt.people if person not in coalition]

    def is_met_by(self, changes: Changes) -> bool:
        return any(
            person in self.targets and not self.puzzle.holds(answer, self.fact) for person, answer in changes.items()
        )

    def first_moves(self) -> Iterator[tuple[int, Answer]]:
        truth = self.puzzle.truth
        for person in {truth[person]: person for person in self.targets}.values():
            for other in self.puzzle.variants(truth[person]):
                if not self.puzzle.holds(other, self.fact):
                    yield person, other

    def near(self) -> Iterator[Changes]:
        """One person answers otherwise; or another one makes up for it."""
        yield from ({person: other} for person, other in self.first_moves())
        yield from self.swaps()
        for person, other in self.first_moves():
            old = self.puzzle.truth[person]
            for helper in self.helpers(person):
                yield {person: other, helper: self.as_there(old, helper)}

    def swaps(self) -> Iterator[Changes]:
        """Two people change places in one run: every count stays as it is."""
        truth = self.puzzle.truth
        if self.puzzle.question.steady:
            return  # who repeats themselves answers the same in every run
        for person, run in product(self.targets, range(len(truth[0]))):
            for helper in self.helpers(person):
                mine, theirs = truth[person], truth[helper]
                if ABSENT in (mine[run], theirs[run]) or mine[run] == theirs[run]:
                    continue
                swapped = {person: put(mine, run, theirs[run]), helper: put(theirs, run, mine[run])}
                if not self.puzzle.holds(swapped[person], self.fact):
                    yield swapped

    def helpers(self, person: int) -> list[int]:
        truth, groups = self.puzzle.truth, self.puzzle.groups
        kinds = {(groups[each], truth[each]): each for each in self.free if each != person}
        return list(kinds.values())

    def as_there(self, answer: Answer, helper: int) -> Answer:
        """An answer, as far as the helper was there."""
        own = self.puzzle.truth[helper]
        if len(own) == 1:
            return answer
        known = [given for given in answer if given != ABSENT]
        return tuple(
            mine if mine == ABSENT else (theirs if theirs != ABSENT else known[-1])
            for mine, theirs in zip(own, answer, strict=True)
        )

    def far(self) -> Iterator[Changes]:
        """Two, three or four people answer otherwise, at random."""
        moves, random = list(self.first_moves()), self.hunt.random
        if not moves or not self.free:
            return
        while True:
            person, other = moves[random.integers(len(moves))]
            world = {person: other}
            for helper in random.choice(self.free, int(random.integers(1, 4))):
                options = self.puzzle.variants(self.puzzle.truth[helper])
                world.setdefault(int(helper), options[random.integers(len(options))])
            yield world
