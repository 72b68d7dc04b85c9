"""The single door: what may be shown of a run, given what was shown before."""

import pytest

from goedwerk.reports import second_line
from goedwerk.reports.release import Run, draw, release_counts
from goedwerk_analysis.disclosure import Verdict
from goedwerk_analysis.disclosure.audit import Exposure
from goedwerk_analysis.released import (
    ChoicePicture,
    PicksPicture,
    RatingPicture,
    ShiftPicture,
    SplitPicture,
    Withheld,
)
from goedwerk_analysis.sorts_found import MovesFound
from reports.runs import OPTIONS, after, everybody, run, shown

ROLES = ("manager", "employee", "")
NINE = everybody("care", range(9))


def roles(managers: range, employees: range) -> dict[int, str]:
    return dict.fromkeys(managers, "manager") | dict.fromkeys(employees, "employee")


# One time


def test_under_five_people_nothing_is_shown_of_any_question():
    assert set(shown(run(everybody("care", range(4)))).values()) == {Withheld("few")}


def test_a_first_time_shows_every_question_and_no_shift():
    kinds = {name: type(released) for name, released in shown(run(NINE)).items()}

    assert kinds == {"choice": ChoicePicture, "confidence": RatingPicture, "picked": PicksPicture}


# The same people again


def test_the_same_people_get_a_picture_beside_the_first_and_one_bit_of_shift():
    first = after(run(NINE))
    second = run(everybody("law", range(9)))

    released = shown(second, first)

    assert released["choice"].leading == "law"
    assert released["shift"] == ShiftPicture(9, more_than_half=True)


# Somebody came or went


def test_in_a_changed_group_only_what_comings_cannot_explain_is_told():
    first = after(run(NINE))  # care: more than half, 5 to 9

    released = shown(run(NINE | {9: "law"}), first)["choice"]  # ten people: half is 6

    assert released.form == "withheld-comparison"
    assert released.label_of("care").word == "not-comparable"
    assert released.leading is None


def test_in_a_changed_group_shift_sureness_and_values_are_withheld():
    first = after(run(NINE))

    released = shown(run(NINE | {9: "law"}), first)

    assert [released[name] for name in ("shift", "confidence", "picked")] == [Withheld("changed-group")] * 3


def told_again(counts, *newcomers):
    """What the door says of counts that were shown before, with whoever came since."""
    first = run(NINE)
    told = Run(first.step, first.answers, released={"new": ShiftPicture(9, more_than_half=True)})
    return release_counts(counts, "new", run(NINE | dict.fromkeys(newcomers, "law")), [told])


WITHOUT_COMPARISON = [kind for kind in draw.registry if kind not in (object, MovesFound)]


@pytest.mark.parametrize("kind", WITHOUT_COMPARISON, ids=lambda kind: kind.__name__)
def test_nothing_that_the_gate_knows_is_told_again_of_a_changed_group(kind):
    assert told_again(object.__new__(kind), 9) == Withheld("changed-group")


def test_a_kind_that_is_new_to_the_gate_is_not_told_again_of_a_changed_group():
    class Tomorrow:
        """Counts of a kind that nobody thought of yet."""

    picture = ShiftPicture(9, more_than_half=False)
    draw.register(Tomorrow, lambda counts, beside: picture)

    assert told_again(Tomorrow()) == picture
    assert told_again(Tomorrow(), 9) == Withheld("changed-group")


@pytest.mark.parametrize("stayers", [{"care": 6, "law": 2}, {"care": 3, "law": 3, "wait": 2}, {"wait": 8}])
def test_whatever_a_newcomer_answers_the_second_picture_is_the_same(stayers):
    chosen = dict(enumerate(option for option, people in stayers.items() for _ in range(people)))
    first = after(run(chosen))

    pictures = {shown(run(chosen | {99: answer}), first)["choice"] for answer in (*OPTIONS, None)}

    assert len(pictures) == 1


@pytest.mark.parametrize("leaver", [0, 6, 7])
def test_who_left_cannot_be_found_by_subtracting(leaver):
    chosen = dict(enumerate(["care"] * 6 + ["law", "wait"]))
    first = after(run(chosen))
    stayed = {one: option for one, option in chosen.items() if one != leaver}

    told = shown(run(stayed), first)["choice"]

    others = [{one: option for one, option in chosen.items() if one != other} for other in chosen]
    assert {shown(run(other), first)["choice"] for other in others} == {told}


