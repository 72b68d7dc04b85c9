"""Every rule is needed: with one of them switched off, the adversary finds somebody. Only this process is changed."""

from itertools import product

import pytest

from attack import stage
from attack.puzzle import Puzzle
from attack.search import exposures
from attack.workshops import CARDS, CLASSES, Question
from goedwerk.reports import release, second_line
from goedwerk_analysis import disclosure
from goedwerk_analysis.counts import ChoiceCounts
from goedwerk_analysis.disclosure import choice, picks, rounds, sorts, split, thresholds
from goedwerk_analysis.released import Label, Range, ShiftPicture, SplitPicture, Withheld


@pytest.fixture(autouse=True)
def _the_rule_alone(monkeypatch):
    monkeypatch.setattr(second_line, "checked", lambda picture: picture)
    monkeypatch.setattr(second_line, "checked_shift", lambda first, second, shift: shift)


@pytest.fixture
def off(monkeypatch):
    """Replace one rule: `off(choice, "has_slack", always)`."""
    return monkeypatch.setattr


def always(*_args, **_kwargs):
    return True


def never(*_args, **_kwargs):
    return False


def choice_of(*runs, options="ab", classes=None, **how):
    present = [frozenset(who for who, given in enumerate(run) if given != ".") for run in runs]
    answers = [{who: None if given == "-" else given for who, given in enumerate(run) if given != "."} for run in runs]
    belongs = dict(enumerate(classes)) if classes else dict.fromkeys(range(60), "")
    return Puzzle(Question("choice", present, answers, tuple(options), **how), belongs)


def hands_of(kind, *hands, **how):
    given = {who: hand if hand is None else tuple(frozenset(cards) for cards in hand) for who, hand in enumerate(hands)}
    return Puzzle(Question(kind, [frozenset(given)], [given], **how), dict.fromkeys(range(60), ""))


def is_found(puzzles, insiders=1, how=("proved", "unsettled")):
    """Whether anybody alone is, or might be, certain of an answer in one of these workshops."""
    return any(
        each.how in how and not each.is_of_presence
        for puzzle in puzzles
        for together in range(insiders + 1)
        for each in exposures(puzzle, together)
    )


def is_proved(puzzles, insiders=1):
    """Whether somebody is certain: no other world fits."""
    return is_found(puzzles, insiders, how=("proved",))


def small_groups(people, options="ab"):
    """Every way in which so many people can answer."""
    for given in product((*options, "-"), repeat=people):
        if list(given) == sorted(given):
            yield choice_of("".join(given), options=options)


def test_with_every_rule_in_place_none_of_these_workshops_exposes_anybody():
    assert not is_found(every_workshop_here())


def every_workshop_here():
    yield from small_groups(5)
    yield from small_groups(7)
    yield from every_change()
    yield from [split_evenly(), one_manager(), split_again(), disjoint(), one_sort()]
    yield from [two_hands(), given_up_by_two_halves(), four_cards_of_four(), large_zones()]
    yield from [many_low(), many_low(turned=True)]


def split_evenly():
    return choice_of("aaaaabbbbba", is_split=True, classes=["manager"] * 5 + ["employee"] * 6)


def one_manager():
    return choice_of("aaaaaab", is_split=True, classes=["employee"] * 6 + ["manager"])


def split_again():
    classes = ["employee"] * 6 + ["manager"] * 5
    return choice_of("aaaaaabbbb.", "aaaaaabbbbb", is_split=True, classes=classes, steady=(0, 1))


def disjoint():
    """A first and a second choice without an option in common."""
    return choice_of("aaabbbccc", "dddeeefff", options="abcdef")


def two_hands():
    """One card weighs most for four people, and has to give way for the five others."""
    weighed = [(CARDS[:1], (card,)) for card in CARDS[5:9]]
    return hands_of("picks", *weighed, *[(CARDS[1:2], CARDS[:1])] * 5)


def one_sort():
    return hands_of("sorts", *[(CARDS[:3], CARDS[-3:])] * 6)


def test_groups_under_five(off):
    for module in (choice, split):
        off(module, "SMALLEST_GROUP", 3)

    assert is_proved(small_groups(3))


def test_unanimity_hidden(off):
    draw = disclosure.release_choice
    off(disclosure, "release_choice", lambda counts, **how: hidden(counts) or draw(counts, **how))

    assert is_proved(small_groups(7))


def hidden(counts):
    return Withheld("spread") if max(counts.counts) == counts.people else None


def test_true_zeros(off):
    def with_zeros(question, classes, answers):
        drawn = REAL_SHOWN(question, classes, answers)
        zeros = tuple(sorted({str(given) for given in answers[0].values()}))
        return tuple((*run, ("zeros", zeros)) for run in drawn)

    off(stage, "shown", with_zeros)

    assert is_proved(small_groups(6), insiders=0)


