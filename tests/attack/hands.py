"""Hands of cards (picked values, sorts) as an integer programme: a 0/1 unknown for each person, hand and card.

A list that was withheld because it was too long tells that many cards reached the bar, whichever they are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

from attack.facts import Answer, Fact, places
from attack.puzzle import Puzzle, World
from attack.workshops import CARDS, GIVE_UP, PICK
from goedwerk_analysis.counts import PickCounts
from goedwerk_analysis.disclosure import picks, sorts
from goedwerk_analysis.disclosure.thresholds import majority
from goedwerk_analysis.released import PicksPicture, SortPicture, Withheld

LISTS = {"picks": ("picked", "given_up"), "sorts": ("top", "bottom")}
PICKED = ((1, PICK), (0, GIVE_UP))


def verdict(puzzle: Puzzle, fact: Fact, target: int, coalition: Collection[int]) -> str:
    """Empty: there is another world. "proved": none fits. "unsettled": none was found."""
    programme = Programme(puzzle, coalition, target, fact)
    world = programme.world()
    if world is not None and puzzle.fits(puzzle.changes_to(world)):
        return ""
    return "proved" if world is None and programme.is_exact else "unsettled"


class Programme:
    def __init__(self, puzzle: Puzzle, coalition: Collection[int], target: int, fact: Fact) -> None:
        self.puzzle, self.kind = puzzle, puzzle.question.kind
        self.number, self.cards = len(puzzle.people), len(CARDS)
        # Per hand the fewest and the most cards of whoever takes part.
        self.sizes = PICKED if self.kind == "picks" else ((puzzle.question.zone,) * 2,) * 2
        self.rows: list[tuple[list[int], list[float], float, float]] = []
        self.is_exact = True
        self.first_switch = self.number * (2 * self.cards + 1)
        size = self.first_switch + 2 * self.cards
        self.low, self.high = np.zeros(size), np.ones(size)
        for person in range(self.number):
            self.play_by_the_rules(person)
        for hand in (0, 1):
            self.keep_list(hand)
        for person in coalition:
            self.fix(person, puzzle.truth[person])
        self.avoid(target, fact)

    def at(self, person: int, hand: int, card: int) -> int:
        return person * (2 * self.cards + 1) + hand * self.cards + card

    def part(self, person: int) -> int:
        return self.at(person, 2, 0)

    def play_by_the_rules(self, person: int) -> None:
        for hand, (fewest, most) in enumerate(self.sizes):
            held = [self.at(person, hand, card) for card in range(self.cards)]
            ones = [1.0] * self.cards
            self.rows.append(([*held, self.part(person)], [*ones, -float(most)], -np.inf, 0))
            self.rows.append(([*held, self.part(person)], [*ones, -float(fewest)], 0, np.inf))
        for card in range(self.cards):
            self.rows.append(([self.at(person, 0, card), self.at(person, 1, card)], [1.0, 1.0], 0, 1))

    def keep_list(self, hand: int) -> None:
        shown = self.shown_list(hand)
        if isinstance(shown, PicksPicture):
            for card, label in enumerate(shown.labels):
                self.rows.append((self.held(hand, card), [1.0] * self.number, label.range.low, label.range.high))
        elif shown == Withheld("spread"):
            self.keep_too_long(hand)

    def shown_list(self, hand: int) -> PicksPicture | Withheld:
        released = dict(self.puzzle.shown[0])
        if isinstance(released.get("sort"), SortPicture):
            return (released["sort"].top, released["sort"].bottom)[hand]
        return released.get(LISTS[self.kind][hand], Withheld("few"))

    def keep_too_long(self, hand: int) -> None:
        """As many cards reach the bar as make a list too long, whichever they are: a switch for each that counts."""
        bar, people, most = self.bar(hand), self.number, self.sizes[hand][1]
        too_many = self.longest(hand)(people, bar=bar, picks=most) + 1
        switches = {card: self.first_switch + hand * self.cards + card for card in self.cards_that_count(hand, bar)}
        for card, switch in switches.items():
            self.rows.append(([*self.held(hand, card), switch], [*[1.0] * people, -float(bar)], 0, np.inf))
        self.rows.append((list(switches.values()), [1.0] * len(switches), too_many, np.inf))

    def bar(self, hand: int) -> int:
        if self.kind == "sorts":
            return majority(self.number)
        return picks.bar_of(self.number, self.sizes[hand][1], is_second=hand == 1)

    def longest(self, hand: int) -> Callable[..., int]:
        """As the gate has it: the module of this kind of hands."""
        gate = sorts if self.kind == "sorts" else picks
        return gate.longest_second_list if hand else gate.longest_list

    def cards_that_count(self, hand: int, bar: int) -> list[int]:
        """Cards of the other hand may be left out of this one, and then do not make it too long."""
        if self.kind == "sorts" or hand == 0:
            return list(range(self.cards))
        first = [self.shown_list(0)]
        counts = PickCounts(CARDS, (0,) * self.cards, self.number, GIVE_UP)
        return [card for card in range(self.cards) if picks.has_room(counts, picks.taken_by(first, card), bar)]

    def held(self, hand: int, card: int) -> list[int]:
        return [self.at(person, hand, card) for person in range(self.number)]

    def fix(self, person: int, answer: Answer) -> None:
        given = answer[0]
        values = [float(given is not None and card in given[hand]) for hand in (0, 1) for card in CARDS]
        values.append(float(given is not None))
        start = self.at(person, 0, 0)
        self.low[start : start + len(values)] = self.high[start : start + len(values)] = values

    def avoid(self, target: int, fact: Fact) -> None:
        if fact[0] == "took part":
            at = self.part(target)
            self.low[at] = self.high[at] = float(not fact[1])
            return
        cells = [self.at(target, place, CARDS.index(fact[1])) for place in places(fact)]
        wanted = float(not fact[2])
        self.rows.append((cells, [1.0] * len(cells), wanted, wanted))

    def world(self) -> World | None:
        matrix = lil_array((len(self.rows), len(self.low)))
        for number, (columns, values, _, _) in enumerate(self.rows):
            for column, value in zip(columns, values, strict=True):
                matrix[number, column] = value
        found = milp(
            np.zeros(len(self.low)),
            constraints=LinearConstraint(matrix.tocsr(), [row[2] for row in self.rows], [row[3] for row in self.rows]),
            bounds=Bounds(self.low, self.high),
            integrality=np.ones(len(self.low)),
            options={"time_limit": 20.0},
        )
        if found.status == 2:
            return None
        if found.status != 0:
            self.is_exact = False
            return None
        return tuple(self.answer_of(person, np.rint(found.x).astype(int)) for person in range(self.number))

    def answer_of(self, person: int, found: np.ndarray) -> Answer:
        if not found[self.part(person)]:
            return (None,)
        hands = (
            frozenset(CARDS[card] for card in range(self.cards) if found[self.at(person, hand, card)])
            for hand in (0, 1)
        )
        return (tuple(hands),)
