"""What is told of votes, in the order in which a group should look."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from goedwerk.conversations import pictures
from goedwerk.conversations.landscape import find_landscape
from goedwerk.conversations.summaries import count_votes
from goedwerk.dialogues.big_pictures import in_parts
from goedwerk.ui.landscape_pictures import PlaceMap, Shade, VoteBars
from goedwerk_analysis.counts import GroupsFound, LandscapeFound, LineFound, VoteCounts
from goedwerk_analysis.disclosure import release_landscape, release_votes
from goedwerk_analysis.released import Withheld

STEP = SimpleNamespace(title="Voting")
TEXTS = {"a": "Rules first.", "b": "People first.", "c": "Fast.", "d": "Careful.", "e": "Listen."}


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def votes_of(people: int) -> list[Mapping[str, str | None]]:
    """Two lines of two statements each, with a quarter of the people in each corner; all agree on the last."""
    corners = [
        {"a": first, "b": other(first), "c": second, "d": other(second), "e": "agree"}
        for first in ("agree", "disagree")
        for second in ("agree", "disagree")
    ]
    return [corners[person % 4] for person in range(people)]


def other(vote: str) -> str:
    return "disagree" if vote == "agree" else "agree"


def landscape_of(people: int, groups: GroupsFound | None = None) -> LandscapeFound:
    values = {"agree": 1, "disagree": -1}
    sheets = [(tuple(values[sheet[key]] for key in "abcd"), 1) for sheet in votes_of(people)]
    return LandscapeFound(
        statements=tuple(TEXTS),
        verdict="groups" if groups else "division",
        common=(("e", "agree"),),
        dividing=("a", "c"),
        lines=(LineFound("sure", (("a",), ("b",))), LineFound("may-be-chance", (("c",), ("d",)))),
        groups=groups or GroupsFound(tuple(TEXTS), (), (), people),
        sheets=tuple(sheets),
        people=people,
    )


def released_for(people: int, groups: GroupsFound | None = None):
    shown = release_landscape(landscape_of(people, groups))
    only = getattr(shown, "named", None)
    return {"landscape": shown, "votes": release_votes(VoteCounts.of(TEXTS, votes_of(people), people), only=only)}


def drawn(people: int, groups: GroupsFound | None = None):
    return pictures.draw(STEP, released_for(people, groups), TEXTS)


def test_under_five_people_the_picture_says_why_there_is_none():
    assert [picture.figure for picture in drawn(4)] == [None]


@pytest.mark.parametrize("people", [5, 8, 12, 30, 49])
def test_under_fifty_people_there_is_one_picture_of_all_statements(people):
    (picture,) = drawn(people)

    assert isinstance(picture.figure, VoteBars)
    assert [row.label for row in picture.figure.rows] == list(TEXTS.values())
    assert "“Listen”" in picture.sentence


def test_common_ground_comes_first_then_what_divides_then_lines_then_the_map():
    titles = [picture.title for picture in drawn(400)]

    line = "Along which lines you differ"
    assert titles == ["What you share", "What divides you", line, line, "Where you stand together"]


def test_groups_come_last_and_on_the_verdict_alone():
    groups = GroupsFound(tuple(TEXTS), (200, 200), (tuple("aebcd"), tuple("becda")), 400)

    told = drawn(400, groups)[-2:]

    assert [picture.title for picture in told] == ["Groups that vote alike"] * 2
    assert "“Rules first”" in told[0].sentence


def test_a_line_says_how_sure_it_is_and_names_both_ends():
    line = drawn(400)[2]

    assert line.certainty.value == "certain"
    assert "“Rules first”" in line.sentence
    assert "“People first”" in line.sentence


def test_long_statements_are_not_said_twice():
    long = {key: f"{text}{' And more.' * 12}" for key, text in TEXTS.items()}

    told = pictures.draw(STEP, released_for(400), long)

    assert told[2].sentence == "Who agrees with what stands at A, agrees less often with what stands at B."
    assert told[1].sentence == "You differ most on 2 statements."


def test_the_map_says_few_some_or_many_of_each_place():
    places = drawn(400)[-1].figure

    words = [[cell.shade for cell in row] for row in places.rows]
    many, few = Shade.MANY, Shade.FEW
    assert words == [[many, few, many], [few, few, few], [many, few, many]]
    assert places.ends == ("A", "B", "C", "D")


def test_without_any_line_that_is_said():
    nothing = release_landscape(LandscapeFound.nothing(TEXTS, 60))
    votes = release_votes(VoteCounts.of(TEXTS, [], 60), only=nothing.named)

    told = pictures.draw(STEP, {"landscape": nothing, "votes": votes}, TEXTS)

    assert [picture.figure for picture in told] == [None, None]
    assert told[1].sentence == "We see no line along which you differ."


def test_a_changed_group_gets_no_second_picture():
    told = pictures.draw(STEP, {"landscape": Withheld("changed-group"), "votes": Withheld("changed-group")}, TEXTS)

    assert [picture.figure for picture in told] == [None]


@pytest.mark.parametrize("people", [8, 30, 60, 400])
@pytest.mark.parametrize("place", ["phone", "page", "paper", "screen"])
def test_every_picture_is_drawn_with_its_table(people, place):
    for picture in drawn(people):
        html = render_to_string("ui/_picture.html", {"picture": picture, "place": place})

        assert html.count("<table") == (picture.figure is not None)
        assert "None" not in html


def test_the_big_screen_shows_every_statement_a_few_at_a_time():
    texts = {f"s{number}": f"Statement {number}" for number in range(12)}
    votes = release_votes(VoteCounts.of(texts, [], people=20))

    (picture,) = pictures.draw(STEP, {"votes": votes}, texts)

    parts = in_parts(picture)
    assert [len(part.figure.rows) for part in parts] == [5, 5, 2]
    assert [row for part in parts for row in part.figure.rows] == list(picture.figure.rows)
    assert all(part.table == picture.table for part in parts)


# One's own place


def test_one_s_own_place_is_marked_for_oneself():
    (own,) = pictures.draw_own(released_for(400), {"a": "agree", "b": "disagree", "c": "disagree"})

    assert isinstance(own.figure, PlaceMap)
    assert own.sentence == "Your place: near A, near D."
    assert [cell.name for row in own.figure.rows for cell in row if cell.is_own] == ["near A, near D"]


def test_the_map_of_the_group_marks_nobody():
    assert not any(cell.is_own for row in drawn(400)[-1].figure.rows for cell in row)


def test_who_did_not_vote_on_an_end_has_no_place():
    (own,) = pictures.draw_own(released_for(400), {"e": "agree"})

    assert (own.figure, own.sentence[:27]) == (None, "You voted on too few of the")


@pytest.mark.parametrize("people", [4, 49, 399])
def test_without_a_map_there_is_no_own_place(people):
    assert list(pictures.draw_own(released_for(people), {"a": "agree"})) == []


# What the engine finds


def test_under_fifty_people_nothing_is_analysed():
    assert find_landscape(tuple(TEXTS), votes_of(49)) == LandscapeFound.nothing(TEXTS, 49)


def test_who_did_not_vote_counts_as_there_and_stands_nowhere():
    counts = count_votes(tuple(TEXTS), [*votes_of(60), None, {}])

    assert {name: count.people for name, count in counts.items()} == {"landscape": 62, "votes": 62}


def test_a_pass_is_a_vote_for_the_engine_and_no_answer_for_the_gate():
    counts = count_votes(("a",), [{"a": None}] * 5)

    assert counts["votes"].counts == ((0, 0, 5),)