def test_a_third_time_is_held_against_every_earlier_picture():
    first = after(run(NINE | {9: "care"}))
    second = after(run(NINE), first)

    released = shown(run(NINE), first, second)["choice"]

    assert released.form == "withheld-comparison"


def test_nothing_can_be_compared_once_it_is_erased_who_was_there():
    first = after(run(NINE))
    erased = type(first)(first.step, {}, {}, first.released)

    released = shown(run(NINE), erased)

    assert released["choice"].comparable == ()
    assert released["shift"] == Withheld("changed-group")


def test_a_group_that_was_too_small_before_told_nothing_to_compare_with():
    few = after(run(everybody("care", range(4))))

    released = shown(run(NINE), few)

    assert released["choice"].form == "majority"
    assert isinstance(released["picked"], PicksPicture)


def test_a_changed_group_with_options_of_its_own_making_gets_no_second_picture():
    first = after(run(NINE))
    more = (*OPTIONS, "ask")

    released = shown(run(NINE | {9: "ask"}, options=more), first)

    assert released["choice"] == Withheld("changed-group")


# Split by one attribute


def test_a_planned_split_shows_the_groups_and_no_total():
    asked = run(everybody("care", range(12)), roles=roles(range(6), range(6, 12)))

    released = shown(asked, classes=ROLES)["choice"]

    assert isinstance(released, SplitPicture)
    assert [(group.classes, group.people) for group in released.groups] == [(("manager",), 6), (("employee",), 6)]


def test_small_roles_are_shown_together():
    three = roles(range(6), range(6, 9)) | dict.fromkeys(range(9, 12), "")

    released = shown(run(everybody("care", range(12)), roles=three), classes=ROLES)["choice"]

    assert [group.classes for group in released.groups] == [("manager",), ("employee", "")]


def test_a_split_that_is_too_fine_becomes_the_total():
    released = shown(run(NINE, roles=roles(range(6), range(6, 9))), classes=ROLES)["choice"]

    assert isinstance(released, ChoicePicture)
    assert released.people == 9


def test_the_plan_of_the_first_time_binds_the_second():
    first = after(run(NINE, roles=roles(range(6), range(6, 9))), classes=ROLES)  # three employees: the total
    grown = roles(range(6), range(6, 12))

    released = shown(run(everybody("care", range(12)), roles=grown), first, classes=ROLES)["choice"]

    assert isinstance(released, ChoicePicture)


def test_a_split_stays_a_split_when_a_group_becomes_too_small():
    first = after(run(everybody("care", range(12)), roles=roles(range(6), range(6, 12))), classes=ROLES)
    left = run(everybody("care", range(10)), roles=roles(range(6), range(6, 10)))

    released = shown(left, first, classes=ROLES)["choice"]

    assert [type(group.picture) for group in released.groups] == [ChoicePicture, Withheld]


def test_beside_a_split_there_is_no_shift_of_the_whole_group():
    asked = run(everybody("care", range(12)), roles=roles(range(6), range(6, 12)))

    assert "shift" not in shown(asked, after(asked, classes=ROLES), classes=ROLES)


# The second line


@pytest.fixture
def exposing(monkeypatch):
    """An attack that finds somebody in whatever it is given."""
    for check in (second_line.checked, second_line.checked_shift):
        check.cache_clear()
    found = Verdict((Exposure(0, "first answer care", "an outsider"),))
    monkeypatch.setattr("goedwerk.reports.second_line.disclosure.audit", lambda *args, **more: found)
    yield
    for check in (second_line.checked, second_line.checked_shift):
        check.cache_clear()


def test_a_picture_that_exposes_somebody_is_not_shown(exposing):
    assert set(shown(run(NINE)).values()) == {Withheld("audit")}


def test_a_shift_that_exposes_somebody_is_not_shown(exposing):
    first = after(run(NINE))

    assert shown(run(NINE), first)["shift"] == Withheld("audit")