REAL_SHOWN = stage.shown


def test_values_without_slack(off):
    off(picks, "longest_list", any_length)
    off(picks, "pick_bar", lambda people: people)

    assert is_proved([two_hands(), hands_of("picks", *[(CARDS[:3], CARDS[5:6])] * 6)], insiders=0)


def test_two_hands_of_cards_side_by_side(off):
    assert not is_found([two_hands()])
    off(picks, "has_room", always)

    assert is_proved([two_hands()], insiders=0)


def test_a_second_hand_too_long_to_list(off):
    """Two cards given up by three people each use up all six: so nobody gave up the card that weighed most."""
    assert not is_found([given_up_by_two_halves()])
    silence_tells_nothing(off)
    off(picks, "bar_of", lambda people, each, is_second: thresholds.pick_bar(people))

    assert is_proved([given_up_by_two_halves()], insiders=0)


def given_up_by_two_halves():
    one = [((CARDS[0], card), CARDS[14:15]) for card in CARDS[5:8]]
    other = [((card,), CARDS[15:16]) for card in CARDS[8:11]]
    return hands_of("picks", *one, *other)


def test_sorts_without_slack(off):
    off(sorts, "longest_list", any_length)
    off(sorts, "majority", lambda people: people)

    assert is_proved([one_sort()], insiders=0)


def any_length(*_args, **_kwargs):
    return len(CARDS)


def silence_tells_nothing(off):
    """As if only a second list itself had to have slack, and not that it was too long."""
    for module in (picks, sorts):
        off(module, "longest_second_list", thresholds.longest_list)


def test_a_second_hand_beside_a_first_too_long_to_list(off):
    """Four cards picked by three of the four others use up all their picks: nobody picked what had to give way."""
    off(picks, "tells_too_much", never)

    assert is_proved([four_cards_of_four()])


def test_a_bottom_list_beside_a_top_list_too_long_to_show(off):
    """Four cards on top of three of the four others: none of them put there what more than half put at the bottom."""
    off(sorts, "tells_too_much", never)

    assert is_proved([many_low(turned=True)])


def four_cards_of_four():
    picked = ((0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3))
    return hands_of("picks", *[([CARDS[at] for at in hand], CARDS[9:10]) for hand in picked], None)


def test_a_list_of_a_sort_too_long_to_show(off):
    """Four cards at the bottom of three of the four others: none of them put there what more than half put on top."""
    silence_tells_nothing(off)

    assert is_proved([many_low()])


def many_low(*, turned=False):
    tops = ((1, 4, 10), (4, 9, 15), (6, 14, 15), (4, 6, 15))
    bottoms = ((0, 3, 11), (0, 3, 10), (0, 10, 11), (3, 10, 11))
    zones = (bottoms, tops) if turned else (tops, bottoms)
    cards = [[[CARDS[at] for at in zone] for zone in both] for both in zip(*zones, strict=True)]
    return hands_of("sorts", *cards, None)


def test_two_lists_of_zones_that_leave_no_room(off):
    """No card stands in the top list of five people, three in the bottom list: those lie at the bottom of everybody."""
    off(sorts, "shows_bottom", always)

    assert is_proved([large_zones()])


def large_zones():
    tops = ((0, 1, 6, 7, 8, 9), (2, 3, 8, 9, 10, 11), (4, 5, 6, 10, 11, 12), range(6))
    bottoms = ((2, 3, 10, 13, 14, 15), (0, 1, 12, 13, 14, 15), (0, 1, 7, 13, 14, 15), range(6, 12))
    cards = [[[CARDS[at] for at in zone] for zone in both] for both in zip(tops, bottoms, strict=True)]
    return hands_of("sorts", *cards, None, zone=6)


def test_choices_without_slack(off):
    assert not is_found([disjoint()])
    off(choice, "has_slack", always)

    assert is_proved([disjoint()], insiders=0)


def test_too_little_room_under_the_top_band(off):
    for module in (thresholds, choice):
        off(module, "majority", lambda people: people - 1)

    assert is_proved(small_groups(6))


def test_no_hysteresis(off):
    assert not is_found(every_change())
    off(rounds, "group_changed", never)

    assert is_proved(every_change(), insiders=0)


def every_change():
    """Small groups that all repeat themselves, with one who comes and one who goes."""
    for yes, one in product(range(6), "a-"):
        people = "a" * yes + "-" * (5 - yes)
        yield choice_of(people + ".", people + one, options="a", steady=(0, 1))
        yield choice_of(people + one, people + ".", options="a", steady=(0, 1))


