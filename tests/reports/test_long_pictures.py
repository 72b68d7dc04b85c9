"""A long picture on the big screen goes in parts, so that everybody can read all of it from the back of a room."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from goedwerk.reports.kinds.reveal.kind import Body
from goedwerk.ui.landscape_pictures import VoteBars, VoteRow
from goedwerk.ui.pictures import Picture, Table

TWELVE = [f"Stelling {number:02}" for number in range(1, 13)]


def big_screen(part: int) -> str:
    rows = [VoteRow(text, (40, 50), (10, 20), "40 tot 50%", "10 tot 20%") for text in TWELVE]
    table = Table(caption="Alle stellingen", columns=("Stelling",), rows=[(text,) for text in TWELVE])
    picture = Picture(
        title="Stemmen", sentence="Zo is er gestemd.", figure=VoteBars(rows, "eens", "oneens"), table=table
    )
    body = Body([picture], passages=(), shapes=(), is_spoken=False, spoken="", still_open=False)
    return render_to_string("kinds/reveal/screen.html", {"page": SimpleNamespace(body=body, part=part)})


def drawn(part: int) -> list[str]:
    figure = big_screen(part).split("</figure>")[0]
    return [text for text in TWELVE if f'gw-votebar__label">{text}<' in figure]


@pytest.mark.parametrize(("part", "shown"), [(0, TWELVE[:5]), (1, TWELVE[5:10]), (2, TWELVE[10:])])
def test_each_part_shows_the_next_few(part, shown):
    assert drawn(part) == shown


def test_a_part_that_is_not_there_shows_the_first():
    assert drawn(9) == TWELVE[:5]


def test_every_part_is_one_press_away():
    page = big_screen(1)

    assert [page.count(f'href="?part={part}"') for part in range(4)] == [1, 1, 1, 0]
    assert page.count('aria-current="page"') == 1
