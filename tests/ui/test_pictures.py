import pytest
from django.template.loader import render_to_string

from goedwerk.ui import samples
from goedwerk.ui.pictures import (
    LIST_WORDS,
    BandRow,
    BandRows,
    Mark,
    Picture,
    Row,
    Share,
    ShareBars,
    SideBySide,
    Standing,
    Table,
)

PLACES = ["phone", "page", "paper", "screen"]
DRAWN = [picture for picture in samples.CONTEXT["pictures"] if picture.figure]


def drawn(picture: Picture, place: str = "page") -> str:
    return render_to_string("ui/_picture.html", {"picture": picture, "place": place})


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("picture", DRAWN, ids=lambda picture: picture.figure.kind)
def test_a_picture_always_brings_its_values_as_a_table(picture, place):
    html = drawn(picture, place)

    assert html.count("<table") == 1
    assert f"{picture.table.caption}</caption>" in html
    for row in picture.table.rows:
        assert f'<th scope="row">{row[0]}</th>' in html
        assert all(f"<td>{cell}</td>" in html for cell in row[1:])


@pytest.mark.parametrize("picture", DRAWN, ids=lambda picture: picture.figure.kind)
def test_the_order_is_sentence_certainty_figure_table_help(picture):
    html = drawn(picture)
    parts = ["gw-picture__sentence", "gw-certainty", "<figure", "<table", "gw-picture__help"]
    places = [html.index(part) for part in parts if part in html]

    assert places == sorted(places)
    assert len(places) == 4 + bool(picture.help)


@pytest.mark.parametrize("picture", DRAWN, ids=lambda picture: picture.figure.kind)
def test_a_figure_can_be_heard(picture):
    html = drawn(picture)

    assert f'role="img" aria-label="{picture.figure.spoken}"' in html


@pytest.mark.parametrize("picture", DRAWN, ids=lambda picture: picture.figure.kind)
def test_each_row_says_in_words_what_it_shows(picture):
    html = drawn(picture)

    assert all(str(word) in html for row in picture.table.rows for word in row[:1])
    assert 'class="gw-' in html.split("<figure")[1]


def test_rows_are_grouped_by_mark_and_keep_the_order_of_the_question_inside_a_group():
    rows = [
        Row("A", "one", Mark.REST),
        Row("B", "two", Mark.LISTED),
        Row("C", "three", Mark.REST),
        Row("D", "four", Mark.LISTED),
    ]

    groups = Standing(rows, LIST_WORDS).groups

    assert [(group.mark, [row.letter for row in group.rows]) for group in groups] == [
        (Mark.LISTED, ["B", "D"]),
        (Mark.REST, ["A", "C"]),
    ]


def test_a_strip_has_one_filled_field():
    bands = BandRows(["few", "some", "most"], [BandRow("A", "one", 2)])

    (band,) = bands.lines[0].bands

    assert [filled for _start, filled in band.fields] == [False, False, True]
    assert band.word == "most"


def test_two_moments_stand_under_each_other_and_are_not_subtracted():
    before = BandRows(["few", "most"], [BandRow("A", "one", 0)])
    after = BandRows(["few", "most"], [BandRow("A", "one", 1)])

    (line,) = SideBySide(before, after, ("voor", "na")).lines

    assert [(band.moment, band.looks, band.word) for band in line.bands] == [
        ("voor", "before", "few"),
        ("na", "now", "most"),
    ]


def test_two_majority_pictures_are_strips_of_two_fields():
    before = Standing([Row("A", "one", Mark.REST)])
    after = Standing([Row("A", "one", Mark.FRONT)])

    (line,) = SideBySide(before, after).lines

    assert [(band.size, band.filled) for band in line.bands] == [(2, 0), (2, 1)]


def test_a_list_at_one_moment_gives_both_moments_three_fields():
    before = Standing([Row("A", "one", Mark.LISTED), Row("B", "two", Mark.REST)], LIST_WORDS)
    after = Standing([Row("A", "one", Mark.FRONT), Row("B", "two", Mark.REST)])

    lines = SideBySide(before, after).lines

    assert [[(band.size, band.filled) for band in line.bands] for line in lines] == [[(3, 1), (3, 2)], [(3, 0), (3, 0)]]


def test_a_share_is_drawn_with_a_point_as_decimal_sign_in_dutch_too(settings):
    figure = ShareBars([Share("A", "one", 10.5, 12.5, 20.0, "12,5 %")])

    from django.utils.translation import override

    with override("nl"):
        html = render_to_string("ui/_figure.html", {"figure": figure})

    assert 'width="10.5"' in html
    assert 'd="M12.5 0v6"' in html


def test_a_figure_without_its_table_is_refused():
    with pytest.raises(ValueError, match="table"):
        Picture(title="t", sentence="s", figure=Standing([]))

    with pytest.raises(ValueError, match="figure"):
        Picture(title="t", sentence="s", table=Table("c", [], []))


def test_a_picture_that_is_not_drawn_says_why():
    html = drawn(samples.TOO_FEW)

    assert str(samples.TOO_FEW.note) in html
    assert "<table" not in html


def test_texts_are_escaped():
    row = Row("A", "<b>bold</b>", Mark.FRONT)

    html = render_to_string("ui/_figure.html", {"figure": Standing([row])})

    assert "&lt;b&gt;bold" in html