def test_hysteresis_against_the_last_picture_only(off):
    compare = rounds.compare
    off(rounds, "compare", lambda counts, earlier: compare(counts, earlier[-1:]))
    off(rounds, "group_changed", lambda earlier: any(past.joined or past.left for past in earlier[-1:]))

    assert is_proved(every_return(), insiders=0)


def every_return():
    """Somebody comes and stays; the third time the group is the same as the second time."""
    for yes, one in product(range(6), "a-"):
        people = "a" * yes + "-" * (5 - yes)
        yield choice_of(people + ".", people + one, people + one, options="a", steady=(0, 1, 2))


def test_shift_of_a_changed_group(off):
    assert not is_found([one_came()])
    bit = disclosure.release_shift
    off(disclosure, "release_shift", lambda counts, same_people: bit(counts, same_people=True))

    assert is_proved([one_came()], insiders=1)


def one_came():
    return choice_of("aaa--.", "a--a-a", options="a")


def test_a_total_beside_the_classes(off):
    assert not is_found([split_evenly()])

    off(stage, "shown", with_total)

    assert is_proved(every_split(), insiders=0)


def with_total(question, classes, answers):
    """Also the total, which anybody can subtract the classes from."""
    drawn = REAL_SHOWN(question, classes, answers)
    totals = (ChoiceCounts.of(question.options, list(given.values()), len(given)) for given in answers)
    return tuple((*run, ("total", disclosure.release_choice(total))) for run, total in zip(drawn, totals, strict=True))


def every_split():
    classes = ["manager"] * 6 + ["employee"] * 6
    for one, two in product(("aaaaaa", "aaaaab", "aaabbb", "bbbbbb"), repeat=2):
        yield choice_of(one + two, is_split=True, classes=classes)


def test_no_pooling_of_small_classes(off):
    off(split, "SMALLEST_GROUP", 1)
    off(choice, "SMALLEST_GROUP", 1)

    assert is_proved([one_manager()], insiders=0)


def test_a_total_beside_the_one_large_class(off):
    assert not is_found([one_manager()])

    off(release, "split_by_class", one_large_class)
    off(stage, "shown", with_total)

    assert is_proved(every_large_class(), insiders=0)


def one_large_class(name, run, earlier, classes):
    return disclosure.release_choice(release.count_class(name, run, "employee"))


def every_large_class():
    classes = ["employee"] * 6 + ["manager"]
    for given in ("aaaaab", "aaabbb", "aaaabb", "aabbbb"):
        yield from (choice_of(given + one, is_split=True, classes=classes) for one in "ab-")


def test_another_plan_for_a_repeat(off):
    """A total now and a split later can be subtracted by whoever believes that nobody moved."""
    off(release, "plan_before", lambda name, earlier, classes: None)

    def total_first(question, classes, answers):
        return REAL_SHOWN(as_total(question), classes, answers[:1]) + REAL_SHOWN(question, classes, answers[1:])

    off(stage, "shown", total_first)

    assert is_proved(every_repeat(), insiders=0)


def as_total(question):
    return Question(question.kind, question.present[:1], question.answers[:1], question.options)


def every_repeat():
    classes = ["manager"] * 6 + ["employee"] * 6
    for one, two in product(("aaaaaa", "aaaaab", "aaabbb", "bbbbbb"), repeat=2):
        yield choice_of(one + two, one + two, is_split=True, classes=classes, steady=(0, 1))


def test_reopening_after_one_late_answer(off):
    """The picture is drawn again with the one late answer; nobody else touched theirs."""
    off(choice.rounds, "group_changed", never)

    assert is_proved(every_late_answer(), insiders=0)


def every_late_answer():
    for given in product("ab", repeat=6):
        if list(given) == sorted(given):
            people = "".join(given)
            yield from (choice_of(people + ".", people + late, steady=(0, 1)) for late in "ab")


def test_do_not_know_shown_apart_from_skipping(off):
    """Who skipped and who did not know are one answer; apart, each of the two is small and gives presence away."""

    def apart(question, classes, answers):
        drawn = REAL_SHOWN(question, classes, answers)
        return tuple(
            (*run, ("skipped", sum(one is None for one in given.values())))
            for run, given in zip(drawn, answers, strict=True)
        )

    off(stage, "shown", apart)

    assert is_proved(small_groups(7), insiders=0)


def test_classes_are_those_of_the_platform():
    assert set(CLASSES) >= {"manager", "employee", ""}
    assert isinstance(dict(split_evenly().shown[0])["choice"], SplitPicture)
    assert isinstance(dict(choice_of("aaaaabb", "aaaaabb").shown[1])["shift"], ShiftPicture)
    assert Label("listed", Range(3, 4)).word == "listed"
