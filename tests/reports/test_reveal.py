"""The reveal: stored pictures and nothing before; under five people a spoken page."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def page_of(step):
    return SimpleNamespace(step=step, form=None, body=step.behaviour.body(step), prompt="", draft_key="", part=0)


def drawn(step):
    return render_to_string(step.behaviour.template, {"page": page_of(step)})


def on_screen(step):
    return render_to_string(step.behaviour.screen_template, {"page": page_of(step)})


def led_to_the_picture(cast):
    cast.go_to("first")
    key = cast.step.behaviour.body(cast.step).options[1].key
    cast.answer_all({"option": key, "confidence": "4"})
    cast.go_to("values")
    cast.answer_all({"picked": ["maatwerk", "openheid"], "given_up": ["rechtmatigheid"]})
    return cast.next()


def test_nine_people_see_every_picture_with_its_table(dagstart, play):
    html = drawn(led_to_the_picture(play(dagstart, people=9)))

    assert html.count("<table") == 4
    assert "More than half of you chose B" in html
    assert "How sure you are. More than half of you chose 4, “Quite sure”." in html


def test_the_big_screen_draws_one_picture_and_says_the_others(dagstart, play):
    html = on_screen(led_to_the_picture(play(dagstart, people=9)))

    assert html.count("<figure") == 1
    assert "How sure you are. More than half of you chose 4, “Quite sure”." in html


def test_four_people_tell_each_other(dagstart, play):
    step = led_to_the_picture(play(dagstart, people=4))

    for html in (drawn(step), on_screen(step)):
        assert "Tell each other" in html
        assert "<figure" not in html


def test_the_spoken_page_says_what_to_tell(dagstart, play):
    step = led_to_the_picture(play(dagstart, people=4))

    assert "We are too few for a picture." in drawn(step)


def test_before_its_steps_are_closed_a_reveal_shows_nothing(dagstart, play):
    cast = play(dagstart, people=9)
    cast.go_to("first")
    cast.answer_all({"option": "dont-know"})
    reveal = cast.round.steps.get(key="picture")

    html = drawn(reveal)

    assert "<figure" not in html
    assert "The picture comes when the step is closed." in html


def test_the_sentence_of_a_rating_needs_no_title(dagstart, play):
    step = led_to_the_picture(play(dagstart, people=9))

    titles = [title for title, _picture in step.behaviour.body(step).headed]

    assert titles == ["First choice", "", "", ""]
