"""What a large group shares and where it differs: what the engine finds of the classes that are there."""

from __future__ import annotations

import numpy as np
import pytest

from goedwerk.approaches.step_kind import Moment
from goedwerk.values.comparing import Person, classes_by, find_all, find_core, find_distinctive, find_parts, people_of
from goedwerk.values.moving import find_drift, find_moves
from goedwerk_analysis.comparison.core import core
from goedwerk_analysis.comparison.distinctive import distinctive
from goedwerk_analysis.comparison.drift import drift
from goedwerk_analysis.comparison.fit_gap import fit_gap
from goedwerk_analysis.comparison.partition import partition
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import LARGE, Population, draw_two_conditions

LISTS = ("role", "work")


def drawn(people: int, *, seed: int = 1, cards: int = 16) -> Sorts:
    return Population(cards, LARGE, seed).draw(people, 12, seed).sorts


def persons(sorts: Sorts) -> list[Person]:
    said = [dict(zip(LISTS, row, strict=True)) for row in zip(*(sorts.attribute(name) for name in LISTS), strict=True)]
    return people_of(sorts.cards, list(answers(sorts).values()), said)


def answers(sorts: Sorts) -> dict[int, dict[str, int]]:
    rows = sorts.positions.astype(int).tolist()
    return {person: dict(zip(sorts.cards, row, strict=True)) for person, row in enumerate(rows)}


def moment_of(sorts: Sorts) -> Moment:
    return Moment(None, answers(sorts), dict(enumerate(person.described for person in persons(sorts))))


# Classes


def test_a_class_counts_everybody_who_was_there_also_who_did_not_sort():
    people = [*persons(drawn(60)), *[Person(None, {"role": "manager"})] * 3]

    classes = classes_by(people)("role")

    managers = sum(person.described["role"] == "manager" for person in people)
    assert dict(zip(classes.names, classes.sizes, strict=True))["manager"] == managers


def test_small_classes_are_named_and_not_compared():
    people = [*persons(drawn(60)), *[Person(None, {"role": "visitor"})] * 4]

    assert "visitor" in classes_by(people)("role").left_out


def test_who_did_not_say_is_in_no_class():
    people = [*persons(drawn(60)), *[Person(None, {"role": ""})] * 9, *[Person(None, {})] * 9]

    assert "" not in (*classes_by(people)("role").names, *classes_by(people)("role").left_out)


# Equal to the engine


def test_the_core_is_that_of_the_engine_surest_first():
    sorts = drawn(200)
    people = persons(sorts)

    found = find_core(sorts.cards, people, classes_by(people)("role"))

    by_engine = core(sorts, "role").with_verdict("core")
    assert found.core
    assert found.core == tuple(sorts.cards[card.card] for card in by_engine)


def test_what_sets_classes_apart_is_what_the_engine_claims():
    sorts = drawn(400)
    people = persons(sorts)

    found = find_distinctive(sorts.cards, people, classes_by(people)("role"))

    by_engine = distinctive(sorts, "role")
    assert [(claim.name, claim.card, claim.direction == "higher") for claim in found.claimed] == [
        (by_engine.groups[card.group], sorts.cards[card.card], card.difference > 0) for card in by_engine.claimed()
    ]


def test_the_bar_is_that_of_the_engine():
    sorts = drawn(300)

    found = find_parts(sorts.cards, persons(sorts), LISTS)

    by_engine = partition(sorts, LISTS)
    assert [part.name for part in found.parts] == ["common", "role", "work", "person"]
    for part in found.parts[:3]:
        assert part.share == pytest.approx(by_engine.share(part.name).estimate)
    assert sum(part.share for part in found.parts) == pytest.approx(1)


def test_moves_of_the_same_people_are_those_of_the_engine():
    first, second, _moved = draw_two_conditions(Population(16, LARGE, 1), 200, 2, shift=1.0)

    found = find_moves(first.cards, answers(first), answers(second))

    claimed = [card for card in fit_gap(first, second, flips=1).cards if card.claimed]
    assert claimed
    assert found.moved == tuple((first.cards[each.card], "higher" if each.change > 0 else "lower") for each in claimed)


def test_drift_of_two_rounds_is_that_of_the_engine():
    first, second = drawn(220), drawn(240, seed=5)
    moments = [
        Moment(None, answers(each), dict(enumerate(p.described for p in persons(each)))) for each in (first, second)
    ]

    found = find_drift(first.cards, *moments, LISTS)

    claimed = [card for card in drift(first, second, LISTS).cards if card.claimed]
    assert claimed
    assert found.moved == tuple((first.cards[each.card], "higher" if each.change > 0 else "lower") for each in claimed)
    assert (found.before, found.people, found.same_people) == (220, 240, False)


