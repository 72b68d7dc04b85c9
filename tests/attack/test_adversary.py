"""The adversary itself: what it finds where something can be found, and that it is repeatable."""

import pytest

from attack import exact, hands, stage
from attack.facts import facts_of, variants
from attack.puzzle import Puzzle
from attack.search import exposures
from attack.workshops import CARDS, Question, simulate
from goedwerk_analysis.released import Label, PicksPicture, Range


def choice_of(*runs, options="ab", **how):
    """A choice; each run is a text with one letter for each person, "-" for no answer and "." for not there."""
    present = [frozenset(who for who, given in enumerate(run) if given != ".") for run in runs]
    answers = [{who: None if given == "-" else given for who, given in enumerate(run) if given != "."} for run in runs]
    return Puzzle(Question("choice", present, answers, tuple(options), **how), dict.fromkeys(range(40), ""))


def found(puzzle, insiders):
    return {each.fact for each in exposures(puzzle, insiders)}


@pytest.fixture
def counts_are_shown(monkeypatch):
    """A gate that shows plain counts."""

    def shown(question, classes, answers):
        counts = (sorted(map(str, given.values())) for given in answers)
        return tuple((("choice", tuple(each)),) for each in counts)

    monkeypatch.setattr(stage, "shown", shown)


def test_the_same_seed_gives_the_same_workshop():
    assert simulate(4, 17) == simulate(4, 17)
    assert simulate(4, 17) != simulate(5, 17)


def test_nobody_is_exposed_by_a_unanimous_group():
    puzzle = choice_of("aaaaaaa")

    assert not found(puzzle, 0)
    assert not found(puzzle, 1)


def test_counts_give_a_unanimous_group_away(counts_are_shown):
    assert ("answered", 0, "a") in found(choice_of("aaaaaaa"), 0)


def test_counts_give_everybody_else_away_to_the_one_who_differs(counts_are_shown):
    assert ("answered", 0, "a") not in found(choice_of("aaaaaab"), 0)
    assert ("answered", 0, "a") in found(choice_of("aaaaaab"), 1)


def test_a_second_choice_can_prove_who_changed(counts_are_shown):
    assert ("changed", 0, True) in found(choice_of("aaaaa", "bbbbb"), 0)


def test_two_together_find_out_in_a_group_of_five():
    assert found(choice_of("aaabb"), 2)
    assert not found(choice_of("aaabb"), 1)


def test_a_group_of_four_is_shown_nothing_and_exposes_nobody():
    assert not found(choice_of("aaaa"), 0)


def test_enumeration_and_the_integer_programme_agree(monkeypatch):
    puzzle = choice_of("aaaaabb", "aaaaabb")
    aims = [(puzzle.groups[0], ("answered", 0, "a"), (5, 6)), (puzzle.groups[0], ("changed", 0, False), (0, 5))]

    tried = [exact.verdict(puzzle, *aim) for aim in aims]
    monkeypatch.setattr(exact, "MOST_WORLDS", 0)

    assert [exact.verdict(puzzle, *aim) for aim in aims] == tried


def test_the_programme_of_hands_finds_a_world_the_gate_accepts():
    hand = (frozenset(CARDS[:3]), frozenset(CARDS[3:4]))
    puzzle = Puzzle(
        Question("picks", [frozenset(range(6))], [dict.fromkeys(range(6), hand)]), dict.fromkeys(range(6), "")
    )

    assert hands.verdict(puzzle, (0, "card 0", True), 0, (1,)) == ""


def test_the_programme_of_hands_proves_what_counts_would_tell(monkeypatch):
    hand = (frozenset(CARDS[:3]), frozenset(CARDS[3:4]))
    puzzle = Puzzle(
        Question("picks", [frozenset(range(6))], [dict.fromkeys(range(6), hand)]), dict.fromkeys(range(6), "")
    )
    everybody, nobody = Label("listed", Range(6, 6)), Label("not-listed", Range(0, 0))
    counted = PicksPicture(6, 3, 3, CARDS, (everybody,) * 3 + (nobody,) * 13)
    monkeypatch.setattr(hands.Programme, "shown_list", lambda self, hand: counted)

    assert hands.verdict(puzzle, (0, "card 0", True), 0, (1,)) == "proved"


@pytest.mark.parametrize("kind", ["choice", "votes", "ratings", "picks", "sorts"])
def test_every_way_to_answer_otherwise_differs_in_some_fact(kind):
    workshop = simulate(1, 3)
    question = next(each for each in workshop.questions if each.kind == kind)

    for answer in set(Puzzle(question, workshop.classes).truth):
        for other in variants(kind, answer, question.options, False):
            assert other != answer
            assert facts_of(kind, other) != facts_of(kind, answer) or answer[0] is None or other[0] is None
