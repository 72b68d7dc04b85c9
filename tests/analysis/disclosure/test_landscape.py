"""A landscape tells a few statements and broad places; no loading, score or position."""

from dataclasses import replace
from itertools import product

import pytest

from goedwerk_analysis.counts import GroupsFound, LandscapeFound, LineFound, VoteCounts
from goedwerk_analysis.disclosure import release_landscape, release_votes
from goedwerk_analysis.disclosure.bands import shares
from goedwerk_analysis.disclosure.landscape import at_each_end, common_at_most, dividing_at_most, shades
from goedwerk_analysis.places import LineShown
from goedwerk_analysis.released import Withheld, from_json, to_json

STATEMENTS = tuple("abcdefghijklmnopqrstuvwxyz")
LINES = (LineFound("sure", (("d", "c", "e", "f"), ("a", "b", "g"))), LineFound("probable", (("h",), ("i",))))


def found(people=400, *, lines=LINES, sheets=None, **changes):
    everyday = LandscapeFound(
        statements=STATEMENTS,
        verdict="division",
        common=tuple((key, "disagree" if key == "z" else "agree") for key in "zyxwvutsrq"),
        dividing=tuple("dcapo"),
        lines=lines,
        groups=GroupsFound(STATEMENTS, (), (), people),
        sheets=both_ways(people) if sheets is None else sheets,
        people=people,
    )
    return replace(everyday, **changes)


def both_ways(people):
    """A quarter of the people in each corner of two lines."""
    corners = [(side,) * 4 + (-side,) * 3 + (other, -other) for side, other in product((1, -1), repeat=2)]
    return tuple((corner, people // 4) for corner in corners)


def test_under_fifty_people_there_is_no_landscape():
    assert release_landscape(found(49)) == Withheld("few")


def test_the_fewer_people_the_fewer_statements():
    assert [common_at_most(people) for people in (50, 100, 200, 400, 10_000)] == [1, 2, 4, 8, 8]
    assert [dividing_at_most(people) for people in (50, 100, 200, 400, 10_000)] == [1, 1, 2, 4, 8]
    assert [at_each_end(people) for people in (50, 200, 400, 600, 10_000)] == [1, 1, 2, 3, 3]


def test_statements_stand_in_their_own_order_and_ends_say_nothing_of_size():
    shown = release_landscape(found(400))

    assert (shown.agreed, shown.rejected) == (tuple("stuvwxy"), ("z",))
    assert shown.dividing == tuple("acdp")
    assert shown.lines[0] == LineShown("sure", ("a", "b"), ("c", "d"))


def test_a_statement_on_which_hardly_anybody_differs_stands_at_no_end():
    sheets = (((1, 1, 1, 1, -1, -1, -1, 1, -1), 396), ((-1, 1, -1, 1, 1, -1, 1, -1, 1), 4))

    assert release_landscape(found(400, sheets=sheets)).lines == ()


def test_a_statement_stands_on_one_line_only():
    lines = (LINES[0], LineFound("probable", (("d",), ("h",))))

    assert len(release_landscape(found(400, lines=lines, sheets=sheets_of(8))).lines) == 1


def sheets_of(length):
    return (((1,) * length, 200), ((-1,) * length, 200))


def test_places_are_counted_anew_from_the_statements_that_are_shown():
    places = release_landscape(found(400)).places

    assert places.label_of("first+first").range.low == 71
    assert places.label_of("between+between").range.low == 0
    assert places.label_of("no-answer").range.low == 0


def test_everybody_can_tell_their_own_place_from_what_is_shown():
    shown = release_landscape(found(400))

    assert shown.place({"a": 1, "c": -1, "h": 1}) == "first+first"
    assert shown.place({"a": 1, "b": -1, "i": 1}) == "between+second"
    assert shown.place({"a": 1}) is None


@pytest.mark.parametrize("people", [50, 399])
def test_a_smaller_group_gets_lines_but_no_map(people):
    shown = release_landscape(found(people))

    assert (len(shown.lines), shown.places) == (2, Withheld("few"))


def test_a_place_is_few_some_or_many_and_each_step_of_five_per_cent_lies_in_one_of_these():
    for people in (400, 760, 1_080, 1_999):
        for label in shares(people):
            assert sum(label.range.low in shade.range for shade in shades(people)) == 1
            assert any(label.range.low in shade.range and label.range.high in shade.range for shade in shades(people))


def test_groups_come_on_the_verdict_alone():
    groups = GroupsFound(STATEMENTS, (200, 200), (STATEMENTS, STATEMENTS[::-1]), 400)

    assert release_landscape(found()).groups == Withheld("no-groups")
    assert len(release_landscape(found(groups=groups)).groups.groups) == 2


def test_nothing_found_is_shown_as_nothing_found():
    shown = release_landscape(LandscapeFound.nothing(STATEMENTS, 60))

    assert (shown.verdict, shown.lines, shown.named) == ("too-little", (), frozenset())


def test_a_landscape_is_stored_and_read_back():
    groups = GroupsFound(STATEMENTS, (200, 200), (STATEMENTS, STATEMENTS[::-1]), 400)
    shown = release_landscape(found(groups=groups))

    assert from_json(to_json(shown)) == shown


def test_of_single_statements_only_those_are_told_that_the_landscape_names():
    counts = VoteCounts.of("abc", [{"a": "agree", "b": None}] * 30 + [{"a": "disagree"}] * 30, people=60)

    assert release_votes(counts, only={"b"}).statements == ("b",)


# Beside the pictures of the same statements


def test_where_all_stand_alike_votes_can_change_hands_so_that_somebody_stands_elsewhere():
    """Every label and every count per statement stays; so nobody can prove where everybody stands."""
    lines = (LineFound("sure", (("a", "b", "c"), ("d", "e", "f"))),)
    world = [[1, 1, 1, -1, -1, -1] for _ in range(600)]
    for column, person in product(range(6), range(5)):
        world[5 * column + person][column] *= -1
    other = [list(sheet) for sheet in world]
    for column in range(6):
        other[599][column], other[5 * column][column] = other[5 * column][column], other[599][column]

    shown, shown_other = (
        release_landscape(found(600, lines=lines, sheets=tuple((tuple(sheet), 1) for sheet in each)))
        for each in (world, other)
    )

    votes = dict(zip("abcdef", other[599], strict=True))
    assert (shown.place(dict(zip("abcdef", world[599], strict=True))), shown.place(votes)) == ("first", "second")
    assert shown == shown_other
    assert [sorted(column) for column in zip(*world, strict=True)] == [
        sorted(column) for column in zip(*other, strict=True)
    ]