# Too few


def test_where_few_of_a_class_sorted_nothing_is_found_as_if_there_was_nothing():
    people = persons(drawn(200))
    managers = [at for at, person in enumerate(people) if person.described["role"] == "manager"]
    silent = [Person(None, person.described) if at in managers[4:] else person for at, person in enumerate(people)]

    found = find_all(drawn(200).cards, silent, LISTS)

    assert found["core"].core == ()
    assert found["distinctive"].claimed == ()


def test_a_list_of_which_everybody_is_in_one_class_says_nothing():
    sorts = drawn(100)
    alike = [Person(person.sort, {**person.described, "work": "policy"}) for person in persons(sorts)]

    found = {part.name: part for part in find_parts(sorts.cards, alike, LISTS).parts}

    assert (found["work"].share, found["work"].why_not) == (0.0, "one-class")
    assert found["person"].share + found["common"].share + max(0, found["role"].share) == pytest.approx(1)


def test_types_without_organisations_are_not_said_and_stay_in_the_rest():
    sorts = drawn(100)
    people = [
        Person(person.sort, {**person.described, "organisation": kind})
        for person, kind in zip(persons(sorts), sorts.attribute("type"), strict=True)
    ]

    found = {part.name: part for part in find_parts(sorts.cards, people, ("role", "organisation")).parts}

    assert (found["organisation"].share, found["organisation"].why_not) == (0.0, "no-organisations")
    assert "person" not in found
    assert found["rest"].share + found["common"].share + max(0, found["role"].share) == pytest.approx(1)


def test_without_a_single_sort_nothing_is_known():
    people = [Person(None, {"role": "manager"})] * 20 + [Person(None, {"role": "employee"})] * 30

    found = find_parts(("a", "b"), people, ("role",))

    assert [(part.name, part.why_not) for part in found.parts] == [("common", "few"), ("role", "few"), ("rest", "")]


def test_who_made_only_one_of_two_sorts_does_not_move():
    first, second, _moved = draw_two_conditions(Population(16, LARGE, 1), 60, 2, shift=1.0)
    now = answers(second)

    found = find_moves(first.cards, answers(first) | {7: None}, now)

    others = [at for at in range(60) if at != 7]
    kept = [Sorts.of(each.positions[others], cards=each.cards) for each in (first, second)]
    assert len(found.moved) == sum(card.claimed for card in fit_gap(*kept, flips=1).cards)


def test_people_without_a_sort_leave_the_engine_alone():
    assert find_moves(("a", "b"), {1: None}, {1: None}).moved == ()
    nobody = Moment(None, {}, {})
    assert find_drift(("a", "b"), nobody, nobody, ()).moved == ()


def test_a_sort_that_is_not_whole_counts_as_none():
    (person,) = people_of(("a", "b"), [{"a": 1}], [{}])

    assert person.sort is None


def test_classes_that_nobody_compared_leave_only_the_bar():
    sorts = drawn(60)
    one = [Person(person.sort, {"role": "manager"}) for person in persons(sorts)]

    assert set(find_all(sorts.cards, one, ("role",))) == {"parts"}


def test_the_same_people_in_another_order_give_the_same():
    sorts = drawn(120)
    people, order = persons(sorts), np.random.default_rng(1).permutation(120)

    once, again = (find_all(sorts.cards, each, LISTS) for each in (people, [people[at] for at in order]))

    assert once["core"] == again["core"]
    assert once["distinctive"] == again["distinctive"]


# A whole group


def test_a_whole_group_is_described_and_nothing_of_it_is_estimated():
    sorts = drawn(100)
    people = persons(sorts)

    found = find_all(sorts.cards, people, LISTS, whole=True)

    assert set(found) == {"parts", "core"}
    assert all((part.low, part.high) == (None, None) for part in found["parts"].parts)
    assert found["parts"].whole
    assert found["core"].whole


def test_the_core_of_a_whole_group_is_what_more_than_half_of_every_class_put_high():
    sorts = drawn(100)

    found = find_all(sorts.cards, persons(sorts), LISTS, whole=True)["core"]

    roles, high = sorts.attribute("role"), sorts.positions >= 1
    shares = np.stack([high[roles == name].mean(axis=0) for name in found.classes.names])
    assert set(found.core) == {sorts.cards[at] for at in np.flatnonzero((shares > 0.5).all(axis=0))}
    assert found.core


def test_a_whole_group_of_which_few_sorted_is_not_described():
    people = [Person(None, person.described) for person in persons(drawn(60))]

    assert find_all(drawn(60).cards, people, LISTS, whole=True)["core"].core == ()
