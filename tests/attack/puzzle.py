"""One question as an adversary holds it: who was there, what was shown; and any other world, tried on the real gate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from attack import stage
from attack.facts import ABSENT, Answer, Fact, facts_of, holds, variants
from attack.workshops import Question

World = tuple[Answer, ...]
Group = tuple[Hashable, ...]
# Another world, as far as it differs from the truth: by the place of a person in `Puzzle.people`.
Changes = Mapping[int, Answer]


@dataclass
class Puzzle:
    question: Question
    classes: Mapping[int, str]
    seen: dict[frozenset, bool] = field(default_factory=dict)

    @cached_property
    def people(self) -> list[int]:
        return sorted(frozenset().union(*self.question.present))

    @cached_property
    def truth(self) -> World:
        return tuple(
            tuple(answers.get(person, ABSENT) if person in there else ABSENT for there, answers in self.runs)
            for person in self.people
        )

    @property
    def runs(self) -> Sequence[tuple[frozenset[int], Mapping]]:
        return list(zip(self.question.present, self.question.answers, strict=True))

    @cached_property
    def groups(self) -> list[Group]:
        """People that nobody can tell apart: of the same class, as far as it is shown, and there at the same times."""
        return [self.group_of(person) for person in self.people]

    def group_of(self, person: int) -> Group:
        there = tuple(person in present for present in self.question.present)
        return (self.classes[person] if self.question.is_split else "", there)

    @cached_property
    def shown(self) -> tuple[stage.Shown, ...]:
        return self.shown_of(self.truth)

    def shown_of(self, world: World) -> tuple[stage.Shown, ...]:
        runs = [
            {person: answer[run] for person, answer in zip(self.people, world, strict=True) if answer[run] != ABSENT}
            for run in range(len(self.question.present))
        ]
        return stage.shown(self.question, self.classes, runs)

    def fits(self, changes: Changes) -> bool:
        """Whether everything that is shown would have been the same with these answers in place of the true ones."""
        moves = Counter((self.groups[person], self.truth[person], answer) for person, answer in changes.items())
        key = frozenset(moves.items())
        if key not in self.seen:
            self.seen[key] = self.shown_of(self.world(changes)) == self.shown
        return self.seen[key]

    def world(self, changes: Changes) -> World:
        return tuple(changes.get(person, answer) for person, answer in enumerate(self.truth))

    def changes_to(self, world: World) -> Changes:
        pairs = enumerate(zip(self.truth, world, strict=True))
        return {person: after for person, (before, after) in pairs if before != after}

    def facts(self, answer: Answer) -> frozenset[Fact]:
        return facts_of(self.question.kind, answer, bool(self.question.steady))

    def holds(self, answer: Answer, fact: Fact) -> bool:
        return holds(self.question.kind, answer, fact)

    def variants(self, answer: Answer) -> tuple[Answer, ...]:
        question = self.question
        return variants(question.kind, answer, question.options, bool(question.steady), question.zone)
